//! What was typed can be read in several ways.

use super::Button;
use crate::words::read as words;
use yew::prelude::*;

/// A button for each reading, to take it. Always there: a child that comes would have the ones behind it made anew.
pub(crate) fn readings(ways: impl ExactSizeIterator<Item = (String, Callback<()>)>) -> Html {
    let none = ways.len() == 0;
    let one = |(text, take): (String, Callback<()>)| {
        html! { <li key={text.clone()}>{ Button::new(words::take(&text), take).html() }</li> }
    };
    html! { <ul class="readings" role="list" key="readings" hidden={none}>{ for ways.map(one) }</ul> }
}
