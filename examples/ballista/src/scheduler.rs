//! A scheduler whose sessions know the functions.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use ballista_core::error::Result;
use ballista_core::utils::default_session_builder;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::{FunctionRegistry, SessionState};
use datafusion::prelude::SessionConfig;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The address to listen at
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    #[arg(long, default_value_t = 50_050)]
    port: u16,
    /// Seconds without a sign of life after which an executor is given up and its tasks go to others
    #[arg(long, default_value_t = 60)]
    patience: u64,
}

pub(crate) async fn run(args: &Args) -> Result<()> {
    let config = SchedulerConfig {
        bind_host: args.host.to_string(),
        external_host: args.host.to_string(),
        bind_port: args.port,
        executor_timeout_seconds: args.patience,
        expire_dead_executor_interval_seconds: 1,
        override_session_builder: Some(Arc::new(session)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    start_server(
        cluster,
        SocketAddr::new(args.host, args.port),
        Arc::new(config),
    )
    .await
}

/// The state in which the scheduler reads the plans of clients, and an executor the plans of tasks.
pub(crate) fn session(config: SessionConfig) -> datafusion::error::Result<SessionState> {
    let mut state = default_session_builder(config)?;
    for function in septet::sql::functions() {
        state.register_udf(Arc::new(function))?;
    }
    Ok(state)
}
