//! The screen *Read*: the article with the bar of labels, and the panel beside it.

use super::guidelines::guidelines;
use super::{
    FilterBar, LabelBar, One, Selection, annotation_list, filter_bar, find_bar, inspector, label_bar, panes,
    repeated_passages,
};
use crate::app::{Reading, Session, State, quote};
use crate::ui::{Dispatch, Slots};
use crate::words;
use yew::prelude::*;

/// The quote of a fragment is cut after this many characters.
const QUOTE: usize = 1_000;

/// The screen, for the places of the frame.
pub(crate) struct Shown {
    pub main: Html,
    pub panel: Html,
    /// What the closed sheet says.
    pub sheet: String,
}

/// The screen *Read*.
pub(crate) fn screen(
    state: &State,
    session: &Session,
    reading: &Reading,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Shown {
    session.list_in_order(&state.library.view);
    let selection = selection(session, reading);
    let sheet = match &selection {
        Selection::One(one) => one.quotes.join(" … "),
        Selection::Many(bulk) => words::selected(&words::annotations(bulk.count)),
        Selection::None => words::annotations(session.list(0, 0).all),
    };
    Shown {
        main: article(state, session, reading, &selection, dispatch, slots),
        panel: panel(state, session, reading, &selection, dispatch, slots),
        sheet,
    }
}

fn selection(session: &Session, reading: &Reading) -> Selection {
    if let Some(bulk) = session.bulk() {
        return Selection::Many(bulk);
    }
    let Some(first) = session.selected() else { return Selection::None };
    let by = &first.origin.by;
    let name =
        session.project.people.get(by).map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let text = session.document().map(|document| &document.text);
    let quotes = first.fragments.spans().iter().filter_map(|span| {
        let one = crate::model::Fragments::one(*span)?;
        let part = crate::model::Annotation { fragments: one, ..(**first).clone() };
        Some(quote(text?, &part, QUOTE))
    });
    Selection::One(One {
        annotation: first.clone(),
        quotes: quotes.collect(),
        by: name.unwrap_or_else(|| words::read::nameless().to_owned()),
        adding: reading.adding_to.as_ref() == Some(&first.id),
    })
}

fn article(
    state: &State,
    session: &Session,
    reading: &Reading,
    selection: &Selection,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let current = match selection {
        Selection::One(one) => Some(&one.annotation.label),
        Selection::Many(bulk) => bulk.label.as_ref(),
        Selection::None => None,
    };
    let bar = LabelBar {
        dispatch,
        schema: &session.project.schema,
        pen: session.pen(),
        pen_out: reading.pen.is_some(),
        current,
        exact: state.settings.exact,
        guidelines: state.layout.guidelines,
        beside: session.beside.is_some(),
        at: state.layout.label,
    };
    html! {
        <div class="read" key="read">
            { label_bar(&bar) }
            <div class="find">{ for reading.find.iter().map(|find| find_bar(dispatch, find, bar.schema, current, state.search.leads_back(&reading.document))) }</div>
            <div class="read-body" data-two={session.beside.is_some().then_some("")}>
                { panes(session, reading, dispatch, slots) }
                <div class="guide-place" key="guide" hidden={!state.layout.guidelines}>
                    { for state.layout.guidelines.then(|| guidelines(dispatch, &session.project)) }
                </div>
            </div>
        </div>
    }
}

fn panel(
    state: &State,
    session: &Session,
    reading: &Reading,
    selection: &Selection,
    dispatch: &Dispatch,
    slots: &Slots,
) -> Html {
    let schema = &session.project.schema;
    if let Selection::One(one) = selection {
        slots.inspected.replace(Some(one.clone()));
    }
    let made = slots.windows.annotations.made(session.list(0, 0).total);
    let list = session.list(made.rows.start, made.rows.len());
    let filter = FilterBar {
        dispatch,
        schema,
        filter: &reading.filter,
        open: state.layout.filters,
        several: state.layout.several,
        shown: list.total,
        all: list.all,
    };
    html! {
        <div class="read-panel">
            { inspector(dispatch, session, selection, slots.inspected.borrow().as_ref()) }
            { for repeated_passages(dispatch, session, reading) }
            <section class="list-panel" aria-label={words::read::annotation_list()}>
                { filter_bar(&filter) }
                { annotation_list(dispatch, &list, state.layout.several, made, &slots.onscroll) }
            </section>
        </div>
    }
}
