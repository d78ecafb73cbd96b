//! Makes one test of every flow and engine, and runs them.

use std::{env, fs, path::PathBuf, pin::Pin, process::ExitCode, time::Duration};

use anyhow::{Context, Result, anyhow, bail};
use libtest_mimic::{Arguments, Failed, Trial};

use crate::{
    flows,
    support::{Browser, Engine, Setup, fixtures},
};

/// How long a flow may take, unless it says otherwise.
const LIMIT: Duration = Duration::from_secs(120);

type Run = for<'a> fn(&'a mut Browser) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A flow and how it is run. Made by [`flow!`].
#[derive(Debug)]
pub(crate) struct Flow {
    pub(crate) name: &'static str,
    pub(crate) run: Run,
    /// The engines that can show it.
    pub(crate) engines: &'static [Engine],
    pub(crate) limit: Duration,
    /// The variable of the environment without which it is skipped.
    pub(crate) needs: Option<&'static str>,
}

#[allow(dead_code, reason = "for the flows that need it")]
impl Flow {
    /// For all engines, with the usual limit of time.
    pub(crate) const fn new(name: &'static str, run: Run) -> Self {
        Self { name, run, engines: &Engine::ALL, limit: LIMIT, needs: None }
    }

    /// Only for these engines; the comment beside it says why.
    pub(crate) const fn only(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }

    /// Only where xtask has found something that not every machine has, and says so in this variable.
    pub(crate) const fn needs(self, variable: &'static str) -> Self {
        Self { needs: Some(variable), ..self }
    }

    /// With a limit of its own, in seconds.
    pub(crate) const fn limit(self, seconds: u64) -> Self {
        Self { limit: Duration::from_secs(seconds), ..self }
    }
}

/// `flow!(file::function)`: the entry of the table for an `async fn(&mut Browser) -> Result<()>`.
macro_rules! flow {
    ($module:ident :: $function:ident) => {
        $crate::run::Flow::new(concat!(stringify!($module), "::", stringify!($function)), |browser| {
            Box::pin($module::$function(browser))
        })
    };
}
pub(crate) use flow;

/// The program.
pub(crate) fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Each test is a whole browser.
    arguments.test_threads = arguments.test_threads.or(Some(2));
    let setup = match Setup::from_env() {
        Ok(setup) => setup,
        Err(error) => {
            println!("{error:#}\nRun the flows with `cargo xtask e2e`.");
            return ExitCode::FAILURE;
        }
    };
    if let Ok(task) = env::var("POSTIL_E2E_TASK") {
        return run_task(&task, &setup);
    }
    let mut trials = Vec::new();
    for flow in flows::FLOWS {
        for engine in setup.engines().filter(|engine| flow.engines.contains(engine)) {
            let missing = !setup.has(engine) || flow.needs.is_some_and(|name| env::var_os(name).is_none());
            let setup = setup.clone();
            let run =
                move || run_twice(flow, engine, &setup).map_err(|error| Failed::from(format!("{error:#}")));
            trials.push(Trial::test(format!("{}::{engine}", flow.name), run).with_ignored_flag(missing));
        }
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run_task(name: &str, setup: &Setup) -> ExitCode {
    let Some(task) = flows::TASKS.iter().find(|task| task.name == name) else {
        println!("no task `{name}`");
        return ExitCode::FAILURE;
    };
    for engine in setup.engines().filter(|engine| task.engines.contains(engine)) {
        if let Err(error) = run_flow(task, engine, setup) {
            println!("{name} in {engine}: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Runs a flow, and if it fails once more from the beginning: on a busy machine a driver loses an event now and then.
/// What fails only at first is said, so that it does not hide; what is wrong fails twice.
fn run_twice(flow: &Flow, engine: Engine, setup: &Setup) -> Result<()> {
    let Err(first) = run_flow(flow, engine, setup) else { return Ok(()) };
    println!("{}::{engine} failed at first and is tried again: {first:#}", flow.name);
    run_flow(flow, engine, setup)
}

/// Runs a flow in a browser of its own. When it fails, a picture of the page is kept.
fn run_flow(flow: &Flow, engine: Engine, setup: &Setup) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut browser = Browser::start(setup, engine).await.context("the browser does not start")?;
        let outcome = match tokio::time::timeout(flow.limit, (flow.run)(&mut browser)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(anyhow!("not done after {} s", flow.limit.as_secs())),
        };
        let outcome = match outcome {
            Ok(()) => browser.check_sealed().await,
            Err(error) => Err(error),
        };
        let outcome = match outcome {
            Ok(()) => Ok(()),
            Err(error) => Err(with_evidence(flow, &browser, error).await),
        };
        browser.quit().await;
        outcome
    })
}

/// Adds to an error what helps to understand it: a picture, and what the page said.
async fn with_evidence(flow: &Flow, browser: &Browser, error: anyhow::Error) -> anyhow::Error {
    let picture = keep_picture(flow, browser).await;
    let picture = match picture {
        Ok(path) => format!("picture: {}", path.display()),
        Err(none) => format!("no picture: {none:#}"),
    };
    let said: Vec<_> = browser.reports().into_iter().map(|report| format!("\n  {report}")).collect();
    let said = if said.is_empty() { String::new() } else { format!("\nthe page reported:{}", said.concat()) };
    anyhow!("{error:#}\n{picture}{said}")
}

async fn keep_picture(flow: &Flow, browser: &Browser) -> Result<PathBuf> {
    let folder = fixtures::root()?.join("target/e2e");
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{}-{}.png", flow.name.replace("::", "-"), browser.engine()));
    let shot = tokio::time::timeout(Duration::from_secs(15), browser.screenshot(&path)).await;
    match shot {
        Ok(taken) => taken?,
        Err(_) => bail!("the browser does not answer"),
    }
    Ok(path)
}
