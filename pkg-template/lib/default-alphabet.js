/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section 6.2.1), as far as scripts decide; tests hold it to the crate. */

/** Characters of two septets, behind an escape. */
export const DOUBLE = /[\f[-^{-~€]/;
/** Characters of one septet, among those that are not of two. */
export const SINGLE = /[\n\r -_a-z¡£-¥§¿Ä-ÇÉÑÖØÜßàä-æèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ]/;
