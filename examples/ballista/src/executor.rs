//! An executor whose tasks find the functions.

use std::net::IpAddr;
use std::sync::Arc;

use ballista_core::error::Result;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_config_producer;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};

use crate::scheduler::session;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The address to listen at, for other executors and for clients
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    #[arg(long, default_value_t = 50_051)]
    port: u16,
    #[arg(long, default_value_t = 50_052)]
    grpc_port: u16,
    #[arg(long, default_value = "127.0.0.1")]
    scheduler_host: String,
    #[arg(long, default_value_t = 50_050)]
    scheduler_port: u16,
    /// Tasks at a time; 0 for one a core
    #[arg(long, default_value_t = 0)]
    cores: usize,
    /// Directory for the results of tasks until they are fetched
    #[arg(long)]
    work_dir: Option<String>,
}

pub(crate) async fn run(args: Args) -> Result<()> {
    let state = session(default_config_producer())?;
    let config = ExecutorProcessConfig {
        bind_host: args.host.to_string(),
        external_host: Some(args.host.to_string()),
        port: args.port,
        grpc_port: args.grpc_port,
        scheduler_host: args.scheduler_host,
        scheduler_port: args.scheduler_port,
        scheduler_connect_timeout_seconds: 60,
        vcores: args.cores,
        work_dir: args.work_dir,
        executor_heartbeat_interval_seconds: 1,
        override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state))),
        ..ExecutorProcessConfig::default()
    };
    start_executor_process(Arc::new(config)).await
}
