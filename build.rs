//! `cargo xtask` splits the wasm of a release in two (`src/ui/more.rs`), for which it needs the linker's relocations; of
//! the page's binary alone.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name, value| env::var(name).is_ok_and(|now| now == value);
    if is("CARGO_CFG_TARGET_ARCH", "wasm32") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bin=postil=--emit-relocs");
    }
}
