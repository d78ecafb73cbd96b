//! Process trees: a browser is many processes, and a test that stands for a power cut kills them all.
//!
//! Reads `/proc`, so whole trees are found on Linux; elsewhere only the first process is killed.

use std::{collections::BTreeMap, fs, path::Path, process::Child};

/// Kills a process, everything below it, and everything that names `folder` on its command line (what
/// was started in between, or has left the tree). Waits until the first is gone.
pub(crate) fn kill_tree(child: &mut Child, folder: &Path) {
    let mut doomed = below(child.id());
    doomed.extend(naming(folder));
    // A child that has ended already is what was wanted.
    let _ = child.kill();
    doomed.into_iter().for_each(kill);
    naming(folder).into_iter().for_each(kill);
    let _ = child.wait();
}

fn kill(process: u32) {
    #[cfg(unix)]
    if let Some(pid) = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw) {
        // It may have ended with its parent.
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
    }
    #[cfg(not(unix))]
    let _ = process;
}

fn all() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// All descendants of a process, nearest first.
fn below(process: u32) -> Vec<u32> {
    let parents: BTreeMap<u32, u32> = all().filter_map(|process| Some((process, parent(process)?))).collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(&above) = found.get(next) {
        found.extend(parents.iter().filter(|(_, parent)| **parent == above).map(|(child, _)| *child));
        next += 1;
    }
    found.remove(0);
    found
}

fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in brackets, may hold anything; the state and the parent follow it.
    let (_, rest) = stat.rsplit_once(')')?;
    rest.split_whitespace().nth(1)?.parse().ok()
}

fn naming(folder: &Path) -> Vec<u32> {
    let folder = folder.as_os_str().as_encoded_bytes();
    let names = |process: &u32| {
        let line = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
        line.windows(folder.len()).any(|window| window == folder)
    };
    all().filter(|process| *process != std::process::id()).filter(names).collect()
}
