//! `septet smart`: the same words in characters that cost less.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use septet::{Apply, FieldSyntax, Residue, Rules, SmartEncoded, SmartEncoder, TextLanguage};

use crate::changes::{self, Change};
use crate::input::Input;
use crate::options::{Options, field_syntaxes, rule_names, text_languages, with_hints};
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::wording::{counted, in_short};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    rules: RuleOptions,
    /// Print the changes in their places and as a list, and what they save
    #[arg(long, conflicts_with = "json", help_heading = "Output")]
    diff: bool,
    /// Print JSON: text, outcome, before, after, substitutions; indices are in UTF-16
    #[arg(long, help_heading = "Output")]
    json: bool,
    /// List every change, however many there are
    #[arg(long, short, help_heading = "Output")]
    all: bool,
}

const HEADING: &str = "What to replace";

#[derive(clap::Args)]
struct RuleOptions {
    /// typography (the default: nothing a reader would notice), compatibility, transliteration, or
    /// what a provider does: twilio, telnyx
    #[arg(long, visible_alias = "preset", value_name = "NAME", default_value = "typography", ignore_case = true,
        hide_default_value = true, hide_possible_values = true, value_parser = rule_names(), help_heading = HEADING)]
    level: Rules,

    /// Treatment of a text that still needs UCS-2: keep the substitutions (providers) or revert
    /// them (levels)
    #[arg(long, value_name = "WHAT", value_enum, hide_possible_values = true, help_heading = HEADING)]
    residue: Option<ResidueChoice>,

    /// Condition for substituting: always (providers), when-it-helps (levels) or when-segments-saved
    #[arg(long, value_name = "WHEN", value_enum, hide_possible_values = true, help_heading = HEADING)]
    apply: Option<ApplyChoice>,

    /// Replace a character by a text of your own, or remove it: '€=EUR' or '€='
    #[arg(long, value_name = "C=TEXT", value_parser = replacement, help_heading = HEADING)]
    replace: Vec<(char, String)>,

    /// Characters to leave as they are
    #[arg(long, value_name = "CHARACTERS", help_heading = HEADING)]
    except: Option<String>,

    /// The language of the text, by which its letters are spelled: bg, hr, sr, uk, …; without it the one that the
    /// letters show
    #[arg(long, value_name = "CODE", ignore_case = true, hide_possible_values = true, value_parser = text_languages(), help_heading = HEADING)]
    text_language: Option<TextLanguage>,

    /// Syntax of merge fields, which stay as they are, by name or as the field x: '{x}', '[x]', '%x%', '((x))'
    #[arg(long, value_name = "NAME", hide_possible_values = true, value_parser = field_syntaxes(), help_heading = HEADING)]
    field_syntax: Option<FieldSyntax>,
}

fn replacement(rule: &str) -> Result<(char, String), String> {
    let mut characters = rule.chars();
    match (characters.next(), characters.next()) {
        (Some(character), Some('=')) => Ok((character, characters.collect())),
        _ => Err("expected one character, =, and what to put in its place".to_owned()),
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum ResidueChoice {
    Keep,
    Revert,
}

#[derive(Clone, Copy, ValueEnum)]
enum ApplyChoice {
    Always,
    WhenItHelps,
    WhenSegmentsSaved,
}

impl RuleOptions {
    /// The library's form of these options.
    fn encoder(&self) -> SmartEncoder {
        let mut encoder = SmartEncoder::new(self.level);
        match self.residue {
            None => {}
            Some(ResidueChoice::Keep) => encoder = encoder.with_residue(Residue::Keep),
            Some(ResidueChoice::Revert) => encoder = encoder.with_residue(Residue::Revert),
        }
        match self.apply {
            None => {}
            Some(ApplyChoice::Always) => encoder = encoder.with_apply(Apply::Always),
            Some(ApplyChoice::WhenItHelps) => encoder = encoder.with_apply(Apply::WhenItHelps),
            Some(ApplyChoice::WhenSegmentsSaved) => {
                encoder = encoder.with_apply(Apply::WhenSegmentsSaved);
            }
        }
        for (character, replacement) in &self.replace {
            encoder = encoder.with_replacement(*character, replacement);
        }
        let exceptions = self.except.iter().flat_map(|characters| characters.chars());
        let encoder = exceptions.fold(encoder, SmartEncoder::with_exception);
        with_hints(encoder, self.text_language, self.field_syntax)
    }
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let text = args.input.read()?;
    let encoder = args
        .rules
        .encoder()
        .with_segmenter(args.options.segmenter());
    let smart = encoder.encode(&text);
    if args.json {
        screen.json(&smart)?;
    } else if args.diff {
        diff(&smart, args.all, screen)?;
    } else {
        writeln!(screen, "{}", smart.text())?;
        if io::stdout().is_terminal() {
            screen.flush()?;
            anstream::eprintln!("{}", summary(&smart));
        }
    }
    Ok(Outcome::Done)
}

fn diff(smart: &SmartEncoded, all: bool, screen: &mut Screen) -> io::Result<()> {
    writeln!(screen, "{}", summary(smart))?;
    let substitutions: Vec<_> = smart.substitutions().collect();
    let changes: Vec<Change> = substitutions
        .iter()
        .map(|substitution| {
            let why = substitution.reason().name();
            Change::new(substitution.span(), substitution.replacement(), why)
        })
        .collect();
    if !changes.is_empty() {
        writeln!(screen)?;
        changes::in_place(smart.original(), &changes, screen)?;
        writeln!(screen)?;
        changes::list(smart.original(), &changes, all, screen)?;
    }
    Ok(())
}

/// The result in a line.
fn summary(smart: &SmartEncoded) -> String {
    let before = in_short(smart.before());
    match smart.outcome() {
        septet::SmartOutcome::Applied => {
            let changes = counted(smart.substitutions().len(), "change");
            format!("{before} → {} by {changes}", in_short(smart.after()))
        }
        septet::SmartOutcome::Composed => {
            "letters and their marks are one character each; the text stays in UCS-2".to_owned()
        }
        septet::SmartOutcome::RevertedForResidue => {
            format!("{before}, unchanged: other characters would force UCS-2 all the same")
        }
        septet::SmartOutcome::RevertedWithoutGain => {
            format!("{before}, unchanged: nothing would be saved")
        }
        _ => format!("{before}, unchanged: nothing to replace"),
    }
}
