//! What stands above the list: which suggestions are listed, in which order, and what is done with all of them.

use super::step;
use crate::app::{
    Action, Command, Queue, QueueAct, QueueOrder, Queued, Session, State, Verdict, hundredths, score_share,
};
use crate::model::{Decimal, DocumentId, LabelId};
use crate::sorted::Set;
use crate::ui::kit::{Button, Choice, Icon, Select, check, select, with_property};
use crate::ui::{Dispatch, facts, maybe};
use crate::words::{self, suggestions as own};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// So many articles are offered to choose from; the open one always is.
const ARTICLES: usize = 200;

/// Which suggestions, in which order, and all of them at once.
pub(super) fn tools(state: &State, session: &Session, dispatch: &Dispatch, listed: &[Queued]) -> Html {
    let shows = &state.queue.shows;
    let articles: Set<&DocumentId> = listed.iter().map(|one| &one.document).collect();
    let seen = session.seen_queued(&state.queue).len();
    let number = |n: usize| words::number(n as u64);
    let judge = |verdict: Verdict| {
        let name = own::all_seen(verdict == Verdict::Accept, &number(seen), &number(listed.len()));
        Button::new(name, step(dispatch, QueueAct::Ask(verdict))).disabled(seen == 0)
    };
    let hide = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: bool| dispatch.emit(Action::Run(Command::HideSuggestions)))
    };
    html! {
        <div class="suggestions-tools">
            <div class="suggestions-filter" role="group" aria-label={own::filter()}>
                { threshold(dispatch, shows) }
                { by_label(session, dispatch, shows) }
                { by_article(session, dispatch, shows) }
                { in_order(dispatch, shows) }
            </div>
            <div class="suggestions-all">
                <span class="hint" role="status">
                    { words::questions::found_of(&own::suggestions(listed.len()), articles.len()) }
                </span>
                { check(own::in_article(), !state.settings.hide_suggestions, None, hide) }
                <div class="tools">
                    { judge(Verdict::Accept).icon(Icon::Accept).html() }
                    { judge(Verdict::Refuse).icon(Icon::Close).html() }
                </div>
            </div>
        </div>
    }
}

/// A slider, and the number that it stands for.
fn threshold(dispatch: &Dispatch, shows: &Queue) -> Html {
    let show = |of: fn(&str) -> Option<u8>| {
        let shows = shows.clone();
        move |text: String| {
            let least = of(&text)?;
            Some(Action::step(QueueAct::Show(Queue { least, ..shows.clone() })))
        }
    };
    let (slides, types) = (show(|text| text.parse().ok()), show(typed));
    let value = |event: &Event| event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
    let oninput = maybe(dispatch, move |event: InputEvent| slides(value(&event)?));
    let onchange = maybe(dispatch, move |event: Event| types(value(&event)?));
    let slider = html! {
        <input class="suggestions-slider" type="range" min="0" max="100" step="1" aria-label={own::least_slider()}
            aria-valuetext={hundredths(shows.least, words::decimal_sign())} {oninput} />
    };
    let field = html! {
        <input class="input suggestions-least" type="number" min="0" max="1" step="0.01" aria-label={own::least()} {onchange} />
    };
    html! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{ own::least() }</span>
            <span class="suggestions-threshold">
                { with_property(slider, "value", shows.least.to_string()) }
                { with_property(field, "value", hundredths(shows.least, '.')) }
            </span>
        </div>
    }
}

/// What was typed as a number from 0 to 1, in hundredths.
fn typed(text: &str) -> Option<u8> {
    let text = text.trim();
    let whole = if text.starts_with('.') { format!("0{text}") } else { text.to_owned() };
    Decimal::new(&whole).map(|number| score_share(&number))
}

fn by_label(session: &Session, dispatch: &Dispatch, shows: &Queue) -> Html {
    let by = session.queued_by();
    let name = |id: &LabelId| session.project.schema.label(id).map_or("", |label| &label.name);
    let mut choices = vec![Choice::new("", own::any_label())];
    choices.extend(by.labels.iter().map(|(id, count)| {
        Choice::new(id.to_string(), own::with_count(name(id), &words::number(*count as u64)))
    }));
    // The last of its suggestions may have been accepted meanwhile.
    if let Some(chosen) = shows.label.as_ref().filter(|id| by.labels.iter().all(|(own, _)| own != *id)) {
        choices.push(Choice::new(chosen.to_string(), name(chosen).to_owned()));
    }
    let before = shows.clone();
    select(Select {
        label: own::label().into(),
        bare: false,
        value: shows.label.as_ref().map_or("", |label| label.as_str()),
        choices,
        onchange: dispatch.reform(move |id: String| {
            let label = (!id.is_empty()).then(|| LabelId::new(id));
            Action::step(QueueAct::Show(Queue { label, ..before.clone() }))
        }),
    })
}

fn by_article(session: &Session, dispatch: &Dispatch, shows: &Queue) -> Html {
    let by = session.queued_by();
    let title = |id: &DocumentId| session.project.document(id).map(|own| facts::title(&own.metadata));
    let open = session.reading.as_ref().map(|reading| &reading.document);
    let kept = |id: &DocumentId| open == Some(id) || shows.document.as_ref() == Some(id);
    let mut choices = vec![Choice::new("", own::any_article())];
    let offered = by.documents.iter().enumerate().filter(|(n, (id, _))| *n < ARTICLES || kept(id));
    choices.extend(offered.filter_map(|(_, (id, count))| {
        let name = own::with_count(&title(id)?, &words::number(*count as u64));
        Some(Choice::new(id.to_string(), name))
    }));
    if let Some(chosen) = shows.document.as_ref().filter(|id| by.documents.iter().all(|(own, _)| own != *id))
    {
        choices.extend(title(chosen).map(|title| Choice::new(chosen.to_string(), title)));
    }
    let before = shows.clone();
    select(Select {
        label: own::article().into(),
        bare: false,
        value: shows.document.as_ref().map_or("", |document| document.as_str()),
        choices,
        onchange: dispatch.reform(move |id: String| {
            let document = (!id.is_empty()).then(|| DocumentId::new(id));
            Action::step(QueueAct::Show(Queue { document, ..before.clone() }))
        }),
    })
}

fn in_order(dispatch: &Dispatch, shows: &Queue) -> Html {
    let orders = [
        ("place", QueueOrder::Place, own::by_place()),
        ("surest", QueueOrder::Surest, own::surest()),
        ("least", QueueOrder::LeastSure, own::least_sure()),
    ];
    let value = orders.iter().find(|(_, order, _)| *order == shows.order).map_or("", |(value, ..)| value);
    let before = shows.clone();
    select(Select {
        label: own::order().into(),
        bare: false,
        value,
        choices: orders.iter().map(|(value, _, name)| Choice::new(*value, *name)).collect(),
        onchange: maybe(dispatch, move |value: String| {
            let (_, order, _) = orders.iter().find(|(own, ..)| *own == value)?;
            Some(Action::step(QueueAct::Show(Queue { order: *order, ..before.clone() })))
        }),
    })
}
