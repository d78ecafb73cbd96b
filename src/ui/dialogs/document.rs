//! Dialog *Article details*: what is known about an article.

use super::{Warning, close, footer, typed};
use crate::app::{Action, Correction, Dialog};
use crate::model::{Document, Metadata, may_be_date};
use crate::ui::kit::{Button, Field, Icon, Modal, class, on_enter};
use crate::ui::{Dispatch, act};
use crate::words::library::published_forms;
use crate::words::read::odd_date;
use crate::words::{self, correct as correct_words, dialogs as names};
use yew::prelude::*;

/// Changes one field of the metadata.
type Set = fn(&mut Metadata, String);

/// Edits the metadata; another text has a dialog of its own. `draft` is what was changed so far.
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
        (names::title(), draft.title.clone(), |metadata, value| metadata.title = value),
        (names::outlet(), draft.outlet.clone(), |metadata, value| metadata.outlet = value),
        (names::authors(), draft.byline.join("; "), |metadata, value| metadata.set_byline(&value)),
        (names::url(), draft.url.clone(), |metadata, value| metadata.url = value),
        (names::published(), draft.published.clone(), |metadata, value| metadata.published = value),
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
        (names::file(), source.map(|source| source.file.clone()).unwrap_or_default()),
        (names::read_as(), source.map(|source| source.format.clone()).unwrap_or_default()),
        (names::retrieved(), before.retrieved.clone()),
        (names::licence(), before.license.clone()),
        (names::split(), before.split.clone()),
        (names::length(), words::characters(lengths.code_points as usize)),
        (names::line_ends(), document.line_ends.name().to_owned()),
        ("SHA-256", sha.get(..16).map(|start| format!("{start}…")).unwrap_or_default()),
    ];
    let fact = |name: &str, value: &str| {
        html! {
            <div class="fact-row" key={name.to_owned()}><dt>{ name.to_owned() }</dt><dd dir="auto">{ value.to_owned() }</dd></div>
        }
    };
    let changed = draft != before;
    let correct = Action::Open(Dialog::Correct(Correction::of(document.id.clone()).into()));
    let correct = Button::new(correct_words::open(), act(dispatch, correct))
        .icon(Icon::Edit)
        .title(correct_words::open_hint())
        .disabled(changed);
    let dated = may_be_date(&before.published, &draft.published);
    let enter = on_enter(if changed && dated { save.clone() } else { Callback::noop() });
    let save = Button::new(names::save(), save).disabled(!changed || !dated);
    let modal = Modal {
        key: "document",
        title: names::document(),
        warning,
        typed: changed,
        wide: true,
        onclose: onclose.clone(),
        footer: footer(names::cancel(), onclose, save),
        ..Modal::default()
    };
    modal.html(html! {
        <>
            <div class="form-grid">
                { for fields.into_iter().enumerate().map(|(n, (name, value, set))| {
                    let field = Field::new(name, value).oninput(setter(set));
                    let several = n == 2;
                    let field = if several { field.hint(names::authors_hint()) } else { field };
                    // Always with a hint: one that comes would have the field made anew.
                    let odd = dated && !may_be_date("", &draft.published);
                    let field = if n == 4 { field.hint(if odd { odd_date() } else { names::published_hint() }) } else { field };
                    let field = field.wrong((n == 4 && !dated).then(|| published_forms().into()));
                    html! {
                        <div class={class("form-cell", &[(n == 0 || n == 3, "form-whole")])} key={name} onkeydown={enter.clone()}>
                            { field.html() }
                        </div>
                    }
                }) }
                <div class="form-cell" key="language">
                    <div onkeydown={enter.clone()}>
                        { Field::new(names::language(), draft.language.clone()).oninput(language)
                            .hint(if guess { names::language_guessed() } else { names::language_hint() }).html() }
                    </div>
                    if guess {
                        { Button::new(names::language_right(), right()).quiet().html() }
                    }
                </div>
            </div>
            <dl class="fact-list">
                { for facts.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| fact(name, value)) }
                { for before.other.iter().map(|(name, value)| fact(name, &value.0)) }
            </dl>
            <div>{ correct.html() }</div>
        </>
    })
}
