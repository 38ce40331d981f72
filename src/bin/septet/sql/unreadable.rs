//! Files that cannot be tables, and rows of them that cannot be read: which, and why.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

use datafusion::arrow::error::ArrowError;
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::LogicalPlan;
use datafusion::object_store;

/// The files that a query reads, by the names it has for them, as they stand between quotes.
pub(super) fn read_by(plan: &LogicalPlan) -> Result<String> {
    let mut names = Vec::new();
    plan.apply_with_subqueries(|node| {
        if let LogicalPlan::TableScan(scan) = node
            && !names.iter().any(|name| name == scan.table_name.table())
        {
            names.push(scan.table_name.table().to_owned());
        }
        Ok(TreeNodeRecursion::Continue)
    })?;
    Ok(names.join("' or '"))
}

/// Characters of what the engine says that are shown: it may quote a whole file.
const LONGEST: usize = 300;

/// A file that cannot be a table.
#[derive(Debug)]
pub(super) struct FileError(String);

impl FileError {
    /// A sentence that names the file.
    pub(super) const fn of(message: String) -> Self {
        FileError(message)
    }

    pub(super) fn mixed(name: &str) -> Self {
        FileError(format!(
            "'{name}' cannot be read: its files do not hold the same format; a pattern takes those of one kind, such as 'sent/*.csv'"
        ))
    }

    pub(super) fn missing(name: &str) -> Self {
        FileError(format!("'{name}' cannot be read: there is no such file"))
    }

    /// The sentence that the other sub-commands print of the file.
    pub(super) fn said(name: &str, message: String) -> Self {
        match message
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix(": "))
        {
            Some(reason) => FileError(format!("'{name}' cannot be read: {reason}")),
            None => FileError(message),
        }
    }

    /// A pipe or a device, which the engine would read several times.
    pub(super) fn fleeting(name: &str) -> Self {
        FileError(format!(
            "'{name}' cannot be read: it is a pipe or a device; write it to a file first, or use septet bulk"
        ))
    }

    pub(super) fn unknown(name: &str) -> Self {
        let known = ".parquet, .csv, .tsv, .txt, .ndjson, .jsonl, .json, .xlsx, .ods and .zip";
        FileError(format!(
            "'{name}' cannot be read: the name must end in {known}; text may be packed (.gz, .zst, .bz2, .xz); --input-format says what a file of another name holds"
        ))
    }

    pub(super) fn elsewhere(name: &str) -> Self {
        FileError(format!(
            "'{name}' cannot be read: it is not on this machine"
        ))
    }

    pub(super) fn empty(name: &str) -> Self {
        FileError(format!(
            "'{name}' cannot be read: it is empty, or has no columns"
        ))
    }

    pub(super) fn unreadable(name: &str, error: &DataFusionError) -> Self {
        let message = match error {
            DataFusionError::ObjectStore(error) => match &**error {
                object_store::Error::NotFound { .. } => return FileError::missing(name),
                object_store::Error::Generic { source, .. } => source.to_string().into(),
                other => other.to_string().into(),
            },
            other => other.message(),
        };
        let message = without_name(&message, name);
        let end = message.char_indices().nth(LONGEST);
        let (shown, dots) = match end {
            Some((end, _)) => (&message[..end], "…"),
            None => (message, ""),
        };
        let is_encoded = message.contains("UTF-8") && !name.contains(".parquet");
        let encoding = if is_encoded {
            "; if the file is not UTF-8, --input-encoding windows-1252 or another name reads it"
        } else {
            ""
        };
        FileError(format!("'{name}' cannot be read: {shown}{dots}{encoding}"))
    }

    /// Says which files a query was reading when rows of them could not be; any other error stays as it is.
    pub(super) fn in_rows(names: &str, error: DataFusionError) -> DataFusionError {
        let root = error.find_root();
        let is_of_files = match root {
            DataFusionError::ArrowError(error, _) => match &**error {
                ArrowError::CsvError(_)
                | ArrowError::JsonError(_)
                | ArrowError::ParquetError(_)
                | ArrowError::ParseError(_) => true,
                ArrowError::IoError(_, error) => is_of_a_file(error),
                _ => false,
            },
            DataFusionError::IoError(error) => is_of_a_file(error),
            DataFusionError::ParquetError(_) | DataFusionError::ObjectStore(_) => true,
            _ => false,
        };
        if is_of_files && !names.is_empty() {
            FileError::unreadable(names, root).into()
        } else {
            error
        }
    }
}

/// A message without the path of the file before it, if that is the file of this name.
fn without_name<'m>(message: &'m str, name: &str) -> &'m str {
    let relative = name.strip_prefix("./").unwrap_or(name);
    match message.split_once(": ") {
        Some((path, rest)) if Path::new(path).ends_with(relative) => rest,
        _ => message,
    }
}

/// Returns `true` for errors of packed files that end too early or are damaged; others may come from the disk that rows spill to.
fn is_of_a_file(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData | ErrorKind::InvalidInput
    )
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FileError {}

impl From<FileError> for DataFusionError {
    fn from(error: FileError) -> Self {
        DataFusionError::External(Box::new(error))
    }
}
