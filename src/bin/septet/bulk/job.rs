//! The work on a row, the same for all rows.

use std::borrow::Cow;

use septet::{Count, Frame, Rules, Segmenter, SmartEncoded, SmartEncoder, SmartOutcome};

use crate::names;
use crate::outcome::Failure;
use crate::source::{Format, USUAL, line_breaks, without_mark};
use crate::stream::{BadRow, Chunk, ChunkResult};

use super::added::{Column, Missing};
use super::args::Args;
use super::groups::{self, Group};
use super::head::Head;
use super::json::Key;
use super::layout::Layout;
use super::money::Price;
use super::prices::{Found, Pricing};
use super::records::{Body, Records, Shape};
use super::savings::{self, Saved, Savings};
use super::tally::{At, Tally};
use super::text::{self, Columns, TextOf};

/// The work on rows.
pub(super) struct Job {
    shape: Shape,
    texts: Vec<TextOf>,
    segmenter: Segmenter,
    /// The prefix, the suffix and the line ends that every text gets.
    frame: Frame,
    /// Finds the offenders of a text if no national language is allowed.
    missing: Option<Missing>,
    smart: Option<(Rules, SmartEncoder)>,
    savings: Option<Savings>,
    /// The most segments a row may take.
    limit: usize,
    pricing: Option<Pricing>,
    /// The columns that the price depends on and that rows are grouped by.
    priced_by: Option<usize>,
    grouped_by: Option<usize>,
    columns: Vec<Column>,
    /// The names of all columns of written rows, those that are added last.
    pub(super) names: Vec<String>,
    /// The layout of rows, if they are written.
    pub(super) layout: Option<Layout>,
}

/// A text of a row that was counted.
struct Counted<'t> {
    text: Cow<'t, str>,
    /// The text that is sent, if smart encoding changes it.
    sent: Option<String>,
    count: Count,
    /// The segments that smart encoding saves, if it was applied.
    saved: Option<i64>,
}

impl Counted<'_> {
    fn sent(&self) -> &str {
        self.sent.as_deref().unwrap_or(&self.text)
    }
}

impl Job {
    pub(super) fn new(
        args: &Args,
        format: Format,
        head: &Head,
        pricing: Option<Pricing>,
    ) -> Result<Self, Failure> {
        let mut columns = Columns::new(head);
        let template = args.template.as_deref();
        let template = template.map(|text| (without_mark(text), args.sending.field_syntax()));
        let texts = columns.texts(&args.column, template)?;
        let priced_by = match &pricing {
            Some(Pricing::Table(prices)) => {
                Some(columns.priced_by(args.price_by.as_deref(), prices.usual())?)
            }
            _ => None,
        };
        let by = args.by.as_deref();
        let grouped_by = by.map(|name| columns.place(name)).transpose()?;
        let added_columns = args.columns();
        let added: Vec<String> = match args.column.as_slice() {
            many @ [_, _, ..] => many
                .iter()
                .flat_map(|text| added_columns.iter().map(move |column| (Some(text), column)))
                .map(|named| args.added_name(named))
                .collect(),
            _ => added_columns
                .iter()
                .map(|column| args.added_name((None, column)))
                .collect(),
        };
        let is_written = args.writes_rows();
        let layout = is_written.then(|| args.layout(format)).transpose()?;
        let names = match layout {
            Some(layout) => layout.names(names(head, &added)?)?,
            None => Vec::new(),
        };
        let shape = Shape {
            format,
            columns: head.names().to_vec(),
            has_header: args.has_header(),
            is_unescaped: args.input.escape.is_some(),
            wanted: columns.into_keys(),
            taken: if is_written { added } else { Vec::new() },
            is_only_key: args.column.is_empty()
                && args.template.is_none()
                && matches!(head, Head::Keys { names, .. } if matches!(names.as_slice(), [only] if !USUAL.contains(&only.as_str()))),
            is_lossy: args.reading.is_lossy(),
            sample: args.sample,
        };
        let segmenter = args.sending.segmenter();
        let smart = args.sending.rules().zip(args.sending.encoder());
        // The summary is not seen where the rows take its place.
        let is_summed_up = !is_written || args.output.is_some();
        let is_wanted = smart.is_none() && !args.no_savings && is_summed_up;
        Ok(Job {
            shape,
            texts,
            segmenter,
            frame: args.sending.frame(),
            missing: args.sending.is_plain().then(Missing::new),
            savings: is_wanted.then(|| Savings::new(segmenter, args.sending.is_plain())),
            smart,
            limit: args.max_segments.unwrap_or(usize::MAX),
            pricing,
            priced_by,
            grouped_by,
            columns: added_columns,
            names,
            layout,
        })
    }

