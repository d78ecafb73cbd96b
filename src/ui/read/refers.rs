//! What the annotation refers to: a box to type in, with all that may be meant below it.

use crate::app::{Action, Answer, Command, Ground, LINK, LinkAct, Linking, Session};
use crate::model::{Annotation, Kind, Reference};
use crate::ui::focus::into_view;
use crate::ui::frame::command_button;
use crate::ui::kit::{Button, Icon, chip, class, composes, with_property};
use crate::ui::{Dispatch, act, facts, focus};
use crate::words::entities as words;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The box of a mention or statement; nothing for other annotations.
pub(super) fn refers(dispatch: &Dispatch, session: &Session, annotation: &Rc<Annotation>) -> Html {
    let name = match session.registry_of(annotation) {
        Kind::Entity => words::entity(),
        Kind::Claim => words::claim(),
        Kind::Other => return Html::default(),
    };
    let linking = session.linking();
    let (rows, at) = linking.map(|linking| session.link_rows(annotation, linking)).unwrap_or_default();
    let linked = linked(session, annotation);
    html! {
        <div class="refers" key="refers">
            <span class="field-label" aria-hidden="true">{ name }</span>
            <div class="refers-line">
                { field(dispatch, name, linking, (&rows, at), &linked) }
                { command_button(Command::MarkSame, Icon::Search, dispatch).quiet().sign_only().html() }
                if matches!(annotation.refers_to, Some(Reference::Entity(_))) {
                    { command_button(Command::OpenCard, Icon::Entities, dispatch).quiet().sign_only().html() }
                }
            </div>
            <ul class="refers-list" id={list()} role="listbox" aria-label={name} hidden={linking.is_none()}>
                { for rows.iter().enumerate().map(|(n, answer)| {
                    row(dispatch, session, annotation, n, answer, at == Some(n))
                }) }
            </ul>
            <p class="hint" hidden={linking.is_none() || at.is_some()}>{ words::looking() }</p>
            if linking.is_none() && annotation.refers_to.is_none() {
                { for suggested(dispatch, session, annotation) }
            }
        </div>
    }
}

fn list() -> String {
    format!("{LINK}-list")
}

/// What it refers to, in words; nothing where nobody said.
fn linked(session: &Session, annotation: &Annotation) -> String {
    match &annotation.refers_to {
        Some(Reference::Nil(_)) => Some(words::none_in_registry().to_owned()),
        Some(to) => session.name_of(to),
        None => None,
    }
    .unwrap_or_default()
}

