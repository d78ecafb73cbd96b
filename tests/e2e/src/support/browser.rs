//! A browser with a session, behind its proxy. Derefs to the WebDriver client, for what has no helper.

use std::{
    ops::Deref,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use super::{Engine, Setup, driver::Driver, engine::Session, proxy::Proxy};

/// A running browser.
#[derive(Debug)]
pub(crate) struct Browser {
    engine: Engine,
    setup: Setup,
    folder: TempDir,
    proxy: Proxy,
    driver: Driver,
    session: WebDriver,
    /// Whether the flow itself causes errors or refused requests, and looks at them.
    expects_trouble: bool,
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.session
    }
}

impl Browser {
    /// Starts a browser with a new profile.
    pub(crate) async fn start(setup: &Setup, engine: Engine) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("postil-e2e-").tempdir()?;
        for name in ["profile", "downloads", "config"] {
            std::fs::create_dir(folder.path().join(name))?;
        }
        // Where WebKitGTK looks for the folder of downloads.
        let downloads = folder.path().join("downloads");
        std::fs::write(
            folder.path().join("config/user-dirs.dirs"),
            format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display()),
        )?;
        let proxy = Proxy::start(&setup.site, engine)?;
        let (driver, session) = connect(setup, engine, folder.path(), &proxy).await?;
        Ok(Self { engine, setup: setup.clone(), folder, proxy, driver, session, expects_trouble: false })
    }

    /// Which engine it is.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// The proxy, for what went through it.
    pub(crate) fn proxy(&self) -> &Proxy {
        &self.proxy
    }

    /// The address of the start page, which ends with a slash.
    pub(crate) fn site(&self) -> &str {
        &self.setup.site
    }

    /// Where saved files go.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// A folder for files that the flow makes; removed after it.
    pub(crate) fn scratch(&self) -> Result<PathBuf> {
        let folder = self.folder.path().join("scratch");
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// Goes to the start page and waits until the app is there.
    pub(crate) async fn open(&self) -> Result<()> {
        self.goto(self.site()).await?;
        self.started().await
    }

    /// Loads the page again and waits until the app is there.
    pub(crate) async fn reload(&self) -> Result<()> {
        self.refresh().await?;
        self.started().await
    }

    /// Loads the page again, and holds the app back until [`Browser::release`].
    pub(crate) async fn reload_and_hold(&self) -> Result<()> {
        self.js("sessionStorage.setItem('__hold', 'yes')", vec![]).await?;
        self.refresh().await?;
        self.until("the app is held", "return !!window.__release", vec![]).await
    }

    /// Lets the app start.
    pub(crate) async fn release(&self) -> Result<()> {
        self.js("sessionStorage.removeItem('__hold'); window.__release()", vec![]).await?;
        self.started().await
    }

    async fn started(&self) -> Result<()> {
        let gone = "return document.readyState === 'complete' && !document.getElementById('start')";
        self.until("the app starts", gone, vec![]).await
    }

    /// Kills the whole browser, at once and without warning, and starts it on the same profile. The page
    /// has to be opened again.
    pub(crate) async fn kill_and_restart(&mut self) -> Result<()> {
        ensure!(self.engine.keeps_profile(), "{} keeps no profile under automation", self.engine);
        self.driver.kill();
        // The session is gone with its browser: nobody is there to be told.
        std::mem::forget(self.session.clone());
        let (driver, session) = connect(&self.setup, self.engine, self.folder.path(), &self.proxy).await?;
        self.driver = driver;
        self.session = session;
        Ok(())
    }

    /// Ends the session and everything that was started for it.
    pub(crate) async fn quit(mut self) {
        let _ = tokio::time::timeout(Duration::from_secs(10), self.session.clone().quit()).await;
        self.driver.kill();
    }

    /// Runs a script in the page; it takes `arguments` and returns JSON.
    pub(crate) async fn js(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        let answer = self.execute(script, args).await.with_context(|| format!("in the script: {script}"))?;
        Ok(answer.json().clone())
    }

    /// Waits, for twenty seconds, until a script returns true; `what` names what is waited for.
    pub(crate) async fn until(&self, what: &str, script: &str, args: Vec<Value>) -> Result<()> {
        self.until_within(Duration::from_secs(20), what, script, args).await
    }

    /// As [`Self::until`], with another limit.
    pub(crate) async fn until_within(
        &self,
        limit: Duration,
        what: &str,
        script: &str,
        args: Vec<Value>,
    ) -> Result<()> {
        let end = tokio::time::Instant::now() + limit;
        loop {
            if self.js(script, args.clone()).await? == Value::Bool(true) {
                return Ok(());
            }
            if tokio::time::Instant::now() > end {
                bail!("not within {} s: {what}", limit.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Sends a command of Chromium's own protocol.
    pub(crate) async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        ensure!(self.engine == Engine::Chromium, "only Chromium knows {method}");
        Ok(self.session.cdp().send_raw(method, params).await?)
    }

    /// Keeps a picture of the page.
    pub(crate) async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.session.screenshot(path).await?)
    }

    /// Says that the flow causes errors or refused requests by intent, and looks at them itself.
    pub(crate) fn expect_trouble(&mut self) {
        self.expects_trouble = true;
    }

    /// What the page reported so far: violations of the policy and uncaught errors.
    pub(crate) fn reports(&self) -> Vec<String> {
        self.proxy.record().reports.iter().cloned().collect()
    }

    /// Fails if anything went to another origin, broke the policy, or was thrown and not caught. Called
    /// after every flow.
    pub(crate) async fn check_sealed(&self) -> Result<()> {
        if self.expects_trouble {
            return Ok(());
        }
        let own = self.js("return window.__probe ?? null", vec![]).await?;
        let Value::Array(own) = own else {
            bail!("the probe is not in the page: it is not behind the proxy")
        };
        ensure!(own.is_empty(), "the page reported {own:?}");
        let record = self.proxy.record();
        ensure!(!record.own.is_empty(), "no request came through the proxy");
        ensure!(record.refused.is_empty(), "requests to other origins: {:#?}", record.refused);
        ensure!(record.reports.is_empty(), "the page reported {:#?}", record.reports);
        Ok(())
    }
}

async fn connect(setup: &Setup, engine: Engine, folder: &Path, proxy: &Proxy) -> Result<(Driver, WebDriver)> {
    let programs = setup.programs(engine)?;
    let driver = Driver::start(engine, programs, folder).await?;
    let capabilities = engine.capabilities(&Session {
        browser: &programs.browser,
        profile: &folder.join("profile"),
        downloads: &folder.join("downloads"),
        proxy: proxy.port(),
    });
    let Value::Object(capabilities) = capabilities else { bail!("capabilities are an object") };
    let session = WebDriver::new(driver.address(), Capabilities::from(capabilities)).await;
    let session = session.with_context(|| {
        let log = std::fs::read_to_string(folder.join("driver.log")).unwrap_or_default();
        format!("no session; the driver says:\n{log}")
    })?;
    if engine == Engine::WebKit {
        // As wide as the others: the window that its driver opens is 1024 pixels wide, whatever it is told at the start.
        session.set_window_rect(0, 0, 1280, 900).await.context("the window takes a size")?;
    }
    Ok((driver, session))
}
