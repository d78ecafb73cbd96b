//! Mounts the app in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    use postil::ui::{Loading, More, Screens, Shell, ShellProps};

    postil::ui::install_panic_banner();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element `app`");
    let load = yew::Callback::from(|()| -> Loading<More> { Box::pin(async { later::more().await.ok() }) });
    let load_screens =
        yew::Callback::from(|()| -> Loading<Screens> { Box::pin(async { later::screens().await.ok() }) });
    let props = ShellProps { load, load_screens };
    yew::Renderer::<Shell>::with_root_and_props(root, props).render();
}

/// The app runs in a browser only; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Postil runs in a browser: cargo xtask serve");
}

/// Where the wasm of a release is split: see `postil::ui::More`. It stands here and not in the library, which the
/// worker shares. A development build is one part, quicker to build.
#[cfg(target_arch = "wasm32")]
mod later {
    use postil::ui::{More, Screens};
    use wasm_split_helpers::SplitLoaderError;

    #[cfg(not(debug_assertions))]
    #[wasm_split_helpers::wasm_split(more, fallible)]
    pub(crate) fn more() -> Result<&'static More, SplitLoaderError> {
        Ok(More::get())
    }

    #[cfg(not(debug_assertions))]
    #[wasm_split_helpers::wasm_split(screens, fallible)]
    pub(crate) fn screens() -> Result<&'static Screens, SplitLoaderError> {
        Ok(Screens::get())
    }

    #[cfg(debug_assertions)]
    pub(crate) async fn more() -> Result<&'static More, SplitLoaderError> {
        Ok(More::get())
    }

    #[cfg(debug_assertions)]
    pub(crate) async fn screens() -> Result<&'static Screens, SplitLoaderError> {
        Ok(Screens::get())
    }
}
