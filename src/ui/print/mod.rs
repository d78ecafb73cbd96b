//! The article on paper: dialog *Print*, and what stands below the article.

use crate::app::{Action, Noted, Print, Printing, Session};
use crate::ui::kit::{Button, Modal, class, slot};
use crate::ui::{Dispatch, act};
use crate::words::{self, print as names};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is to stand below the article.
pub(crate) fn print_dialog(printing: Printing, dispatch: &Dispatch) -> Html {
    let tick = |name: &'static str, on: bool, set: fn(&mut Printing, bool)| {
        let onchange = dispatch.reform(move |event: Event| {
            let mut printing = printing;
            let on = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            set(&mut printing, on);
            Action::step(Print::Choose(printing))
        });
        html! {
            <label class="settings-tick"><input type="checkbox" checked={on} {onchange} /><span>{ name }</span></label>
        }
    };
    let modal = Modal {
        key: "print",
        title: names::print(),
        onclose: act(dispatch, Action::CloseDialog),
        footer: html! {
            <>
                { Button::new(names::cancel(), act(dispatch, Action::CloseDialog)).html() }
                { Button::new(names::print(), act(dispatch, Action::step(Print::Now(printing)))).primary().html() }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <p>{ names::what() }</p>
            { tick(names::legend(), printing.legend, |printing, on| printing.legend = on) }
            { tick(names::notes(), printing.notes, |printing, on| printing.notes = on) }
            { tick(names::all(), printing.all, |printing, on| printing.all = on) }
            <p class="hint">{ names::hint() }</p>
        </>
    })
}

/// The legend and the notes.
pub(crate) fn sheet(session: &Session, printing: Printing) -> Html {
    let legend = if printing.legend { session.legend() } else { Vec::new() };
    let lists = printing.notes || printing.all;
    let noted = if lists { session.noted(printing.all) } else { Vec::new() };
    let people =
        session.project.people.values().map(|person| person.name.trim()).filter(|name| !name.is_empty());
    let people: Vec<&str> = people.collect();
    html! {
        <section class="print-sheet">
            if !legend.is_empty() {
                <h2>{ names::legend() }</h2>
                <ul class="print-legend" role="list">
                    { for legend.iter().map(|row| html! {
                        <li class={slot(row.label.colour)}>
                            <span class="print-badge">{ row.label.badge() }</span>
                            <span class="print-name"><bdi>{ &row.label.name }</bdi></span>
                            <span class="figures">{ words::number(row.count as u64) }</span>
                        </li>
                    }) }
                </ul>
            }
            if !noted.is_empty() {
                <h2>{ if printing.all { names::annotations() } else { names::notes() } }</h2>
                <ol class="print-notes" role="list">{ for noted.iter().map(note) }</ol>
            }
            <p class="print-foot">
                <bdi>{ &session.project.name }</bdi>
                if !people.is_empty() {
                    { " · " }<bdi>{ people.join(", ") }</bdi>
                }
                { " · Postil" }
            </p>
        </section>
    }
}

fn note(noted: &Noted<'_>) -> Html {
    let annotation = noted.annotation;
    html! {
        <li class={class("print-note", &[(true, &slot(noted.label.colour))])}>
            <span class="print-place">{ names::paragraph(noted.paragraph) }</span>
            <div>
                <p>
                    <span class="print-badge">{ noted.label.badge() }</span>
                    <q dir="auto">{ &noted.quote }</q>
                    if annotation.unsure {
                        <em>{ names::unsure() }</em>
                    }
                </p>
                if !annotation.note.trim().is_empty() {
                    <p class="print-text" dir="auto">{ annotation.note.trim() }</p>
                }
            </div>
        </li>
    }
}
