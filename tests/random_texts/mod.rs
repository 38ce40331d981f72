//! Random texts that Rust and JavaScript generate alike (`tests/npm/random-texts.mjs`), and a digest of
//! what each costs.

use septet::Count;

/// Kinds of code units from which texts are built; the last kind has arbitrary 16-bit units.
const KINDS: [&[u16]; 6] = [
    &[0x61, 0x62, 0x63, 0x20, 0x41, 0x31, 0x2C, 0x0A],
    &[
        0x61, 0x5B, 0x5D, 0x7B, 0x7D, 0x5C, 0x5E, 0x7E, 0x7C, 0x20AC, 0x0C,
    ],
    &[
        0xE9, 0xF1, 0xC7, 0x40, 0x394, 0x3A9, 0xDF, 0x20AC, 0x0D, 0x0A, 0x5F,
    ],
    &[0x4E2D, 0x6587, 0x61, 0x42F, 0x60, 0x2019],
    &[0xD83D, 0xDE00, 0xD83C, 0xDF89, 0x61, 0x4E2D],
    &[],
];

/// The texts of one seed, in UTF-16.
pub struct Texts(u32);

impl Texts {
    pub const fn new(seed: u32) -> Self {
        Texts(seed)
    }

    fn random(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }
}

impl Iterator for Texts {
    type Item = Vec<u16>;

    fn next(&mut self) -> Option<Vec<u16>> {
        let kind = KINDS[self.random() as usize % KINDS.len()];
        let length = self.random() % 340;
        let units = (0..length).map(|_| {
            let random = self.random();
            match kind {
                [] => u16::try_from(random & 0xFFFF).unwrap(),
                kind => kind[random as usize % kind.len()],
            }
        });
        Some(units.collect())
    }
}

/// A running digest (FNV-1a of 32 bits) over counts.
pub struct Digest(u32);

impl Digest {
    pub const fn new() -> Self {
        Digest(0x811C_9DC5)
    }

    pub fn add(&mut self, count: Count) {
        let encoding = usize::from(count.encoding() == septet::Encoding::Ucs2);
        let numbers = [
            encoding,
            count.segments(),
            count.units(),
            count.units_per_segment(),
            count.units_remaining(),
        ];
        for number in numbers {
            self.0 = (self.0 ^ u32::try_from(number).unwrap()).wrapping_mul(0x0100_0193);
        }
    }

    pub fn hex(&self) -> String {
        format!("{:08x}", self.0)
    }
}
