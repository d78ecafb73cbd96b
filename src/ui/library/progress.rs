//! How far the work on all documents has come.

use super::status::STATUSES;
use crate::app::{Facets, status_name};
use crate::words::library as words;
use crate::words::number;
use yew::prelude::*;

/// How wide the bar is, in units of its own.
const WIDTH: usize = 1_000;

/// A bar, and the same in words beside it.
pub(super) fn progress(facets: &Facets) -> Html {
    let all = facets.status.iter().sum::<usize>().max(1);
    // What is done stands first: it grows from the start.
    let parts =
        || STATUSES.iter().rev().map(|(name, status)| (*name, *status, facets.status[*status as usize]));
    let mut from = 0;
    let bars = parts().map(|(name, _, count)| {
        let (x, end) = (from * WIDTH / all, (from + count) * WIDTH / all);
        from += count;
        html! { <rect key={name} data-status={name} x={x.to_string()} y="0" width={(end - x).to_string()} height="10" /> }
    });
    let bars: Html = bars.collect();
    html! {
        <div class="doc-progress" role="group" aria-label={words::progress()}>
            <svg class="doc-progress-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">{ bars }</svg>
            <ul class="doc-progress-list" role="list">
                { for parts().filter(|(.., count)| *count > 0).map(|(name, status, count)| html! {
                    <li key={name} data-status={name}>
                        <span class="figures">{ number(count as u64) }</span>{ " " }{ status_name(status) }
                    </li>
                }) }
            </ul>
        </div>
    }
}
