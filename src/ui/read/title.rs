//! What stands above the article.

use crate::app::{Action, Dialog, LabelDocument, LibraryAct};
use crate::model::{Document, LabelId, Schema};
use crate::ui::kit::{Button, Choice, Icon, Select, chip, class, icon, select};
use crate::ui::library::status_select;
use crate::ui::{Dispatch, act, facts};
use crate::words;
use yew::prelude::*;

/// Title, outlet, date, language, authors, address.
pub(crate) fn title_block(dispatch: &Dispatch, schema: &Schema, document: &Document) -> Html {
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
        words::library::status().into(),
        Some(document.status),
        None,
        move |status| LibraryAct::SetStatus(vec![id.clone()], status),
    );
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
            <h1 class="article-title" dir="auto" lang={(!metadata.language.is_empty()).then(|| metadata.language.clone())}>
                { facts::title(metadata) }
            </h1>
            <div class="article-meta">
                <p class="facts">
                    { for facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| fact(key, text)) }
                    { for language }
                </p>
                <div class="tools">
                    <div class="article-status">{ status }</div>
                    { Button::new(words::read::details(), edit)
                        .icon(Icon::Edit).quiet()
                        .title(words::read::details_hint()).html() }
                </div>
            </div>
            { for url }
            { labels(dispatch, schema, document) }
        </header>
    }
}

/// The labels of the whole article, and a choice of others.
fn labels(dispatch: &Dispatch, schema: &Schema, document: &Document) -> Html {
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
                { select(Select { label: words::read::label_article().into(), bare: true, value: "", choices, onchange }) }
            </div>
        </div>
    }
}
