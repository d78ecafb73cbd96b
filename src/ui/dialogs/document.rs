//! Dialog *Document*: what is known about an article.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Dialog};
use crate::model::{Document, Metadata};
use crate::ui::kit::{Button, Field, Modal, class};
use crate::ui::{Dispatch, act};
use crate::words;
use yew::prelude::*;

/// Changes one field of the metadata.
type Set = fn(&mut Metadata, String);

/// Edits the metadata; the text never changes. `draft` is what was changed so far.
pub(crate) fn document_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    document: &Document,
    draft: Option<&Metadata>,
) -> Html {
    let before = &document.metadata;
    let draft = draft.unwrap_or(before);
    let onclose = close(dispatch);
    let setter = |set: Set| {
        let (id, draft) = (document.id.clone(), draft.clone());
        typed(dispatch, move |value| {
            let mut next = draft.clone();
            set(&mut next, value);
            Dialog::Document(id.clone(), Some(Box::new(next)))
        })
    };
    let save = act(dispatch, Action::SetMetadata(document.id.clone(), Box::new(draft.clone())));
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
        ("Length", words::characters(lengths.code_points as usize)),
        ("Line ends", document.line_ends.name().to_owned()),
        ("SHA-256", sha.get(..16).map(|start| format!("{start}…")).unwrap_or_default()),
    ];
    let fact = |name: &str, value: &str| {
        html! {
            <div class="fact-row" key={name.to_owned()}><dt>{ name.to_owned() }</dt><dd dir="auto">{ value.to_owned() }</dd></div>
        }
    };
    let changed = draft != before;
    let save = Button::new("Save", save).disabled(!changed);
    let modal = Modal {
        key: "document",
        title: "Document",
        warning,
        guard: changed,
        wide: true,
        onclose: onclose.clone(),
        footer: footer("Cancel", onclose, save),
    };
    modal.html(html! {
        <>
            <div class="form-grid">
                { for fields.into_iter().map(|(name, value, set)| {
                    let field = Field::new(name, value).oninput(setter(set));
                    let several = name == "Authors";
                    let field = if several { field.hint("Several with semicolons between them") } else { field };
                    html! {
                        <div class={class("form-cell", &[(name == "Title" || name == "URL", "form-whole")])} key={name}>
                            { field.html() }
                        </div>
                    }
                }) }
                <div class="form-cell" key="language">
                    { Field::new("Language", draft.language.clone()).oninput(language)
                        .hint(if guess { "Guessed from the text. Typing takes the mark off." } else { "A code such as en, id or pt-BR" }).html() }
                    if guess {
                        { Button::new("That is right", right()).quiet().html() }
                    }
                </div>
            </div>
            <dl class="fact-list">
                { for facts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| fact(name, value)) }
                { for before.other.iter().map(|(name, value)| fact(name, &value.0)) }
            </dl>
        </>
    })
}
