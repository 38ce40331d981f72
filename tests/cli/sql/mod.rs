//! `septet sql`, from files made here to answers.

mod answers;
mod faults;
mod inputs;
mod size;

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::{Int64Array, RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;

use crate::bulk_files::directory;
use crate::command::{complaint, septet, stdout};

/// A directory of its own for one test, removed at its end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        Directory(directory(&format!("sql-{name}")))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        fs::write(self.path(name), contents).unwrap();
    }

    /// Standard output of a query whose files are named from here.
    fn query(&self, arguments: &[&str]) -> String {
        stdout(
            septet([&["sql"], arguments].concat())
                .current_dir(&self.0)
                .output()
                .unwrap(),
        )
    }

    /// Exit code and standard error of one that fails, which must have printed nothing.
    fn refused(&self, query: &str) -> (i32, String) {
        let output = septet(["sql", query])
            .current_dir(&self.0)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{query}");
        complaint(&output)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const TEXTS: [&str; 5] = [
    "Hello",
    "Your “code” – 12",
    "two\nlines, \"quoted\"",
    "🎉 party",
    "STOP",
];

/// The texts `copies` times, numbered from `first`, as Parquet.
fn parquet(path: &Path, first: i64, copies: usize) {
    let texts = TEXTS.repeat(copies);
    let ids: Vec<i64> = (first..).take(texts.len()).collect();
    let batch = RecordBatch::try_from_iter([
        ("id", Arc::new(Int64Array::from(ids)) as _),
        ("text", Arc::new(StringArray::from(texts)) as _),
    ])
    .unwrap();
    let mut writer =
        ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn csv(separator: char) -> String {
    let mut rows = format!("id{separator}text\n");
    for (id, text) in TEXTS.iter().enumerate() {
        writeln!(rows, "{id}{separator}\"{}\"", text.replace('"', "\"\"")).unwrap();
    }
    rows
}

fn ndjson() -> String {
    let row = |(id, text)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    TEXTS.iter().enumerate().map(row).collect()
}