fn field(
    dispatch: &Dispatch,
    name: &'static str,
    linking: Option<&Linking>,
    (rows, at): (&[Answer], Option<usize>),
    linked: &str,
) -> Html {
    let step = |step: LinkAct| act(dispatch, Action::step(step));
    let open = linking.is_some();
    let onkeydown = {
        let (dispatch, rows) = (dispatch.clone(), rows.to_vec());
        move |event: KeyboardEvent| {
            let emit = |step: LinkAct| dispatch.emit(Action::step(step));
            let last = rows.len().saturating_sub(1);
            let go = |at: usize| {
                into_view(focus::INSPECTOR, &format!("{LINK}-{at}"));
                rows.get(at).into_iter().for_each(|row| emit(LinkAct::To(row.clone())));
            };
            match event.key().as_str() {
                _ if composes(&event) => return,
                "ArrowDown" | "ArrowUp" if !open => emit(LinkAct::Type(String::new())),
                "ArrowDown" => go(at.filter(|at| *at < last).map_or(0, |at| at + 1)),
                "ArrowUp" => go(at.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
                // With Ctrl it leads out of the region.
                "Enter" if open && !event.ctrl_key() && !event.meta_key() => emit(
                    at.and_then(|at| rows.get(at)).map_or(LinkAct::Wait, |row| LinkAct::Take(row.clone())),
                ),
                // A second time it leads out of the region.
                "Escape" if open => emit(LinkAct::Close),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let oninput = dispatch.reform(|event: InputEvent| {
        let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        Action::step(LinkAct::Type(input.map(|input| input.value()).unwrap_or_default()))
    });
    let shown = linking.map_or(linked, |linking| linking.words.as_str());
    let placeholder = match linked {
        "" if name == words::claim() => words::choose_claim().to_owned(),
        "" => words::choose_entity().to_owned(),
        linked => linked.to_owned(),
    };
    let field = html! {
        <input type="text" class="input" id={LINK} role="combobox" aria-label={name} {placeholder} autocomplete="off" dir="auto"
            aria-expanded={open.to_string()} aria-controls={list()} aria-autocomplete="list"
            aria-activedescendant={at.map(|at| format!("{LINK}-{at}"))}
            onfocus={step(LinkAct::Type(String::new()))} onblur={step(LinkAct::Close)} {oninput} {onkeydown} />
    };
    with_property(field, "value", shown)
}

/// One answer. It is taken by a press, so that the box does not lose the focus and close before.
fn row(
    dispatch: &Dispatch,
    session: &Session,
    annotation: &Annotation,
    n: usize,
    answer: &Answer,
    chosen: bool,
) -> Html {
    let (name, more) = match answer {
        Answer::Entity(id, name, found, reason) => {
            let entity = session.project.entities.get(id);
            let label = entity.and_then(|entity| session.project.schema.label(&entity.label));
            let reason = reason.as_ref().map(|reason| facts::reason(reason, found));
            let found = (reason.is_none() && found != name).then(|| found.clone());
            let label = label.map(|label| chip(label.colour, &label.name));
            (
                name.clone(),
                html! { <>{ for label }<span class="hint" dir="auto">{ for reason.or(found) }</span></> },
            )
        }
        Answer::Claim(_, text, reasons) => (text.clone(), grounds(&session.grounds(annotation, reasons))),
        Answer::Create(name) => (words::create(name), Html::default()),
        Answer::Nil => (words::none_in_registry().to_owned(), Html::default()),
        Answer::Nothing => (words::no_link().to_owned(), Html::default()),
    };
    let title = (*answer == Answer::Nil).then(words::none_in_registry_hint);
    let take = act(dispatch, Action::step(LinkAct::Take(answer.clone())));
    let onmousedown = move |event: MouseEvent| {
        if event.button() == 0 {
            event.prevent_default();
            take.emit(());
        }
    };
    html! {
        <li key={n} id={format!("{LINK}-{n}")} role="option" aria-selected={chosen.to_string()} {title}
            class={class("refers-row", &[(chosen, "refers-chosen")])} {onmousedown}>
            <span class="refers-name" dir="auto">{ name }</span>{ " " }
            { more }
        </li>
    }
}

/// Why a claim is suggested, in one line; what clashes stands out.
fn grounds(grounds: &[Ground]) -> Html {
    let one = |(n, ground): (usize, &Ground)| {
        let between = if n == 0 { "" } else { "; " };
        html! { <>{ between }<span class={ground.clashes.then_some("refers-clash")} dir="auto">{ ground.text.clone() }</span></> }
    };
    html! { <span class="hint refers-grounds">{ for grounds.iter().enumerate().map(one) }</span> }
}

/// What is suggested first, a press away.
fn suggested(dispatch: &Dispatch, session: &Session, annotation: &Rc<Annotation>) -> Option<Html> {
    let suggestions = session.suggestions(annotation);
    let first = suggestions.first()?;
    let (name, said, shown, icon) = match first {
        Answer::Entity(_, name, found, Some(reason)) => {
            let reason = facts::reason(reason, found);
            (name, reason.clone(), html! { <span class="hint" dir="auto">{ reason }</span> }, Icon::Entities)
        }
        Answer::Claim(_, text, reasons) => {
            let all = session.grounds(annotation, reasons);
            let said: Vec<&str> = all.iter().map(|ground| ground.text.as_str()).collect();
            (text, said.join("; "), grounds(&all), Icon::Claims)
        }
        _ => return None,
    };
    let take = act(dispatch, Action::step(LinkAct::Take(first.clone())));
    let button = Button::new(name.clone(), take).icon(icon).title(words::link_to(name, &said));
    let button = match Command::LinkFirst.info().chords().first() {
        Some(chord) => button.keys(chord.to_string(), chord.aria()),
        None => button,
    };
    Some(html! { <p class="refers-suggested">{ button.html() }{ shown }</p> })
}
