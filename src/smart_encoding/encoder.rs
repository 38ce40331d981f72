//! Smart encoding with options: which rules are tried, and whether what they give is worth it.

mod trial;

use alloc::string::String;

pub(crate) use trial::Passed;

use super::levels::{self, Joiners, Pass};
use super::options::Options;
use super::words::may_be_foreign;
use super::{
    Apply, Level, ProviderPreset, Residue, Rules, SmartEncoded, SmartOutcome, TextLanguage, presets,
};
use crate::protected::FieldSyntax;
use crate::text::nfc;
use crate::{Alphabet, Count, Encoding, Segmenter};

/// Smart encoding with options.
///
/// ```
/// use septet::{Apply, Residue, Rules, SmartEncoder};
///
/// let encoder = SmartEncoder::new(Rules::Typography)
///     .with_residue(Residue::Keep)
///     .with_apply(Apply::Always)
///     .with_replacement('€', "EUR ")
///     .with_exception('…');
/// assert_eq!(encoder.encode("“€5” … 🙂").text(), "\"EUR 5\" … 🙂");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "smartEncode")]
pub struct SmartEncoder {
    pub(super) rules: Rules,
    preset: Option<ProviderPreset>,
    pub(super) residue: Residue,
    pub(super) apply: Apply,
    pub(super) segmenter: Segmenter,
    pub(super) options: Options,
}

impl SmartEncoder {
    /// The defaults. A provider's rules predict what it does: [`Residue::Keep`] and [`Apply::Always`]. A level of
    /// septet changes only a text that gains by it: [`Residue::Revert`] and [`Apply::WhenItHelps`].
    ///
    /// ```
    /// use septet::{Level, Rules, SmartEncoder};
    ///
    /// let text = "“Hi” 👋";
    /// assert_eq!(SmartEncoder::new(Rules::Twilio).encode(text).text(), "\"Hi\" 👋"); // as the provider does
    /// assert_eq!(SmartEncoder::new(Level::Typography).encode(text).text(), text); // nothing would be gained
    /// ```
    #[must_use]
    pub fn new(rules: impl Into<Rules>) -> Self {
        let rules = rules.into();
        let (residue, apply) = match rules.level() {
            None => (Residue::Keep, Apply::Always),
            Some(_) => (Residue::Revert, Apply::WhenItHelps),
        };
        SmartEncoder {
            rules,
            preset: None,
            residue,
            apply,
            segmenter: Segmenter::new(),
            options: Options::default(),
        }
    }

    /// Predicts what a provider does to a text: see [`ProviderPreset`] for what each is known to do.
    ///
    /// ```
    /// use septet::{ProviderPreset, SmartEncoder};
    ///
    /// let bird = SmartEncoder::like(ProviderPreset::Bird);
    /// assert_eq!(bird.encode("“Hello”…").text(), "\"Hello\"...");
    /// assert_eq!(bird.encode("“Hello” 👋").text(), "“Hello” 👋");
    /// ```
    #[must_use]
    pub fn like(provider: ProviderPreset) -> Self {
        let (rules, residue, apply) = provider.rules();
        let encoder = SmartEncoder::new(rules)
            .with_residue(residue)
            .with_apply(apply);
        SmartEncoder {
            preset: Some(provider),
            ..encoder
        }
    }

    /// Sets the treatment of a text that still needs UCS-2.
    ///
    /// ```
    /// use septet::{Apply, Level, Residue, SmartEncoder};
    ///
    /// let always = SmartEncoder::new(Level::Typography).with_apply(Apply::Always);
    /// assert_eq!(always.clone().with_residue(Residue::Revert).encode("“Hi” 👋").text(), "“Hi” 👋");
    /// assert_eq!(always.with_residue(Residue::Keep).encode("“Hi” 👋").text(), "\"Hi\" 👋");
    /// ```
    #[must_use]
    pub fn with_residue(mut self, residue: Residue) -> Self {
        self.residue = residue;
        self
    }

    /// Sets the condition for substituting.
    #[must_use]
    pub fn with_apply(mut self, apply: Apply) -> Self {
        self.apply = apply;
        self
    }

