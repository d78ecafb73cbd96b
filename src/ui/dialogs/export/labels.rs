//! What labels are called in the files of a format.

use crate::app::{Action, Export, ExportAct, name_in, shares_name};
use crate::model::{Label, Project};
use crate::ui::Dispatch;
use crate::ui::kit::Field;
use crate::words::scope as more;
use yew::prelude::*;

/// A field for each label.
pub(super) fn labels(dispatch: &Dispatch, export: &Export, project: &Project) -> Html {
    let schema = &project.schema;
    let row = |label: &Label| {
        let id = label.id.clone();
        let call = dispatch.reform(move |name| Action::step(ExportAct::Call(id.clone(), name)));
        let name = name_in(label, &export.format).unwrap_or(&label.name);
        let same = shares_name(schema, label, &export.format);
        html! {
            <div key={label.id.as_str()}>
                { Field::new(label.name.clone(), name.to_owned()).onchange(call).html() }
                if same {
                    <p class="hint">{ more::same_name() }</p>
                }
            </div>
        }
    };
    html! {
        <>
            <p class="hint">{ more::labels_hint() }</p>
            <div class="form-grid">{ for schema.labels.iter().map(row) }</div>
        </>
    }
}
