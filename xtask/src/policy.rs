//! The content security policy. It is written in one place, the meta element of `index.html`; a policy
//! in a meta element does not reach workers, so the server sends the same as a header.

use std::fs;

use anyhow::{Context, Result};

use crate::process;

/// The policy of the site.
pub(crate) fn read() -> Result<String> {
    let page = fs::read_to_string(process::root().join("index.html")).context("cannot read index.html")?;
    find(&page).map(str::to_owned).context("index.html has no Content-Security-Policy in a meta element")
}

/// The policy in the source of a page.
fn find(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once(r#"http-equiv="Content-Security-Policy""#)?;
    let (_, rest) = rest.split_once(r#"content=""#)?;
    let (policy, _) = rest.split_once('"')?;
    Some(policy)
}

#[cfg(test)]
mod tests {
    use super::{find, read};

    #[test]
    fn is_found_in_the_meta_element() {
        let page = r#"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        assert_eq!(find(page), Some("default-src 'none'"));
        assert_eq!(find("<html>"), None);
    }

    #[test]
    fn of_the_site_is_strict() {
        let policy = read().expect("index.html has a policy");
        let parts: Vec<_> = policy.split(';').map(str::trim).collect();
        for part in ["default-src 'none'", "connect-src 'self'", "require-trusted-types-for 'script'"] {
            assert!(parts.contains(&part), "{part} is missing from {policy}");
        }
        for word in ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:"] {
            assert!(!policy.split([' ', ';']).any(|found| found == word), "{word} is in {policy}");
        }
    }
}
