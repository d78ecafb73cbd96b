//! A proxy on loopback that lets through what belongs to the site, refuses everything else, and records
//! both. It is the one way to see all requests in all three engines.
//!
//! It also puts `probe.js` into the page, before anything of the app, and asks for reports of what the
//! policy blocks, workers included: WebDriver has no way for that which all engines know.

use std::{
    collections::BTreeSet,
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request, Response, StatusCode, Uri,
    body::{Bytes, Incoming},
    header::{self, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use super::Engine;

/// The script that the proxy adds, relative to the page.
const PROBE: &str = "__probe.js";
/// Where the probe and the browser send their reports, relative to the page.
const REPORT: &str = "__report";
/// How the later part of the page's wasm is named.
const MORE: &str = "-more.wasm";
/// The service worker of the site.
const WORKER: &str = "service-worker.js";

/// What went through a proxy.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// Addresses of the site that were asked for.
    pub(crate) own: Vec<String>,
    /// Requests that were refused: method and address.
    pub(crate) refused: Vec<String>,
    /// Refused as well, but by name the browser's own ([`Engine::calls_home`]).
    pub(crate) browsers_own: Vec<String>,
    /// What the probe and the browser reported: violations of the policy, uncaught errors.
    pub(crate) reports: BTreeSet<String>,
}

/// What is at the site's address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Host {
    /// The site.
    #[default]
    There,
    /// Nothing: every connection breaks.
    Gone,
    /// The site as a later build: the same, but for its id.
    New,
    /// The service worker of a later build, and the page of this one.
    HalfNew,
    /// As `HalfNew`, but the later part of the page's wasm does not come until something else is there.
    Slow,
    /// As `HalfNew`, but the connection breaks at the later part.
    Torn,
    /// As `HalfNew`, but nothing has the name of the later part any more.
    Replaced,
}

/// A running proxy; it ends with the program.
#[derive(Clone, Debug)]
pub(crate) struct Proxy {
    port: u16,
    record: Arc<Mutex<Record>>,
    host: Arc<Mutex<Host>>,
}

impl Proxy {
    /// Starts a proxy for the site at this address, on a thread of its own.
    pub(crate) fn start(site: &str, engine: Engine) -> Result<Self> {
        let uri: Uri = site.parse()?;
        let relay = Relay {
            engine,
            authority: uri.authority().context("the site has an authority")?.to_string(),
            base: uri.path().to_owned(),
            record: Arc::default(),
            host: Arc::default(),
            client: reqwest::Client::builder().no_proxy().build()?,
        };
        let (record, host) = (Arc::clone(&relay.record), Arc::clone(&relay.host));
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        thread::spawn(move || runtime.block_on(serve(listener, Arc::new(relay))));
        Ok(Self { port, record, host })
    }

    /// Its port on 127.0.0.1.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Changes what is at the site's address.
    pub(crate) fn host(&self, host: Host) {
        *lock(&self.host) = host;
    }

    /// What was reported so far was looked at.
    pub(crate) fn forget_reports(&self) {
        lock(&self.record).reports.clear();
    }

    /// What went through it so far.
    pub(crate) fn record(&self) -> MutexGuard<'_, Record> {
        lock(&self.record)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

async fn serve(listener: std::net::TcpListener, relay: Arc<Relay>) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    while let Ok((stream, _)) = listener.accept().await {
        let relay = Arc::clone(&relay);
        tokio::spawn(async move {
            let service = service_fn(|request| {
                let relay = Arc::clone(&relay);
                async move { Ok::<_, Infallible>(relay.answer(request).await) }
            });
            // A browser that is killed leaves connections behind.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

struct Relay {
    engine: Engine,
    authority: String,
    /// The path of the start page.
    base: String,
    record: Arc<Mutex<Record>>,
    host: Arc<Mutex<Host>>,
    client: reqwest::Client,
}

impl Relay {
    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let uri = request.uri().clone();
        let own = request.method() != Method::CONNECT
            && uri.scheme_str() == Some("http")
            && uri.authority().is_some_and(|authority| authority.as_str() == self.authority);
        if !own {
            let mut record = lock(&self.record);
            let browsers_own = uri.host().is_some_and(|host| self.engine.calls_home(host));
            let list = if browsers_own { &mut record.browsers_own } else { &mut record.refused };
            list.push(format!("{} {uri}", request.method()));
            return answer(StatusCode::FORBIDDEN, "refused: not the site");
        }
        match uri.path().strip_prefix(self.base.as_str()) {
            Some(PROBE) => {
                let mut probe = answer(StatusCode::OK, include_str!("probe.js"));
                probe.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/javascript"));
                probe
            }
            Some(REPORT) => {
                let body =
                    request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
                lock(&self.record).reports.insert(String::from_utf8_lossy(&body).into_owned());
                answer(StatusCode::NO_CONTENT, "")
            }
            _ => {
                lock(&self.record).own.push(uri.to_string());
                match self.forward(request).await {
                    Ok(response) => response,
                    Err(error) => answer(StatusCode::BAD_GATEWAY, &format!("{error:#}")),
                }
            }
        }
    }

    async fn forward(&self, request: Request<Incoming>) -> Result<Response<Full<Bytes>>> {
        let (parts, body) = request.into_parts();
        let mut headers = parts.headers;
        for name in [header::HOST, header::ACCEPT_ENCODING, header::CONNECTION] {
            headers.remove(name);
        }
        headers.remove("proxy-connection");
        if parts.uri.path().ends_with(MORE) {
            while *lock(&self.host) == Host::Slow {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            match *lock(&self.host) {
                Host::Torn => anyhow::bail!("the connection broke"),
                Host::Replaced => return Ok(answer(StatusCode::NOT_FOUND, "not found")),
                _ => {}
            }
        }
        let host = *lock(&self.host);
        ensure!(host != Host::Gone, "there is no site");
        if host != Host::There {
            // What the browser has is of another build.
            headers.remove(header::IF_NONE_MATCH);
        }
        let body = body.collect().await?.to_bytes();
        let worker = parts.uri.path().ends_with(WORKER);
        let forwarded = self.client.request(parts.method, parts.uri.to_string()).headers(headers).body(body);
        let answer = forwarded.send().await?;

        let mut response = Response::builder().status(answer.status());
        let mut html = false;
        for (name, value) in answer.headers() {
            match *name {
                header::CONTENT_LENGTH | header::TRANSFER_ENCODING | header::CONNECTION => continue,
                header::CONTENT_SECURITY_POLICY => {
                    let policy = format!("{}; report-uri {}{REPORT}", value.to_str()?, self.base);
                    response = response.header(name, policy);
                    continue;
                }
                header::CONTENT_TYPE => html = value.to_str()?.starts_with("text/html"),
                _ => {}
            }
            response = response.header(name, value);
        }
        let mut body = answer.bytes().await?;
        if worker && host != Host::There || html && host == Host::New {
            body = later(std::str::from_utf8(&body)?).into();
        }
        if html {
            let page = std::str::from_utf8(&body)?;
            let probe = format!("<head><script src=\"{}{PROBE}\"></script>", self.base);
            body = page.replacen("<head>", &probe, 1).into_bytes().into();
        }
        Ok(response.body(Full::new(body))?)
    }
}

/// The page or the service worker as of a later build.
fn later(text: &str) -> String {
    let id =
        ["boot.js?build=", "const BUILD = \""].iter().find_map(|before| text.split_once(before)?.1.get(..16));
    id.map_or_else(|| text.to_owned(), |id| text.replace(id, "0000000000000000"))
}

fn answer(status: StatusCode, text: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text.to_owned())));
    *response.status_mut() = status;
    response
}