    /// The failure of a run in which no object had the keys that are wanted.
    pub(super) fn no_such_key(&self, head: &Head) -> Failure {
        let names: Vec<&str> = self.shape.wanted.iter().map(Key::name).collect();
        text::missing(head, &names.join(" or "))
    }

    /// The failure of a run in which no object had the key of a field that has a default.
    pub(super) fn no_such_optional_key(&self, head: &Head, total: &Tally) -> Option<Failure> {
        let rows = total.rows + total.bad;
        let mut absent = total.absent.iter();
        let (place, _) = absent.find(|(_, absent)| **absent == rows)?;
        let name = self.shape.wanted.get(*place)?.name();
        Some(text::missing(head, name))
    }

    /// Counts the keys with defaults that a row lacks.
    fn count_absent(&self, body: &Body, tally: &mut Tally) {
        for place in self.texts.iter().flat_map(TextOf::optional) {
            if body.lacks(place) {
                *tally.absent.entry(place).or_default() += 1;
            }
        }
    }

    pub(super) fn worker(&self) -> Worker<'_> {
        Worker {
            job: self,
            records: Records::new(&self.shape),
            savings: self.savings.clone(),
        }
    }

    /// Counts a row, or says why it is a bad one.
    fn row(
        &self,
        body: &Body,
        at: At,
        out: &mut Vec<u8>,
        tally: &mut Tally,
        mut savings: Option<&mut Savings>,
    ) -> Result<(), String> {
        let found = self.price(body)?;
        let price = found.map(|found| found.price);
        let group = self.grouped_by.map(|place| body.value(place)).transpose()?;
        let known = (&self.segmenter, self.missing.as_ref());
        let terms = (self.limit, price);
        // Most files have one text in each row: then nothing is allocated for it.
        if let [text] = self.texts.as_slice() {
            let counted = self.count(text, body)?;
            tally.add_price(found);
            self.sum_up(&counted, (at, price, group.as_deref()), tally, savings);
            if let Some(layout) = self.layout {
                let (sent, count) = (counted.sent(), counted.count);
                let value = |column: &Column| column.value(sent, count, known, terms);
                layout.push(body, &self.names, self.columns.iter().map(value), out);
            }
            return Ok(());
        }
        let texts = self.texts.iter().map(|text| self.count(text, body));
        let texts: Vec<Counted> = texts.collect::<Result<_, _>>()?;
        tally.add_price(found);
        for counted in &texts {
            let savings = savings.as_deref_mut();
            self.sum_up(counted, (at, price, group.as_deref()), tally, savings);
        }
        if let Some(layout) = self.layout {
            let values = texts.iter().flat_map(|counted| {
                let (sent, count) = (counted.sent(), counted.count);
                let columns = self.columns.iter();
                columns.map(move |column| column.value(sent, count, known, terms))
            });
            layout.push(body, &self.names, values, out);
        }
        Ok(())
    }

    /// Adds a text to the sums.
    fn sum_up(
        &self,
        counted: &Counted,
        (at, price, group): (At, Option<Price>, Option<&str>),
        tally: &mut Tally,
        savings: Option<&mut Savings>,
    ) {
        let count = counted.count;
        tally.add(count, counted.sent(), at, self.limit);
        let cost = price.map_or(0, |price| cost(price, count.segments()));
        tally.cost = tally.cost.saturating_add(cost);
        if let Some(value) = group {
            let group = Group {
                rows: 1,
                segments: count.segments() as u64,
                cost,
            };
            groups::add(&mut tally.groups, value, group);
        }
        if let Some((rules, _)) = &self.smart {
            Saved::of(*rules, counted.saved, price).add_to(&mut tally.saved);
        }
        if let Some(savings) = savings {
            savings.add(&counted.text, count, price, &mut tally.saved);
        }
    }

    fn count<'b>(&self, text: &TextOf, body: &Body<'b>) -> Result<Counted<'b>, String> {
        let text = text.of(body)?;
        let framed = match self.frame.apply(&text) {
            Cow::Owned(framed) => Some(framed),
            Cow::Borrowed(_) => None,
        };
        let text = framed.map_or(text, Cow::Owned);
        if self.smart.is_none() {
            let count = self.segmenter.count(&text);
            return Ok(Counted {
                count: count.map_err(|error| names::with_name(&error))?,
                text,
                sent: None,
                saved: None,
            });
        }
        let smart = self
            .smart
            .as_ref()
            .map(|(_, encoder)| encoder.encode(&text));
        let sent = smart.as_ref().map_or(&*text, SmartEncoded::text);
        let count = self
            .segmenter
            .count(sent)
            .map_err(|error| names::with_name(&error))?;
        let applied = smart.filter(|smart| {
            matches!(
                smart.outcome(),
                SmartOutcome::Applied | SmartOutcome::Composed
            )
        });
        let saved = applied
            .as_ref()
            .map(|smart| savings::difference(smart.before(), count));
        let sent = applied.map(|smart| smart.into_text().into_owned());
        Ok(Counted {
            text,
            sent,
            count,
            saved,
        })
    }

    fn price(&self, body: &Body) -> Result<Option<Found>, String> {
        let Some(pricing) = &self.pricing else {
            return Ok(None);
        };
        let value = self.priced_by.map(|place| body.value(place)).transpose()?;
        pricing.of(value.as_deref()).map(Some)
    }
}

