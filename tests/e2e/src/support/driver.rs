//! The program that speaks WebDriver for a browser: started for one session, on a free port.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::{net::TcpStream, time::sleep};

use super::{Engine, processes, setup::Programs};

/// A running driver, with the display that it needs. Dropping it kills the browser's process tree.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    display: Option<Child>,
    port: u16,
    folder: std::path::PathBuf,
    /// The folder may belong to the next session by the time this one is dropped.
    killed: bool,
}

impl Driver {
    /// Starts the driver. `folder` is the session's own; what the driver says goes to a file there.
    pub(crate) async fn start(engine: Engine, programs: &Programs, folder: &Path) -> Result<Self> {
        let port = free_port()?;
        let log = File::create(folder.join("driver.log"))?;
        let mut command = Command::new(&programs.driver);
        command.arg(format!("--port={port}"));
        // Nothing of the person's own settings, and temporary files where they are removed.
        command.env("HOME", folder).env("TMPDIR", folder).env_remove("DBUS_SESSION_BUS_ADDRESS");
        command.env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_CACHE_HOME", folder.join("cache"));
        command.env("XDG_DATA_HOME", folder.join("data"));
        for variable in ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"] {
            command.env_remove(variable);
        }
        if engine == Engine::Firefox {
            // Else every driver would take the same port for it.
            command.arg("--websocket-port=0");
        }
        let mut display = None;
        if engine == Engine::WebKit {
            let (process, name) = virtual_display(folder)?;
            command.env("DISPLAY", name).env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
            display = Some(process);
        }
        let process = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {}", programs.driver.display()))?;
        let driver = Self { process, display, port, folder: folder.to_owned(), killed: false };
        driver.listening().await?;
        Ok(driver)
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Kills the driver and the browser's whole process tree, at once.
    pub(crate) fn kill(&mut self) {
        if std::mem::replace(&mut self.killed, true) {
            return;
        }
        processes::kill_tree(&mut self.process, &self.folder);
        if let Some(display) = &mut self.display {
            let _ = display.kill();
            let _ = display.wait();
        }
    }

    async fn listening(&self) -> Result<()> {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", self.port)).await.is_ok() {
                return Ok(());
            }
            sleep(Duration::from_millis(50)).await;
        }
        bail!("the driver does not listen on port {}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A display for a browser that has no mode without one, and its name.
fn virtual_display(folder: &Path) -> Result<(Child, String)> {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(File::create(folder.join("display.log"))?)
        .spawn()
        .context("cannot start Xvfb")?;
    let mut number = String::new();
    if let Some(output) = process.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    Ok((process, format!(":{}", number.trim())))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
