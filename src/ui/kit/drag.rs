//! Dragging within this page.
//!
//! What is dragged says all that others must know by the type of what is carried: while it hangs over something, nothing
//! but that can be read. The type names the page, too: what comes from another tab or window stands in another list, or
//! in another project, and finds no place here.

use crate::browser::chance::random_name;
use web_sys::DragEvent;

thread_local! {
    /// In lower case, as browsers keep types.
    static PAGE: String = format!("application/x-postil-{}-", random_name());
}

/// Begins: `kind` and where it comes from, in lower case; what it is; and what is done with it, as the browser calls that.
pub(crate) fn carry(event: &DragEvent, kind: &str, what: &str, effect: &str) {
    if let Some(transfer) = event.data_transfer() {
        let _ = PAGE.with(|page| transfer.set_data(&format!("{page}{kind}"), what));
        transfer.set_effect_allowed(effect);
    }
}

/// Of something whose kind begins so, the rest of that, and what it is: empty as long as it hangs.
pub(crate) fn carried(event: &DragEvent, kind: &str) -> Option<(String, String)> {
    let transfer = event.data_transfer()?;
    transfer.types().iter().find_map(|own| {
        let own = own.as_string()?;
        let rest =
            PAGE.with(|page| own.strip_prefix(page.as_str())?.strip_prefix(kind).map(str::to_owned))?;
        Some((rest, transfer.get_data(&own).unwrap_or_default()))
    })
}
