//! Templates of WhatsApp at their limits; times against known ones.

use septet::message::{MessageValidator, OutboundMessage, TemplateProblem, WhatsAppTemplate};

#[test]
fn where_variables_may_stand() {
    use TemplateProblem::{
        EmptyVariable, ForbiddenName, TooLong, TooManyVariables, VariableFirst, VariableLast,
        VariablesAdjacent,
    };
    for (text, problems) in [
        ("Hi {{1}}.", &[][..]),
        ("{{1}}.", &[VariableFirst]),
        (" {{1}} is here", &[VariableFirst]),
        ("Hi {{name}}", &[VariableLast]),
        ("Hi {{1}} {{2}}.", &[VariablesAdjacent]),
        ("Hi {{1}}-{{2}}.", &[]),
        ("{{1}}", &[VariableFirst, VariableLast]),
        ("Hi {{}} {1} {{a b}}!", &[EmptyVariable, ForbiddenName]),
        ("", &[]),
    ] {
        assert_eq!(WhatsAppTemplate::new(text).problems(), problems, "{text}");
    }
    let many = |count: usize| {
        let parts: Vec<String> = (1..=count).map(|name| format!("a{{{{{name}}}}}")).collect();
        let text = parts.concat();
        WhatsAppTemplate::new(&(text + "b")).problems()
    };
    assert_eq!(many(100), []);
    assert_eq!(many(101), [TooManyVariables(101)]);
    let repeated = "a{{1}}".repeat(101) + "b";
    assert_eq!(WhatsAppTemplate::new(&repeated).problems(), []);
    assert_eq!(
        WhatsAppTemplate::new(&("a".repeat(1_024) + "{{1}}")).problems(),
        [VariableLast]
    );
    assert_eq!(
        WhatsAppTemplate::new(&("a".repeat(1_024) + "{{1}}a")).problems(),
        [TooLong(1_025)]
    );

    let sentences = [
        (VariableFirst, "the template starts with a variable"),
        (VariableLast, "the template ends with a variable"),
        (VariablesAdjacent, "two variables stand side by side"),
        (
            TooManyVariables(101),
            "the template has 101 variables, at most 100 are allowed",
        ),
        (
            TooLong(1_025),
            "the template has 1025 characters without its variables, at most 1024 are allowed",
        ),
    ];
    for (problem, sentence) in sentences {
        assert_eq!(problem.to_string(), sentence);
    }
}

#[test]
fn templates_are_filled() {
    let template = WhatsAppTemplate::new("{{a}} {{{b}}} {{ a }} {{{{c}}");
    assert_eq!(template.variables().collect::<Vec<_>>(), ["a", "b", "c"]);
    let values = [
        ("a".into(), "1".into()),
        ("b".into(), "{{a}}".into()),
        ("a".into(), "2".into()),
    ];
    assert_eq!(template.fill(&values), "2 {{{a}}} 2 {{{{c}}");
}

/// Braces that open nothing, and names that are all different, are read in one pass.
#[test]
fn a_megabyte_of_variables_is_no_trouble() {
    let different: Vec<String> = (0..100_000).map(|name| format!("{{{{{name}}}}}")).collect();
    for (text, variables) in [
        ("{".repeat(1 << 20) + "}}", 0),
        ("{{".repeat(1 << 19) + "a}}", 1),
        ("{{a b}} ".repeat(1 << 17), 0),
        (different.concat(), 100_000),
    ] {
        assert_eq!(WhatsAppTemplate::new(&text).variables().count(), variables);
    }
}

