//! The palette: everything that can be done, found by its name.

use super::{Action, COMMANDS, Chord, Command, Group, Screen, State, titled};
use crate::text::{folded, holds_folded};
use crate::words::commands as names;

/// At most so many are listed.
const LISTED: usize = 50;

/// One thing that can be done.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Of what kind it is, as `Label`; empty for a command.
    pub kind: &'static str,
    /// Its keys, if any.
    pub keys: Option<Chord>,
    /// What is done.
    pub action: Action,
}

/// What can be done here and holds these words, what was done last first, then commands, labels, articles.
pub fn entries(state: &State, words: &str) -> Vec<Entry> {
    let wanted: Vec<String> = words.split_whitespace().map(folded).collect();
    let fits = |name: &str| wanted.iter().all(|word| holds_folded(name, word));
    let here = |command: Command| {
        let info = command.info();
        // What only moves the caret is done by its key; the palette would put it away first.
        let moves = info.group == Group::Caret && command != Command::SelectAll;
        let elsewhere = !info.everywhere && state.screen != Screen::Read;
        (!moves && !elsewhere && command != Command::Palette && fits(info.name())).then(|| Entry {
            name: info.name().to_owned(),
            kind: "",
            keys: info.chords().into_iter().next(),
            action: Action::Run(command),
        })
    };
    // A later version may have had others.
    let recent = state.settings.recent.iter();
    let recent = recent.filter_map(|id| Some(COMMANDS.iter().find(|info| info.id == id)?.command));
    let is_recent = |id: &str| state.settings.recent.iter().any(|other| other == id);
    let others = COMMANDS.iter().filter(|info| !is_recent(info.id)).map(|info| info.command);
    let mut entries: Vec<Entry> = recent.chain(others).filter_map(here).collect();
    if let Some(session) = &state.session {
        let labels = session.project.schema.labels.iter().filter(|_| state.screen == Screen::Read);
        entries.extend(labels.filter(|label| fits(&label.name)).map(|label| Entry {
            name: label.name.clone(),
            kind: names::kind_label(),
            keys: label.key.map(Chord::of_char),
            action: Action::Mark(label.id.clone()),
        }));
        let types = session.project.schema.relation_types.iter().filter(|_| state.screen == Screen::Read);
        entries.extend(types.filter(|kind| fits(&kind.name)).map(|kind| Entry {
            name: kind.name.clone(),
            kind: names::kind_relation(),
            keys: kind.key.map(Chord::of_char),
            action: Action::Relate(kind.id.clone()),
        }));
        let articles = session.project.documents().filter(|document| fits(titled(&document.metadata)));
        entries.extend(articles.take(LISTED).map(|document| Entry {
            name: titled(&document.metadata).to_owned(),
            kind: names::kind_article(),
            keys: None,
            action: Action::OpenArticle(document.id.clone()),
        }));
    }
    entries.truncate(LISTED);
    entries
}
