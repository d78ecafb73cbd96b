//! The three browsers and their drivers: found, or installed on Debian and Ubuntu.

use std::{collections::BTreeSet, env, fs, path::PathBuf, process::Command, str::FromStr, sync::OnceLock};

use anyhow::{Result, bail};

use crate::{process, tools};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, as WebKitGTK's MiniBrowser.
    WebKit,
}

impl FromStr for Engine {
    type Err = anyhow::Error;

    fn from_str(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("no browser `{name}`: chromium, firefox or webkit"),
        }
    }
}

/// A browser that can be driven, in the form in which `tests/e2e` takes it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Which engine.
    pub(crate) engine: Engine,
    /// The browser itself.
    pub(crate) browser: PathBuf,
    /// What speaks WebDriver for it.
    pub(crate) driver: PathBuf,
}

impl Engine {
    /// All three.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the browser and its driver.
    pub(crate) fn find(self) -> Option<Found> {
        let (browser, driver) = match self {
            Self::Chromium => (
                first(&["chromium", "chromium-browser", "google-chrome", "chrome"])
                    .or_else(|| existing("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))?,
                first(&["chromedriver", "chromium.chromedriver"])?,
            ),
            Self::Firefox => (
                first(&["firefox", "firefox-esr"])
                    .or_else(|| existing("/Applications/Firefox.app/Contents/MacOS/firefox"))?,
                first(&["geckodriver"])?,
            ),
            Self::WebKit => {
                // It has no mode without a display.
                first(&["Xvfb"])?;
                (mini_browser()?, first(&["WebKitWebDriver"])?)
            }
        };
        Some(Found { engine: self, browser, driver })
    }

    /// Debian's packages, then Ubuntu's. Fonts too: without them Thai, Chinese and emoji are boxes.
    fn packages(self, ubuntu: bool) -> &'static [&'static str] {
        match (self, ubuntu) {
            (Self::Chromium, false) => &["chromium", "chromium-driver", FONTS[0], FONTS[1], FONTS[2]],
            (Self::Chromium, true) => {
                &["chromium-browser", "chromium-chromedriver", FONTS[0], FONTS[1], FONTS[2]]
            }
            (Self::Firefox, false) => &["firefox-esr", FONTS[0], FONTS[1], FONTS[2]],
            (Self::Firefox, true) => &["firefox", FONTS[0], FONTS[1], FONTS[2]],
            (Self::WebKit, _) => {
                &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", FONTS[0], FONTS[1], FONTS[2]]
            }
        }
    }

    /// What a person installs where this cannot.
    fn advice(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium or Chrome, and the chromedriver of the same version, in PATH",
            Self::Firefox => "Firefox, in PATH (geckodriver is installed by cargo)",
            Self::WebKit => {
                "WebKitGTK with its WebKitWebDriver and MiniBrowser, and Xvfb (Linux only; \
                 Fedora: webkit2gtk4.1, xorg-x11-server-Xvfb; Arch: webkit2gtk-4.1, xorg-server-xvfb)"
            }
        }
    }
}

const FONTS: [&str; 3] = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];

/// Finds the browsers, and installs what is missing where that is possible. What is still missing is
/// said, and left out of the answer.
pub(crate) fn require(engines: &[Engine]) -> Result<Vec<Found>> {
    if engines.contains(&Engine::Firefox) {
        tools::geckodriver()?;
    }
    let missing: Vec<_> = engines.iter().copied().filter(|engine| engine.find().is_none()).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    for engine in engines.iter().filter(|engine| engine.find().is_none()) {
        println!("MISSING for the tests in {}: {}", engine.name(), engine.advice());
    }
    Ok(engines.iter().filter_map(|engine| engine.find()).collect())
}

/// Installs what they need, once in a run.
fn install(engines: &[Engine]) -> Result<()> {
    static TRIED: OnceLock<()> = OnceLock::new();
    let Some(ubuntu) = apt() else { return Ok(()) };
    if TRIED.set(()).is_ok() {
        let packages: BTreeSet<_> =
            engines.iter().flat_map(|engine| engine.packages(ubuntu)).copied().collect();
        apt_install(&packages.into_iter().collect::<Vec<_>>())?;
    }
    Ok(())
}

/// Installs Debian's packages; `false`, said, where that cannot be done.
pub(crate) fn apt_install(packages: &[&str]) -> Result<bool> {
    if apt().is_none() {
        return Ok(false);
    }
    println!("Installing: {}", packages.join(" "));
    let update = process::passes(as_root(&["update", "-q"])?.stdin(std::process::Stdio::inherit()))?;
    let words = [&["install", "-q", "-y", "--no-install-recommends"], packages].concat();
    let done = update && process::passes(&mut as_root(&words)?)?;
    if !done {
        println!("apt-get did not succeed; going on with what is there");
    }
    Ok(done)
}

/// `apt-get`, as root or through sudo.
fn as_root(words: &[&str]) -> Result<Command> {
    let root = process::output("id", &["-u"]).as_deref() == Some("0");
    let mut command = if root {
        process::command("apt-get")
    } else if process::find("sudo").is_some() {
        let mut sudo = process::command("sudo");
        // Where nobody can type a password, it must not ask for one.
        sudo.args(env::var_os("CI").map(|_| "-n")).arg("apt-get");
        sudo
    } else {
        bail!("not root and no sudo; as root: apt-get {}", words.join(" "))
    };
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

/// Whether packages can be installed, and if so whether they have Ubuntu's names.
fn apt() -> Option<bool> {
    process::find("apt-get")?;
    let release = fs::read_to_string("/etc/os-release").ok()?;
    Some(release.lines().any(|line| line == "ID=ubuntu"))
}

fn first(programs: &[&str]) -> Option<PathBuf> {
    programs.iter().find_map(|program| process::find(program))
}

fn existing(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}

/// WebKitGTK's MiniBrowser, which stands outside `PATH`.
fn mini_browser() -> Option<PathBuf> {
    let libraries = ["/usr/lib", "/usr/lib64", "/usr/libexec"].into_iter().map(PathBuf::from);
    let below = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    libraries
        .chain(below)
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|version| folder.join(version).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
}
