//! Rules of `ContentSid` and `ContentVariables`, and WhatsApp's 24-hour window.

use alloc::format;
use alloc::string::String;

use super::draft::{Draft, non_empty};
use super::fact::Fact;
use super::parties::is_sid;
use super::rule::Rule;
use super::schedule::departure;
use super::severity::Severity;
use super::variables::{self, VariablesProblem};
use super::violation::Violation;
use super::whatsapp::{
    MOST_TEMPLATE_CHARACTERS, MOST_VARIABLES, WhatsAppTemplate, longest_blank_run,
};
use crate::address::{Channel, SidKind};
use crate::calendar::DAY;
use crate::compact::Quoted;
use crate::limits::MAX_CHARACTERS;
use crate::text::utf16_len;

/// The most characters of a variable's name.
const MOST_NAME_CHARACTERS: usize = 16;

/// The most spaces and breaks in a row in a variable's value.
const MOST_BLANKS: usize = 4;

/// Seconds after which a recipient's last message no longer allows free text.
const WINDOW: u64 = DAY;

pub(super) fn check(draft: &mut Draft<'_>) {
    window(draft);
    if let Some(text) = non_empty(draft.message.content_sid.as_deref())
        && !is_sid(text, SidKind::Content)
    {
        let sentence = "it is not an identifier of a content template";
        draft.add(Violation::new(
            Rule::TemplateInvalid,
            sentence,
            "write HX and 32 hexadecimal digits",
        ));
    }
    let values = match non_empty(draft.message.content_variables.as_deref()) {
        Some(json) => read(draft, json),
        None => Some([].into()),
    };
    if let (Some(template), Some(values)) = (&draft.check.template, values)
        && draft.has_template()
    {
        filled(draft, &WhatsAppTemplate::new(template.as_str()), &values);
    }
}

type Values = alloc::vec::Vec<(String, String)>;

/// The variables, where they are what they must be.
fn read(draft: &mut Draft<'_>, json: &str) -> Option<Values> {
    if !draft.has_template() {
        let sentence = "there are variables and no template";
        let fix = "set ContentSid, or leave ContentVariables out";
        draft.add(Violation::new(
            Rule::VariablesWithoutTemplate,
            sentence,
            fix,
        ));
    }
    let values = match variables::read(json) {
        Ok(values) => values,
        Err(problem) => {
            let sentence = match problem {
                VariablesProblem::NotJson => "it is not JSON".into(),
                VariablesProblem::NotAnObject => "it is JSON, but not an object".into(),
                VariablesProblem::NotText(name) => {
                    format!("the value of {} is not a text", Quoted(&name))
                }
                VariablesProblem::Empty(name) => format!("the value of {} is empty", Quoted(&name)),
            };
            let fix = "write the text of a JSON object of texts that are not empty, such as {\"1\":\"Ada\"}";
            draft.add(Violation::new(Rule::VariablesInvalid, sentence, fix));
            return None;
        }
    };
    if values.len() > MOST_VARIABLES {
        let sentence = format!(
            "there are {} variables, at most {MOST_VARIABLES} are allowed",
            values.len()
        );
        let fix = "put several of them into one";
        draft.add(Violation::new(Rule::VariablesTooMany, sentence, fix));
    }
    for (name, value) in &values {
        variable(draft, name, value);
    }
    Some(values)
}

/// The limits of one variable.
fn variable(draft: &mut Draft<'_>, name: &str, value: &str) {
    let (name_characters, characters) = (utf16_len(name), utf16_len(value));
    if name_characters > MOST_NAME_CHARACTERS {
        let sentence = format!(
            "the name {} has {name_characters} characters, at most {MOST_NAME_CHARACTERS} are allowed",
            Quoted(name)
        );
        let fix = "shorten the name";
        draft.add(Violation::new(Rule::VariableNameTooLong, sentence, fix));
    }
    if characters > MAX_CHARACTERS {
        let sentence = format!(
            "the value of {} has {characters} characters, at most {MAX_CHARACTERS} are allowed",
            Quoted(name)
        );
        let fix = "shorten the value";
        draft.add(Violation::new(Rule::VariableValueTooLong, sentence, fix));
    }
    if value.contains(['\n', '\r', '\t']) {
        let sentence = format!("the value of {} has a line break or a tab", Quoted(name));
        let violation =
            Violation::new(Rule::VariableBreaks, sentence, "write a space in its place");
        draft.add(match draft.channel {
            Channel::WhatsApp => violation,
            // Other channels show them.
            _ => violation.with_severity(Severity::Warning),
        });
    }
    let blanks = longest_blank_run(value);
    if draft.channel == Channel::WhatsApp && blanks > MOST_BLANKS {
        let sentence = format!(
            "the value of {} has {blanks} spaces or breaks in a row, WhatsApp allows {MOST_BLANKS}",
            Quoted(name)
        );
        let fix = "take some of them away";
        draft.add(Violation::new(Rule::VariableBlanks, sentence, fix));
    }
}

/// The template with its variables in place.
fn filled(draft: &mut Draft<'_>, template: &WhatsAppTemplate<'_>, values: &Values) {
    for name in template.variables() {
        if !values.iter().any(|(known, _)| known == name) {
            let sentence = format!(
                "the variable {} of the template has no value: its default is used, if it has one",
                Quoted(name)
            );
            let fix = format!("add a value for {}", Quoted(name));
            draft.add(Violation::new(Rule::VariableMissing, sentence, fix));
        }
    }
    let characters = utf16_len(&template.fill(values));
    if draft.channel == Channel::WhatsApp && characters > MOST_TEMPLATE_CHARACTERS {
        let sentence = format!(
            "the template with its variables has {characters} characters, at most {MOST_TEMPLATE_CHARACTERS} are sent on WhatsApp"
        );
        let fix = format!(
            "take {} characters away from the values",
            characters - MOST_TEMPLATE_CHARACTERS
        );
        draft.add(Violation::new(Rule::TemplateTooLong, sentence, fix));
    }
}

/// Free text is allowed for 24 hours after the recipient last wrote; templates always.
fn window(draft: &mut Draft<'_>) {
    if draft.channel != Channel::WhatsApp || draft.has_template() {
        return;
    }
    let sentence = match draft.check.last_inbound {
        Fact::Unknown => return,
        Fact::Absent => "the recipient has never written: only templates are allowed".into(),
        Fact::Known(last) => {
            let elapsed = departure(draft).saturating_sub(last);
            if elapsed < WINDOW {
                return;
            }
            format!(
                "the message leaves {} hours after the recipient last wrote: after 24 only templates are allowed",
                elapsed / 3_600
            )
        }
    };
    let fix = "send an approved template: ContentSid instead of Body and MediaUrl";
    draft.add(Violation::new(Rule::WindowClosed, sentence, fix));
}
