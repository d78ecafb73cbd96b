//! Markdown as elements. Nothing is made from strings of HTML; a link leads to http or https, or is no link.

use super::facts;
use crate::text::markdown::{Block, Inline, markdown};
use yew::prelude::*;

/// A text in Markdown. Its headings stand below those of the page.
pub(crate) fn rendered(text: &str) -> Html {
    html! { <div class="markdown">{ for markdown(text).iter().map(block) }</div> }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(1, words) => html! { <h3 dir="auto">{ for words.iter().map(inline) }</h3> },
        Block::Heading(2, words) => html! { <h4 dir="auto">{ for words.iter().map(inline) }</h4> },
        Block::Heading(_, words) => html! { <h5 dir="auto">{ for words.iter().map(inline) }</h5> },
        Block::Paragraph(words) => html! { <p dir="auto">{ for words.iter().map(inline) }</p> },
        Block::List(numbered, items) => {
            let items: Html = items
                .iter()
                .map(|item| match &item[..] {
                    // A short item is not a paragraph of its own.
                    [Block::Paragraph(words), rest @ ..] => html! {
                        <li dir="auto">{ for words.iter().map(inline) }{ for rest.iter().map(self::block) }</li>
                    },
                    item => html! { <li dir="auto">{ for item.iter().map(self::block) }</li> },
                })
                .collect();
            if *numbered {
                html! { <ol>{ items }</ol> }
            } else {
                html! { <ul>{ items }</ul> }
            }
        }
        Block::Quote(inner) => html! { <blockquote>{ for inner.iter().map(self::block) }</blockquote> },
        Block::Code(code) => html! { <pre tabindex="0"><code>{ code.clone() }</code></pre> },
        Block::Rule => html! { <hr /> },
    }
}

fn inline(piece: &Inline) -> Html {
    match piece {
        Inline::Text(text) => html! { { text.clone() } },
        Inline::Code(code) => html! { <code>{ code.clone() }</code> },
        Inline::Emphasis(words) => html! { <em>{ for words.iter().map(inline) }</em> },
        Inline::Strong(words) => html! { <strong>{ for words.iter().map(inline) }</strong> },
        Inline::Link(to, words) => match facts::safe_link(to) {
            Some(to) => html! {
                <a href={to} target="_blank" rel="noreferrer noopener">{ for words.iter().map(inline) }</a>
            },
            None => html! { <>{ for words.iter().map(inline) }</> },
        },
        Inline::Break => html! { <br /> },
    }
}
