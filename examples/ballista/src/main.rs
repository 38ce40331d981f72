//! septet on a cluster: Apache Ballista with its scheduler, executors and client, each knowing the functions of SQL.
//!
//! Plans travel by the names of their functions (`README.md` beside this), so every process registers them.

mod executor;
mod query;
mod scheduler;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The SQL functions of septet on a cluster
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    role: Role,
}

#[derive(Subcommand)]
enum Role {
    /// Plans queries and hands out their tasks
    Scheduler(scheduler::Args),
    /// Does the tasks of a scheduler
    Executor(executor::Args),
    /// Prices a directory of Parquet files on a cluster, or here
    Price(query::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    // Plans recurse: as much as Ballista's own binaries take.
    let runtime = runtime.enable_all().thread_stack_size(32 << 20).build();
    let result = runtime
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(run(cli.role)));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(role: Role) -> Result<(), Box<dyn Error>> {
    match role {
        Role::Scheduler(args) => scheduler::run(&args).await?,
        Role::Executor(args) => executor::run(args).await?,
        Role::Price(args) => query::run(&args).await?,
    }
    Ok(())
}
