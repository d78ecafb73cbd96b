//! The region that screen readers read out.

use yew::prelude::*;

/// Props of [`LiveRegion`].
#[derive(Properties, PartialEq)]
pub(crate) struct LiveRegionProps {
    /// Counts up, so that the same words twice are said twice.
    pub serial: u64,
    /// What is said.
    pub text: AttrValue,
}

/// Says what changes in it. Two lines take turns, because the same words in the same place are not said again.
#[component]
pub(crate) fn LiveRegion(props: &LiveRegionProps) -> Html {
    let (even, odd) = if props.serial.is_multiple_of(2) { (&*props.text, "") } else { ("", &*props.text) };
    html! {
        <div class="visually-hidden" aria-live="polite" aria-atomic="false">
            <p>{ even }</p>
            <p>{ odd }</p>
        </div>
    }
}
