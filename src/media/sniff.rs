//! The type of a file by its first bytes: the matchers of `infer` for the types the tables know.
//!
//! One by one rather than `infer::get`, which brings a hundred types no channel takes.

use infer::{archive, audio, doc, image, video};

type Matcher = fn(&[u8]) -> bool;

/// In this order: a more special type before the one whose bytes it shares.
const MATCHERS: [(Matcher, &str); 26] = [
    (image::is_jpeg, "image/jpeg"),
    (image::is_png, "image/png"),
    (image::is_gif, "image/gif"),
    (image::is_webp, "image/webp"),
    (image::is_heif, "image/heif"),
    (image::is_tiff, "image/tiff"),
    (image::is_bmp, "image/bmp"),
    (is_3gpp, "video/3gpp"),
    (is_3gpp2, "video/3gpp2"),
    (audio::is_m4a, "audio/mp4"),
    (video::is_mov, "video/quicktime"),
    (video::is_mp4, "video/mp4"),
    (video::is_webm, "video/webm"),
    (video::is_mpeg, "video/mpeg"),
    (audio::is_amr, "audio/amr"),
    (audio::is_ogg, "audio/ogg"),
    (audio::is_wav, "audio/vnd.wave"),
    (audio::is_aac, "audio/aac"),
    (audio::is_mp3, "audio/mpeg"),
    (archive::is_pdf, "application/pdf"),
    (archive::is_rtf, "text/rtf"),
    (
        doc::is_docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (
        doc::is_xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    (
        doc::is_pptx,
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ),
    (is_vcard, "text/vcard"),
    (is_calendar, "text/calendar"),
];

pub(super) fn essence(first_bytes: &[u8]) -> Option<&'static str> {
    let matching = MATCHERS.iter().find(|(matches, _)| matches(first_bytes));
    matching.map(|(_, essence)| *essence)
}

/// The brands `3gp4` to `3gp9`, `3ge`, `3gs` and others of 3GPP TS 26.244 §5.3.
fn is_3gpp(bytes: &[u8]) -> bool {
    brand(bytes).is_some_and(|brand| brand.starts_with(b"3g") && !brand.starts_with(b"3g2"))
}

/// The brands `3g2a` to `3g2c` of 3GPP2 C.S0050.
fn is_3gpp2(bytes: &[u8]) -> bool {
    brand(bytes).is_some_and(|brand| brand.starts_with(b"3g2"))
}

/// The major brand of an ISO base media file (ISO/IEC 14496-12 §4.3).
fn brand(bytes: &[u8]) -> Option<&[u8]> {
    let file_type = bytes.get(4..8)?;
    bytes.get(8..12).filter(|_| file_type == b"ftyp")
}

/// RFC 6350 §3.3.
fn is_vcard(bytes: &[u8]) -> bool {
    starts_with_line(bytes, b"BEGIN:VCARD")
}

/// RFC 5545 §3.4.
fn is_calendar(bytes: &[u8]) -> bool {
    starts_with_line(bytes, b"BEGIN:VCALENDAR")
}

fn starts_with_line(bytes: &[u8], line: &[u8]) -> bool {
    let (start, rest) = bytes.split_at(line.len().min(bytes.len()));
    start.eq_ignore_ascii_case(line) && matches!(rest.first(), Some(b'\r' | b'\n'))
}
