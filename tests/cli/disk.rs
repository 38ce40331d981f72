//! A disk that is full soon.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A file system in memory for one test, gone at its end.
pub(crate) struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts it on an empty directory, if that is allowed: to root alone.
    pub(crate) fn mount(directory: &Path, size: &str) -> Option<Self> {
        let is_mounted = mount(directory, &format!("size={size}"));
        if !is_mounted {
            println!("skipped: a small disk can be mounted by root alone");
        }
        is_mounted.then(|| SmallDisk(directory.to_owned()))
    }

    /// Makes room on it.
    pub(crate) fn grow(&self, size: &str) {
        assert!(mount(&self.0, &format!("remount,size={size}")));
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(&self.0).status();
        let unmounted = unmounted.is_ok_and(|status| status.success());
        assert!(unmounted || std::thread::panicking());
    }
}

fn mount(directory: &Path, options: &str) -> bool {
    let mut mount = Command::new("mount");
    mount.args(["-t", "tmpfs", "-o", options, "tmpfs"]);
    let output = mount.arg(directory).output();
    output.is_ok_and(|output| output.status.success())
}
