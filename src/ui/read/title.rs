//! What stands above the article.

use crate::app::{Action, Dialog};
use crate::model::Document;
use crate::ui::kit::{Button, Icon, class, icon};
use crate::ui::library::status_select;
use crate::ui::{Dispatch, act, facts};
use crate::words;
use yew::prelude::*;

/// Title, outlet, date, language, authors, address.
pub(crate) fn title_block(dispatch: &Dispatch, document: &Document) -> Html {
    let metadata = &document.metadata;
    let edit = act(dispatch, Action::Open(Dialog::Document(document.id.clone(), None)));
    let fact = |key: &'static str, text: &str| {
        html! {
            <span class="fact" key={key}><bdi>{ text }</bdi></span>
        }
    };
    let status = status_select(
        dispatch,
        words::library::status().into(),
        std::slice::from_ref(&document.id),
        Some(document.status),
        None,
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
                <div class="article-status">{ status }</div>
                { Button::new(words::read::details(), edit)
                    .icon(Icon::Edit).quiet()
                    .title(words::read::details_hint()).html() }
            </div>
            { for url }
        </header>
    }
}
