//! How far a long reading is: a bar on standard error, if that is a terminal.

use std::fs::Metadata;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// Inputs below this are read before anyone looks.
const WORTH_A_BAR: u64 = 4 << 20;

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

/// The same of standard input, where the shell has opened a file for it.
#[cfg(unix)]
pub(crate) fn stdin_length() -> Option<u64> {
    use std::os::fd::AsFd;
    let stdin = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    length(&std::fs::File::from(stdin).metadata().ok()?)
}

/// The same of standard input; not known on this system.
#[cfg(not(unix))]
pub(crate) fn stdin_length() -> Option<u64> {
    None
}
