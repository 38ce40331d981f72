//! The computation of each SQL function: constant arguments are read once, at planning time, then each row is answered.

use alloc::sync::Arc;
use alloc::vec::Vec;

use datafusion::arrow::array::{
    ArrayRef, Int64Array, Int64Builder, ListBuilder, StringViewArray, StringViewBuilder,
    StructArray,
};
use datafusion::arrow::buffer::NullBuffer;

use super::Function;
use super::error::Problem;
use super::function::ANALYSIS;
use super::options::{self, CountOptions};
use crate::catalogue::Keywords;
use crate::{Alphabet, Analysis, Count, Encoding, EncodingError, NationalLanguage, SmartEncoder};

/// A function with its constants.
pub(super) enum BoundFunction {
    Number(CountOptions, fn(Count) -> usize),
    Encoding(CountOptions),
    Split(CountOptions),
    Offenders(CountOptions),
    Analyze(CountOptions),
    SmartEncode(SmartEncoder),
    Keyword(Keywords),
}

impl BoundFunction {
    /// Reads the constants behind the text; what is not given is empty.
    pub(super) fn new(function: Function, constants: [&str; 2]) -> Result<Self, Problem> {
        let [first, second] = constants;
        Ok(match function {
            Function::Segments => {
                BoundFunction::Number(CountOptions::parse(first)?, Count::segments)
            }
            Function::Units => BoundFunction::Number(CountOptions::parse(first)?, Count::units),
            Function::Encoding => BoundFunction::Encoding(CountOptions::parse(first)?),
            Function::Split => BoundFunction::Split(CountOptions::parse(first)?),
            Function::Offenders => BoundFunction::Offenders(CountOptions::parse(first)?),
            Function::Analyze => BoundFunction::Analyze(CountOptions::parse(first)?),
            Function::SmartEncode => {
                BoundFunction::SmartEncode(options::smart_encoder(first, second)?)
            }
            Function::Keyword => BoundFunction::Keyword(options::keywords(first)?),
        })
    }

    /// The answers for these texts, in order; null for null.
    pub(super) fn answers<'t>(
        &self,
        texts: impl Iterator<Item = Option<&'t str>>,
    ) -> Result<ArrayRef, EncodingError> {
        Ok(match self {
            BoundFunction::Number(counting, number) => {
                let count = |text| counting.count(text).map(|count| integer(number(count)));
                let numbers = texts.map(|text| text.map(count).transpose());
                Arc::new(numbers.collect::<Result<Int64Array, _>>()?)
            }
            BoundFunction::Encoding(counting) => {
                let name = |text| counting.count(text).map(|count| count.encoding().name());
                let names = texts.map(|text| text.map(name).transpose());
                Arc::new(names.collect::<Result<StringViewArray, _>>()?)
            }
            BoundFunction::Split(counting) => lists(texts, |text, list| {
                for segment in counting.segmenter.segments(&counting.sent(text))? {
                    list.append_value(segment.text());
                }
                Ok(())
            })?,
            BoundFunction::Offenders(counting) => lists(texts, |text, list| {
                let text = counting.sent(text);
                // Most texts have none: no need to look for them.
                if counting.segmenter.count(&text)?.encoding() == Encoding::Ucs2 {
                    offenders(&counting.segmenter.analyze(&text)?, list);
                }
                Ok(())
            })?,
            BoundFunction::Analyze(counting) => analyses(texts, counting)?,
            BoundFunction::SmartEncode(encoder) => {
                let mut array = StringViewBuilder::new();
                for text in texts {
                    array.append_option(text.map(|text| encoder.encode(text).into_text()));
                }
                Arc::new(array.finish())
            }
            BoundFunction::Keyword(keywords) => {
                let intent = |text| Some(keywords.recognize(text)?.intent().name());
                Arc::new(texts.map(|text| intent(text?)).collect::<StringViewArray>())
            }
        })
    }
}

type ListOfStrings = ListBuilder<StringViewBuilder>;

/// A list for each text.
fn lists<'t>(
    texts: impl Iterator<Item = Option<&'t str>>,
    fill: impl Fn(&str, &mut StringViewBuilder) -> Result<(), EncodingError>,
) -> Result<ArrayRef, EncodingError> {
    let mut lists = ListOfStrings::new(StringViewBuilder::new());
    for text in texts {
        if let Some(text) = text {
            fill(text, lists.values())?;
        }
        lists.append(text.is_some());
    }
    Ok(Arc::new(lists.finish()))
}

fn offenders(analysis: &Analysis<'_>, list: &mut StringViewBuilder) {
    for offender in analysis.offenders() {
        list.append_value(offender.character().encode_utf8(&mut [0; 4]));
    }
}

/// A struct for each text, with the fields of [`ANALYSIS`].
fn analyses<'t>(
    texts: impl Iterator<Item = Option<&'t str>>,
    counting: &CountOptions,
) -> Result<ArrayRef, EncodingError> {
    let mut encodings = StringViewBuilder::new();
    let mut numbers: [Int64Builder; 4] = Default::default();
    let mut shifts: [StringViewBuilder; 2] = Default::default();
    let mut lists: [ListOfStrings; 2] = Default::default();
    let mut is_there = Vec::new();
    for text in texts {
        is_there.push(text.is_some());
        let sent = text.map(|text| counting.sent(text));
        let analysis = sent.as_deref().map(|text| counting.segmenter.analyze(text));
        let analysis = analysis.transpose()?;
        let count = analysis.as_ref().map(Analysis::count);
        encodings.append_option(count.map(|count| count.encoding().name()));
        let figures = [
            Count::segments,
            Count::units,
            Count::units_per_segment,
            Count::units_remaining,
        ];
        for (column, figure) in numbers.iter_mut().zip(figures) {
            column.append_option(count.map(|count| integer(figure(count))));
        }
        let alphabet = count.map(Count::alphabet);
        let tables = [
            alphabet.and_then(Alphabet::locking),
            alphabet.and_then(Alphabet::single),
        ];
        for (column, table) in shifts.iter_mut().zip(tables) {
            column.append_option(table.map(NationalLanguage::name));
        }
        if let Some(analysis) = &analysis {
            offenders(analysis, lists[0].values());
            for warning in analysis.warnings() {
                lists[1].values().append_value(warning.code().name());
            }
        }
        for list in &mut lists {
            list.append(analysis.is_some());
        }
    }
    let mut columns: Vec<ArrayRef> = alloc::vec![Arc::new(encodings.finish())];
    columns.extend(numbers.map(|mut column| Arc::new(column.finish()) as ArrayRef));
    columns.extend(shifts.map(|mut column| Arc::new(column.finish()) as ArrayRef));
    columns.extend(lists.map(|mut column| Arc::new(column.finish()) as ArrayRef));
    let nulls = NullBuffer::from(is_there);
    Ok(Arc::new(StructArray::new(
        ANALYSIS.clone(),
        columns,
        Some(nulls),
    )))
}

fn integer(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
