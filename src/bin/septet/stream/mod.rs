//! Files of many texts, read and answered in flat memory on all cores: workers take turns in reading chunks of whole
//! records and in writing what they made of them.

mod bad;
mod checkpoint;
mod chunks;
mod interrupt;
mod output;
mod pipeline;
mod run;
mod writing;

pub(crate) use bad::{BadRow, BadRowOptions, json_reason, utf8};
pub(crate) use checkpoint::State;
pub(crate) use chunks::{Chunk, Chunks, Position, Reading};
pub(crate) use pipeline::{ChunkResult, run};
pub(crate) use run::{FileRun, LongRun, Total, is_same_file};
pub(crate) use writing::RunWriter;
