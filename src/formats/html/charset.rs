//! Which encoding a page says it has.

/// So far in a page it is said.
const START: usize = 4_096;

/// The encoding that a page declares, as it writes it, where the bytes are those of a page: in `<meta charset>`, in the
/// `content-type` of a `<meta>`, in the declaration of XML.
pub(in crate::formats) fn declared(bytes: &[u8], name: &str) -> Option<String> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(START)]).to_ascii_lowercase();
    if !super::is_page(&start, name) {
        return None;
    }
    let metas = start.match_indices("<meta").filter_map(|(at, _)| {
        let tag = start[at..].split('>').next().unwrap_or_default();
        tag.split_once("charset").and_then(|(_, rest)| value(rest))
    });
    let xml = start.strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let xml = xml.and_then(|rest| rest.split_once("encoding")).and_then(|(_, rest)| value(rest));
    metas.chain(xml).next().map(str::to_owned)
}

/// What stands behind `=`, in quotation marks or not.
fn value(rest: &str) -> Option<&str> {
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(rest.len());
    Some(&rest[..end]).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_say_their_encoding() {
        for (page, expected) in [
            ("<html><meta charset=Windows-1251>", Some("windows-1251")),
            ("<html><META http-equiv='Content-Type' content='text/html; charset=koi8-r'>", Some("koi8-r")),
            ("<?xml version='1.0' encoding='EUC-JP'?><html>", Some("euc-jp")),
            ("<html><meta name=charset><meta charset = \"big5\" />", Some("big5")),
            ("<html><p>charset=utf-8", None),
            ("charset=x", None),
        ] {
            assert_eq!(declared(page.as_bytes(), "a").as_deref(), expected, "{page}");
        }
        assert_eq!(
            declared(b"<title>\xCC</title><meta charset=cp1251>", "a.html").as_deref(),
            Some("cp1251")
        );
    }
}
