//! The three engines, and what a session in each asks for.

use std::{fmt, path::Path};

use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a session needs to know.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    /// The browser's program.
    pub(crate) browser: &'a Path,
    /// Where it keeps what outlives it.
    pub(crate) profile: &'a Path,
    /// Where saved files go.
    pub(crate) downloads: &'a Path,
    /// The port of the proxy on 127.0.0.1.
    pub(crate) proxy: u16,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As on the command line of xtask.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether a profile outlives the browser; WebKitGTK's automation keeps none.
    pub(crate) fn keeps_profile(self) -> bool {
        self != Self::WebKit
    }

    /// Whether a host is one that the browser itself asks, whatever page is shown and whatever is switched
    /// off: time, updates, settings. Whole names only, so that little can hide behind them; such requests
    /// are refused as well.
    pub(crate) fn calls_home(self, host: &str) -> bool {
        let hosts: &[&str] = match self {
            Self::Chromium => &[
                "accounts.google.com",
                "clients2.google.com",
                "redirector.gvt1.com",
                "update.googleapis.com",
                // The search engine that Debian sets.
                "start.duckduckgo.com",
            ],
            Self::Firefox => &[
                "content-signature-2.cdn.mozilla.net",
                "firefox.settings.services.mozilla.com",
                "firefox-settings-attachments.cdn.mozilla.net",
            ],
            Self::WebKit => &[],
        };
        hosts.contains(&host)
    }

    /// The capabilities of a new session.
    pub(crate) fn capabilities(self, session: &Session<'_>) -> Value {
        match self {
            Self::Chromium => chromium(session),
            Self::Firefox => firefox(session),
            Self::WebKit => webkit(session),
        }
    }
}

fn chromium(session: &Session<'_>) -> Value {
    json!({
        "goog:chromeOptions": {
            "binary": session.browser,
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-domain-reliability",
                "--disable-sync",
                "--disable-extensions",
                "--disable-client-side-phishing-detection",
                "--allow-browser-signin=false",
                // The last two ask a search engine what it offers.
                "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,\
                 AimServerEligibilityEnabled,AimServerRequestOnStartupEnabled",
                // Where it would ask for push messages, there is nothing to ask.
                "--gcm-checkin-url=data:,",
                "--window-size=1280,900",
                format!("--proxy-server=http://127.0.0.1:{}", session.proxy),
                // Loopback goes through the proxy too.
                "--proxy-bypass-list=<-loopback>",
                format!("--user-data-dir={}", session.profile.display()),
                // In place of the new-tab page, which loads what the distribution has put there.
                "about:blank",
            ],
            "prefs": {
                "download.default_directory": session.downloads,
                "download.prompt_for_download": false,
                // Some versions load that page beside it, unless they are told so here too.
                "session.restore_on_startup": 4,
                "session.startup_urls": ["about:blank"],
            },
        },
    })
}

fn firefox(session: &Session<'_>) -> Value {
    json!({
        "moz:firefoxOptions": {
            "binary": session.browser,
            "args": ["-headless", "-width", "1280", "-height", "900", "-profile", session.profile],
            "prefs": {
                "network.proxy.type": 1,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": session.proxy,
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": session.proxy,
                "network.proxy.no_proxies_on": "",
                "network.proxy.allow_hijacking_localhost": true,
                // The browser's own calls home, which would be mistaken for the page's.
                "app.normandy.enabled": false,
                "app.update.enabled": false,
                "browser.newtabpage.enabled": false,
                "browser.region.network.url": "",
                "browser.safebrowsing.downloads.enabled": false,
                "browser.safebrowsing.malware.enabled": false,
                "browser.safebrowsing.phishing.enabled": false,
                "browser.startup.homepage": "about:blank",
                "datareporting.healthreport.uploadEnabled": false,
                "dom.push.connection.enabled": false,
                "extensions.getAddons.cache.enabled": false,
                "extensions.systemAddon.update.enabled": false,
                "extensions.update.enabled": false,
                "media.gmp-manager.updateEnabled": false,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
                "network.dns.disablePrefetch": true,
                "network.prefetch-next": false,
                "network.trr.mode": 5,
                "services.settings.server": "data:,",
                "toolkit.telemetry.server": "",
                "browser.download.folderList": 2,
                "browser.download.dir": session.downloads,
                "browser.download.alwaysOpenPanel": false,
                "browser.helperApps.neverAsk.saveToDisk":
                    "application/json,application/octet-stream,application/x-ndjson,application/jsonl,text/plain",
            },
        },
    })
}

fn webkit(session: &Session<'_>) -> Value {
    json!({
        "webkitgtk:browserOptions": {
            "binary": session.browser,
            "args": [
                "--automation",
                format!("--proxy=http://127.0.0.1:{}", session.proxy),
            ],
        },
    })
}
