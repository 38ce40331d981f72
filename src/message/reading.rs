//! Which of two sources is believed where they disagree.

/// Which of two published rules applies where sources disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// The stricter one: what passes is accepted whoever is right.
    #[default]
    Stricter,
    /// The looser one: what is refused is refused whoever is right.
    Looser,
}
