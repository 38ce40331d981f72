//! Computes the cost of a campaign: on a cluster, or locally for comparison.

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::error::Result;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};

use crate::scheduler::session;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// A directory of Parquet files with a column `text`
    directory: String,
    /// The cluster, such as `df://127.0.0.1:50050`; without it the query runs in this process
    #[arg(long)]
    scheduler: Option<String>,
    /// The price of a segment in ten-thousandths of the currency: 79 is 0.0079
    #[arg(long, default_value_t = 79)]
    ten_thousandths: u32,
    /// Parts that the files are divided into, each a task
    #[arg(long, default_value_t = 16)]
    partitions: usize,
}

pub(crate) async fn run(args: &Args) -> Result<()> {
    let context = if let Some(url) = &args.scheduler {
        let config = SessionConfig::new_with_ballista().with_target_partitions(args.partitions);
        SessionContext::remote_with_state(url, session(config)?).await?
    } else {
        let config = SessionConfig::new().with_target_partitions(args.partitions);
        SessionContext::new_with_state(session(config)?)
    };
    // Again: a state that becomes Ballista's has Ballista's functions alone (`ballista-core`, `upgrade_for_ballista`).
    septet::sql::register(&context)?;
    context
        .register_parquet("campaign", &args.directory, ParquetReadOptions::default())
        .await?;
    let price = format!("cast({} as decimal(12, 4)) / 10000", args.ten_thousandths);
    let query = format!(
        "select sms_encoding(text) as encoding,
            count(*) as texts,
            sum(sms_segments(text)) as segments,
            sum(sms_segments(text)) * {price} as price,
            sum(sms_segments(text, 'smart=typography')) * {price} as smart
        from campaign group by 1 order by 1"
    );
    let batches = context.sql(&query).await?.collect().await?;
    println!("{}", pretty_format_batches(&batches)?);
    Ok(())
}
