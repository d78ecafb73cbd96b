//! What a person does on the screen *Search*.

use super::super::reduce::commit;
use super::{ResultRow, SEARCH_WORDS, Search};
use crate::app::{
    Action, Caret, Effect, Env, Find, Focus, HitState, NoticeKind, Screen, State, Step, reduce,
};
use crate::edit::Act;
use crate::model::{Fragments, LabelId, Reference};
use crate::words::{said, search as texts};
use std::rc::Rc;

/// One of the things that a person does there.
#[derive(Clone, Debug)]
pub enum SearchAct {
    /// Look for these words.
    Words(String),
    /// Whole words only, or not.
    Whole(bool),
    /// Look through some more articles, in the search of this number.
    Slice(u64),
    /// Stop looking; what was found stays.
    Stop,
    /// Open the article of a row there, with the hit selected.
    Open(usize),
    /// Mark the hit of a row, or all hits of its article, with the others; or leave them out.
    Take(usize, bool),
    /// What they are marked as.
    Label(LabelId),
    /// Mark all hits that were not left out.
    Mark,
    /// Look for all that reads like the selected annotation, to be marked and linked as it is.
    Same,
    /// What is marked is not linked.
    NoLink,
    /// Back to the open article, or to the Library.
    Leave,
}

impl Step for SearchAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let search = &mut state.search;
        match self.clone() {
            Self::Words(text) => {
                search.words = text;
                look(state, &mut effects);
            }
            Self::Whole(whole) => {
                search.whole = whole;
                look(state, &mut effects);
            }
            Self::Slice(run) if run == search.run => slice(state, &mut effects),
            Self::Slice(_) => {}
            Self::Stop => {
                search.running = None;
                say(state);
            }
            Self::Open(row) => open(state, row, env, &mut effects),
            Self::Take(row, take) => take_row(search, row, take),
            Self::Label(label) => {
                // Who is a person is no place.
                search.links = search.links.take().filter(|_| search.label.as_ref() == Some(&label));
                search.label = Some(label);
            }
            Self::Mark => mark(state, env, &mut effects),
            Self::Same => same(state, &mut effects),
            Self::NoLink => search.links = None,
            Self::Leave => {
                let open = state.session.as_ref().and_then(|session| session.reading.as_ref());
                let back = open.map(|reading| Action::OpenArticle(reading.document.clone()));
                return reduce(state, back.unwrap_or(Action::Show(Screen::Library)), env);
            }
        }
        effects
    }
}

fn look(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    if state.search.begin(session) {
        slice(state, out);
    }
}

fn same(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let Some(selected) = session.selected() else { return state.speak(said::select_first()) };
    let links = match &selected.refers_to {
        Some(to @ (Reference::Entity(_) | Reference::Claim(_))) => Some(to.clone()),
        _ => None,
    };
    let (words, label) = (session.named(selected), Some(selected.label.clone()));
    let search = &mut state.search;
    // Words only: Iran is not in Iranian unless somebody says so.
    (search.words, search.whole, search.label, search.links) = (words, true, label, links);
    state.screen = Screen::Search;
    out.push(Effect::FocusOn(SEARCH_WORDS.to_owned()));
    look(state, out);
}

fn slice(state: &mut State, out: &mut Vec<Effect>) {
    if state.search.go_on() {
        out.push(Effect::Soon(Rc::new(SearchAct::Slice(state.search.run))));
    } else {
        say(state);
    }
}

/// What was found, in words.
fn say(state: &mut State) {
    let Search { found, hits, .. } = &state.search;
    state.speak(texts::found(*hits, found.len()));
}

fn open(state: &mut State, row: usize, env: &Env<'_>, out: &mut Vec<Effect>) {
    let search = &mut state.search;
    if row >= search.rows() {
        return;
    }
    let (article, hit) = match search.row(row) {
        ResultRow::Article(article) => (article, 0),
        ResultRow::Hit(article, hit) => (article, hit),
    };
    let found = search.found[article].clone();
    let there = state.session.as_ref().and_then(|session| found.article(&session.project)).cloned();
    let Some(document) = there else {
        state.notify(NoticeKind::Info, texts::article_gone(), false);
        return;
    };
    let (words, whole) = (search.words.clone(), search.whole);
    search.opened = Some(row);
    out.extend(reduce(state, Action::OpenArticle(found.document.clone()), env));
    let reading = state.session.as_mut().and_then(|session| session.reading.as_mut());
    let (Some(reading), Some(&span)) = (reading, found.hits.get(hit)) else { return };
    let mut find = Find { words, whole, ..Find::default() };
    find.look(&document.text);
    find.at = find.hits.iter().position(|other| *other == span);
    reading.find = Some(find);
    reading.caret = Caret { anchor: span.start(), focus: span.end() };
    reading.spans.clear();
    // It was looked for as it stands there.
    reading.exact = true;
    out.extend([Effect::ShowCaret, Effect::ScrollTo(span), Effect::Focus(Focus::Article)]);
}

fn take_row(search: &mut Search, row: usize, take: bool) {
    if row >= search.rows() {
        return;
    }
    let (article, hits) = match search.row(row) {
        ResultRow::Article(article) => (article, 0..search.found[article].hits.len()),
        ResultRow::Hit(article, hit) => (article, hit..hit + 1),
    };
    for hit in hits {
        search.ticks.set((article, hit), take);
    }
}

/// One act over all articles. Where one is marked so already nothing is done; an article that was removed meanwhile is
/// passed over.
fn mark(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let Some(label) = session.search_label(&state.search) else { return };
    if state.search.running.is_some() {
        return;
    }
    let mut search = state.search.clone();
    search.links = session.links_of(&search).cloned();
    let states = session.found_states(&search);
    let still = search.found.iter().zip(states.iter());
    let still = still.filter(|(article, _)| article.article(&session.project).is_some());
    let there = still.flat_map(|(_, states)| states).filter(|state| **state == HitState::Marked).count();
    let (mut made, mut linked) = (0, 0);
    let done = commit::act(state, env, out, Act::Mark, |builder, session| {
        for (n, article) in search.found.iter().enumerate() {
            for (hit, span) in
                article.hits.iter().enumerate().filter(|(hit, _)| search.takes(n, *hit, &states))
            {
                let id = match states.get(n).and_then(|states| states.get(hit)) {
                    Some(HitState::Linkable(id)) => {
                        linked += 1;
                        id.clone()
                    }
                    _ => {
                        let Some(fragments) = Fragments::one(*span) else { continue };
                        made += 1;
                        builder.annotate(&article.document, &label, fragments)
                    }
                };
                if let Some(to) = &search.links {
                    session.link_hit(builder, &article.document, &id, *span, to);
                }
            }
        }
    });
    // There was nothing to do: what stands there, with its Undo, stays. Or it was refused, and why is said already.
    if !done {
        return;
    }
    let session = state.session.as_ref();
    let name = session.and_then(|session| session.project.schema.label(&label));
    let name = name.map_or_else(String::new, |label| label.name.clone());
    let mut text = said::marked_as(made, &name, there);
    if let Some(to) = session.zip(search.links.as_ref()).and_then(|(session, to)| session.name_of(to)) {
        text = texts::and_linked(&text, &to, linked);
    }
    state.notify(NoticeKind::Info, text, true);
    // The button is of no more use; other words can be looked for.
    out.push(Effect::FocusOn(SEARCH_WORDS.to_owned()));
}
