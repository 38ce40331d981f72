//! The progress of a query: the rows read so far, on standard error, if that is a terminal.

use std::sync::Arc;
use std::time::Duration;

use datafusion::physical_plan::ExecutionPlan;
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use tokio::task::JoinHandle;

/// A query that shows nothing for as long goes unnoticed.
const PATIENCE: Duration = Duration::from_millis(500);

/// The display of one query.
pub(super) struct Progress {
    bar: ProgressBar,
    counting: JoinHandle<()>,
}

impl Progress {
    pub(super) fn of(plan: Arc<dyn ExecutionPlan>) -> Self {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}  {elapsed}") {
            bar.set_style(style);
        }
        let shown = bar.clone();
        let counting = tokio::spawn(async move {
            loop {
                tokio::time::sleep(PATIENCE).await;
                let rows = rows_read(plan.as_ref());
                shown.set_message(format!("{} rows read", HumanCount(rows)));
                shown.tick();
            }
        });
        Progress { bar, counting }
    }

    /// Takes the display away.
    pub(super) fn finish(self) {
        self.counting.abort();
        self.bar.finish_and_clear();
    }
}

/// The rows that came out of the leaves of a plan, which read the files.
fn rows_read(plan: &dyn ExecutionPlan) -> u64 {
    let children = plan.children();
    if children.is_empty() {
        let rows = plan.metrics().and_then(|metrics| metrics.output_rows());
        return rows.unwrap_or(0) as u64;
    }
    let children = children.iter().map(|child| rows_read(child.as_ref()));
    children.sum()
}
