//! The files of this machine, as the engine reads them: text comes out as the other sub-commands read it, unpacked, decoded
//! and without what stands above a header. CSV that ends within a quoted value ends with an error: the engine would take
//! the rest of the file as that value.

use std::fmt;
use std::io::{self, Read};
use std::ops::Range;
use std::path::PathBuf;

use async_trait::async_trait;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    CopyOptions, Error, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload,
    ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, RenameOptions,
    Result,
};
use futures::stream::{self, BoxStream, StreamExt};
use memchr::memrchr;

use super::files::{TextFile, is_text};
use crate::source::Quotes;

/// Octets that are handed out at once. The engine asks for more with each batch of rows that it makes: they may not be
/// more than a batch.
const BLOCK: usize = 8 << 10;

/// The type of octets that stores hand out.
type Bytes = <PutPayload as IntoIterator>::Item;

/// The file system.
#[derive(Debug, Default)]
pub(super) struct Store(LocalFileSystem);

impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Store {
    /// A file of text, opened as the other sub-commands open it; `None` for other files.
    fn text(&self, location: &Path) -> Result<Option<TextFile>> {
        if !is_text(location.as_ref()) {
            return Ok(None);
        }
        let path: PathBuf = self.0.path_to_filesystem(location)?;
        let opened = TextFile::open(path.into_os_string());
        opened.map(Some).map_err(|error| Error::Generic {
            store: "file",
            source: error.into(),
        })
    }

    /// The description of a file. One that is converted while it is read has no known size: a size of one octet keeps the
    /// engine from dividing it.
    fn described(&self, mut meta: ObjectMeta) -> ObjectMeta {
        let is_converted = |file: TextFile| file.is_converted();
        if meta.size > 1
            && self
                .text(&meta.location)
                .is_ok_and(|file| file.is_some_and(is_converted))
        {
            meta.size = 1;
        }
        meta
    }
}

/// Everything is done by the file system; only what it reads of text is looked at.
#[async_trait]
impl ObjectStore for Store {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let is_head = options.head;
        let mut result = self.0.get_opts(location, options).await?;
        if is_head {
            result.meta = self.described(result.meta);
            return Ok(result);
        }
        let is_whole = result.range == (0..result.meta.size);
        if is_whole
            && let Some(text) = self.text(location)?
            && text.is_handed_out()
        {
            let blocks = Blocks::new(text);
            result.payload = GetResultPayload::Stream(stream::iter(blocks).boxed());
        }
        Ok(result)
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.0.get_ranges(location, ranges).await
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        let store = Store::default();
        let listed = self.0.list(prefix);
        listed
            .map(move |meta| meta.map(|meta| store.described(meta)))
            .boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        let mut listed = self.0.list_with_delimiter(prefix).await?;
        let objects = listed.objects.into_iter();
        listed.objects = objects.map(|meta| self.described(meta)).collect();
        Ok(listed)
    }

    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        self.0.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.0.put_multipart_opts(location, options).await
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.0.delete_stream(locations)
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.0.copy_opts(from, to, options).await
    }

    async fn rename_opts(&self, from: &Path, to: &Path, options: RenameOptions) -> Result<()> {
        self.0.rename_opts(from, to, options).await
    }
}

/// The contents of a file, block by block. A block of CSV ends after a whole record: the engine looks for the last line
/// break of a block from behind, where it cannot know which quotes are open (`object_store` 0.13.2, `delimited.rs`).
struct Blocks {
    reader: Box<dyn Read + Send>,
    /// The octets of a record whose end was not in the last block.
    rest: Vec<u8>,
    /// The state of quotes, for CSV.
    quotes: Option<Quotes>,
    /// Octets before the header.
    skipped: u64,
    is_over: bool,
}

impl Blocks {
    fn new(text: TextFile) -> Self {
        let quotes = text.dialect().map(Quotes::new);
        let (reader, skipped) = text.into_reader();
        Blocks {
            reader,
            rest: Vec::new(),
            quotes,
            skipped,
            is_over: false,
        }
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        if self.skipped > 0 {
            let skipped = std::mem::take(&mut self.skipped);
            io::copy(&mut self.reader.by_ref().take(skipped), &mut io::sink())?;
        }
        loop {
            let mut block = std::mem::take(&mut self.rest);
            let start = block.len();
            let mut part = self.reader.by_ref().take(BLOCK as u64);
            let is_end = part.read_to_end(&mut block)? == 0;
            let Some(quotes) = &mut self.quotes else {
                return Ok(block);
            };
            let mut end = None;
            quotes.read(&block[start..], |from, to| {
                let line_break = memrchr(b'\n', &block[start + from..start + to]);
                end = line_break.map(|index| start + from + index + 1).or(end);
            });
            if is_end && quotes.is_open() {
                let message = "a quote is opened and never closed";
                return Err(io::Error::new(io::ErrorKind::InvalidData, message));
            }
            match end {
                _ if is_end => return Ok(block),
                Some(end) => {
                    self.rest = block.split_off(end);
                    return Ok(block);
                }
                None => self.rest = block,
            }
        }
    }
}

impl Iterator for Blocks {
    type Item = Result<Bytes>;

    fn next(&mut self) -> Option<Result<Bytes>> {
        if self.is_over {
            return None;
        }
        let block = self.read();
        self.is_over = block.as_ref().map_or(true, Vec::is_empty);
        let block = block.map(Bytes::from).map_err(|error| Error::Generic {
            store: "CSV",
            source: error.into(),
        });
        (!self.is_over || block.is_err()).then_some(block)
    }
}
