//! A Yew page with one line of text. `cargo xtask bench` measures the first load of Postil against it.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    #[component]
    pub(crate) fn Page() -> Html {
        html! { <p id="ready">{ "Ready" }</p> }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<page::Page>::new().render();
}
