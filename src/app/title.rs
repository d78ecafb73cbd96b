//! What the page is called: in the browser's tab, its history and its bookmarks.

use super::{Screen, State};
use crate::words::{self, frame};

/// `Article – Project – Postil`, or the screen in the place of the article.
#[inline(never)]
pub fn title(state: &State) -> String {
    let Some(session) = &state.session else { return frame::app().to_owned() };
    let article = session.document().filter(|_| state.screen == Screen::Read);
    let shown = match article.map(|document| document.metadata.title.trim()) {
        Some("") => words::untitled(),
        Some(title) => title,
        None => state.screen.name(),
    };
    let mut title = shown.to_owned();
    for part in [session.project.name.trim(), frame::app()] {
        if !part.is_empty() {
            title.push_str(" – ");
            title.push_str(part);
        }
    }
    title
}
