//! The static server: files of one folder, on 127.0.0.1 only, with the policy of the site as a header,
//! gzip, and `no-cache` with an entity tag, so that a browser asks each time and is told "not modified".
//!
//! It knows nothing about the app; any static host does as well.

use std::{
    collections::HashMap,
    fs,
    io::{Cursor, Write},
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::UNIX_EPOCH,
};

use anyhow::{Result, anyhow};
use flate2::{Compression, write::GzEncoder};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::policy;

/// Requests answered at a time.
const THREADS: usize = 4;

/// A running server; it ends with the program.
pub(crate) struct Site {
    address: String,
}

impl Site {
    /// Serves `folder` under the path `base`, which begins and ends with a slash. Port 0 takes a free one.
    pub(crate) fn start(folder: PathBuf, port: u16, base: &str) -> Result<Self> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| anyhow!("cannot serve on port {port}: {error}; --port takes another"))?;
        let port = server.server_addr().to_ip().map_or(port, |address| address.port());
        let server = Arc::new(server);
        let files = Arc::new(Files {
            folder,
            base: base.to_owned(),
            policy: policy::read()?,
            packed: Mutex::default(),
        });
        for _ in 0..THREADS {
            let (server, files) = (Arc::clone(&server), Arc::clone(&files));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    files.answer(request);
                }
            });
        }
        Ok(Self { address: format!("http://127.0.0.1:{port}{base}") })
    }

    /// Where the start page is.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

/// A file gzipped, and the tag of the file that it was made from.
type Packed = (String, Arc<Vec<u8>>);

struct Files {
    folder: PathBuf,
    base: String,
    policy: String,
    packed: Mutex<HashMap<PathBuf, Packed>>,
}

impl Files {
    fn answer(&self, request: Request) {
        let response = self.response(&request);
        // A browser that has gone away is no error of ours.
        let _ = request.respond(response);
    }

    fn response(&self, request: &Request) -> Response<Cursor<Vec<u8>>> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return plain(405, "only GET and HEAD");
        }
        let Some(file) = self.file(request.url()) else { return plain(404, "not found") };
        let Ok(bytes) = fs::read(&file) else { return plain(404, "not found") };
        let tag = tag(&file, bytes.len());
        let mut headers = vec![
            ("Content-Type", content_type(&file).to_owned()),
            ("Content-Security-Policy", self.policy.clone()),
            ("Cache-Control", "no-cache".to_owned()),
            ("ETag", tag.clone()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        if value(request, "If-None-Match").is_some_and(|known| known == tag) {
            return with(Response::from_data(Vec::new()).with_status_code(304), headers);
        }
        let gzip = value(request, "Accept-Encoding").is_some_and(|accepted| accepted.contains("gzip"));
        let body = if gzip {
            headers.push(("Content-Encoding", "gzip".to_owned()));
            self.pack(&file, &tag, &bytes)
        } else {
            bytes
        };
        // Never chunked, so that what is loaded has a length.
        with(Response::from_data(body).with_chunked_threshold(usize::MAX), headers)
    }

    /// The file that an address means, if it is one of the folder.
    fn file(&self, url: &str) -> Option<PathBuf> {
        let path = url.split(['?', '#']).next()?.strip_prefix(&self.base)?;
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| self.folder.join(path))
    }

    fn pack(&self, file: &Path, tag: &str, bytes: &[u8]) -> Vec<u8> {
        let mut packed = self.packed.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match packed.get(file) {
            Some((known, data)) if known == tag => data.to_vec(),
            _ => {
                let data = gzip(bytes);
                packed.insert(file.to_owned(), (tag.to_owned(), Arc::new(data.clone())));
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
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn value<'a>(request: &'a Request, name: &'static str) -> Option<&'a str> {
    request.headers().iter().find(|header| header.field.equiv(name)).map(|header| header.value.as_str())
}

fn plain(status: u16, text: &str) -> Response<Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(status)
}

fn with(response: Response<Cursor<Vec<u8>>>, headers: Vec<(&str, String)>) -> Response<Cursor<Vec<u8>>> {
    headers.into_iter().fold(response, |response, (name, value)| {
        match Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            Ok(header) => response.with_header(header),
            Err(()) => response,
        }
    })
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
        check("/some/path/boot.js?js=a.js&wasm=a.wasm", Some("/site/boot.js"));
        check("/some/path/sub/a.css", Some("/site/sub/a.css"));
        check("/boot.js", None);
        check("/some/path/../secret", None);
        check("/some/path/sub/../../secret", None);
        check("/some/path//etc/passwd", None);
    }
}
