//! One file to be sent, as far as it is known.

use alloc::string::String;

use super::media_type::MediaType;

/// One file to be sent: its type and its size in bytes, as far as they are known.
///
/// ```
/// use septet::media::Item;
///
/// let declared = Item::new("image/png".parse()?);
/// let found = Item::unknown().with_first_bytes(b"\x89PNG\r\n\x1a\n").with_bytes(12_345);
/// assert_eq!(declared.media_type(), found.media_type());
/// assert_eq!((declared.bytes(), found.bytes()), (None, Some(12_345)));
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Item {
    declared: Option<MediaType>,
    sniffed: Option<MediaType>,
    bytes: Option<u64>,
}

impl Item {
    /// A file whose type its server declares.
    #[must_use]
    pub const fn new(media_type: MediaType) -> Self {
        Item {
            declared: Some(media_type),
            sniffed: None,
            bytes: None,
        }
    }

    /// A file of which nothing is known yet.
    #[must_use]
    pub const fn unknown() -> Self {
        Item {
            declared: None,
            sniffed: None,
            bytes: None,
        }
    }

    /// The size of the file in bytes.
    #[must_use]
    pub const fn with_bytes(mut self, bytes: u64) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// The first bytes of the file, to tell its type by (262 are enough; Office files need 6,000).
    #[must_use]
    pub fn with_first_bytes(mut self, first_bytes: &[u8]) -> Self {
        self.sniffed = MediaType::sniff(first_bytes);
        self
    }

    /// A file as far as it is described.
    #[cfg(feature = "serde")]
    pub(crate) fn described(
        declared: Option<MediaType>,
        bytes: Option<u64>,
        first_bytes: Option<&[u8]>,
    ) -> Self {
        Item {
            declared,
            sniffed: first_bytes.and_then(MediaType::sniff),
            bytes,
        }
    }

    /// Adds the type that the file's name suggests, if no other type is known.
    #[cfg(feature = "serde")]
    pub(crate) fn or_named(mut self, media_type: Option<MediaType>) -> Self {
        if self.declared.is_none() && self.sniffed.is_none() {
            self.declared = media_type;
        }
        self
    }

    /// The type: the declared one, which is what a provider goes by, else the one the bytes show.
    #[must_use]
    pub fn media_type(&self) -> Option<&MediaType> {
        self.declared.as_ref().or(self.sniffed.as_ref())
    }

    /// The size in bytes.
    #[must_use]
    pub const fn bytes(&self) -> Option<u64> {
        self.bytes
    }

    /// The type that the bytes show, if the server declares another one: the provider refuses such a file on WhatsApp
    /// (<https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages>).
    ///
    /// ```
    /// use septet::media::Item;
    ///
    /// let item = Item::new("image/png".parse()?).with_first_bytes(b"GIF89a");
    /// assert_eq!(item.contradiction().unwrap().essence(), "image/gif");
    /// # Ok::<(), septet::media::MediaTypeError>(())
    /// ```
    #[must_use]
    pub fn contradiction(&self) -> Option<&MediaType> {
        let (declared, sniffed) = (self.declared.as_ref()?, self.sniffed.as_ref()?);
        let family = |media_type: &MediaType| match media_type.canonical().essence() {
            "image/heic" => "image/heif".into(),
            // The same container with sound alone or pictures too: the bytes do not tell.
            essence @ ("audio/mp4" | "audio/3gpp" | "audio/3gpp2" | "audio/webm") => {
                ["video", &essence["audio".len()..]].concat()
            }
            essence => String::from(essence),
        };
        (family(declared) != family(sniffed)).then_some(sniffed)
    }
}
