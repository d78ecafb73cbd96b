//! Files of generated projects, for the programs that judge them: `POSTIL_OUT=folder POSTIL_FORMAT=word cargo test --test
//! judged -- --ignored` writes them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::formats::{Format, Options, Written, write::write};
use std::path::Path;
use support::{generate, hard::hard};

#[test]
#[ignore = "writes files for programs that are not at hand everywhere"]
fn files_of_hard_and_generated_projects() {
    let (Ok(folder), Ok(word)) = (std::env::var("POSTIL_OUT"), std::env::var("POSTIL_FORMAT")) else {
        return;
    };
    let format = Format::named(&word).expect("a format");
    let generated = (0..200).map(|seed| generate::project(6, seed));
    for (n, project) in std::iter::once(hard()).chain(generated).enumerate() {
        let mut out = Written::default();
        assert!(write(&project, &Options::new(format, Default::default()), &mut out));
        let many = out.files.len() > 1;
        for (name, bytes) in out.files {
            let ending = name.rsplit('.').next().unwrap_or_default();
            let path = match many {
                true => Path::new(&folder).join(n.to_string()).join(&name),
                false => Path::new(&folder).join(format!("{n}.{ending}")),
            };
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("written");
        }
    }
}
