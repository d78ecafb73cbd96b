//! What the page is called (in the browser's tab, its history and its bookmarks), and what an article is.

use super::{Screen, State};
use crate::model::Metadata;
use crate::words::{self, frame};

/// What an article is called: its title, or words in its place.
pub fn titled(metadata: &Metadata) -> &str {
    match metadata.title.trim() {
        "" => words::untitled(),
        title => title,
    }
}

/// `Article – Project – Postil`, or the screen in the place of the article.
#[inline(never)]
pub fn title(state: &State) -> String {
    let Some(session) = &state.session else { return frame::app().to_owned() };
    let article = session.document().filter(|_| state.screen == Screen::Read);
    let shown = article.map_or_else(|| state.screen.name(), |document| titled(&document.metadata));
    let mut title = shown.to_owned();
    for part in [session.project.name.trim(), frame::app()] {
        if !part.is_empty() {
            title.push_str(" – ");
            title.push_str(part);
        }
    }
    title
}
