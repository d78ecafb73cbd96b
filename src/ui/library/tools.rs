//! What the library shows, in which order, and what is done with what was chosen.

use super::act;
use super::status::{STATUSES, status_of, status_select, status_value};
use crate::app::{Action, Column, Facets, Grouping, Library, LibraryAct, Session, Sort, View, status_name};
use crate::ui::kit::{Button, Choice, Field, Icon, Select, class, select};
use crate::ui::{Dispatch, maybe};
use crate::words::{library as words, number, of};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Stands for *all* in a choice; no language and no outlet is called so.
const ANY: &str = "\u{1}";

/// The field for words and the filters.
pub(super) fn filters(dispatch: &Dispatch, library: &Library, facets: &Facets) -> Html {
    let view = &library.view;
    let words_in = dispatch.reform(|text| Action::step(LibraryAct::Words(text)));
    html! {
        <div class="library-tools" role="search">
            { Field::new(words::find(), view.words.clone()).bare().kind("search").placeholder(words::find_hint()).oninput(words_in).html() }
            { Button::new(words::filters(), act(dispatch, LibraryAct::Filters))
                .class("only-narrow").icon(Icon::Filter).sign_only().expanded(library.filters).html() }
            <div class={class("library-filters", &[(library.filters, "library-filters-open")])}>
                { status(dispatch, view) }
                { if facets.languages.len() > 1 { value(dispatch, words::language(), words::any_language(), words::without_language(), view.language.as_deref(), &facets.languages, LibraryAct::Language) } else { Html::default() } }
                { if facets.outlets.len() > 1 { value(dispatch, words::outlet(), words::any_outlet(), words::without_outlet(), view.outlet.as_deref(), &facets.outlets, LibraryAct::Outlet) } else { Html::default() } }
                { grouping(dispatch, view) }
                { order(dispatch, view) }
                { unmarked(dispatch, view) }
            </div>
        </div>
    }
}

fn status(dispatch: &Dispatch, view: &View) -> Html {
    let choices = STATUSES.map(|(value, status)| Choice::new(value, status_name(status)));
    let value = view.status.map_or(ANY, status_value);
    select(Select {
        label: words::status().into(),
        bare: true,
        value,
        choices: [Choice::new(ANY, words::any_status())].into_iter().chain(choices).collect(),
        onchange: dispatch.reform(|value: String| Action::step(LibraryAct::Status(status_of(&value)))),
    })
}

/// A choice among the values that a field has.
fn value(
    dispatch: &Dispatch,
    label: &'static str,
    any: &'static str,
    without: &'static str,
    chosen: Option<&str>,
    values: &[(String, usize)],
    set: fn(Option<String>) -> LibraryAct,
) -> Html {
    let choices = values.iter().map(|(value, _)| {
        let text = if value.is_empty() { without.to_owned() } else { value.clone() };
        Choice::new(value.clone(), text)
    });
    select(Select {
        label: label.into(),
        bare: true,
        value: chosen.unwrap_or(ANY),
        choices: [Choice::new(ANY, any)].into_iter().chain(choices).collect(),
        onchange: dispatch.reform(move |value: String| Action::step(set((value != ANY).then_some(value)))),
    })
}

fn grouping(dispatch: &Dispatch, view: &View) -> Html {
    let choice = |grouping: Grouping| Choice::new((grouping as usize).to_string(), grouping.name());
    select(Select {
        label: words::group_by().into(),
        bare: true,
        value: &(view.grouping as usize).to_string(),
        choices: Grouping::ALL.map(choice).into(),
        onchange: maybe(dispatch, |value: String| {
            let grouping =
                Grouping::ALL.into_iter().find(|grouping| (*grouping as usize).to_string() == value)?;
            Some(Action::step(LibraryAct::Group(grouping)))
        }),
    })
}

/// Where there is room the heads of the columns do this.
fn order(dispatch: &Dispatch, view: &View) -> Html {
    let ways = Column::ALL.into_iter().flat_map(|column| [false, true].map(|down| Sort { column, down }));
    let name = |sort: Sort| format!("{}{}", sort.column as usize, if sort.down { "-" } else { "" });
    let text = |sort: Sort| format!("{} {}", sort.column.name(), if sort.down { "↓" } else { "↑" });
    let onchange = {
        let ways = ways.clone();
        maybe(dispatch, move |value: String| {
            Some(Action::step(LibraryAct::SortBy(ways.clone().find(|sort| name(*sort) == value)?)))
        })
    };
    let choices = ways.map(|sort| Choice::new(name(sort), text(sort))).collect();
    let label = words::order_by().into();
    html! {
        <div class="library-order">{ select(Select { label, bare: true, value: &name(view.sort), choices, onchange }) }</div>
    }
}

fn unmarked(dispatch: &Dispatch, view: &View) -> Html {
    let onchange = maybe(dispatch, |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(Action::step(LibraryAct::Unmarked(input.checked())))
    });
    html! {
        <label class="check">
            <input type="checkbox" checked={view.unmarked} {onchange} />
            <span>{ words::unmarked() }</span>
        </label>
    }
}

/// How many are shown, or what can be done with those that are chosen.
pub(super) fn chosen(dispatch: &Dispatch, session: &Session, library: &Library, shown: usize) -> Html {
    let live = session.chosen(library);
    let hidden = session.chosen_hidden(library);
    let hidden = html! {
        if hidden > 0 {
            <span class="hint">{ words::chosen_hidden(hidden) }</span>
        }
    };
    let all = session.project.in_order().len();
    let inside = if live.is_empty() {
        html! {
            <>
                <span class="hint">
                    { if shown == all { words::shown(shown) } else { of(&number(shown as u64), &number(all as u64)) } }
                </span>
                { hidden }
                if library.view.filters() {
                    { Button::new(words::show_all(), act(dispatch, LibraryAct::ShowAll)).quiet().html() }
                }
            </>
        }
    } else {
        // The one that they have in common, if it is one.
        let mut statuses =
            live.iter().filter_map(|id| session.project.document(id)).map(|document| document.status);
        let status = statuses.next().filter(|first| statuses.all(|other| other == *first));
        let first = Some(words::set_status_to());
        let all = live.clone();
        let set = move |status| LibraryAct::SetStatus(all.clone(), status);
        html! {
            <>
                <span class="hint">{ words::chosen(live.len()) }</span>
                { hidden }
                { status_select(dispatch, words::set_status().into(), status, first, set) }
                { Button::new(words::edit_details(), act(dispatch, LibraryAct::EditSeveral(live.clone()))).icon(Icon::Edit).html() }
                { Button::new(words::remove(), crate::ui::act(dispatch, Action::RemoveDocuments(live)))
                    .icon(Icon::Delete).danger().title(words::remove_hint()).html() }
            </>
        }
    };
    html! { <div class="library-chosen">{ inside }</div> }
}
