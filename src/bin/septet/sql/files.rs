//! Files as tables: what stands in quotes behind FROM.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use datafusion::catalog::{DynamicFileCatalog, TableProvider, UrlTableFactory};
use datafusion::datasource::file_format::FileFormat;
use datafusion::datasource::file_format::csv::CsvFormat;
use datafusion::datasource::file_format::file_compression_type::FileCompressionType;
use datafusion::datasource::file_format::json::JsonFormat;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::SessionState;
use datafusion::object_store::ObjectMeta;
use datafusion::object_store::local::LocalFileSystem;
use datafusion::prelude::SessionContext;
use futures::TryStreamExt;

use super::text_file::{Columns, Reading, TextFile};
use super::unreadable::FileError;
use crate::source::USUAL;

/// The session with every file as a table of its name.
pub(super) fn as_tables(context: SessionContext, reading: Arc<Reading>) -> SessionContext {
    let state = context.state();
    let tables = Arc::clone(state.catalog_list());
    let catalog = DynamicFileCatalog::new(tables, Arc::new(Files { state, reading }));
    let builder = context.into_state_builder();
    builder.with_catalog_list(Arc::new(catalog)).build().into()
}

#[derive(Debug)]
struct Files {
    /// The session whose configuration the files are read with.
    state: SessionState,
    reading: Arc<Reading>,
}

#[async_trait]
impl UrlTableFactory for Files {
    async fn try_new(&self, name: &str) -> Result<Option<Arc<dyn TableProvider>>> {
        let state = &self.state;
        if !name.contains(['.', '/', '*', '?', '[']) && !Path::new(name).exists() {
            return Ok(None); // No file: a table that the query made, or a slip.
        }
        if fs::metadata(name).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            return Err(FileError::fleeting(name).into());
        }
        let url = ListingTableUrl::parse(name)?;
        let store = state.runtime_env().object_store(&url);
        let store = store.map_err(|_| FileError::elsewhere(name))?;
        let unreadable = |error: DataFusionError| FileError::unreadable(name, error.find_root());
        let files = url.list_all_files(state, store.as_ref(), "").await;
        let mut files: Vec<ObjectMeta> = files
            .map_err(unreadable)?
            .try_collect()
            .await
            .map_err(unreadable)?;
        files.sort_by(|one, other| one.location.cmp(&other.location));
        let is_known = |file: &&ObjectMeta| extension(file.location.as_ref()).is_some();
        let Some(first) = files.iter().find(is_known).or(files.first()) else {
            return Err(FileError::missing(name).into());
        };
        let first = first.location.as_ref();
        // With its format given, a file may have any name.
        let extension = match extension(first) {
            None if self.reading.options.format.is_some() => "",
            known => known.ok_or_else(|| FileError::unknown(name))?,
        };
        refuse_mixed(name, extension, &files)?;
        let (format, columns): (Arc<dyn FileFormat>, _) = if is_text(first, &self.reading) {
            let ours = files
                .iter()
                .filter(|file| file.location.as_ref().ends_with(extension));
            self.text(name, ours)?
        } else {
            (Arc::new(ParquetFormat::default()), None)
        };
        let options = ListingOptions::new(format).with_file_extension(extension);
        let config = ListingTableConfig::new(url.clone()).with_listing_options(options);
        let config = config.infer_partitions_from_path(state).await?;
        let config = config.infer_schema(state).await.map_err(unreadable)?;
        let config = match (columns, &config.file_schema) {
            (Some(columns), Some(schema)) => {
                let schema = with_texts(schema, &columns, self.reading.has_header);
                config.with_schema(schema)
            }
            _ => config,
        };
        let columns = config.file_schema.as_ref();
        if columns.is_none_or(|schema| schema.fields().is_empty()) {
            return Err(FileError::empty(name).into());
        }
        Ok(Some(Arc::new(ListingTable::try_new(config)?)))
    }
}

impl Files {
    /// The format for the engine of files of text, which must be alike, and the columns of CSV.
    fn text<'f>(
        &self,
        name: &str,
        files: impl Iterator<Item = &'f ObjectMeta>,
    ) -> Result<(Arc<dyn FileFormat>, Option<Columns>)> {
        let reading = self.reading.as_ref();
        let mut found: Option<(Arc<dyn FileFormat>, Option<Columns>)> = None;
        for file in files {
            let path = if Path::new(name).is_file() {
                PathBuf::from(name)
            } else {
                let path = LocalFileSystem::new().path_to_filesystem(&file.location);
                path.map_err(|_| FileError::elsewhere(name))?
            };
            let text = TextFile::open(path.clone().into_os_string(), reading)?;
            let packing = compression(file.location.as_ref());
            let is_rewritten = text.is_rewritten();
            let columns = text.columns(reading)?;
            match (&mut found, columns) {
                (None, Some(columns)) => {
                    let format = csv(columns.dialect.delimiter, reading.has_header);
                    found = Some((Arc::new(format), Some(columns)));
                }
                (None, None) => {
                    let format = JsonFormat::default();
                    let format = if is_rewritten {
                        format
                    } else {
                        format.with_file_compression_type(packing)
                    };
                    found = Some((Arc::new(format), None));
                }
                (Some((_, Some(first))), Some(columns)) => {
                    columns.refuse_others(&path, first, reading.has_header)?;
                    first.texts.extend(columns.texts);
                }
                (Some((_, None)), None) => {}
                (Some(_), _) => return Err(FileError::mixed(name).into()),
            }
        }
        found.ok_or_else(|| FileError::missing(name).into())
    }
}

/// Files of a table have the same format: the engine leaves out those whose names end otherwise.
fn refuse_mixed(
    name: &str,
    extension: &str,
    files: &[ObjectMeta],
) -> std::result::Result<(), FileError> {
    let others = files.iter().map(|file| file.location.as_ref());
    let mut others =
        others.filter(|path| !path.ends_with(extension) && self::extension(path).is_some());
    others
        .next()
        .map_or(Ok(()), |_| Err(FileError::mixed(name)))
}

/// The schema with texts for columns that hold them though they look like numbers: those named as a text usually is, and
/// those with codes such as 0042.
fn with_texts(schema: &SchemaRef, columns: &Columns, has_header: bool) -> SchemaRef {
    let fields = schema.fields().iter().enumerate();
    let fields = fields.map(|(place, field)| {
        let mut usual = USUAL.iter();
        let is_usual = has_header && usual.any(|name| field.name().eq_ignore_ascii_case(name));
        if is_usual || columns.texts.contains(&place) {
            Field::clone(field).with_data_type(DataType::Utf8)
        } else {
            Field::clone(field)
        }
    });
    Arc::new(Schema::new(fields.collect::<Vec<Field>>()))
}

/// Returns `true` if a name is that of text, or of a workbook or an archive that holds some.
pub(super) fn is_text(path: &str, reading: &Reading) -> bool {
    match extension(path) {
        Some(extension) => !extension.eq_ignore_ascii_case("parquet"),
        None => reading.options.format.is_some(),
    }
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
        "csv" | "tsv" | "tab" | "txt" | "lines" | "ndjson" | "jsonl" | "json" => true,
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
fn csv(delimiter: u8, has_header: bool) -> CsvFormat {
    CsvFormat::default()
        .with_has_header(has_header)
        .with_delimiter(delimiter)
        .with_newlines_in_values(true)
}
