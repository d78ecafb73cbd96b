//! The static server: files of one folder, on 127.0.0.1 only, with the policy of the site as a header,
//! gzip, and `no-cache` with an entity tag, so that a browser asks each time and is told "not modified".
//!
//! It knows nothing about the app; any static host does as well.

use std::{
    collections::HashMap,
    convert::Infallible,
    fs,
    io::Write,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::UNIX_EPOCH,
};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode, body::Bytes, header, server::conn::http1, service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use crate::policy;

/// A running server; it ends with the program.
pub(crate) struct Site {
    address: String,
}

impl Site {
    /// Serves `folder` under the path `base`, which begins and ends with a slash. Port 0 takes a free one.
    pub(crate) fn start(folder: PathBuf, port: u16, base: &str) -> Result<Self> {
        let listener = std::net::TcpListener::bind(("127.0.0.1", port))
            .with_context(|| format!("cannot serve on port {port}; --port takes another"))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let files =
            Files { folder, base: base.to_owned(), policy: policy::read()?, packed: Mutex::default() };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        thread::spawn(move || runtime.block_on(serve(listener, Arc::new(files))));
        Ok(Self { address: format!("http://127.0.0.1:{port}{base}") })
    }

    /// Where the start page is.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

async fn serve(listener: std::net::TcpListener, files: Arc<Files>) {
    let listener = TcpListener::from_std(listener).expect("the listener belongs to this runtime");
    loop {
        // One connection that cannot be taken is no reason to stop.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let files = Arc::clone(&files);
        tokio::spawn(async move {
            let service = service_fn(|request| {
                let response = files.response(&request);
                async { Ok::<_, Infallible>(response) }
            });
            // A browser that has gone away is no error of ours.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// A file gzipped, and the tag of the file that it was made from.
type Packed = (String, Bytes);

struct Files {
    folder: PathBuf,
    base: String,
    policy: String,
    packed: Mutex<HashMap<PathBuf, Packed>>,
}

impl Files {
    fn response<B>(&self, request: &Request<B>) -> Response<Full<Bytes>> {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
        }
        let Some(file) = self.file(request.uri().path()) else {
            return plain(StatusCode::NOT_FOUND, "not found");
        };
        let Ok(bytes) = fs::read(&file) else { return plain(StatusCode::NOT_FOUND, "not found") };
        let tag = tag(&file, bytes.len());
        let asks = |name: header::HeaderName, test: &dyn Fn(&str) -> bool| {
            request.headers().get(name).and_then(|value| value.to_str().ok()).is_some_and(test)
        };
        let mut response = Response::builder()
            .header(header::CONTENT_TYPE, content_type(&file))
            .header(header::CONTENT_SECURITY_POLICY, &self.policy)
            .header(header::CACHE_CONTROL, "no-cache")
            .header(header::ETAG, &tag)
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(header::REFERRER_POLICY, "no-referrer")
            .header(header::VARY, "Accept-Encoding");
        let body = if asks(header::IF_NONE_MATCH, &|known| known == tag) {
            response = response.status(StatusCode::NOT_MODIFIED);
            Bytes::new()
        } else if asks(header::ACCEPT_ENCODING, &|accepted| accepted.contains("gzip")) {
            response = response.header(header::CONTENT_ENCODING, "gzip");
            self.pack(&file, &tag, &bytes)
        } else {
            bytes.into()
        };
        let made = response.body(Full::new(body));
        made.unwrap_or_else(|error| plain(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()))
    }

    /// The file that an address means, if it is one of the folder.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let path = path.strip_prefix(&self.base)?;
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| self.folder.join(path))
    }

    fn pack(&self, file: &Path, tag: &str, bytes: &[u8]) -> Bytes {
        let mut packed = self.packed.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match packed.get(file) {
            Some((known, data)) if known == tag => data.clone(),
            _ => {
                let data = Bytes::from(gzip(bytes));
                packed.insert(file.to_owned(), (tag.to_owned(), data.clone()));
                data
            }
        }
    }
}

/// Gzips as a static host does.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing into memory cannot fail")
}

fn tag(file: &Path, length: usize) -> String {
    let changed = file.metadata().and_then(|data| data.modified()).unwrap_or(UNIX_EPOCH);
    let nanos = changed.duration_since(UNIX_EPOCH).map_or(0, |time| time.as_nanos());
    format!("\"{length:x}-{nanos:x}\"")
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: StatusCode, text: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text.to_owned())));
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::Files;

    fn check(url: &str, expected: Option<&str>) {
        let files = Files {
            folder: PathBuf::from("/site"),
            base: "/some/path/".to_owned(),
            policy: String::new(),
            packed: Default::default(),
        };
        assert_eq!(files.file(url), expected.map(PathBuf::from), "{url}");
    }

    #[test]
    fn serves_what_is_in_the_folder_and_nothing_else() {
        check("/some/path/", Some("/site/index.html"));
        check("/some/path/boot.js", Some("/site/boot.js"));
        check("/some/path/sub/a.css", Some("/site/sub/a.css"));
        check("/boot.js", None);
        check("/some/path/../secret", None);
        check("/some/path/sub/../../secret", None);
        check("/some/path//etc/passwd", None);
    }
}
