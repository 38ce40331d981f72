//! Classes of text that benchmarks of the crate share.

/// A name and what the text is made of.
pub const CLASSES: [(&str, &str); 7] = [
    (
        "ASCII",
        "Your parcel is on its way and will arrive between 10 and 12. ",
    ),
    (
        "10 % extension",
        "Size [M] ~5 costs {12} a|b with code 4 x5",
    ),
    (
        "Latin",
        "Votre colis arrive à 10 h. Größe geändert, señor Muñoz: ¡gracias! ",
    ),
    ("letters é only", "é"),
    ("Greek", "ΔΦΓΛΩΠΨΣΘΞ ΟΔΟΣ "),
    ("CJK", "您的包裹正在路上，将于今天上午送达。"),
    ("emoji", "😀🎉🚚📦👋"),
];

/// A sample over and over, up to a number of characters.
#[must_use]
pub fn text(sample: &str, characters: usize) -> String {
    sample.chars().cycle().take(characters).collect()
}
