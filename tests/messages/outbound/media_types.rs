//! Types of media: as they are written, and as the first bytes of a file tell them.

use septet::media::{Item, MediaType, MediaTypeError};

fn media_type(text: &str) -> MediaType {
    text.parse().unwrap()
}

#[test]
fn types_are_read_as_rfc_9110_writes_them() {
    let read = media_type(" Text/Plain ;Charset=\"utf-8\" ; ;x=\"a;b\\\"c\" ");
    assert_eq!(read.essence(), "text/plain");
    assert_eq!(
        (read.parameter("charset"), read.parameter("X")),
        (Some("utf-8"), Some("a;b\"c"))
    );
    assert_eq!(
        read.to_string(),
        "text/plain; charset=utf-8; x=\"a;b\\\"c\""
    );
    assert_eq!(media_type(&read.to_string()), read);
    let error = |text: &str| text.parse::<MediaType>().unwrap_err();
    for text in [
        "",
        "image",
        "image/",
        "/png",
        "image/p ng",
        "image//png",
        "im\u{e4}ge/png",
        ";a=b",
    ] {
        assert_eq!(error(text), MediaTypeError::NoType, "{text}");
    }
    for text in [
        "a/b;c",
        "a/b;=d",
        "a/b;c=",
        "a/b;c=\"d",
        "a/b;c=\"d\"e",
        "a/b;c=d e",
        "a/b;c d=\"e\"",
    ] {
        assert_eq!(error(text), MediaTypeError::Parameter, "{text}");
    }
    assert!(
        format!("a/{}", "b".repeat(1_022))
            .parse::<MediaType>()
            .is_ok()
    );
    assert_eq!(
        error(&format!("a/{}", "b".repeat(1_023))),
        MediaTypeError::TooLong(1_025)
    );
    // Found by fuzzing: a blank before each parameter made the longest types unreadable.
    let longest = |letters: usize| format!("a/b;c={};d=e", "x".repeat(letters));
    assert_eq!(media_type(&longest(1_012)).to_string().len(), 1_024);
    assert_eq!(error(&longest(1_013)), MediaTypeError::TooLong(1_025));
}

#[test]
fn types_are_told_by_first_bytes() {
    let isobmff = |brand: &str| {
        [
            b"\0\0\0\x18ftyp",
            brand.as_bytes(),
            b"\0\0\x02\0",
            brand.as_bytes(),
            b"mp41\0\0\0\0",
        ]
        .concat()
    };
    for (bytes, essence) in [
        (b"\xFF\xD8\xFF\xE0".to_vec(), "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "image/png"),
        (b"GIF89a".to_vec(), "image/gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), "image/webp"),
        (b"RIFF\x10\0\0\0WAVEfmt ".to_vec(), "audio/vnd.wave"),
        (isobmff("isom"), "video/mp4"),
        (isobmff("M4A "), "audio/mp4"),
        (isobmff("qt  "), "video/quicktime"),
        (isobmff("3gp5"), "video/3gpp"),
        (isobmff("3g2a"), "video/3gpp2"),
        (isobmff("heic"), "image/heif"),
        (b"#!AMR\n<\xDE\xB4\x78\x80\x06".to_vec(), "audio/amr"),
        (b"OggS\0\x02".to_vec(), "audio/ogg"),
        (b"ID3\x03".to_vec(), "audio/mpeg"),
        (b"%PDF-1.7".to_vec(), "application/pdf"),
        (b"begin:vcard\n".to_vec(), "text/vcard"),
        (b"BEGIN:VCALENDAR\r\n".to_vec(), "text/calendar"),
    ] {
        let found = MediaType::sniff(&bytes).map(|found| found.essence().to_owned());
        assert_eq!(found.as_deref(), Some(essence));
    }
    assert_eq!(MediaType::sniff(b""), None);
    assert_eq!(MediaType::sniff(b"BEGIN:VCARDS"), None);
    let agree = |name: &str, brand: &str| {
        Item::new(media_type(name))
            .with_first_bytes(&isobmff(brand))
            .contradiction()
            .is_none()
    };
    assert!(
        agree("audio/3gpp", "3gp5") && agree("image/heic", "heic") && agree("audio/x-m4a", "isom")
    );
    assert!(!agree("image/png", "isom"));
}
