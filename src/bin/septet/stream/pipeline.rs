//! One reader, a worker on each core, one writer. Chunk number n goes to worker n modulo their number, and the writer
//! asks the workers in turn: order is kept without holding anything back, and short queues keep memory flat.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::bad::BadRow;
use super::chunks::{Chunk, Place};
use crate::outcome::Failure;

/// Chunks that wait before and behind each worker.
const QUEUE: usize = 2;

/// Workers at most: one reader cannot keep more of them busy.
const WORKERS: usize = 16;

/// What became of a chunk.
pub(crate) struct Done<T> {
    /// What is to be written.
    pub(crate) out: Vec<u8>,
    /// Rows that could not be read; their lines are counted within the chunk.
    pub(crate) bad: Vec<BadRow>,
    /// What the rows add up to; its lines are counted within the chunk.
    pub(crate) tally: T,
    /// The line breaks of the chunk.
    pub(crate) lines: u64,
}

/// The number of workers where none was asked for.
pub(crate) fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| {
        thread::available_parallelism().map_or(1, |cores| cores.get().min(WORKERS))
    })
}

/// Runs every chunk through a worker and hands the results to `write` in the order of the chunks, each with the
/// place where its chunk begins and the one behind it.
pub(crate) fn run<T: Send, W: FnMut(&Chunk) -> Result<Done<T>, Failure>>(
    chunks: impl Iterator<Item = Result<Chunk, Failure>> + Send,
    from: Place,
    workers: usize,
    new_worker: impl Fn() -> W + Sync,
    mut write: impl FnMut(Done<T>, Place, Place) -> Result<(), Failure>,
) -> Result<(), Failure> {
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..workers.max(1) {
            let (input, chunks) = sync_channel(QUEUE);
            let (results, output) = sync_channel(QUEUE);
            let new_worker = &new_worker;
            scope.spawn(move || work(new_worker(), &chunks, &results));
            inputs.push(input);
            outputs.push(output);
        }
        scope.spawn(move || {
            for (chunk, input) in chunks.zip(inputs.iter().cycle()) {
                // Workers are gone when the writer is: there is nobody left to read for.
                if input.send(chunk).is_err() {
                    break;
                }
            }
        });
        let mut begin = from;
        for output in outputs.iter().cycle() {
            // The first worker in turn without a chunk is behind the last one.
            let Ok(result) = output.recv() else {
                return Ok(());
            };
            let (done, file, octets) = result?;
            if file != begin.file {
                begin = Place {
                    file,
                    offset: 0,
                    line: 1,
                };
            }
            let end = Place {
                file,
                offset: begin.offset + octets,
                line: begin.line + done.lines,
            };
            write(done, begin, end)?;
            begin = end;
        }
        Ok(())
    })
}

/// A result, the number of its file and the octets of its chunk.
type Answer<T> = Result<(Done<T>, usize, u64), Failure>;

fn work<T>(
    mut work: impl FnMut(&Chunk) -> Result<Done<T>, Failure>,
    chunks: &Receiver<Result<Chunk, Failure>>,
    results: &SyncSender<Answer<T>>,
) {
    for chunk in chunks {
        let result = chunk.and_then(|chunk| {
            let done = work(&chunk)?;
            Ok((done, chunk.file, chunk.octets.len() as u64))
        });
        if results.send(result).is_err() {
            break;
        }
    }
}
