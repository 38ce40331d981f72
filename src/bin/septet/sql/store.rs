//! The files of this machine, as the engine reads them. CSV that ends within a quoted value ends with an error here: the
//! engine would take the rest of the file as that value. Packed files are left to the engine, which unpacks them.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;

use async_trait::async_trait;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    CopyOptions, Error, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload,
    ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, RenameOptions,
    Result,
};
use futures::stream::{self, BoxStream, StreamExt};

use super::files::delimiter;
use crate::stream::{Quotes, marker};

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

/// Everything is done by the file system; only what it reads of CSV is looked at.
#[async_trait]
impl ObjectStore for Store {
    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        let mut result = self.0.get_opts(location, options).await?;
        let is_whole = result.range == (0..result.meta.size);
        let delimiter = delimiter(location.as_ref()).filter(|_| is_whole);
        result.payload = match (delimiter, result.payload) {
            (Some(delimiter), GetResultPayload::File(file, _)) => {
                let blocks = Blocks {
                    file,
                    quotes: Quotes::new(delimiter),
                    is_first: true,
                    is_over: false,
                };
                GetResultPayload::Stream(stream::iter(blocks).boxed())
            }
            (_, payload) => payload,
        };
        Ok(result)
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.0.get_ranges(location, ranges).await
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.0.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.0.list_with_delimiter(prefix).await
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

/// What a file of CSV holds, block by block.
struct Blocks {
    file: File,
    quotes: Quotes,
    is_first: bool,
    is_over: bool,
}

impl Blocks {
    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut block = Vec::with_capacity(BLOCK);
        (&self.file).take(BLOCK as u64).read_to_end(&mut block)?;
        let text = &block[marker(&block, self.is_first)..];
        self.quotes.read(text, |_, _| ());
        self.is_first = false;
        if block.is_empty() && self.quotes.is_open() {
            let message = "a quote is opened and never closed";
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        Ok(block)
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
