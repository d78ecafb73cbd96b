//! What flows stand on: browsers, their drivers, the proxy, and finding things as a person does.
//!
//! Knows WebDriver and the page's accessible surface; knows nothing of the app's code.

#![allow(dead_code, reason = "a kit: not every flow that it is for is written yet")]

mod article;
mod browser;
mod driver;
mod engine;
pub(crate) mod fixtures;
mod keys;
mod marks;
mod page;
mod processes;
mod proxy;
mod setup;

pub(crate) use browser::Browser;
pub(crate) use engine::Engine;
pub(crate) use proxy::Host;
pub(crate) use setup::Setup;
