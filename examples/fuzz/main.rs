//! Reads inputs that nobody would write, and saves those that stop a reader. `cargo xtask fuzz` runs this.
//!
//! `fuzz INPUTS SEED FOLDER [FORMAT]`. Told are panics, projects with a broken invariant, inputs that take longer than
//! [`HANG`], and those that take more memory than [`ROOM`] beside their own size. Where the system does not say how much
//! memory a program has had (Linux does), that is not looked at.

#[allow(dead_code, reason = "the tests take the rest of it")]
#[path = "../../tests/support/mod.rs"]
mod support;

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};
use support::fuzz::{Set, input, sets, trouble};

/// Longer than any honest file of this size takes, on a slow and busy machine.
const HANG: Duration = Duration::from_secs(20);
/// Memory that an input may take, in KB.
const ROOM: u64 = 200_000;
/// So many failures are enough.
const MOST: usize = 20;

/// What is being read at the moment, and since when.
type Now = Arc<Mutex<Option<(u64, Instant, Set)>>>;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [inputs, seed, folder, format @ ..] = &args[..] else {
        eprintln!("fuzz INPUTS SEED FOLDER [FORMAT]");
        return ExitCode::FAILURE;
    };
    let (Ok(inputs), Ok(seed)) = (inputs.parse::<u64>(), seed.parse::<u64>()) else {
        eprintln!("INPUTS and SEED are numbers");
        return ExitCode::FAILURE;
    };
    let folder = PathBuf::from(folder);
    let sets = sets(format.first().map(String::as_str));
    if sets.is_empty() {
        eprintln!("no format of that name");
        return ExitCode::FAILURE;
    }
    let now = Now::default();
    watch(now.clone(), folder.clone());
    // Panics are told with their inputs.
    std::panic::set_hook(Box::new(|_| {}));
    let (start, mut failures, mut most) = (Instant::now(), 0, peak());
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for n in 0..inputs {
        let input = input(&sets, seed, n);
        *counts.entry(input.format.clone()).or_default() += 1;
        *now.lock().unwrap_or_else(PoisonError::into_inner) = Some((n, Instant::now(), input.clone()));
        let mut what = trouble(&input);
        let had = peak();
        if had > most + ROOM {
            what = what.or(Some(format!("memory: {} MB more than any before", (had - most) / 1000)));
        }
        most = most.max(had);
        if let Some(what) = what {
            failures += 1;
            tell(&input, n, &what, &folder);
        }
        if failures >= MOST {
            break;
        }
        if n > 0 && n % 100_000 == 0 {
            eprintln!("{n} inputs in {} s", start.elapsed().as_secs());
        }
    }
    let all: u64 = counts.values().sum();
    for (format, count) in &counts {
        println!("{count:>9}  {format}");
    }
    let speed = all as f64 / start.elapsed().as_secs_f64().max(0.001);
    println!("{all:>9}  inputs, {speed:.0} per second, {} MB at most, {failures} failures", most / 1000);
    if failures == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Ends the program when an input takes too long.
fn watch(now: Now, folder: PathBuf) {
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            let current = now.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some((n, since, input)) = current.filter(|(_, since, _)| since.elapsed() > HANG) {
                tell(&input, n, &format!("hang: {} s", since.elapsed().as_secs()), &folder);
                std::process::exit(2);
            }
        }
    });
}

/// Says what is wrong, and saves the input.
fn tell(input: &Set, n: u64, what: &str, folder: &Path) {
    let home = folder.join(format!("{}-{n}", input.format));
    println!("input {n} ({}): {what}\n  saved in {}", input.format, home.display());
    if let Err(error) = fs::create_dir_all(&home) {
        eprintln!("not saved: {error}");
    }
    for (at, (name, bytes)) in input.files.iter().enumerate() {
        let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c)).collect();
        if let Err(error) = fs::write(home.join(format!("{at}-{name}")), bytes) {
            eprintln!("not saved: {error}");
        }
    }
}

/// The most memory that this program has had, in KB; zero where nobody says.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0)
}
