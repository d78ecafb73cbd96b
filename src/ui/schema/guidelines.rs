//! The guidelines: typed here in Markdown, and as they are shown beside the article.

use super::step;
use crate::app::SetGuidelines;
use crate::ui::kit::Field;
use crate::ui::{Dispatch, markdown};
use crate::words::schema as words;
use yew::prelude::*;

/// A field and what becomes of it.
pub(super) fn guidelines(dispatch: &Dispatch, text: &str) -> Html {
    let set = step(dispatch, SetGuidelines);
    html! {
        <section class="schema-guidelines" aria-label={words::guidelines()}>
            <h2>{ words::guidelines() }</h2>
            <p class="hint">{ words::guidelines_lead() }</p>
            <div class="schema-guide">
                { Field::new(words::guidelines_text(), text.to_owned()).rows(12).rests().onchange(set)
                    .hint(words::guidelines_hint()).html() }
                <div class="schema-shown" hidden={text.trim().is_empty()}>{ markdown::rendered(text) }</div>
            </div>
        </section>
    }
}
