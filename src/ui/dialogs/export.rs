//! Dialog *Export*: format, scope, the first lines, and what the format cannot hold.

use super::use_close;
use crate::app::{Action, Export};
use crate::formats::{Format, TABLE};
use crate::model::DocumentId;
use crate::ui::Dispatch;
use crate::ui::kit::{ButtonKind, ButtonProps, Choice, Dialog, Icon, Select, button, progress};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A document that may be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScopeRow {
    pub id: DocumentId,
    pub title: String,
}

/// Props of [`ExportDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct ExportDialogProps {
    pub dispatch: Dispatch,
    pub export: Export,
    pub documents: Rc<Vec<ScopeRow>>,
}

/// Chooses and saves.
#[component]
pub(crate) fn ExportDialog(props: &ExportDialogProps) -> Html {
    let Export { format, documents, preview, progress: running } = &props.export;
    let onclose = use_close(&props.dispatch);
    let choose = use_callback(
        (props.dispatch.clone(), props.export.clone()),
        |(format, documents), (dispatch, export)| {
            dispatch.emit(Action::ChooseExport(Export { format, documents, ..export.clone() }));
        },
    );
    let on_format = {
        let (choose, documents) = (choose.clone(), documents.clone());
        Callback::from(move |format: String| choose.emit((format, documents.clone())))
    };
    let all_ids = || props.documents.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
    let on_scope = |documents: Option<Vec<DocumentId>>| {
        let (choose, format) = (choose.clone(), format.clone());
        move |_: Event| choose.emit((format.clone(), documents.clone()))
    };
    let toggle = |id: &DocumentId| {
        let (choose, format, id) = (choose.clone(), format.clone(), id.clone());
        let (chosen, order) = (documents.clone().unwrap_or_default(), all_ids());
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let on = input.checked();
            let next =
                order.iter().filter(|other| if **other == id { on } else { chosen.contains(other) }).cloned();
            choose.emit((format.clone(), Some(next.collect())));
        }
    };
    let download = use_callback(props.dispatch.clone(), |(), dispatch| dispatch.emit(Action::Export));
    let info = Format::named(format);
    let nothing = documents.as_ref().is_some_and(Vec::is_empty);
    let choices: Vec<Choice> =
        TABLE.iter().map(|row| Choice::new(row.word, format!("{} (.{})", row.name, row.extension))).collect();
    html! {
        <Dialog title="Export" onclose={onclose.clone()} wide={true}
            footer={html! {
                <>
                    if let Some((done, total)) = running {
                        { progress("Export", u64::from(*done), u64::from(*total), format!("{done} of {total}")) }
                    }
                    { button(ButtonProps {
                        text: "Cancel".into(), kind: ButtonKind::Quiet, onclick: onclose,
                        ..ButtonProps::default()
                    }) }
                    { button(ButtonProps {
                        text: "Download".into(), icon: Some(Icon::Export), kind: ButtonKind::Primary,
                        disabled: running.is_some() || nothing, onclick: download, ..ButtonProps::default()
                    }) }
                </>
            }}
        >
            <Select label="Format" value={format.clone()} {choices} onchange={on_format} />
            { for info.map(|row| html! {
                <div class="format-facts">
                    <p class="hint">{ row.description }</p>
                    if !row.loses.is_empty() {
                        <p class="hint without">{ format!("It does not hold: {}.", row.loses.join("; ")) }</p>
                    }
                </div>
            }) }
            <fieldset class="scope">
                <legend class="field-label">{ "Scope" }</legend>
                <label class="check">
                    <input type="radio" name="scope" checked={documents.is_none()} onchange={on_scope(None)} />
                    <span>{ "The whole project" }</span>
                </label>
                <label class="check">
                    <input type="radio" name="scope" checked={documents.is_some()} onchange={on_scope(Some(all_ids()))} />
                    <span>{ "Chosen documents" }</span>
                </label>
                if let Some(chosen) = documents {
                    <ul class="scope-list" role="list">
                        { for props.documents.iter().map(|row| html! {
                            <li key={row.id.as_str()}>
                                <label class="check">
                                    <input type="checkbox" checked={chosen.contains(&row.id)} onchange={toggle(&row.id)} />
                                    <span dir="auto">{ &row.title }</span>
                                </label>
                            </li>
                        }) }
                    </ul>
                }
            </fieldset>
            <div class="preview">
                <p class="field-label">{ "The first lines" }</p>
                <pre class="code" tabindex="0" aria-label="Preview">{ preview }</pre>
            </div>
        </Dialog>
    }
}
