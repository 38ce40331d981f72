//! `septet sql`: queries over files, with a function for everything that a text costs.

mod answer;
mod blocks;
mod failure;
mod files;
mod progress;
mod store;
mod text_file;
mod texts;
mod unreadable;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use datafusion::error::Result;
use datafusion::execution::disk_manager::{DiskManagerBuilder, DiskManagerMode};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::physical_plan::execute_stream;
use datafusion::physical_plan::stream::RecordBatchStreamAdapter;
use datafusion::prelude::{SessionConfig, SessionContext};
use futures::TryStreamExt;

use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::source::InputOptions;
use text_file::Reading;

const AFTER_HELP: &str = "\
Functions: sms_segments, sms_units, sms_encoding, sms_split, sms_offenders, sms_keyword and sms_analyze of (text [, options]), and sms_smart_encode of (text, level [, options]). Options are one string, such as 'profile=toll-free, boundary=grapheme'; the manual has them all.

Files are tables by their names: .parquet, and .csv, .tsv, .txt, .ndjson, .jsonl, .json, .xlsx, .ods and .zip as septet bulk reads them; text files also with .gz, .zst, .bz2 or .xz after the name. A directory or a pattern such as 'sent/*.parquet' is one table. Texts without columns, on lines or as strings of JSON, are the column text.

  septet sql \"select sum(sms_segments(text)) from 'sent/*.parquet'\"
  septet sql \"select sms_split(text) from 'may.csv'\" --delimiter '^'";

#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
// Here --format is that of the answer.
#[command(mut_arg("input_format", |arg| arg.long("input-format")))]
pub(crate) struct Args {
    /// One statement of SQL
    #[arg(value_name = "QUERY")]
    query: String,
    #[command(flatten)]
    input: InputOptions,
    // Not a comment for rustdoc, where the names would need backticks.
    #[arg(
        long,
        help_heading = "Input",
        help = "The first line of CSV is a row like the others, and columns are named column_1, column_2…"
    )]
    no_header: bool,
    #[command(flatten)]
    encoding: crate::input::Reading,
    /// table (on a terminal), csv, ndjson or json (one array)
    #[arg(
        long,
        value_name = "NAME",
        value_enum,
        ignore_case = true,
        hide_possible_values = true,
        help_heading = "Output"
    )]
    format: Option<Format>,
    /// Print JSON, one row a line: the same as --format ndjson
    #[arg(long, conflicts_with = "format", help_heading = "Output")]
    json: bool,
    /// Memory that sorting, joining and grouping may take before they spill to disk, such as 512M
    #[arg(long, value_name = "SIZE", default_value = "2G", value_parser = bytes, help_heading = "Resources")]
    memory: usize,
    /// Directory to spill to, instead of the system's temporary directory
    #[arg(long, value_name = "DIRECTORY", help_heading = "Resources")]
    spill: Option<PathBuf>,
    /// Threads, instead of one for each core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), help_heading = "Resources")]
    threads: Option<u16>,
}

/// The format of written rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Csv,
    Ndjson,
    Json,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    args.input.refuse_conflicts()?;
    let format = match (args.format, args.json) {
        (Some(format), _) => format,
        (None, true) => Format::Ndjson,
        (None, false) if io::stdout().is_terminal() => Format::Table,
        (None, false) => Format::Csv,
    };
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.enable_time().thread_stack_size(STACK);
    if let Some(threads) = args.threads {
        runtime.worker_threads(threads.into());
    }
    let runtime = runtime
        .build()
        .map_err(|error| Failure::Input(format!("no threads: {error}")))?;
    runtime.block_on(query(args, format, screen))?;
    Ok(Outcome::Done)
}

/// Plans of deeply nested expressions recurse.
const STACK: usize = 8 << 20;

async fn query(args: &Args, format: Format, screen: &mut Screen) -> Result<(), Failure> {
    let context = context(args)?;
    let table = context.sql(&args.query).await?;
    let files = unreadable::read_by(table.logical_plan())?;
    let plan = table.create_physical_plan().await?;
    let rows = execute_stream(Arc::clone(&plan), context.task_ctx())?;
    let schema = rows.schema();
    let rows = rows.map_err(move |error| unreadable::FileError::in_rows(&files, error));
    let rows = Box::pin(RecordBatchStreamAdapter::new(schema, rows));
    let progress = progress::Progress::of(plan);
    let result = answer::write(rows, format, screen).await;
    progress.finish();
    result
}

/// A session that knows the functions and the files.
fn context(args: &Args) -> Result<SessionContext> {
    let mut disk = DiskManagerBuilder::default();
    if let Some(directory) = &args.spill {
        disk.set_mode(DiskManagerMode::Directories(vec![directory.clone()]));
    }
    let environment = RuntimeEnvBuilder::new()
        .with_memory_pool(Arc::new(FairSpillPool::new(args.memory)))
        .with_disk_manager_builder(disk)
        .build_arc()?;
    let reading = Arc::new(Reading {
        options: args.input.clone(),
        has_header: !args.no_header,
        is_lossy: args.encoding.is_lossy(),
    });
    let files = ObjectStoreUrl::local_filesystem();
    let store = store::Store::new(Arc::clone(&reading));
    environment.register_object_store(files.as_ref(), Arc::new(store));
    let mut config = SessionConfig::new().with_information_schema(true);
    if let Some(threads) = args.threads {
        config = config.with_target_partitions(threads.into());
    }
    let state = SessionStateBuilder::new()
        .with_default_features()
        .with_config(config)
        .with_runtime_env(environment)
        .build();
    let context = files::as_tables(SessionContext::new_with_state(state), reading);
    septet::sql::register(&context)?;
    Ok(context)
}

fn bytes(size: &str) -> Result<usize, String> {
    match SessionContext::parse_capacity_limit("--memory", &size.to_ascii_uppercase()) {
        Ok(bytes) if bytes > 0 => Ok(bytes),
        _ => Err("expected a number with K, M or G, such as 512M".to_owned()),
    }
}
