//! The files of this machine, as the engine reads them: text comes out as the other sub-commands read it, unpacked, decoded
//! and without what stands above a header.

use std::fmt;
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    CopyOptions, Error, GetOptions, GetResult, GetResultPayload, ListResult, MultipartUpload,
    ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, RenameOptions,
    Result,
};
use futures::stream::{self, BoxStream, StreamExt};

use super::blocks::{Blocks, Bytes};
use super::files::is_text;
use super::text_file::{Reading, TextFile};

/// The file system.
#[derive(Clone, Debug)]
pub(super) struct Store {
    files: Arc<LocalFileSystem>,
    reading: Arc<Reading>,
}

impl fmt::Display for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.fmt(f)
    }
}

impl Store {
    pub(super) fn new(reading: Arc<Reading>) -> Self {
        Store {
            files: Arc::default(),
            reading,
        }
    }

    /// A file of text, opened as the other sub-commands open it; `None` for other files.
    fn text(&self, location: &Path) -> Result<Option<TextFile>> {
        if !is_text(location.as_ref(), &self.reading) {
            return Ok(None);
        }
        let path: PathBuf = self.files.path_to_filesystem(location)?;
        let opened = TextFile::open(path.into_os_string(), &self.reading);
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
        let mut result = self.files.get_opts(location, options).await?;
        if is_head {
            result.meta = self.described(result.meta);
            return Ok(result);
        }
        let is_whole = result.range == (0..result.meta.size);
        if is_whole
            && let Some(text) = self.text(location)?
            && text.is_handed_out()
        {
            let blocks = Blocks::new(text).map_err(|error| Error::Generic {
                store: "text",
                source: error.into(),
            })?;
            result.payload = GetResultPayload::Stream(stream::iter(blocks).boxed());
        }
        Ok(result)
    }

    async fn get_ranges(&self, location: &Path, ranges: &[Range<u64>]) -> Result<Vec<Bytes>> {
        self.files.get_ranges(location, ranges).await
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        let store = self.clone();
        let listed = self.files.list(prefix);
        listed
            .map(move |meta| meta.map(|meta| store.described(meta)))
            .boxed()
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        let mut listed = self.files.list_with_delimiter(prefix).await?;
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
        self.files.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.files.put_multipart_opts(location, options).await
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.files.delete_stream(locations)
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.files.copy_opts(from, to, options).await
    }

    async fn rename_opts(&self, from: &Path, to: &Path, options: RenameOptions) -> Result<()> {
        self.files.rename_opts(from, to, options).await
    }
}
