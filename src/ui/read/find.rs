//! The bar for finding words in the article, and the dialog that marks all of them.

use crate::app::{Action, Command, Dialog, Find, Screen};
use crate::model::{LabelId, Schema};
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Field, Icon, composes};
use crate::ui::{Dispatch, act, focus, maybe};
use crate::words;
use yew::prelude::*;

/// Words, how often they stand in the article, the way through them, and *Mark all*, first with the `current` label; and the way back to
/// the results of a search in all articles.
pub(crate) fn find_bar(
    dispatch: &Dispatch,
    find: &Find,
    schema: &Schema,
    current: Option<&LabelId>,
    leads_back: bool,
) -> Html {
    let oninput = {
        let (dispatch, whole) = (dispatch.clone(), find.whole);
        Callback::from(move |words| dispatch.emit(Action::Find(words, whole)))
    };
    let on = |name: &'static str, of: fn(&KeyboardEvent) -> Action| {
        maybe(dispatch, move |event: KeyboardEvent| {
            let pressed = event.key() == name && !composes(&event);
            pressed.then(|| {
                event.prevent_default();
                of(&event)
            })
        })
    };
    let steps = on("Enter", |event| Action::StepHit(if event.shift_key() { -1 } else { 1 }));
    let closes = on("Escape", |_| Action::CloseFind);
    let hits = find.hits.len();
    let count = match (find.words.trim().is_empty(), hits, find.at) {
        (true, ..) => String::new(),
        (_, 0, _) => words::read::not_found().to_owned(),
        (_, _, Some(at)) => words::of(&words::number(at as u64 + 1), &words::number(hits as u64)),
        (_, _, None) => words::hits(hits),
    };
    let whole = act(dispatch, Action::Find(find.words.clone(), !find.whole));
    let label = current.or(schema.labels.first().map(|label| &label.id));
    let label = label.cloned().unwrap_or_else(|| LabelId::new(""));
    html! {
        <search class="find-bar" aria-label={words::read::find()} onkeydown={closes}>
            <div class="find-words" onkeydown={steps}>
                { Field::new(words::read::find_in_article(), find.words.clone())
                    .bare().kind("search").id(focus::FIND).placeholder(words::read::find_in_article()).oninput(oninput).html() }
            </div>
            <span class="figures find-count">{ count }</span>
            { command_button(Command::PreviousHit, Icon::Back, dispatch).sign_only().quiet().disabled(hits == 0).html() }
            { command_button(Command::NextHit, Icon::On, dispatch).sign_only().quiet().disabled(hits == 0).html() }
            { Button::new(words::read::whole_words(), whole).quiet().pressed(find.whole).html() }
            { Button::new(words::read::mark_all(), act(dispatch, Action::Open(Dialog::MarkHits(label)))).disabled(hits == 0).html() }
            if leads_back {
                { command_button(Command::Show(Screen::Search), Icon::Search, dispatch).text(words::search::back()).html() }
            }
            { Button::new(words::read::close_find(), act(dispatch, Action::CloseFind)).icon(Icon::Close).sign_only().quiet().html() }
        </search>
    }
}
