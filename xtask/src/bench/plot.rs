//! Plots: bars in groups as an SVG that is readable on light and on dark pages.
//!
//! A benchmark prints one line for each plot, and `bench` writes `benches/NAME.svg`:
//!
//! ```json
//! {"plot": "NAME", "title": "…", "note": "…", "scale": "linear" or "log",
//!  "groups": [{"name": "…", "bars": [{"name": "…", "value": 1.5, "label": "1.5 s", "kind": "ours"}]}]}
//! ```
//!
//! `kind` is `ours`, `rival` (unless said otherwise), `limit` (what no program can pass), or `wrong` (a rival whose
//! answers are wrong: hollow, struck out). A logarithmic scale begins at the power of ten below the least value.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// How long the longest bar is, and what is left and right of bars at least.
const LONGEST: f64 = 420.0;
const LEFT: f64 = 200.0;
const RIGHT: f64 = 140.0;
/// A letter, rather too wide than too narrow: the reader's font is not known.
const LETTER: f64 = 7.6;
const ROW: f64 = 20.0;
const TOP: f64 = 62.0;
const GROUP: f64 = 34.0;

/// A background of its own: the page around it may be of either colour, whatever the reader's system prefers.
const STYLE: &str = "\
    svg{--page:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d8dee4;--ours:#0b7a5b;--rival:#9aa7b4;--limit:#c9a227;--wrong:#b3423a;color-scheme:light dark}\
    @media(prefers-color-scheme:dark){svg{--page:#0f1419;--ink:#e6edf3;--soft:#9aa7b4;--line:#2b333c;--ours:#3fcf9f;--rival:#66727f;--limit:#d9b64a;--wrong:#f0857c}}\
    text{font:13px system-ui,sans-serif;fill:var(--ink)}.title{font-size:16px;font-weight:600}.group{font-weight:600}\
    .soft,.soft tspan{fill:var(--soft);font-size:12px}.end{text-anchor:end}.middle{text-anchor:middle}\
    .ours{fill:var(--ours)}.rival{fill:var(--rival)}.limit{fill:var(--limit)}\
    .wrong{fill:none;stroke:var(--wrong);stroke-dasharray:3 2}text.wrong{fill:var(--soft);stroke:none;text-decoration:line-through}\
    text.ours{font-weight:600}text.rival,text.limit{fill:var(--ink)}line{stroke:var(--line)}rect.page{fill:var(--page)}";

/// The SVG of a plot and its name.
pub(super) fn svg(plot: &Value) -> Result<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let name = text(&plot["plot"]);
    let groups = groups(plot).with_context(|| format!("plot {name}"))?;
    let scale = Scale::new(&groups, plot["scale"] == "log");
    let room = |of: fn(&Bar) -> &str, least: f64| {
        let bars = groups.iter().flat_map(|group| &group.bars);
        let letters = bars.map(|bar| of(bar).chars().count()).max().unwrap_or(0);
        u32::try_from(letters).map(|letters| least.max(28.0 + LETTER * f64::from(letters)))
    };
    let left = room(|bar| &bar.name, LEFT)?;
    let width = left + LONGEST + room(|bar| &bar.label, RIGHT)?;
    let rows: usize = groups.iter().map(|group| group.bars.len()).sum();
    let (rows, heads) = (
        f64::from(u32::try_from(rows)?),
        f64::from(u32::try_from(groups.len())?),
    );
    let bottom = TOP + rows * ROW + heads * GROUP;
    let height = bottom + 30.0;

    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-label=\"{title}\">\n<style>{STYLE}</style>\n<rect class=\"page\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n\
         <text class=\"title\" x=\"20\" y=\"30\">{title}</text>\n<text class=\"soft\" x=\"20\" y=\"50\">{note}</text>\n",
        title = escaped(&text(&plot["title"])),
        note = escaped(&text(&plot["note"])),
    );
    for (value, label) in scale.marks() {
        let x = left + scale.length(value);
        let _ = writeln!(
            svg,
            "<line x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{bottom}\"/>\
             <text class=\"soft middle\" x=\"{x:.1}\" y=\"{:.1}\">{label}</text>",
            bottom + 18.0,
        );
    }
    let mut y = TOP;
    for group in &groups {
        let _ = writeln!(
            svg,
            "<text class=\"group\" x=\"20\" y=\"{:.1}\">{}</text>",
            y + GROUP - 10.0,
            escaped(&group.name)
        );
        y += GROUP;
        for bar in &group.bars {
            bar.draw(&mut svg, left, y, scale.length(bar.value));
            y += ROW;
        }
    }
    svg += "</svg>\n";
    Ok((name, svg))
}

struct Group {
    name: String,
    bars: Vec<Bar>,
}

struct Bar {
    name: String,
    value: f64,
    label: String,
    kind: String,
}

impl Bar {
    fn draw(&self, svg: &mut String, left: f64, y: f64, length: f64) {
        let kind = &self.kind;
        let _ = writeln!(
            svg,
            "<text class=\"{kind} end\" x=\"{:.1}\" y=\"{:.1}\">{}</text>\
             <rect class=\"{kind}\" x=\"{left}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"2\"/>\
             <text class=\"soft\" x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            left - 8.0,
            y + 14.0,
            escaped(&self.name),
            y + 3.5,
            length.max(1.5),
            ROW - 7.0,
            left + length.max(1.5) + 6.0,
            y + 14.0,
            escaped(&self.label),
        );
    }
}

