//! What a release of the site gets after Trunk: a few style sheets instead of twenty, and nothing in the files that only
//! a programmer reads. Smaller to load, and with fewer requests. And the page's wasm in parts: what is needed at once, and
//! what comes later, each with a style sheet of its own.

mod names;
mod split;

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::build::visit;

/// Finishes the site in a folder.
pub(crate) fn run(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).context("cannot read dist/index.html")?;
    let (page, later) = sheets(dist, &without(&page, "<!--", "-->"))?;
    fs::write(&index, page)?;
    split::run(dist, &later)?;
    visit(dist, &mut |file| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        match ending {
            // The parts that are loaded later have no script, and are finished.
            Some("wasm") if file.to_string_lossy().ends_with("_bg.wasm") => finish_module(file)?,
            Some("js") => fs::write(file, trimmed(&fs::read_to_string(file)?))?,
            _ => {}
        }
        Ok(())
    })
}

/// Finishes a wasm module, together with its script.
fn finish_module(file: &Path) -> Result<()> {
    let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix("_bg.wasm"));
    let script = file.with_file_name(format!("{}.js", name.context("a wasm module has no script")?));
    let (module, renamed) = names::shorten(&without_names(&fs::read(file)?)?, &fs::read_to_string(&script)?)?;
    fs::write(file, module)?;
    Ok(fs::write(script, renamed)?)
}

/// The style sheets that come with a later part of the page's wasm. They stand last in `index.html`, in this order.
const LATER: [(&str, &[&str]); 2] = [
    ("more", &["article", "marks", "guidelines", "library", "entities", "print"]),
    (
        "screens",
        &[
            "settings",
            "schema",
            "search",
            "suggestions",
            "claims",
            "statistics",
            "help",
            "correct",
            "history",
        ],
    ),
];

/// Joins the style sheets that a page names: into one that the page then names, and one for each of the later parts.
fn sheets(dist: &Path, page: &str) -> Result<(String, BTreeMap<&'static str, String>)> {
    // What is needed at once, then the later parts.
    let mut styles = [const { String::new() }; LATER.len() + 1];
    let (mut rest, mut first, mut at) = (String::new(), None, 0);
    for line in page.split_inclusive('\n') {
        let Some(name) = sheet(line) else {
            rest.push_str(line);
            continue;
        };
        let own =
            |(_, sheets): &(_, &[&str])| sheets.iter().any(|sheet| name.starts_with(&format!("{sheet}-")));
        let part = LATER.iter().position(own).map_or(0, |part| part + 1);
        ensure!(part >= at, "{name} would come before what it stands behind in index.html");
        at = part;
        let file = dist.join(name);
        styles[part].push_str(&fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?);
        fs::remove_file(file)?;
        first.get_or_insert(rest.len());
    }
    let place = first.context("dist/index.html names no style sheet")?;
    let [at_once, later @ ..] = &styles;
    rest.insert_str(place, &format!("    <link rel=\"stylesheet\" href=\"./{}\">\n", joined(dist, at_once)?));
    let later = LATER.iter().zip(later).map(|((part, _), styles)| Ok((*part, joined(dist, styles)?)));
    Ok((rest, later.collect::<Result<_>>()?))
}

/// Writes a style sheet and gives its name.
fn joined(dist: &Path, styles: &str) -> Result<String> {
    ensure!(!styles.contains("@import"), "an @import would not stand at the start of the joined styles");
    let styles = squeezed(&without(styles, "/*", "*/"));
    let hash =
        Sha256::digest(&styles).iter().take(8).fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    let name = format!("postil-{hash}.css");
    fs::write(dist.join(&name), styles)?;
    Ok(name)
}

/// The style sheet that a line of a page names.
fn sheet(line: &str) -> Option<&str> {
    let line = line.trim();
    let all = line.starts_with("<link") && line.contains("rel=\"stylesheet\"");
    all.then(|| line.split_once("href=\"./")?.1.split('"').next()).flatten()
}

/// Takes comments out. Neither our styles nor our page have such signs inside a string.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(close).map_or("", |(_, rest)| rest))
}

