//! Short names for what a wasm module takes from its script. wasm-bindgen's say what each is and end in a hash, which
//! nobody reads on a page: 10 KB of the first load.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use super::{leb128, put, with_sections};

/// The number of the section in which a module says what it takes.
const IMPORTS: u8 = 2;
/// What is taken is a function.
const FUNCTION: u8 = 0;

/// The module and its script with short names between them.
pub(super) fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let short = with_sections(module, |id, content| match id {
        IMPORTS => imports(content, &mut names).map(Some),
        _ => Ok(Some(content.to_vec())),
    })?;
    Ok((short, renamed(script, &names)?))
}

/// The section with short names, and what was named so.
fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut rest = section;
    let count = number(&mut rest)?;
    let mut short = Vec::new();
    put(&mut short, count);
    for n in 0..count {
        let script = string(&mut rest)?;
        let name = string(&mut rest)?;
        let new = names.entry(String::from_utf8(name.to_vec())?).or_insert_with(|| format!("i{n}"));
        for text in [script, new.as_bytes()] {
            put(&mut short, text.len());
            short.extend(text);
        }
        let (kind, after) = rest.split_first().context("an import is cut off")?;
        ensure!(*kind == FUNCTION, "the module takes something that is no function");
        rest = after;
        short.push(FUNCTION);
        put(&mut short, number(&mut rest)?);
    }
    ensure!(rest.is_empty(), "something stands behind the imports");
    Ok(short)
}

/// The script with other names. Each must stand in it, or the page would not start.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut missing: Vec<&str> = names.keys().map(String::as_str).collect();
    let mut renamed = String::new();
    let mut rest = script;
    while !rest.is_empty() {
        let word = rest.find(|c| !of_name(c)).unwrap_or(rest.len());
        let other = rest[word..].find(of_name).map_or(rest.len(), |length| word + length);
        match names.get_key_value(&rest[..word]) {
            Some((old, new)) => {
                missing.retain(|name| name != old);
                renamed.push_str(new);
            }
            None => renamed.push_str(&rest[..word]),
        }
        renamed.push_str(&rest[word..other]);
        rest = &rest[other..];
    }
    ensure!(missing.is_empty(), "the script does not have {missing:?}");
    Ok(renamed)
}

fn number(rest: &mut &[u8]) -> Result<usize> {
    let (number, digits) = leb128(rest).context("a number is cut off")?;
    *rest = &rest[digits..];
    Ok(number)
}

fn string<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = number(rest)?;
    let (string, after) = rest.split_at_checked(length).context("a name is cut off")?;
    *rest = after;
    Ok(string)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that takes two functions of type 0 from `./a.js`.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut section = vec![2];
        for name in names {
            for text in ["./a.js", name] {
                put(&mut section, text.len());
                section.extend(text.bytes());
            }
            section.extend([FUNCTION, 0]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(IMPORTS);
        put(&mut module, section.len());
        module.extend(section);
        module.extend([10, 1, 0]);
        module
    }

    #[test]
    fn both_sides_have_the_same_short_names() {
        let script = "const imports = {__wbg_log_12ab: function() {}, __wbg_log: () => '__wbg_log_12abc'};";
        let (short, renamed) = shorten(&module(["__wbg_log_12ab", "__wbg_log"]), script).unwrap();
        assert_eq!(short, module(["i0", "i1"]));
        assert_eq!(renamed, "const imports = {i0: function() {}, i1: () => '__wbg_log_12abc'};");
    }

    #[test]
    fn a_script_of_another_module_is_refused() {
        assert!(shorten(&module(["here", "elsewhere"]), "({here() {}})").is_err());
    }

    #[test]
    fn numbers_are_read_as_written() {
        for wanted in [0, 1, 127, 128, 300, 1 << 20] {
            let mut bytes = Vec::new();
            put(&mut bytes, wanted);
            assert_eq!(leb128(&bytes), Some((wanted, bytes.len())));
        }
    }
}
