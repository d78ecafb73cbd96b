//! What annotators are asked to do, beside the article: the guidelines, and what each label marks.

use crate::app::{Action, Part};
use crate::model::{Label, Project};
use crate::ui::kit::{Button, Icon, chip, letter_cap};
use crate::ui::{Dispatch, act, markdown};
use crate::words::read as words;
use yew::prelude::*;

/// Region *Guidelines*.
pub(super) fn guidelines(dispatch: &Dispatch, project: &Project) -> Html {
    let close = act(dispatch, Action::Toggle(Part::Guidelines));
    let label = |label: &Label| {
        html! {
            <div class="guide-label" key={label.id.as_str()}>
                <dt>
                    { chip(label.colour, &label.name) }
                    { for label.key.map(letter_cap) }
                </dt>
                <dd dir="auto">{ &label.description }</dd>
            </div>
        }
    };
    let labels = project.schema.groups().into_iter().flat_map(|(.., labels)| labels);
    let text = project.guidelines.trim();
    html! {
        <section class="guide" aria-label={words::guidelines()}>
            <header class="guide-head">
                <h2>{ words::guidelines() }</h2>
                { Button::new(words::close_guidelines(), close).icon(Icon::Close).sign_only().quiet().html() }
            </header>
            if text.is_empty() {
                <p class="hint">{ words::no_guidelines() }</p>
            } else {
                { markdown::rendered(text) }
            }
            <dl class="guide-labels">{ for labels.map(label) }</dl>
        </section>
    }
}
