//! Shared code of the command's benchmarks: a campaign as input, and timed programs.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::campaign::{Campaign, HEADER};

/// Writes the file, unless it is there.
pub(crate) fn write(path: &Path, rows: usize) {
    if path.exists() {
        return;
    }
    let part = path.with_extension("part");
    let mut file = BufWriter::new(File::create(&part).unwrap());
    let (mut campaign, mut text) = (Campaign::new(1), HEADER.to_owned());
    for _ in 0..rows {
        campaign.write_row(&mut text);
        file.write_all(text.as_bytes()).unwrap();
        text.clear();
    }
    file.into_inner().unwrap().sync_all().unwrap();
    std::fs::rename(part, path).unwrap();
}

/// Runs a program a few times: the least time, the most memory, and what it printed.
pub(crate) fn timed(command: &mut Command, runs: usize) -> (Duration, Option<u64>, String) {
    let (mut time, mut peak, mut output) = (Duration::MAX, None, String::new());
    for _ in 0..runs {
        let start = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let status = format!("/proc/{}/status", child.id());
        while child.try_wait().unwrap().is_none() {
            if let Some(now) = std::fs::read_to_string(&status)
                .ok()
                .as_deref()
                .and_then(high_water)
            {
                peak = peak.max(Some(now));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        time = time.min(start.elapsed());
        let done = child.wait_with_output().unwrap();
        assert!(done.status.success());
        output = String::from_utf8(done.stdout).unwrap();
    }
    (time, peak, output)
}

/// The most memory a process has had, in octets.
fn high_water(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kibibytes << 10)
}
