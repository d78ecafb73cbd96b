//! Dialog *Edit details*: the metadata of several articles at once.

use super::{Warning, close, footer};
use crate::app::{Action, LibraryAct, Several, SeveralField};
use crate::model::Project;
use crate::ui::Dispatch;
use crate::ui::kit::{Button, Field, Modal};
use crate::words::library as words;
use yew::prelude::*;

/// What is typed is set for all; what is not stays as it is in each.
pub(crate) fn several_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    several: &Several,
    project: &Project,
) -> Html {
    let onclose = close(dispatch);
    let act = |act: LibraryAct| dispatch.reform(move |()| Action::step(act.clone()));
    let save = Button::new(words::save(), act(LibraryAct::SaveSeveral)).disabled(
        several.typed.is_empty()
            || SeveralField::ALL.iter().any(|field| several.wrong(project, *field).is_some()),
    );
    let modal = Modal {
        key: "several",
        title: words::edit_several(),
        warning,
        typed: !several.typed.is_empty(),
        wide: true,
        onclose: onclose.clone(),
        footer: footer(words::cancel(), onclose, save),
        ..Modal::default()
    };
    let field = |field: SeveralField| {
        let (shared, typed) = (several.shared(project, field), several.typed.get(&field));
        let oninput = dispatch.reform(move |text| Action::step(LibraryAct::TypeSeveral(field, Some(text))));
        let value = typed.cloned().or_else(|| shared.clone()).unwrap_or_default();
        let wrong = several.wrong(project, field).map(AttrValue::from);
        let control = Field::new(field.name(), value).oninput(oninput).wrong(wrong);
        let control = match (&shared, typed) {
            (None, None) => control.placeholder(words::differ()).hint(words::differ_hint()),
            _ if field == SeveralField::Authors => control.hint(words::authors_hint()),
            _ => control,
        };
        html! {
            <div class="form-cell" key={field as usize}>
                { control.html() }
                if typed.is_some() {
                    <p class="form-note">
                        <span class="hint">{ words::will_be_set(several.documents.len()) }</span>
                        { Button::new(words::leave_field(field.name()), act(LibraryAct::TypeSeveral(field, None))).quiet().html() }
                    </p>
                }
            </div>
        }
    };
    modal.html(html! {
        <>
            <p>{ crate::words::articles(several.documents.len()) }</p>
            <div class="form-grid">{ for SeveralField::ALL.map(field) }</div>
        </>
    })
}
