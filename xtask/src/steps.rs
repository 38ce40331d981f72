//! Progress: each step says what it does, then how long it took.

use std::fmt::Display;
use std::io::Write as _;
use std::time::{Duration, Instant};

use anyhow::Result;

/// Runs one step between its name and its time, with what it returns shown after the time.
pub(crate) fn step<T: Display>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("  {name:<34}");
    // A lost progress line is no reason to stop.
    let _ = std::io::stdout().flush();
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(note) => println!("{:>8}  {note}", seconds(start.elapsed())),
        Err(_) => println!("{:>8}  failed", seconds(start.elapsed())),
    }
    result
}

/// `12.3 s`
pub(crate) fn seconds(elapsed: Duration) -> String {
    format!("{:.1} s", elapsed.as_secs_f64())
}

/// `24.1 KB` (1 KB = 1,024 octets)
pub(crate) fn kilobytes(octets: usize) -> String {
    let tenths = octets * 10 / 1024;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_sizes_have_one_decimal() {
        assert_eq!(seconds(Duration::from_millis(12_345)), "12.3 s");
        assert_eq!(kilobytes(0), "0.0 KB");
        assert_eq!(kilobytes(24_680), "24.1 KB");
    }
}
