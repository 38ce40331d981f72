//! Files of many texts, read and answered in flat memory on all cores: workers take turns in reading chunks of whole
//! records and in writing what they made of them.

mod bad;
mod checkpoint;
mod chunks;
mod decompress;
mod files;
mod format;
mod output;
mod pipeline;
mod run;
mod split;
mod writing;

pub(crate) use bad::{BadRow, BadRowOptions, json_reason, utf8};
pub(crate) use checkpoint::State;
#[cfg(feature = "sql")]
pub(crate) use chunks::marker;
pub(crate) use chunks::{Chunk, Chunks, Place};
pub(crate) use files::{InputFile, find};
pub(crate) use format::{Format, FormatName, delimiter};
pub(crate) use pipeline::{Done, run};
pub(crate) use run::{LongRun, Run, Total};
#[cfg(feature = "sql")]
pub(crate) use split::Quotes;
pub(crate) use split::{line_breaks, lines};
pub(crate) use writing::Writing;