    /// The options under which the text is counted, but for a GSM-7 that is demanded: smart encoding goes by the encoding
    /// that a text needs. With national languages allowed, a level makes no more changes than the mildest level
    /// that gives the fewest segments, so that letters stay which an allowed alphabet has.
    ///
    /// ```
    /// use septet::{Languages, Level, Segmenter, SmartEncoder};
    ///
    /// let text = "Siparişiniz “yolda”";
    /// let turkish = Segmenter::new().with_languages(Languages::auto());
    /// let encoder = SmartEncoder::new(Level::Transliteration);
    /// assert_eq!(encoder.encode(text).text(), "Siparisiniz \"yolda\"");
    /// assert_eq!(encoder.with_segmenter(turkish).encode(text).text(), "Siparişiniz \"yolda\"");
    /// ```
    #[must_use]
    pub fn with_segmenter(mut self, segmenter: Segmenter) -> Self {
        self.segmenter = segmenter;
        self
    }

    /// Replaces a character by `replacement`, or removes it if that is empty, whatever the rules say. Nothing else can
    /// change characters of GSM-7; and with it, what was encoded once may change again if it is encoded twice.
    ///
    /// ```
    /// use septet::{Level, SmartEncoder};
    ///
    /// let encoder = SmartEncoder::new(Level::Typography).with_replacement('✓', "OK");
    /// assert_eq!(encoder.encode("✓ booked").text(), "OK booked");
    /// ```
    #[must_use]
    pub fn with_replacement(mut self, character: char, replacement: impl Into<String>) -> Self {
        self.options.custom.set(character, Some(replacement.into()));
        self
    }

    /// Leaves a character as it is, whatever the rules say.
    ///
    /// ```
    /// use septet::{Apply, Level, Residue, SmartEncoder};
    ///
    /// let encoder = SmartEncoder::new(Level::Typography).with_residue(Residue::Keep).with_apply(Apply::Always);
    /// assert_eq!(encoder.with_exception('–').encode("5–6 pm…").text(), "5–6 pm...");
    /// ```
    #[must_use]
    pub fn with_exception(mut self, character: char) -> Self {
        self.options.custom.set(character, None);
        self
    }

    /// The language of the text, where its letters alone do not tell.
    ///
    /// ```
    /// use septet::{Level, SmartEncoder, TextLanguage};
    ///
    /// let encoder = SmartEncoder::new(Level::Transliteration);
    /// assert_eq!(encoder.encode("Đakovo").text(), "Dakovo");
    /// assert_eq!(encoder.with_text_language(TextLanguage::Croatian).encode("Đakovo").text(), "Djakovo");
    /// ```
    #[must_use]
    pub fn with_text_language(mut self, language: impl Into<Option<TextLanguage>>) -> Self {
        self.options.language = language.into();
        self
    }

    /// The syntax of merge fields, which stay as they are. Fields whose delimiters no ordinary text has, such as
    /// `{{name}}`, stay without it.
    ///
    /// ```
    /// use septet::{FieldSyntax, Level, SmartEncoder};
    ///
    /// let encoder = SmartEncoder::new(Level::Transliteration);
    /// assert_eq!(encoder.encode("Žádost {číslo}").text(), "Zádost {císlo}".replace('á', "a").replace('í', "i"));
    /// let encoder = encoder.with_field_syntax(FieldSyntax::Braces).with_residue(septet::Residue::Keep);
    /// assert_eq!(encoder.with_apply(septet::Apply::Always).encode("Žádost {číslo}").text(), "Zadost {číslo}");
    /// ```
    #[must_use]
    pub fn with_field_syntax(mut self, syntax: FieldSyntax) -> Self {
        self.options.fields = Some(syntax);
        self
    }

    /// Removes the blanks that a removed character would leave doubled or at the end.
    pub(crate) fn with_tidied_blanks(mut self) -> Self {
        self.options.tidies = true;
        self
    }

