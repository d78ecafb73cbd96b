//! Splits the page's wasm in two: what is needed at once, and a later part, which the app loads right after its start
//! (`src/ui/more.rs`). Replaces what wasm-bindgen made for Trunk, which knows nothing of the split; the names, and with
//! them Trunk's hash, stay: both parts and the script are always of one build.

use std::{env, fs, path::Path};

use anyhow::{Context, Result, anyhow, ensure};

use crate::{build::visit, process, tools};

/// What the app's script becomes instead of naming a script of its own for the later part.
const LOADER: &str = include_str!("more.js");
/// Where the later part takes what it needs of the first.
const SHARED: &str = "__wasm_split";

/// Splits the page's module in a folder that Trunk has made.
pub(super) fn run(dist: &Path) -> Result<()> {
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
    let [later] = &parts.split_modules[..] else {
        return Err(anyhow!("more.js loads one later part, not {:?}", parts.split_modules));
    };

    let mut bind = process::command("wasm-bindgen");
    bind.arg(&first).arg("--out-dir").arg(dist);
    // The later part needs the table, which the linker exports.
    bind.args(["--out-name", &name, "--target", "web", "--no-typescript", "--keep-lld-exports"]);
    process::run(&mut bind)?;

    let more = format!("{name}-more.wasm");
    fs::write(dist.join(&more), again(&fs::read(later)?, &fs::read(dist.join(format!("{name}_bg.wasm")))?)?)?;
    let script = dist.join(script);
    let joined = joined(&fs::read_to_string(&script)?, &link, &more)?;
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

/// The later part, written anew: without names, and without what the linker padded. The first part must have what it
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

/// The page's script with the loader in it, instead of an import.
fn joined(script: &str, link: &str, more: &str) -> Result<String> {
    let line = script.lines().find(|line| line.starts_with("import") && line.contains(link));
    let line = line.context("the script imports no loader")?;
    let name = line.split_whitespace().nth(3).context("the loader has no name")?;
    let loader = LOADER.replace("LINK", name).replace("FILE", &format!("./{more}"));
    Ok(script.replacen(line, &loader, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_stands_in_the_script() {
        let script = "import * as import1 from \"./a-link.js\"\nlet wasm;\n";
        let script = joined(script, "./a-link.js", "a-more.wasm").unwrap();
        assert!(
            script.starts_with("const import1 = {\n") && script.ends_with("};\n\nlet wasm;\n"),
            "{script}"
        );
        assert!(script.contains("new URL(\"./a-more.wasm\", import.meta.url)"), "{script}");
        assert!(joined("let wasm;\n", "./a-link.js", "a-more.wasm").is_err());
    }
}
