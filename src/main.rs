//! Mounts the app in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    postil::ui::install_panic_banner();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element `app`");
    let load =
        yew::Callback::from(|()| -> postil::ui::Loading { Box::pin(async { later::more().await.ok() }) });
    yew::Renderer::<postil::ui::Shell>::with_root_and_props(root, postil::ui::ShellProps { load }).render();
}

/// The app runs in a browser only; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Postil runs in a browser: cargo xtask serve");
}

/// Where the wasm of a release is split in two: see `postil::ui::More`. It stands here and not in the library, which the
/// worker shares. A development build is one part, quicker to build.
#[cfg(target_arch = "wasm32")]
mod later {
    use postil::ui::More;
    use wasm_split_helpers::SplitLoaderError;

    #[cfg(not(debug_assertions))]
    #[wasm_split_helpers::wasm_split(more, fallible)]
    pub(crate) fn more() -> Result<&'static More, SplitLoaderError> {
        Ok(More::get())
    }

    #[cfg(debug_assertions)]
    pub(crate) async fn more() -> Result<&'static More, SplitLoaderError> {
        Ok(More::get())
    }
}
