//! Pages as browsers save them in one file (MHTML, RFC 2557): the parts of a mail, of which the first page is read.

use super::html;
use super::read::Decoder;
use crate::sorted::Map;

/// A page in such a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Saved {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Its encoding, as the file says it; else empty.
    pub(super) charset: String,
    /// The address that it was saved from; else empty.
    pub(super) address: String,
}

impl Saved {
    /// Its HTML.
    pub(super) fn html(&self, decoder: Option<Decoder<'_>>) -> String {
        if let Ok(text) = str::from_utf8(&self.bytes) {
            return text.trim_start_matches('\u{feff}').to_owned();
        }
        let label = html::declared(&self.bytes, ".html").filter(|_| self.charset.is_empty());
        let label = label.unwrap_or_else(|| self.charset.clone());
        let decoded = decoder.and_then(|decoder| decoder(&self.bytes, &label));
        decoded.unwrap_or_else(|| String::from_utf8_lossy(&self.bytes).into_owned())
    }
}

/// The page of a file, if it is one of these: the headers of a mail, and a part of HTML.
pub(super) fn page(bytes: &[u8]) -> Option<Saved> {
    let start = &bytes[..bytes.len().min(8_192)];
    let first = start.iter().position(|byte| *byte == b':')?;
    if !start[..first].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
        return None;
    }
    let (headers, body) = headers(bytes)?;
    headers.get("mime-version")?;
    let kind = headers.get("content-type")?;
    let address = headers.get("snapshot-content-location").cloned().unwrap_or_default();
    if !kind.to_ascii_lowercase().starts_with("multipart/") {
        return part(&headers, body, &address);
    }
    let boundary = format!("--{}", parameter(kind, "boundary")?);
    let mut parts = parts(body, boundary.as_bytes()).into_iter();
    parts.find_map(|bytes| self::headers(bytes).and_then(|(headers, body)| part(&headers, body, &address)))
}

fn part(headers: &Map<String, String>, body: &[u8], address: &str) -> Option<Saved> {
    let kind = headers.get("content-type")?;
    let html = kind.to_ascii_lowercase();
    if !html.starts_with("text/html") && !html.starts_with("application/xhtml") {
        return None;
    }
    let how =
        headers.get("content-transfer-encoding").map(|how| how.to_ascii_lowercase()).unwrap_or_default();
    let own = headers.get("content-location").cloned().unwrap_or_default();
    Some(Saved {
        bytes: match how.as_str() {
            "quoted-printable" => quoted_printable(body),
            "base64" => base64(body),
            _ => body.to_vec(),
        },
        charset: parameter(kind, "charset").unwrap_or_default(),
        address: if address.is_empty() { own } else { address.to_owned() },
    })
}

/// The headers, by their names in small letters, and what follows them.
fn headers(bytes: &[u8]) -> Option<(Map<String, String>, &[u8])> {
    let mut all: Map<String, String> = Map::new();
    let (mut rest, mut last) = (bytes, String::new());
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let line = String::from_utf8_lossy(&rest[..end]);
        rest = &rest[end + 1..];
        let line = line.trim_end();
        if line.is_empty() && !all.is_empty() {
            return Some((all, rest));
        }
        match line.split_once(':') {
            _ if line.starts_with([' ', '\t']) => {
                if let Some(own) = all.get_mut(&last) {
                    own.push(' ');
                    own.push_str(line.trim());
                }
            }
            Some((name, value)) => {
                last = name.trim().to_ascii_lowercase();
                all.insert(last.clone(), value.trim().to_owned());
            }
            None if line.is_empty() => {}
            None => return None,
        }
    }
}

fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|part| {
        let (own, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"').to_owned();
        own.trim().eq_ignore_ascii_case(name).then_some(value).filter(|value| !value.is_empty())
    })
}

/// What stands between the lines of a boundary.
fn parts<'b>(body: &'b [u8], boundary: &[u8]) -> Vec<&'b [u8]> {
    let (mut out, mut from, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(boundary) {
            out.extend(from.map(|from| &body[from..at]));
            from = Some(at + line.len());
        }
        at += line.len();
    }
    out.extend(from.filter(|from| *from < at).map(|from| &body[from..at]));
    out
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        match (first, behind) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => rest = after,
            (b'=', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    out.push(16 * high + low);
                    rest = after;
                }
                _ => out.push(b'='),
            },
            _ => out.push(*first),
        }
    }
    out
}

fn base64(body: &[u8]) -> Vec<u8> {
    let (mut out, mut bits, mut count) = (Vec::with_capacity(body.len() / 4 * 3), 0_u32, 0);
    for byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_page_is_found() {
        let mail = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://e.invalid/a\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--x--\"\r\n\r\n\r\n\
            ----x--\r\nContent-Type: text/css\r\n\r\np {}\r\n\
            ----x--\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <p>caf=C3=A9 =\r\nx=3D1 = =Z</p>\r\n----x----\r\n";
        let saved = page(mail.as_bytes()).expect("a page");
        assert_eq!(String::from_utf8_lossy(&saved.bytes), "<p>café x=1 = =Z</p>\r\n");
        assert_eq!((saved.charset.as_str(), saved.address.as_str()), ("utf-8", "https://e.invalid/a"));
        let alone =
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\nYQ==\n";
        assert_eq!(page(alone.as_bytes()).map(|saved| saved.bytes), Some(b"<p>a".to_vec()));
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "",
            "Moscow: he said\n\nso",
            "MIME-Version: 1.0\n\na",
            "a",
            "Note: x\nMIME-Version: 1\nContent-Type: text/plain\n\nb",
        ] {
            assert_eq!(page(text.as_bytes()), None, "{text}");
        }
    }
}
