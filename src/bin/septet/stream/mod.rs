//! Files of many texts, read and answered in flat memory on all cores: chunks of whole records go from one reader to
//! the workers and, in their order, to one writer.

mod bad;
mod chunks;
mod decompress;
mod files;
mod format;
mod output;
mod pipeline;
mod split;

pub(crate) use bad::{BadRow, BadRowOptions, BadRows, json_reason, utf8};
pub(crate) use chunks::{Chunk, Chunks, Place};
pub(crate) use files::{Identity, InputFile, find};
pub(crate) use format::{Format, FormatName, unpacked};
pub(crate) use output::Output;
pub(crate) use pipeline::{Done, run, threads};
pub(crate) use split::{line_breaks, lines};
