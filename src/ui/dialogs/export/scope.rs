//! Which part of a project is exported.

use super::choose;
use crate::app::{Export, status_name};
use crate::formats::Aspect;
use crate::model::{Document, DocumentId, DocumentStatus, How, LabelId, Project};
use crate::sorted::Map;
use crate::ui::kit::check;
use crate::ui::{Dispatch, facts};
use crate::words::{self, dialogs as names, scope as more};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Which articles: all, or those that are ticked.
pub(super) fn articles(dispatch: &Dispatch, export: &Export, project: Option<&Project>) -> Html {
    let rows: Vec<&Rc<Document>> = project.map_or_else(Vec::new, |project| project.documents().collect());
    let all: Vec<DocumentId> = rows.iter().map(|row| row.id.clone()).collect();
    let documents = &export.scope.documents;
    let whole = choose(dispatch, export, |export, _: Event| export.scope.documents = None);
    let chosen = {
        let all = all.clone();
        choose(dispatch, export, move |export, _: Event| export.scope.documents = Some(all.clone()))
    };
    let toggle = |id: &DocumentId| {
        let (id, order) = (id.clone(), all.clone());
        let toggle = choose(dispatch, export, move |export, on: bool| {
            let before = export.scope.documents.take().unwrap_or_default();
            let stays = |other: &&DocumentId| if **other == id { on } else { before.contains(other) };
            export.scope.documents = Some(order.iter().filter(stays).cloned().collect());
        });
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                toggle.emit(input.checked());
            }
        }
    };
    html! {
        <fieldset class="scope">
            <legend class="field-label">{ names::scope() }</legend>
            <label class="check">
                <input type="radio" name="scope" checked={documents.is_none()} onchange={whole} />
                <span>{ names::whole_project() }</span>
            </label>
            <label class="check">
                <input type="radio" name="scope" checked={documents.is_some()} onchange={chosen} />
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
    }
}

/// Articles and annotations by what they have, and the passages that are no part of a text.
pub(super) fn aspects(dispatch: &Dispatch, export: &Export, project: &Project) -> Html {
    let Some(there) = &export.there else { return Html::default() };
    let counted = |aspect: &Aspect| there.counted.get(aspect).filter(|values| values.len() > 1);
    let one = |aspect: Aspect| {
        counted(&aspect).map(|values| aspect_list(dispatch, export, project, aspect, values))
    };
    let labels = there.counted.get(&Aspect::Label);
    html! {
        <>
            <div class="export-aspects">{ for Aspect::ALL.into_iter().filter_map(one) }</div>
            { for labels.filter(|labels| !labels.is_empty()).map(|labels| passages(dispatch, export, project, labels)) }
        </>
    }
}

/// What there is of an aspect, each with a box to tick and how often it is there.
fn aspect_list(
    dispatch: &Dispatch,
    export: &Export,
    project: &Project,
    aspect: Aspect,
    values: &Map<String, usize>,
) -> Html {
    let row = |(value, count): (&String, &usize)| {
        let own = value.clone();
        let tick = choose(dispatch, export, move |export, on: bool| export.scope.put(aspect, &own, on));
        let shown = more::value(&name_of(project, aspect, value), &words::number(*count as u64));
        html! { <li key={value.as_str()}>{ check(shown, export.scope.takes(aspect, value), None, tick) }</li> }
    };
    html! {
        <fieldset class="scope" key={aspect.word()}>
            <legend class="field-label">{ aspect.name().say() }</legend>
            <ul class="scope-list" role="list">{ for values.iter().map(row) }</ul>
        </fieldset>
    }
}

/// The labels under which passages are no part of the text.
fn passages(dispatch: &Dispatch, export: &Export, project: &Project, labels: &Map<String, usize>) -> Html {
    let row = |(id, count): (&String, &usize)| {
        let label = LabelId::new(id.as_str());
        let is_on = export.scope.passages.contains(&label);
        let tick = choose(dispatch, export, move |export, on: bool| {
            export.scope.passages.retain(|own| *own != label);
            export.scope.passages.extend(on.then(|| label.clone()));
        });
        let shown = more::value(&name_of(project, Aspect::Label, id), &words::number(*count as u64));
        html! { <li key={id.as_str()}>{ check(shown, is_on, None, tick) }</li> }
    };
    let mask = choose(dispatch, export, |export, on: bool| export.scope.masked = on);
    html! {
        <fieldset class="scope">
            <legend class="field-label">{ more::passages() }</legend>
            <p class="hint">{ more::passages_hint() }</p>
            <ul class="scope-list" role="list">{ for labels.iter().map(row) }</ul>
            { check(more::masked(), export.scope.masked, None, mask) }
        </fieldset>
    }
}

/// What a value of an aspect is called.
fn name_of(project: &Project, aspect: Aspect, value: &str) -> String {
    let named = match aspect {
        Aspect::Status => status_of(value).map(|status| status_name(status).to_owned()),
        Aspect::Origin => how_of(value).map(|how| facts::how(how).to_owned()),
        Aspect::Label | Aspect::Topic => {
            project.schema.label(&LabelId::new(value)).map(|own| own.name.clone())
        }
        Aspect::Person => project.people.get(value).map(|own| own.name.clone()),
        Aspect::Outlet | Aspect::Language | Aspect::Split => None,
    };
    match named {
        Some(name) => name,
        None if value.is_empty() => more::none().to_owned(),
        None => value.to_owned(),
    }
}

fn status_of(value: &str) -> Option<DocumentStatus> {
    use DocumentStatus::{Checked, Done, InWork, New};
    [New, InWork, Done, Checked].into_iter().find(|own| Aspect::word_of_status(*own) == value)
}

fn how_of(value: &str) -> Option<How> {
    use How::{Adjudicated, Imported, Manual, Propagated, Suggested};
    let all = [Manual, Suggested, Propagated, Imported, Adjudicated];
    all.into_iter().find(|own| Aspect::word_of_origin(*own) == value)
}