fn groups(plot: &Value) -> Result<Vec<Group>> {
    let list = |value: &Value, what| {
        value
            .as_array()
            .cloned()
            .with_context(|| format!("has no {what}"))
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let mut groups = Vec::new();
    for group in list(&plot["groups"], "groups")? {
        let mut bars = Vec::new();
        for bar in list(&group["bars"], "bars")? {
            let name = text(&bar["name"]).context("has a bar without a name")?;
            let value = bar["value"].as_f64().filter(|value| *value > 0.0);
            bars.push(Bar {
                value: value.with_context(|| format!("has no positive value for {name}"))?,
                label: text(&bar["label"]).unwrap_or_default(),
                kind: text(&bar["kind"]).unwrap_or_else(|| "rival".to_owned()),
                name,
            });
        }
        groups.push(Group {
            name: text(&group["name"]).unwrap_or_default(),
            bars,
        });
    }
    ensure!(
        groups.iter().any(|group| !group.bars.is_empty()),
        "has no bars"
    );
    Ok(groups)
}

/// From values to lengths.
enum Scale {
    Linear {
        most: f64,
    },
    /// Between two powers of ten.
    Log {
        least: f64,
        most: f64,
    },
}

impl Scale {
    fn new(groups: &[Group], is_log: bool) -> Self {
        let values = || {
            groups
                .iter()
                .flat_map(|group| &group.bars)
                .map(|bar| bar.value)
        };
        let most = values().fold(f64::MIN_POSITIVE, f64::max);
        if is_log {
            let least = values().fold(most, f64::min);
            Scale::Log {
                least: least.log10().floor(),
                most: most.log10(),
            }
        } else {
            Scale::Linear { most }
        }
    }

    fn length(&self, value: f64) -> f64 {
        match *self {
            Scale::Linear { most } => LONGEST * value / most,
            Scale::Log { least, most } => {
                LONGEST * (value.log10() - least) / (most - least).max(1e-9)
            }
        }
    }

    /// The values with a line of their own: each power of ten, or the beginning alone.
    fn marks(&self) -> Vec<(f64, String)> {
        match *self {
            Scale::Linear { .. } => vec![(0.0, String::new())],
            Scale::Log { least, most } => {
                let powers = std::iter::successors(Some(least), |power| Some(power + 1.0));
                powers
                    .take_while(|power| *power <= most)
                    .map(|power| (10_f64.powf(power), power_of_ten(power)))
                    .collect()
            }
        }
    }
}

/// `0.01`, `1`, `1,000`
fn power_of_ten(power: f64) -> String {
    let digits = 10_f64.powf(power).to_string();
    if power < 3.0 {
        return digits;
    }
    let from_end = |at: usize| digits.len() - at;
    digits
        .char_indices()
        .flat_map(|(at, digit)| {
            (at > 0 && from_end(at) % 3 == 0)
                .then_some(',')
                .into_iter()
                .chain([digit])
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn bars(svg: &str, attribute: &str) -> Vec<String> {
        let rectangles = svg.split("<rect class=\"").skip(2);
        rectangles
            .map(|rest| {
                rest.split_once(&format!("{attribute}=\""))
                    .unwrap()
                    .1
                    .split('"')
                    .next()
                    .unwrap()
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn bars_are_as_long_as_their_values() {
        let group = |scale| {
            json!({"plot": "p", "title": "a < b", "scale": scale, "groups": [{"name": "g", "bars":
                [{"name": "x", "value": 10, "kind": "ours"}, {"name": "y", "value": 100}, {"name": "z", "value": 1000}]}]})
        };
        let (name, linear) = svg(&group("linear")).unwrap();
        assert_eq!(name, "p");
        assert!(linear.contains("a &lt; b"));
        assert_eq!(bars(&linear, "width"), ["4.2", "42.0", "420.0"]);
        let (_, log) = svg(&group("log")).unwrap();
        assert_eq!(bars(&log, "width"), ["1.5", "210.0", "420.0"]);
    }

    #[test]
    fn names_and_labels_have_the_room_they_need() {
        let width = |name: &str, label: &str| {
            let bars = json!([{"name": name, "value": 1, "label": label}]);
            let (_, svg) = svg(&json!({"plot": "p", "groups": [{"bars": bars}]})).unwrap();
            let (_, width) = svg.split_once("width=\"").unwrap();
            width.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        assert!((width("short", "1 s") - 760.0).abs() < 0.1);
        let letters = "m".repeat(50);
        assert!(width(&letters, "1 s") > 420.0 + 140.0 + 50.0 * 7.0);
        assert!(width("short", &letters) > 200.0 + 420.0 + 50.0 * 7.0);
    }

    #[test]
    fn what_a_plot_lacks_is_named() {
        let sentence = |plot| format!("{:#}", svg(&plot).unwrap_err());
        assert_eq!(sentence(json!({"plot": "p"})), "plot p: has no groups");
        assert_eq!(
            sentence(json!({"plot": "p", "groups": [{"bars": [{"name": "x", "value": 0}]}]})),
            "plot p: has no positive value for x"
        );
    }

    #[test]
    fn powers_of_ten_are_written_for_people() {
        assert_eq!(
            [-2.0, 0.0, 3.0, 4.0, 6.0].map(power_of_ten),
            ["0.01", "1", "1,000", "10,000", "1,000,000"]
        );
    }
}
