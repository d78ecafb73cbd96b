//! What xtask hands over in the environment: where the site is, and which browsers there are.

use std::{env, path::PathBuf, sync::Arc};

use anyhow::{Context, Result};

use super::Engine;

/// Where a browser and its driver are.
#[derive(Debug)]
pub(crate) struct Programs {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// The site and the browsers; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Setup {
    /// The address of the start page, which ends with a slash.
    pub(crate) site: String,
    wanted: Arc<[(Engine, Option<Programs>)]>,
}

impl Setup {
    /// Reads `POSTIL_E2E_SITE`, `POSTIL_E2E_BROWSERS` (names, separated by commas), and for each of these
    /// that is there `POSTIL_E2E_<NAME>` and `POSTIL_E2E_<NAME>_DRIVER`.
    pub(crate) fn from_env() -> Result<Self> {
        let site = env::var("POSTIL_E2E_SITE").context("POSTIL_E2E_SITE is not set")?;
        let names = env::var("POSTIL_E2E_BROWSERS").context("POSTIL_E2E_BROWSERS is not set")?;
        let wanted =
            Engine::ALL.into_iter().filter(|engine| names.split(',').any(|name| name == engine.name()));
        Ok(Self { site, wanted: wanted.map(|engine| (engine, programs(engine))).collect() })
    }

    /// The engines that are wanted, there or not.
    pub(crate) fn engines(&self) -> impl Iterator<Item = Engine> {
        self.wanted.iter().map(|(engine, _)| *engine)
    }

    /// Whether an engine can be driven here.
    pub(crate) fn has(&self, engine: Engine) -> bool {
        self.programs(engine).is_ok()
    }

    pub(crate) fn programs(&self, engine: Engine) -> Result<&Programs> {
        let mut wanted = self.wanted.iter();
        wanted
            .find(|(wanted, _)| *wanted == engine)
            .and_then(|(_, programs)| programs.as_ref())
            .with_context(|| format!("{engine} is not installed"))
    }
}

fn programs(engine: Engine) -> Option<Programs> {
    let name = format!("POSTIL_E2E_{}", engine.name().to_uppercase());
    let browser = env::var_os(&name)?.into();
    let driver = env::var_os(format!("{name}_DRIVER"))?.into();
    Some(Programs { browser, driver })
}
