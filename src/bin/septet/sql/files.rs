//! Files as tables: what stands in quotes behind FROM.

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
use datafusion::prelude::SessionContext;
use futures::TryStreamExt;

use super::unreadable::FileError;

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
        let (extension, format) = format(path).ok_or_else(|| FileError::unknown(name))?;
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

/// The format of a file by its name, and the end of the name that all files of a table share.
fn format(path: &str) -> Option<(&str, Arc<dyn FileFormat>)> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut pieces = name.rsplit('.');
    let last = pieces.next()?;
    let compression = match last.to_ascii_lowercase().as_str() {
        "gz" => FileCompressionType::GZIP,
        "zst" => FileCompressionType::ZSTD,
        "bz2" => FileCompressionType::BZIP2,
        "xz" => FileCompressionType::XZ,
        _ => FileCompressionType::UNCOMPRESSED,
    };
    let (kind, length) = if compression.is_compressed() {
        let kind = pieces.next()?;
        (kind, kind.len() + 1 + last.len())
    } else {
        (last, last.len())
    };
    let format: Arc<dyn FileFormat> = match kind.to_ascii_lowercase().as_str() {
        "parquet" if !compression.is_compressed() => Arc::new(ParquetFormat::default()),
        "ndjson" | "jsonl" | "json" => {
            Arc::new(JsonFormat::default().with_file_compression_type(compression))
        }
        kind => Arc::new(csv(between_columns(kind)?, compression)),
    };
    Some((path.get(path.len() - length..)?, format))
}

/// What stands between the columns of a file of CSV that is not packed, by its name.
pub(super) fn delimiter(path: &str) -> Option<u8> {
    let (_, kind) = path.rsplit_once('.')?;
    between_columns(&kind.to_ascii_lowercase())
}

/// The same of a kind of file; `None` if it is not CSV.
fn between_columns(kind: &str) -> Option<u8> {
    match kind {
        "csv" => Some(b','),
        "tsv" => Some(b'\t'),
        _ => None,
    }
}

/// Texts have line breaks, quoted; a file of them is therefore not divided among the cores.
fn csv(delimiter: u8, compression: FileCompressionType) -> CsvFormat {
    CsvFormat::default()
        .with_has_header(true)
        .with_delimiter(delimiter)
        .with_newlines_in_values(true)
        .with_file_compression_type(compression)
}
