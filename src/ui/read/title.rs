//! What stands above the article.

use crate::app::{Action, Dialog, LabelDocument, LibraryAct, titled};
use crate::model::{Document, LabelId, Schema};
use crate::ui::kit::{Button, Choice, Icon, Select, chip, class, icon, select};
use crate::ui::library::status_select;
use crate::ui::{Dispatch, act, facts};
use crate::words;
use yew::prelude::*;

/// Where an article stands.
#[derive(Clone, Copy)]
pub(super) struct Pane {
    /// Whether it is one of two.
    pub two: bool,
    /// Whether it is the second of them.
    pub second: bool,
}

impl Pane {
    /// What a control is called: of one of two articles, with the title.
    fn named(self, alone: &'static str, of: fn(&str) -> String, document: &Document) -> AttrValue {
        if self.two { of(titled(&document.metadata)).into() } else { alone.into() }
    }
}

/// Title, outlet, date, language, authors, address.
pub(super) fn title_block(dispatch: &Dispatch, schema: &Schema, document: &Document, pane: Pane) -> Html {
    let metadata = &document.metadata;
    let edit = act(dispatch, Action::Open(Dialog::Document(document.id.clone(), None)));
    let fact = |key: &'static str, text: &str| {
        html! {
            <span class="fact" key={key}><bdi>{ text }</bdi></span>
        }
    };
    let id = document.id.clone();
    let status = status_select(
        dispatch,
        pane.named(words::library::status(), words::read::status_of, document),
        Some(document.status),
        None,
        move |status| LibraryAct::SetStatus(vec![id.clone()], status),
    );
    let details = Button::new(pane.named(words::read::details(), words::read::details_of, document), edit)
        .icon(Icon::Edit)
        .quiet()
        .title(words::read::details_hint());
    // Beside another one the sign alone is shown.
    let details = if pane.two { details.sign_only() } else { details };
    let byline = metadata.byline.join(", ");
    let facts = [
        ("outlet", metadata.outlet.as_str()),
        ("published", metadata.published.as_str()),
        ("byline", byline.as_str()),
    ];
    let language = (!metadata.language.is_empty()).then(|| {
        let title = metadata.language_guessed.then_some(words::library::guessed());
        html! {
            <span key="language" class={class("fact", &[(metadata.language_guessed, "guess")])} {title}>
                { &metadata.language }
            </span>
        }
    });
    let url = (!metadata.url.is_empty()).then(|| match facts::safe_link(&metadata.url) {
        Some(link) => html! {
            <a class="source-link" href={link} target="_blank" rel="noreferrer noopener">
                { icon(Icon::Link) }<span>{ &metadata.url }</span>
            </a>
        },
        None => html! { <span class="source-link">{ &metadata.url }</span> },
    });
    html! {
        <header class="article-head">
            // A page has one heading of the first level.
            <h1 class="article-title" dir="auto" aria-level={pane.second.then_some("2")} lang={facts::lang(&metadata.language)}>
                { facts::title(metadata) }
            </h1>
            <div class="article-meta">
                <p class="facts">
                    { for facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| fact(key, text)) }
                    { for language }
                </p>
                <div class="tools">
                    <div class="article-status">{ status }</div>
                    { details.html() }
                </div>
            </div>
            { for url }
            { labels(dispatch, schema, document, pane) }
        </header>
    }
}

/// The labels of the whole article, and a choice of others.
fn labels(dispatch: &Dispatch, schema: &Schema, document: &Document, pane: Pane) -> Html {
    let own = |label: &LabelId| document.labels.iter().any(|own| own.label == *label);
    let chips = document.labels.iter().filter_map(|own| schema.label(&own.label)).map(|label| {
        let off = LabelDocument(document.id.clone(), label.id.clone(), false);
        let off = dispatch.reform(move |()| Action::step(off.clone()));
        html! {
            <li class="article-label" key={label.id.as_str()}>
                { chip(label.colour, &label.name) }
                { Button::new(words::read::unlabel_article(&label.name), off).icon(Icon::Close).sign_only().quiet().html() }
            </li>
        }
    });
    let others = schema.labels.iter().filter(|label| !own(&label.id));
    let mut choices = vec![Choice::new("", words::read::label_article())];
    choices.extend(others.map(|label| Choice::new(label.id.to_string(), label.name.clone())));
    let onchange = {
        let (dispatch, id) = (dispatch.clone(), document.id.clone());
        Callback::from(move |label: String| {
            if !label.is_empty() {
                dispatch.emit(Action::step(LabelDocument(id.clone(), LabelId::new(label), true)));
            }
        })
    };
    let none = document.labels.is_empty();
    html! {
        <div class="article-labels">
            <ul class="article-label-list" role="list" aria-label={words::read::article_labels()} hidden={none}>{ for chips }</ul>
            // What is chosen is handed over and asked for again.
            <div class="article-label-add">
                { select(Select { label: pane.named(words::read::label_article(), words::read::label_of, document), bare: true, value: "", choices, onchange }) }
            </div>
        </div>
    }
}
