//! The relations of the annotation: what it is related to and how, and a box to relate it to more.

use crate::app::{Action, Command, Linking, RELATE, RelateAct, RelateChoice, Session};
use crate::model::Annotation;
use crate::ui::frame::command_button;
use crate::ui::kit::{Combo, Icon, letter_cap};
use crate::ui::relations::list;
use crate::ui::{Dispatch, focus};
use crate::words::relations as words;
use std::rc::Rc;
use yew::prelude::*;

/// The list with the box; nothing where there are no relations and no types of them.
pub(super) fn relations(dispatch: &Dispatch, session: &Session, annotation: &Rc<Annotation>) -> Html {
    let rows = session.relation_rows(annotation);
    let types = &session.project.schema.relation_types;
    let back = !session.way_back.is_empty();
    if rows.is_empty() && types.is_empty() && !back {
        return Html::default();
    }
    let reading = session.reading.as_ref();
    let relating =
        reading.and_then(|reading| reading.relating.as_ref()).filter(|own| own.of == annotation.id);
    html! {
        <fieldset class="relations" key="relations">
            <legend class="field-label">{ words::relations() }</legend>
            { list(dispatch, &rows, true) }
            if !types.is_empty() {
                { add(dispatch, session, annotation, relating) }
            }
            if back {
                { command_button(Command::WayBack, Icon::Back, dispatch).text(words::back()).quiet().html() }
            }
        </fieldset>
    }
}

/// The box for the type of a new one.
fn add(
    dispatch: &Dispatch,
    session: &Session,
    annotation: &Rc<Annotation>,
    relating: Option<&Linking>,
) -> Html {
    let choices = relating.map(|own| session.relate_choices(annotation, &own.words)).unwrap_or_default();
    let none = relating.is_some() && choices.is_empty();
    let row = |choice: RelateChoice| {
        let more = match choice.fits {
            true => choice.roles,
            false => words::role(words::fits_not(), &choice.roles),
        };
        let shown = html! {
            <>
                <span class="refers-name" dir="auto">{ choice.name }</span>{ " " }
                { for choice.key.map(letter_cap) }{ " " }
                <span class="hint" dir="auto">{ more }</span>
            </>
        };
        (Action::step(RelateAct::Take(choice.id)), shown)
    };
    let combo = Combo {
        dispatch,
        id: RELATE,
        name: words::add(),
        placeholder: words::choose_type(),
        words: relating.map(|own| own.words.as_str()),
        at: relating.map_or(0, |own| own.at),
        rows: choices.into_iter().map(row).collect(),
        reveal: |row| focus::into_view(focus::INSPECTOR, row),
        on_type: |words| Action::step(RelateAct::Type(words)),
        on_row: |row| Action::step(RelateAct::To(row)),
        on_close: || Action::step(RelateAct::Close),
    };
    html! {
        <>
            { combo.html() }
            <p class="hint" role="status" hidden={!none}>{ if none { words::no_such_type() } else { "" } }</p>
        </>
    }
}
