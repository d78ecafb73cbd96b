//! Flows through the built site, each in Chromium, Firefox and WebKit.
//!
//! `cargo xtask e2e [--browser B] [FLOW]` builds and serves the site, and starts this with the address
//! and the browsers in the environment. A flow is written once, as `async fn(&mut Browser) -> Result<()>`
//! in a file of `flows`, and stands in [`flows::FLOWS`]. Each runs in a browser with a profile of its own,
//! behind a proxy that refuses and records what is not the site's; a foreign request, a violation of the
//! policy or an uncaught error fails it, whatever else it looks at.
//!
//! Tasks ([`flows::TASKS`]) drive a browser too, but are no tests: they run only when named.

mod flows;
mod run;
mod support;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::main()
}
