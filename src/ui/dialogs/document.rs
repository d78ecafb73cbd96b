//! Dialog *Document*: what is known about an article.

use super::use_close;
use crate::app::Action;
use crate::model::{Document, Metadata};
use crate::ui::kit::{ButtonKind, ButtonProps, Dialog, Field, Shared, button};
use crate::ui::{Dispatch, words};
use yew::prelude::*;

/// Props of [`DocumentDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct DocumentDialogProps {
    pub dispatch: Dispatch,
    pub document: Shared<Document>,
}

/// Changes one field of the metadata.
type Set = fn(&mut Metadata, String);

/// Edits the metadata; the text never changes.
#[component]
pub(crate) fn DocumentDialog(props: &DocumentDialogProps) -> Html {
    let document = &props.document;
    let before = &document.metadata;
    let draft = use_state(|| before.clone());
    let onclose = use_close(&props.dispatch);
    let setter = |set: Set| {
        let draft = draft.clone();
        Callback::from(move |value: String| {
            let mut next = (*draft).clone();
            set(&mut next, value);
            draft.set(next);
        })
    };
    let save = {
        let (dispatch, draft, id) = (props.dispatch.clone(), draft.clone(), document.id.clone());
        Callback::from(move |()| dispatch.emit(Action::SetMetadata(id.clone(), Box::new((*draft).clone()))))
    };
    let fields: [(&'static str, String, Set); 5] = [
        ("Title", draft.title.clone(), |metadata, value| metadata.title = value),
        ("Outlet", draft.outlet.clone(), |metadata, value| metadata.outlet = value),
        ("Authors", draft.byline.join("; "), |metadata, value| {
            metadata.byline =
                value.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        }),
        ("URL", draft.url.clone(), |metadata, value| metadata.url = value),
        ("Published", draft.published.clone(), |metadata, value| metadata.published = value),
    ];
    let language = setter(|metadata, value| {
        metadata.language = value.trim().to_owned();
        metadata.language_guessed = false;
    });
    let right = || {
        let set = setter(|metadata, _| metadata.language_guessed = false);
        Callback::from(move |()| set.emit(String::new()))
    };
    let guess = draft.language_guessed && !draft.language.is_empty();
    let sha = document.text.sha256().to_string();
    let lengths = document.text.lengths();
    let source = document.source.as_ref();
    let facts = [
        ("File", source.map(|source| source.file.clone()).unwrap_or_default()),
        ("Read as", source.map(|source| source.format.clone()).unwrap_or_default()),
        ("Retrieved", before.retrieved.clone()),
        ("Licence", before.license.clone()),
        ("Split", before.split.clone()),
        ("Length", words::count(lengths.code_points as usize, "character", "characters")),
        ("Line ends", document.line_ends.name().to_owned()),
        ("SHA-256", sha.get(..16).map(|start| format!("{start}…")).unwrap_or_default()),
    ];
    let fact = |name: &str, value: &str| {
        html! {
            <div class="fact-row" key={name.to_owned()}><dt>{ name.to_owned() }</dt><dd dir="auto">{ value.to_owned() }</dd></div>
        }
    };
    html! {
        <Dialog title="Document" guard={*draft != *before} onclose={onclose.clone()} wide={true}
            footer={html! {
                <>
                    { button(ButtonProps {
                        text: "Cancel".into(), kind: ButtonKind::Quiet, onclick: onclose,
                        ..ButtonProps::default()
                    }) }
                    { button(ButtonProps {
                        text: "Save".into(), kind: ButtonKind::Primary, disabled: *draft == *before,
                        onclick: save, ..ButtonProps::default()
                    }) }
                </>
            }}
        >
            <div class="form-grid">
                { for fields.into_iter().map(|(name, value, set)| html! {
                    <div class={classes!("form-cell", (name == "Title" || name == "URL").then_some("form-whole"))} key={name}>
                        <Field label={name} {value} oninput={setter(set)}
                            hint={(name == "Authors").then_some(AttrValue::Static("Several with semicolons between them"))} />
                    </div>
                }) }
                <div class="form-cell" key="language">
                    <Field label="Language" value={draft.language.clone()} oninput={language}
                        hint={if guess { "Guessed from the text. Typing takes the mark off." } else { "A code such as en, id or pt-BR" }} />
                    if guess {
                        { button(ButtonProps {
                            text: "That is right".into(), kind: ButtonKind::Quiet, onclick: right(),
                            ..ButtonProps::default()
                        }) }
                    }
                </div>
            </div>
            <dl class="fact-list">
                { for facts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| fact(name, value)) }
                { for before.other.iter().map(|(name, value)| fact(name, &value.0)) }
            </dl>
        </Dialog>
    }
}