    /// Encodes a text, in time linear in its length.
    #[must_use]
    pub fn encode<'t>(&self, text: &'t str) -> SmartEncoded<'t> {
        if self.rules.level().is_none() {
            return self.encode_by_provider(text);
        }
        let mut best = self.unchanged(text);
        for level in self.candidates().iter().filter_map(|rules| rules.level()) {
            let passed = self.pass(level, text, best.before);
            self.offer(&mut best, self.rewrite(passed));
        }
        self.or_composed(best)
    }

    /// Encodes a text that costs `before` at a level, whatever comes of it. Encoders share it that differ in nothing but
    /// their segmenter, residue and when they apply.
    pub(crate) fn pass<'t>(&self, level: Level, text: &'t str, before: Count) -> Passed<'t> {
        let mut passed = Passed {
            text,
            level,
            made: None,
            joiners_removed: false,
        };
        if !self.changes_nothing(level, text, before) {
            (passed.made, passed.joiners_removed) =
                Pass::run(text, Some(level), &self.options, Joiners::Removed);
        }
        passed
    }

    /// True if a text certainly stays as it is: one of the default alphabet, of which levels list no character. At
    /// transliteration Greek capitals in it may make a Latin letter Greek, and Vietnamese loses all marks.
    fn changes_nothing(&self, level: Level, text: &str, before: Count) -> bool {
        let is_default =
            before.encoding() == Encoding::Gsm7 && before.alphabet() == Alphabet::DEFAULT;
        let letters_stay = || self.options.language.is_none() && !may_be_foreign(text);
        is_default
            && self.options.custom.is_empty()
            && (level < Level::Transliteration || letters_stay())
    }

    /// Encodes a text of which it is known what the levels make that are tried, the mildest first.
    pub(crate) fn encode_passed<'t>(
        &self,
        text: &'t str,
        passed: &[Passed<'t>],
    ) -> SmartEncoded<'t> {
        let mut best = self.unchanged(text);
        for passed in passed {
            self.offer(&mut best, self.rewrite(passed.clone()));
        }
        self.or_composed(best)
    }

    /// Encodes a text by the list of a provider, which must be what the rules are: by a level nothing changes.
    fn encode_by_provider<'t>(&self, text: &'t str) -> SmartEncoded<'t> {
        let mut best = self.unchanged(text);
        let spares_single = |preset: ProviderPreset| preset.spares_single_segments();
        if let Some(lists) = presets::lists(self.rules, self.preset) {
            let rewritten = presets::run(text, lists, &self.options.custom);
            let counted = self.counted(rewritten.finish());
            if self.preset.is_some_and(spares_single) && best.before.segments() == 1 {
                best.outcome = counted.map_or(best.outcome, |_| SmartOutcome::RevertedWithoutGain);
            } else {
                self.offer(&mut best, counted);
            }
        }
        best
    }

    /// True if a character that GSM-7 lacks stays in every text, whatever its neighbours: a text that holds it needs UCS-2 before
    /// and after. (A mark may still be composed with it: see [`composes`](Self::composes).)
    ///
    /// ```
    /// use septet::{Level, SmartEncoder};
    ///
    /// let encoder = SmartEncoder::new(Level::Typography);
    /// assert!(encoder.keeps('ł') && encoder.keeps('🙂'));
    /// assert!(!encoder.keeps('“') && !encoder.keeps('\u{301}')); // a mark may be composed with a letter
    /// assert!(!SmartEncoder::new(Level::Transliteration).keeps('ł'));
    /// ```
    #[must_use]
    pub fn keeps(&self, character: char) -> bool {
        if let Some(lists) = presets::lists(self.rules, self.preset) {
            return presets::replacement(character, lists, &self.options.custom).is_none();
        }
        let keeps = |level| levels::keeps(character, level, &self.options);
        self.rules.level().is_none_or(keeps)
    }

    /// True if a character may be composed with the letter before it, which can save a segment of a text that stays in UCS-2 (see
    /// [`SmartOutcome::Composed`]).
    ///
    /// ```
    /// use septet::SmartEncoder;
    ///
    /// assert!(SmartEncoder::composes('\u{309}') && !SmartEncoder::composes('ł'));
    /// ```
    #[must_use]
    pub fn composes(character: char) -> bool {
        nfc::is_second(character)
    }

    /// The rules to try, the mildest first.
    fn candidates(&self) -> &[Rules] {
        const LEVELS: [Rules; 3] = [
            Rules::Typography,
            Rules::Compatibility,
            Rules::Transliteration,
        ];
        let this = LEVELS.iter().position(|rules| *rules == self.rules);
        match this {
            Some(this) if self.apply != Apply::Always && !self.segmenter.languages().is_none() => {
                &LEVELS[..=this]
            }
            _ => core::slice::from_ref(&self.rules),
        }
    }
}
