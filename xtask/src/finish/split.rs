//! Splits the page's wasm: what is needed at once, a later part, which the app loads right after its start
//! (`src/ui/more.rs`), the screens that are opened now and then (`src/ui/screens.rs`), and what both of these share.
//! Replaces what wasm-bindgen made for Trunk, which knows nothing of the split; the names, and with them Trunk's hash,
//! stay: all parts and the script are always of one build.

use std::{collections::BTreeMap, env, fs, path::Path};

use anyhow::{Context, Result, anyhow, ensure};

use crate::{build::visit, process, tools};

/// What the app's script becomes instead of naming a script of its own for the later parts.
const LOADER: &str = include_str!("more.js");
/// Where the later parts take what they need of the first.
const SHARED: &str = "__wasm_split";

/// Splits the page's module in a folder that Trunk has made. `sheets` are the style sheets that come with its parts.
pub(super) fn run(dist: &Path, sheets: &BTreeMap<&str, String>) -> Result<()> {
    let name = page(dist)?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| process::root().join("target"), Into::into);
    let linked = target.join(tools::WASM).join("release/postil.wasm");
    let linked = fs::read(&linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let folder = target.join("split");
    let _ = fs::remove_dir_all(&folder);

    let (link, script) = (format!("./{name}-link.js"), format!("./{name}.js"));
    let first = folder.join(format!("{name}.wasm"));
    let mut options = wasm_split_cli_support::Options::new(&linked);
    (options.output_dir, options.main_out_path) = (&folder, &first);
    (options.link_name, options.main_module) = (&link, &script);
    let parts =
        wasm_split_cli_support::transform(options).map_err(|why| anyhow!("the split failed: {why:#}"))?;
    let mut bind = process::command("wasm-bindgen");
    bind.arg(&first).arg("--out-dir").arg(dist);
    // The later parts need the table, which the linker exports.
    bind.args(["--out-name", &name, "--target", "web", "--no-typescript", "--keep-lld-exports"]);
    process::run(&mut bind)?;

    let main = fs::read(dist.join(format!("{name}_bg.wasm")))?;
    for file in &parts.split_modules {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).context("a part has a name")?;
        fs::write(dist.join(named(&name, stem)), again(&fs::read(file)?, &main)?)?;
    }
    let files = |stems: Vec<String>| stems.iter().map(|stem| format!("./{}", named(&name, stem))).collect();
    let parts = parts.prefetch_map.into_iter().map(|(part, stems)| (part, files(stems))).collect();
    let script = dist.join(script);
    let joined = joined(&fs::read_to_string(&script)?, &link, &parts, sheets)?;
    Ok(fs::write(script, joined)?)
}

/// The name of the page's script, with Trunk's hash and without an ending.
fn page(dist: &Path) -> Result<String> {
    let mut names = Vec::new();
    visit(dist, &mut |file| {
        let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".js"));
        names.extend(name.filter(|name| name.starts_with("postil-")).map(str::to_owned));
        Ok(())
    })?;
    ensure!(names.len() == 1, "the page has one script, not {names:?}");
    Ok(names.remove(0))
}

/// The file of a part, which the tool calls `split_more`, or `chunk_2` where several parts share it.
fn named(page: &str, stem: &str) -> String {
    format!("{page}-{}.wasm", stem.strip_prefix("split_").unwrap_or(stem).replace('_', "-"))
}

/// A later part, written anew: without names, and without what the linker padded. The first part must have what it
/// takes, or the page would only find out when it loads it.
fn again(later: &[u8], first: &[u8]) -> Result<Vec<u8>> {
    let mut config = walrus::ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut later = config.parse(later).map_err(|why| anyhow!("{why:#}"))?;
    let first = config.parse(first).map_err(|why| anyhow!("{why:#}"))?;
    for import in later.imports.iter() {
        let there = first.exports.iter().any(|export| export.name == import.name);
        ensure!(import.module == SHARED && there, "the first part has no {}", import.name);
    }
    Ok(later.emit_wasm())
}

/// The page's script with the loader in it, instead of an import. `parts` names the files of each part.
fn joined(
    script: &str,
    link: &str,
    parts: &BTreeMap<String, Vec<String>>,
    sheets: &BTreeMap<&str, String>,
) -> Result<String> {
    let lines: Vec<&str> =
        script.lines().filter(|line| line.starts_with("import") && line.contains(link)).collect();
    let name =
        |line: &&str| line.split_whitespace().nth(3).map(str::to_owned).context("the loader has no name");
    let names = lines.iter().map(name).collect::<Result<Vec<_>>>()?;
    let (first, others) = names.split_first().context("the script imports no loader")?;
    let load = |part| format!("__wasm_split_load_{part}: (done, data) => load({part:?}, done, data),");
    let loaders: String = parts.keys().map(load).collect();
    let loader = LOADER.replace("LINK", first).replace("PARTS = {}", &format!("PARTS = {parts:?}"));
    let sheets: BTreeMap<_, _> = sheets.iter().map(|(part, sheet)| (*part, format!("./{sheet}"))).collect();
    let loader = loader.replace("SHEETS = {}", &format!("SHEETS = {sheets:?}")).replace("LOADERS", &loaders);
    let mut joined = script.replacen(lines[0], &loader, 1);
    // It is imported once for each of its functions.
    for (line, name) in lines[1..].iter().zip(others) {
        joined = joined.replacen(line, &format!("const {name} = {first};"), 1);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_stands_in_the_script() {
        let script =
            "import * as import1 from \"./a-link.js\"\nimport * as import2 from \"./a-link.js\"\nlet wasm;\n";
        let files = ["./a-chunk-1.wasm", "./a-more.wasm"].map(str::to_owned).to_vec();
        let parts = BTreeMap::from([("more".to_owned(), files)]);
        let sheets = BTreeMap::from([("more", "b.css".to_owned())]);
        let script = joined(script, "./a-link.js", &parts, &sheets).unwrap();
        assert!(
            script.starts_with("const import1 = (")
                && script.ends_with("})();\n\nconst import2 = import1;\nlet wasm;\n"),
            "{script}"
        );
        assert!(script.contains(r#"SHEETS = {"more": "./b.css"}"#), "{script}");
        assert!(script.contains(r#"PARTS = {"more": ["./a-chunk-1.wasm", "./a-more.wasm"]}"#), "{script}");
        assert!(
            script.contains("{ __wasm_split_load_more: (done, data) => load(\"more\", done, data), }"),
            "{script}"
        );
        assert_eq!(
            (named("a", "split_more"), named("a", "chunk_1")),
            ("a-more.wasm".into(), "a-chunk-1.wasm".into())
        );
        assert!(joined("let wasm;\n", "./a-link.js", &parts, &sheets).is_err());
    }
}
