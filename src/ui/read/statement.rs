//! What a statement says beside its speakers and attributes: cue, the words that name its time, evidence.

use crate::app::{Action, Command, EvidenceRow, Pick, Picked, Session, StatementAct};
use crate::model::{Annotation, AttributeId, CUE, EvidenceStance, TIME};
use crate::ui::frame::command_button;
use crate::ui::kit::{Choice, Field, Icon, Select, icon, select};
use crate::ui::{Dispatch, act, focus};
use crate::words::{read, statement as words};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// `id` of the field for an address.
const ADD: &str = "add-evidence";

/// The button that lets the next click say something of the statement.
pub(super) fn pick_button(dispatch: &Dispatch, session: &Session, part: Picked) -> Html {
    let text = match part {
        Picked::Speaker => words::pick_speaker(),
        Picked::Cue => words::pick_cue(),
        Picked::Time => words::pick_time(),
        Picked::Evidence => words::pick_evidence(),
    };
    let picking = session.picking.as_ref().is_some_and(|picking| picking.what == Pick::Part(part));
    command_button(Command::Pick(part), Icon::Pick, dispatch)
        .text(text)
        .title(text)
        .quiet()
        .sign_only()
        .pressed(picking)
        .html()
}

/// Cue, the words that name the time, evidence: each one line while it is empty.
pub(super) fn rest(dispatch: &Dispatch, session: &Session, annotation: &Rc<Annotation>) -> Html {
    let label = session.project.schema.label(&annotation.label);
    // What the label has as an attribute is shown there.
    let own = |key: &str| label.is_none_or(|label| !label.attributes.iter().any(|id| id.as_str() == key));
    let line = |key: &'static str, part: Picked| {
        let named =
            if part == Picked::Cue { session.cue_of(annotation) } else { session.time_of(annotation) };
        let quoted = named.map(|id| session.quoted(annotation, &id));
        let name = if part == Picked::Cue { words::cue() } else { words::time_words() };
        let off = act(dispatch, Action::step(StatementAct::TakeOff(AttributeId::new(key))));
        html! {
            <div class="says-line" key={key}>
                <span class="field-label">{ name }</span>
                <span class="says" dir="auto">{ quoted.clone().unwrap_or_else(|| words::none().to_owned()) }</span>
                if quoted.is_some() {
                    { remove(words::take_off(name), off) }
                }
                { pick_button(dispatch, session, part) }
            </div>
        }
    };
    let rows = session.evidence_rows(annotation);
    let add = dispatch.reform(|url: String| match url.trim().is_empty() {
        true => Action::step(StatementAct::Close),
        false => {
            // The field is pushed down by the one that comes before it.
            Timeout::new(0, || focus::into_view(focus::INSPECTOR, ADD)).forget();
            Action::step(StatementAct::AddAddress(url))
        }
    });
    html! {
        <div class="statement">
            if own(CUE) {
                { line(CUE, Picked::Cue) }
            }
            if own(TIME) {
                { line(TIME, Picked::Time) }
            }
            <fieldset class="evidence">
                <legend class="field-label">{ words::evidence() }</legend>
                <ul class="evidence-list" role="list">
                    { for rows.iter().enumerate().map(|(n, row)| evidence(dispatch, n, row)) }
                </ul>
                <div class="refers-line">
                    { Field::new(words::add_address(), "").id(ADD).bare().clears().onchange(add)
                        .placeholder(words::address()).html() }
                    { pick_button(dispatch, session, Picked::Evidence) }
                </div>
            </fieldset>
        </div>
    }
}

fn remove(name: String, off: Callback<()>) -> Html {
    let onclick = move |_: MouseEvent| off.emit(());
    html! {
        <button type="button" class="button button-quiet button-icon" aria-label={name} title={read::remove()}
            {onclick}>{ icon(Icon::Close) }</button>
    }
}

/// A piece of evidence, and what it does.
fn evidence(dispatch: &Dispatch, n: usize, row: &EvidenceRow) -> Html {
    let stances = [
        (EvidenceStance::Supports, "supports", words::supports()),
        (EvidenceStance::Refutes, "refutes", words::refutes()),
        (EvidenceStance::Context, "context", words::context()),
    ];
    let value = stances.iter().find(|(stance, ..)| *stance == row.stance).map_or("", |(_, value, _)| value);
    let onchange = dispatch.reform(move |chosen: String| {
        let stance = stances.iter().find(|(_, value, _)| *value == chosen);
        Action::step(StatementAct::Bears(n, stance.map_or(EvidenceStance::Context, |(stance, ..)| *stance)))
    });
    let chosen = Select {
        label: words::what_it_does(&row.text).into(),
        bare: true,
        value,
        choices: stances.iter().map(|(_, value, text)| Choice::new(*value, *text)).collect(),
        onchange,
    };
    let off = act(dispatch, Action::step(StatementAct::RemoveEvidence(n)));
    html! {
        <li class="evidence-row" key={n}>
            <span class="says" dir="auto">{ row.text.clone() }
                <span class="hint" hidden={row.article.is_empty()}>{ " " }{ row.article.clone() }</span>
            </span>
            { select(chosen) }
            { remove(words::take_off(&row.text), off) }
        </li>
    }
}
