//! A piece of media by its URL.

use alloc::string::String;

use crate::media::{Item, MediaType};

/// A piece of media: its URL, and what is known of the file behind it.
///
/// ```
/// use septet::media::Item;
/// use septet::message::Attachment;
///
/// let by_name = Attachment::new("https://example.com/menu.pdf?v=2");
/// assert_eq!(by_name.item().media_type().unwrap().essence(), "application/pdf");
///
/// let known = Attachment::new("https://example.com/menu")
///     .with_item(Item::new("application/pdf".parse()?).with_bytes(200_000));
/// assert_eq!(known.item().bytes(), Some(200_000));
/// assert_eq!(known.url(), "https://example.com/menu");
/// # Ok::<(), septet::media::MediaTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    url: String,
    item: Item,
}

impl Attachment {
    /// The media behind a URL; its type is told by the extension of the path, where it has one.
    #[must_use]
    pub fn new(url: impl Into<String>) -> Self {
        let url = url.into();
        let item = extension(&url)
            .and_then(MediaType::from_extension)
            .map_or_else(Item::unknown, Item::new);
        Attachment { url, item }
    }

    /// Adds known properties of the file, such as the type and size that its server declares.
    #[must_use]
    pub fn with_item(mut self, item: Item) -> Self {
        self.item = item;
        self
    }

    /// The URL as it is sent.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The known properties of the file.
    #[must_use]
    pub const fn item(&self) -> &Item {
        &self.item
    }
}

impl<T: Into<String>> From<T> for Attachment {
    fn from(url: T) -> Self {
        Attachment::new(url)
    }
}

/// The text after the last dot of the last path segment.
fn extension(url: &str) -> Option<&str> {
    let path = url.split(['?', '#']).next()?;
    let (_, after_scheme) = path.split_once(':')?;
    let (_, name) = after_scheme.strip_prefix("//")?.rsplit_once('/')?;
    Some(name.rsplit_once('.')?.1)
}