/// The cost of so many segments, in billionths.
fn cost(price: Price, segments: usize) -> i128 {
    let segments = i64::try_from(segments).unwrap_or(i64::MAX);
    price.of(segments).billionths()
}

/// The names of the columns that come in, then of those that are added.
fn names(head: &Head, added: &[String]) -> Result<Vec<String>, Failure> {
    let own = match head {
        Head::Columns(names) => names.clone(),
        Head::Text => vec!["text".to_owned()],
        Head::Keys { .. } => Vec::new(),
    };
    match added.iter().find(|name| own.contains(name)) {
        Some(name) => Err(Failure::usage(format!(
            "there is a column {name} already; choose another --prefix"
        ))),
        None => Ok([&own, added].concat()),
    }
}

/// Does the work in a thread of its own, with buffers that are used again for each chunk.
pub(super) struct Worker<'j> {
    job: &'j Job,
    records: Records<'j>,
    savings: Option<Savings>,
}

impl Worker<'_> {
    /// Does a chunk, and appends its rows to those that are to be written.
    pub(super) fn run(
        &mut self,
        chunk: &Chunk,
        out: &mut Vec<u8>,
    ) -> Result<ChunkResult<Tally>, Failure> {
        let (mut bad, mut tally, mut keyless) = (Vec::new(), Tally::default(), 0);
        let savings = &mut self.savings;
        let lines = self.records.each(chunk, |line, body| {
            let at = At {
                file: chunk.file,
                line,
                numbering: chunk.numbering,
            };
            let savings = savings.as_mut();
            let done = body.and_then(|body| {
                let done = self.job.row(&body, at, out, &mut tally, savings);
                self.job.count_absent(&body, &mut tally);
                keyless += u64::from(done.is_err() && body.lacks_a_key());
                done
            });
            if let Err(reason) = done {
                bad.push(BadRow { line, reason });
            }
        })?;
        tally.bad = bad.len() as u64;
        tally.keyless = keyless;
        let open_quote = chunk
            .open_quote
            .map(|quote| line_breaks(&chunk.octets[..quote]));
        Ok(ChunkResult {
            bad,
            tally,
            lines,
            numbering: chunk.numbering,
            open_quote,
        })
    }
}
