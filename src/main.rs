//! Mounts the app in the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    postil::ui::install_panic_banner();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element `app`");
    yew::Renderer::<postil::ui::Shell>::with_root(root).render();
}

/// The app runs in a browser only; natively there is nothing to start.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Postil runs in a browser: cargo xtask serve");
}
