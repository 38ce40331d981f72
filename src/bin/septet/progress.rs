//! The progress of a long reading: a bar on standard error, if that is a terminal, or JSON for other programs.

use std::fs::Metadata;
use std::thread;
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};
use serde::Serialize;

/// Inputs below this are read before anyone looks.
const WORTH_A_BAR: u64 = 4 << 20;

/// Time between two lines of JSON.
const PERIOD: Duration = Duration::from_secs(1);

/// The form in which progress is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Display {
    /// A bar on a terminal.
    #[default]
    Auto,
    /// A JSON object a second on standard error.
    Json,
    Never,
}

/// The progress of a long run.
pub(crate) struct Progress {
    bar: ProgressBar,
    json: Option<Instant>,
    length: Option<u64>,
}

impl Progress {
    /// The progress of reading `length` bytes; `is_seen` if a bar would not stand among other output.
    pub(crate) fn new(display: Display, length: Option<u64>, is_seen: bool) -> Self {
        let bar = match display {
            Display::Auto => bar(length.filter(|_| is_seen)),
            Display::Json | Display::Never => ProgressBar::hidden(),
        };
        let json = (display == Display::Json).then(Instant::now);
        if let Some(start) = json {
            let bar = bar.downgrade();
            thread::spawn(move || {
                loop {
                    thread::sleep(PERIOD);
                    match bar.upgrade() {
                        Some(bar) if !bar.is_finished() => line(&bar, length, start, false),
                        _ => return,
                    }
                }
            });
        }
        Progress { bar, json, length }
    }

    /// Counts what is read.
    pub(crate) const fn bar(&self) -> &ProgressBar {
        &self.bar
    }

    /// Takes the bar away, or prints the last line.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        if let Some(start) = self.json {
            line(&self.bar, self.length, start, true);
        }
    }
}

/// A line of JSON on standard error.
fn line(bar: &ProgressBar, total: Option<u64>, start: Instant, is_done: bool) {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Line {
        bytes: u64,
        total_bytes: Option<u64>,
        seconds: f64,
        is_done: bool,
    }
    let line = Line {
        bytes: bar.position(),
        total_bytes: total,
        seconds: (start.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
        is_done,
    };
    // A line of numbers can be written as JSON.
    if let Ok(line) = serde_json::to_string(&line) {
        anstream::eprintln!("{line}");
    }
}

/// A bar for an input of so many bytes; one that does not show for a short input or one whose length
/// is not known. It goes away with its reader.
pub(crate) fn bar(length: Option<u64>) -> ProgressBar {
    let Some(length) = length.filter(|length| *length >= WORTH_A_BAR) else {
        return ProgressBar::hidden();
    };
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr())
        .with_finish(ProgressFinish::AndClear);
    let style = ProgressStyle::with_template(
        "{wide_bar} {percent:>3} %  {binary_bytes_per_sec}  {eta} left",
    );
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// The bytes of a file, if it is one that has a length.
pub(crate) fn length(metadata: &Metadata) -> Option<u64> {
    metadata.is_file().then_some(metadata.len())
}

/// The length of standard input, if the shell has opened a file for it.
#[cfg(unix)]
pub(crate) fn stdin_length() -> Option<u64> {
    use std::os::fd::AsFd;
    let stdin = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    length(&std::fs::File::from(stdin).metadata().ok()?)
}

/// The length of standard input, which is not known on this system.
#[cfg(not(unix))]
pub(crate) fn stdin_length() -> Option<u64> {
    None
}