/// Takes white space out of styles where it says nothing. None of our strings holds such a sign before or behind a space.
fn squeezed(styles: &str) -> String {
    let lines: Vec<&str> = styles.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut styles = lines.join(" ");
    for (long, short) in [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (";}", "}"),
        (" }", "}"),
        ("} ", "}"),
        (": ", ":"),
        (", ", ","),
    ] {
        styles = styles.replace(long, short);
    }
    styles
}

/// Takes indentation, empty lines and lines that are a comment out. No string of ours or of wasm-bindgen's script goes
/// over lines.
fn trimmed(text: &str) -> String {
    let comment =
        |line: &&str| ["//", "/*", "* ", "*/"].iter().any(|start| line.starts_with(start)) || *line == "*";
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A wasm module without its custom sections: names and tools, which no engine needs.
fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    const CUSTOM: u8 = 0;
    with_sections(module, |id, content| Ok((id != CUSTOM).then(|| content.to_vec())))
}

/// A wasm module with other sections; one that is `None` is left out.
fn with_sections(
    module: &[u8],
    mut change: impl FnMut(u8, &[u8]) -> Result<Option<Vec<u8>>>,
) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    ensure!(module.starts_with(b"\0asm"), "this is no wasm module");
    let mut changed = module[..HEADER].to_vec();
    let mut rest = &module[HEADER..];
    while let [id, after @ ..] = rest {
        let (length, digits) = leb128(after).context("a section has no length")?;
        let (content, next) = after[digits..].split_at_checked(length).context("a section is cut off")?;
        if let Some(content) = change(*id, content)? {
            changed.push(*id);
            put(&mut changed, content.len());
            changed.extend(content);
        }
        rest = next;
    }
    Ok(changed)
}

/// An unsigned number, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let digits = bytes.iter().position(|byte| byte & 0x80 == 0)? + 1;
    let number = bytes[..digits].iter().rev().fold(0, |number, byte| number << 7 | usize::from(byte & 0x7F));
    Some((number, digits))
}

/// Writes a number as [`leb128`] reads it.
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        out.push(number as u8 & 0x7F | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go() {
        let module = b"\0asm\x01\0\0\0\x00\x03\x02ab\x01\x81\0x\x00\x01\0";
        assert_eq!(without_names(module).unwrap(), b"\0asm\x01\0\0\0\x01\x01x");
        assert!(without_names(b"\0asm\x01\0\0\0\x01\x05x").is_err(), "cut off");
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(without("a<!-- b\n -->c<!--d-->", "<!--", "-->"), "ac");
        let script = "/**\n * @returns\n */\nfunction a() {\n    // why\n    return 2 * 3;\n\n}\n";
        assert_eq!(trimmed(script), "function a() {\nreturn 2 * 3;\n}\n");
    }

    #[test]
    fn style_sheets_become_one_for_each_part() {
        let dist = std::env::temp_dir().join(format!("postil-finish-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let page = |names: &[&str]| {
            for name in names {
                fs::write(dist.join(format!("{name}-1.css")), format!("{name} {{ b: c }} /* d */\n"))
                    .unwrap();
            }
            let link = |name: &&str| format!("<link rel=\"stylesheet\" href=\"./{name}-1.css\" />\n");
            format!("<head>\n{}</head>", names.iter().map(link).collect::<String>())
        };
        let (made, later) = sheets(&dist, &page(&["a", "e", "marks", "help"])).unwrap();
        let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap();
        assert_eq!(read(sheet(made.lines().nth(1).unwrap()).unwrap()), "a{b:c}e{b:c}");
        assert_eq!(
            (read(&later["more"]), read(&later["screens"])),
            ("marks{b:c}".into(), "help{b:c}".into())
        );
        assert_eq!((made.lines().count(), dist.join("a-1.css").exists()), (3, false));
        assert!(sheets(&dist, &page(&["help", "a"])).is_err(), "their order decides which one wins");
        fs::remove_dir_all(dist).unwrap();
    }
}
