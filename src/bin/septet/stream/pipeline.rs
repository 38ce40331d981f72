//! Workers in a ring. Two things go round in it: the reader, from which a worker takes the next chunk, and the writer,
//! to which it gives what it made of it. Both pass from each worker to the next one, so that chunks are written in the
//! order they are read, and all a worker holds is a chunk and what is made of it, in memory that it uses again.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::bad::BadRow;
use super::chunks::{Chunk, Chunks, Position};
use crate::outcome::Failure;
use crate::source::Numbering;

/// Workers at most: one reader cannot keep more of them busy.
const WORKERS: usize = 16;

/// The result of a chunk, apart from the rows to write.
pub(crate) struct ChunkResult<T> {
    /// Rows that could not be read; their lines are counted within the chunk.
    pub(crate) bad: Vec<BadRow>,
    /// The sums over the rows; lines are counted within the chunk.
    pub(crate) tally: T,
    /// The line breaks of the chunk, or its rows: whatever its rows are numbered by.
    pub(crate) lines: u64,
    pub(crate) numbering: Numbering,
    /// Lines before the quote that opens a cell which the file does not close.
    pub(crate) open_quote: Option<u64>,
}

/// The number of workers where none was asked for.
pub(crate) fn threads(asked: Option<usize>) -> usize {
    asked.unwrap_or_else(|| {
        thread::available_parallelism().map_or(1, |cores| cores.get().min(WORKERS))
    })
}

/// Runs every chunk through a worker, which appends to the octets what is to be written, and hands these and what became
/// of the chunk to `write` in the order of the chunks, each with the place where its chunk begins and the one behind it.
pub(crate) fn run<T, W, F>(
    mut chunks: Chunks,
    from: Position,
    workers: usize,
    new_worker: impl Fn() -> W + Sync,
    mut write: F,
) -> Result<(), Failure>
where
    W: FnMut(&Chunk, &mut Vec<u8>) -> Result<ChunkResult<T>, Failure>,
    F: FnMut(&[u8], ChunkResult<T>, Position, Position) -> Result<(), Failure> + Send,
{
    let readers = ring(workers.max(1), &mut chunks);
    let writers = ring(workers.max(1), (&mut write, from));
    thread::scope(|scope| {
        let new_worker = &new_worker;
        let seats = readers.into_iter().zip(writers);
        let running: Vec<_> = seats
            .map(|(reader, writer)| scope.spawn(move || work(&reader, &writer, new_worker())))
            .collect();
        let ended = running.into_iter().map(|worker| {
            let ended = worker.join();
            ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        ended.collect()
    })
}

/// Each worker takes the turn from the one before and hands it to the next one.
struct Seat<T> {
    before: Receiver<T>,
    next: SyncSender<T>,
}

/// Seats in a ring, the first one of which is about to receive what goes round.
fn ring<T>(seats: usize, first: T) -> Vec<Seat<T>> {
    let (mut nexts, befores): (Vec<_>, Vec<_>) = (0..seats).map(|_| sync_channel(1)).unzip();
    // There is room for it, and somebody to receive it.
    let _ = nexts[0].send(first);
    nexts.rotate_left(1);
    let seats = befores.into_iter().zip(nexts);
    seats.map(|(before, next)| Seat { before, next }).collect()
}

/// One worker: it ends when nothing is left to read, when it fails, or when the one before it has failed.
fn work<T>(
    reader: &Seat<&mut Chunks>,
    writer: &Seat<(
        &mut impl FnMut(&[u8], ChunkResult<T>, Position, Position) -> Result<(), Failure>,
        Position,
    )>,
    mut work: impl FnMut(&Chunk, &mut Vec<u8>) -> Result<ChunkResult<T>, Failure>,
) -> Result<(), Failure> {
    let (mut chunk, mut out) = (Chunk::default(), Vec::new());
    while let Ok(chunks) = reader.before.recv() {
        let read = chunks.read(&mut chunk);
        let done = match read {
            Ok(false) => break,
            Ok(true) => {
                // The next one may have failed since: then nobody has to read on.
                let _ = reader.next.send(chunks);
                out.clear();
                work(&chunk, &mut out)
            }
            Err(failure) => Err(failure),
        };
        let Ok((write, mut begin)) = writer.before.recv() else {
            break;
        };
        let done = done?;
        if let Some(prelude) = chunk.first {
            begin = Position {
                file: chunk.file,
                offset: prelude.octets,
                line: 1 + prelude.lines,
            };
        }
        let end = Position {
            offset: begin.offset + chunk.octets.len() as u64,
            line: begin.line + done.lines,
            ..begin
        };
        write(&out, done, begin, end)?;
        // The next one has ended where this chunk was the last.
        let _ = writer.next.send((write, end));
    }
    Ok(())
}
