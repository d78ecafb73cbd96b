//! Dialog *Export*: format, scope, the first lines, and what the format cannot hold.

use super::{Warning, close, footer};
use crate::app::{Action, Export};
use crate::formats::{Format, TABLE};
use crate::model::{Document, DocumentId, Project};
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, progress, select};
use crate::ui::{Dispatch, act, facts};
use crate::words::{self, Word, dialogs as names};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Chooses and saves.
pub(crate) fn export_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    export: &Export,
    project: Option<&Project>,
) -> Html {
    let Export { format, documents, preview, progress: running } = export;
    let rows: Vec<&Rc<Document>> = project.map_or_else(Vec::new, |project| project.documents().collect());
    let onclose = close(dispatch);
    let choose = {
        let (dispatch, export) = (dispatch.clone(), export.clone());
        Callback::from(move |(format, documents)| {
            dispatch.emit(Action::ChooseExport(Export { format, documents, ..export.clone() }));
        })
    };
    let on_format = {
        let (choose, documents) = (choose.clone(), documents.clone());
        Callback::from(move |format: String| choose.emit((format, documents.clone())))
    };
    let all_ids = || rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
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
    let download = act(dispatch, Action::Export);
    let info = Format::named(format);
    let nothing = documents.as_ref().is_some_and(Vec::is_empty);
    let choices: Vec<Choice> = TABLE
        .iter()
        .map(|row| Choice::new(row.word, format!("{} (.{})", row.name.say(), row.extension)))
        .collect();
    let download =
        Button::new(names::download(), download).icon(Icon::Export).disabled(running.is_some() || nothing);
    let chosen =
        Select { label: names::format().into(), bare: false, value: format, choices, onchange: on_format };
    let modal = Modal {
        key: "export",
        title: names::export(),
        warning,
        wide: true,
        onclose: onclose.clone(),
        footer: html! {
            <>
                if let Some((done, total)) = running {
                    { progress(names::export(), u64::from(*done), u64::from(*total), words::of(&words::number(u64::from(*done)), &words::number(u64::from(*total)))) }
                }
                { footer(names::cancel(), onclose, download) }
            </>
        },
        ..Modal::default()
    };
    modal.html(html! {
        <>
            { select(chosen) }
            { for info.map(|row| html! {
                <div class="format-facts">
                    <p class="hint">{ row.description.say() }</p>
                    if !row.loses.is_empty() {
                        <p class="hint without">{ names::does_not_hold(&row.loses.iter().map(Word::say).collect::<Vec<_>>().join("; ")) }</p>
                    }
                </div>
            }) }
            <fieldset class="scope">
                <legend class="field-label">{ names::scope() }</legend>
                <label class="check">
                    <input type="radio" name="scope" checked={documents.is_none()} onchange={on_scope(None)} />
                    <span>{ names::whole_project() }</span>
                </label>
                <label class="check">
                    <input type="radio" name="scope" checked={documents.is_some()} onchange={on_scope(Some(all_ids()))} />
                    <span>{ names::chosen_documents() }</span>
                </label>
                if let Some(chosen) = documents {
                    <ul class="scope-list" role="list">
                        { for rows.iter().map(|row| html! {
                            <li key={row.id.as_str()}>
                                <label class="check">
                                    <input type="checkbox" checked={chosen.contains(&row.id)} onchange={toggle(&row.id)} />
                                    <span dir="auto">{ facts::title(&row.metadata) }</span>
                                </label>
                            </li>
                        }) }
                    </ul>
                }
            </fieldset>
            <div class="preview">
                <p class="field-label">{ names::first_lines() }</p>
                <pre class="code" dir="ltr" tabindex="0" aria-label={names::preview()}>{ preview }</pre>
            </div>
        </>
    })
}
