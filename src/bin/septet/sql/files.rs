//! Files as tables: what stands in quotes behind FROM.

use std::ffi::OsString;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::catalog::{DynamicFileCatalog, TableProvider, UrlTableFactory};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;
use datafusion::datasource::file_format::file_compression_type::FileCompressionType;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::error::Result;
use datafusion::execution::SessionState;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::prelude::SessionContext;
use futures::TryStreamExt;
use indicatif::ProgressBar;

use super::unreadable::FileError;
use crate::outcome::Failure;
use crate::source::{self, Dialect, Format, InputFile, InputOptions, Numbering, Opened, Wanted};

/// The session with every file as a table of its name.
pub(super) fn as_tables(context: SessionContext) -> SessionContext {
    let state = context.state();
    let tables = Arc::clone(state.catalog_list());
    let catalog = DynamicFileCatalog::new(tables, Arc::new(Files(state)));
    let builder = context.into_state_builder();
    builder.with_catalog_list(Arc::new(catalog)).build().into()
}

/// The session whose configuration the files are read with.
#[derive(Debug)]
struct Files(SessionState);

#[async_trait]
impl UrlTableFactory for Files {
    async fn try_new(&self, name: &str) -> Result<Option<Arc<dyn TableProvider>>> {
        let Files(state) = self;
        if !name.contains(['.', '/', '*', '?', '[']) && !Path::new(name).exists() {
            return Ok(None); // No file: a table that the query made, or a slip.
        }
        let url = ListingTableUrl::parse(name)?;
        let store = state.runtime_env().object_store(&url);
        let store = store.map_err(|_| FileError::elsewhere(name))?;
        let files = url.list_all_files(state, store.as_ref(), "").await;
        let first = match files {
            Ok(mut files) => files.try_next().await,
            Err(error) => Err(error),
        };
        let Some(first) = first.map_err(|error| FileError::unreadable(name, error.find_root()))?
        else {
            return Err(FileError::missing(name).into());
        };
        let path = first.location.as_ref();
        let extension = extension(path).ok_or_else(|| FileError::unknown(name))?;
        let format: Arc<dyn FileFormat> = if is_text(path) {
            let file = if Path::new(name).is_file() {
                OsString::from(name)
            } else {
                let path = LocalFileSystem::new().path_to_filesystem(&first.location);
                path.map_err(|_| FileError::elsewhere(name))?
                    .into_os_string()
            };
            TextFile::open(file)?.format(path)
        } else {
            Arc::new(ParquetFormat::default())
        };
        let options = ListingOptions::new(format).with_file_extension(extension);
        let config = ListingTableConfig::new(url.clone()).with_listing_options(options);
        let config = config.infer_partitions_from_path(state).await?;
        let config = config.infer_schema(state).await;
        let config = config.map_err(|error| FileError::unreadable(name, error.find_root()))?;
        let columns = config
            .file_schema
            .as_ref()
            .map_or(0, |schema| schema.fields().len());
        if columns == 0 {
            return Err(FileError::empty(name).into());
        }
        Ok(Some(Arc::new(ListingTable::try_new(config)?)))
    }
}

/// A file of text, as the other sub-commands read it.
pub(super) struct TextFile(Opened);

impl TextFile {
    /// Opens a file; the error is the sentence that the other sub-commands print.
    pub(super) fn open(path: OsString) -> std::result::Result<Self, FileError> {
        let wanted = Wanted {
            columns: Vec::new(),
            has_header: true,
            is_table: true,
            ..Wanted::default()
        };
        let (file, options) = (InputFile::from(path), InputOptions::default());
        let opened = source::open(&file, &options, &wanted, false, &ProgressBar::hidden());
        opened.map(TextFile).map_err(|failure| match failure {
            Failure::Input(message) | Failure::Usage(message) => {
                FileError::said(&file.name(), message)
            }
            _ => FileError::empty(&file.name()),
        })
    }

    /// The dialect of CSV; `None` for JSON.
    pub(super) const fn dialect(&self) -> Option<Dialect> {
        match self.0.format {
            Format::Csv(dialect) => Some(dialect),
            Format::Ndjson | Format::Strings | Format::Lines => None,
        }
    }

    /// Returns `true` if the engine gets other octets than those that are stored.
    pub(super) const fn is_converted(&self) -> bool {
        !self.0.is_plain && (self.dialect().is_some() || self.is_document())
    }

    /// Returns `true` if the octets are handed out here: JSON on lines the engine reads and unpacks by itself, on all cores.
    pub(super) const fn is_handed_out(&self) -> bool {
        self.dialect().is_some() || self.is_document()
    }

    /// A JSON document, or lines that had to be decoded.
    const fn is_document(&self) -> bool {
        matches!(self.0.numbering, Numbering::Rows) || !self.0.is_utf8 || self.0.prelude.octets > 0
    }

    /// The reader, and the octets before its first record.
    pub(super) fn into_reader(self) -> (Box<dyn Read + Send>, u64) {
        (self.0.reader, self.0.prelude.octets)
    }

    /// The format for the engine; `path` is the name of the file.
    fn format(&self, path: &str) -> Arc<dyn FileFormat> {
        match self.dialect() {
            Some(dialect) => Arc::new(csv(dialect.delimiter)),
            None if self.is_document() => Arc::new(JsonFormat::default()),
            None => Arc::new(JsonFormat::default().with_file_compression_type(compression(path))),
        }
    }
}

/// Returns `true` if a name is that of text, or of a workbook or an archive that holds some.
pub(super) fn is_text(path: &str) -> bool {
    extension(path).is_some_and(|extension| !extension.eq_ignore_ascii_case("parquet"))
}

/// The end of a name that all files of a table share; `None` if it is not known.
fn extension(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut pieces = name.rsplit('.');
    let last = pieces.next()?;
    let (kind, length) = if compression(path).is_compressed() {
        let kind = pieces.next()?;
        (kind, kind.len() + 1 + last.len())
    } else {
        (last, last.len())
    };
    let is_packed = length > last.len();
    let is_known = match kind.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "tab" | "txt" | "ndjson" | "jsonl" | "json" => true,
        "parquet" | "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "zip" => !is_packed,
        _ => false,
    };
    is_known.then(|| path.get(path.len() - length..)).flatten()
}

/// The compression that a name promises.
fn compression(path: &str) -> FileCompressionType {
    let last = path.rsplit('.').next().unwrap_or_default();
    match last.to_ascii_lowercase().as_str() {
        "gz" => FileCompressionType::GZIP,
        "zst" => FileCompressionType::ZSTD,
        "bz2" => FileCompressionType::BZIP2,
        "xz" => FileCompressionType::XZ,
        _ => FileCompressionType::UNCOMPRESSED,
    }
}

/// Texts have line breaks, quoted; a file of them is therefore not divided among the cores.
fn csv(delimiter: u8) -> CsvFormat {
    CsvFormat::default()
        .with_has_header(true)
        .with_delimiter(delimiter)
        .with_newlines_in_values(true)
}