/// Seconds from `date -u -d … +%s` of GNU coreutils.
#[test]
fn known_times() {
    for (text, seconds) in [
        ("1970-01-01T00:00:00Z", 0),
        ("2000-02-29T12:34:56Z", 951_827_696),
        ("2001-09-09T01:46:40Z", 1_000_000_000),
        ("2026-05-15T14:30:00Z", 1_778_855_400),
        ("2100-03-01T00:00:00Z", 4_107_542_400),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ] {
        assert_eq!(
            MessageValidator::at_text(text),
            Some(MessageValidator::at(seconds)),
            "{text}"
        );
        let message = OutboundMessage::new("+1").scheduled_at(seconds);
        assert_eq!(message.parameters()[2].1, text);
    }
    for (text, seconds) in [
        ("2026-05-15T16:30:00+02:00", 1_778_855_400),
        ("2026-05-15T09:00:00-0530", 1_778_855_400),
        ("2026-05-15 14:30:00.999z", 1_778_855_400),
        ("2026-05-15T16:30:00+02", 1_778_855_400),
        ("2016-12-31T23:59:60Z", 1_483_228_800),
    ] {
        assert_eq!(
            MessageValidator::at_text(text),
            Some(MessageValidator::at(seconds)),
            "{text}"
        );
    }
    for text in [
        "",
        "2026-05-15",
        "14:30:00Z",
        "2026-05-15T14:30:00",
        "2026-05-15T14:30Z",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-05-15T24:00:00Z",
        "2026-05-15T14:60:00Z",
        "2026-05-15T14:30:61Z",
        "2026-05-15T14:30:00ZZ",
        "2026-05-15T14:30:00+24:00",
        "2026-05-15T14:30:00+2",
        "2026-5-15T14:30:00Z",
        "+2026-05-15T14:30:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+01:00",
        "2026-05-15T14:30:00.Z",
        "2026-05-15T14:30:00+é0",
        "20260515T143000Z",
        "Fri, 15 May 2026 14:30:00 GMT",
        "1778855400",
    ] {
        assert_eq!(MessageValidator::at_text(text), None, "{text}");
    }
}

/// Numbering, braces and names (error 63040).
#[test]
fn what_keeps_a_template_from_approval() {
    let names = |text: &str| {
        let problems = WhatsAppTemplate::new(text).problems();
        problems
            .into_iter()
            .map(TemplateProblem::name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names("Hi {{1}} and {{2}} and {{3}} ok"), [""; 0]);
    assert_eq!(names("Hi {{2}} and {{1}} and {{2}} ok"), [""; 0]);
    assert_eq!(names("Hi {{1}} and {{2}} and {{4}} ok"), ["number-missing"]);
    assert_eq!(names("Hi {{0}} ok"), ["number-missing"]);
    assert_eq!(names("Hi {{2}} ok"), ["number-missing"]);
    assert_eq!(names("Hi {{1}} and {{name}} ok"), ["numbers-and-names"]);
    assert_eq!(names("Hi {{first_name}} ok"), [""; 0]);
    assert_eq!(names("Hi {{first-name}} ok"), ["forbidden-name"]);
    assert_eq!(names("Hi {{first name}} ok"), ["forbidden-name"]);
    assert_eq!(names("Hi {{}} and {{ }} ok"), ["empty-variable"]);
    for text in [
        "Hi {{1} there",
        "Hi {{1 there",
        "Hi {1}} there",
        "Hi 1}} there",
        "Hi {{ {1} }} there",
    ] {
        assert_eq!(names(text), ["unbalanced-braces"], "{text}");
    }
    // A single brace is text.
    assert_eq!(names("Hi {1} and } there"), [""; 0]);
}

#[test]
fn times_are_sent_without_a_fraction() {
    let form = |time: &str| OutboundMessage::new("+1").with_send_at(time).to_form();
    assert_eq!(
        form("2026-05-15T14:30:00.000Z"),
        "To=%2B1&SendAt=2026-05-15T14%3A30%3A00Z"
    );
    assert_eq!(
        form("2026-05-15T14:30:00.5+02:00"),
        "To=%2B1&SendAt=2026-05-15T14%3A30%3A00%2B02%3A00"
    );
    assert_eq!(form("tomorrow.5"), "To=%2B1&SendAt=tomorrow.5");
}
