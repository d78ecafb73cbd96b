//! How quick Postil is in Chromium: opening an article, marking, taking back, selecting, scrolling, at
//! three sizes, and the first load. Beside every figure the same on a bare page of plain paragraphs, in
//! the same run on the same machine.
//!
//! Started by `cargo xtask bench`, which builds and serves. Inputs are real (DevTools' `Input` domain goes
//! through the browser's own input queue); the main thread's work is read from traces, because Event
//! Timing has a grain of 8 ms. Milliseconds are reported; what passes or fails is a ratio within the run.

mod acts;
mod cdp;
mod chrome;
mod exchange;
mod files;
mod load;
mod many;
mod matrix;
mod registry;
mod report;
mod stats;
mod text;
mod trace;

use std::{env, fs, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};

/// What xtask hands over.
pub(crate) struct Setup {
    /// Start page of the app.
    app: String,
    /// Where the bare pages are.
    bare: String,
    /// For the files that are opened.
    folder: PathBuf,
    chromium: PathBuf,
    /// Acts of each kind.
    acts: usize,
    /// The program that reads files natively, where it was built.
    native: Option<PathBuf>,
    /// Python with the programs that people take otherwise.
    python: PathBuf,
}

impl Setup {
    fn read() -> Result<Self> {
        let value = |name: &str| {
            env::var(format!("POSTIL_SPEED_{name}"))
                .with_context(|| format!("POSTIL_SPEED_{name} is not set; run `cargo xtask bench`"))
        };
        Ok(Self {
            app: value("APP")?,
            bare: value("BARE")?,
            folder: value("FOLDER")?.into(),
            chromium: value("CHROMIUM")?.into(),
            acts: value("ACTS")?.parse()?,
            native: env::var_os("POSTIL_SPEED_NATIVE").map(PathBuf::from),
            python: env::var_os("POSTIL_SPEED_PYTHON").map_or_else(|| "python3".into(), PathBuf::from),
        })
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let setup = Setup::read()?;
    let only = env::args().nth(1).map(|part| part.to_lowercase());
    let wanted = |name: &str| only.as_ref().is_none_or(|only| name.replace(' ', "").to_lowercase() == *only);
    let served = setup.folder.join("site");
    for (name, text) in [
        ("bare.html", include_str!("bare.html")),
        ("bare.css", include_str!("bare.css")),
        ("bare.js", include_str!("bare.js")),
    ] {
        fs::write(served.join(name), text)?;
    }
    let mut report = report::Report::new(&setup)?;
    for size in files::SIZES.into_iter().filter(|size| wanted(size.name)) {
        let files = files::make(size, &setup.folder, &served)?;
        println!("\n{}, {} annotations", size.name, size.annotations);
        let bare = acts::bare(&setup, &files).context("in the bare page")?;
        report.show("bare page", &bare);
        let app = acts::app(&setup, &files).context("in the app")?;
        report.show("Postil", &app);
        report.add(size, bare, app, load::visit(&setup, &files.page)?);
    }
    if wanted("many") {
        println!("\nA project of 1,000 articles with 50,000 annotations");
        report.opening(many::open(&setup)?);
    }
    if wanted("library") {
        println!("\nThe Library of 10,000 documents");
        report.library(many::library(&setup)?);
    }
    if wanted("matrix") {
        println!("\nA matrix of 200 claims and 100 articles");
        report.matrix(matrix::run(&setup)?);
    }
    if wanted("registry") {
        println!("\nA registry of 2,000 entities with 20,000 mentions in 200 articles");
        report.registry(registry::run(&setup)?);
    }
    if wanted("files") {
        println!("\nFiles of about 100 MB that come in");
        report.exchanged(exchange::read(&setup)?);
        println!("\n1,000,000 annotations that go out");
        report.exchanged(exchange::written(&setup)?);
    }
    if wanted("load") {
        println!("\nFirst load");
        report.loads(load::run(&setup)?);
    }
    Ok(report.verdict())
}
