//! Development commands of Postil: `cargo xtask <command>`.

fn main() {}
