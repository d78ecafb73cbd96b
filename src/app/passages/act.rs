//! What a person does with repeated passages.

use super::{REPEATED, Unfolded};
use crate::app::reduce::{commit, documents, select};
use crate::app::{BesideAct, Caret, Dialog, Effect, Env, Focus, NoticeKind, State, Step};
use crate::edit::Act;
use crate::model::{DocumentId, Reference};
use crate::text::{Byte, Span};
use crate::words::{passages as words, said};
use std::rc::Rc;

/// One of the things that a person does with them.
#[derive(Clone, Debug)]
pub enum PassageAct {
    /// Reads some more articles, or looks up some more passages of the open one.
    Look,
    /// Folds the list in the panel, or unfolds it or a passage.
    Show(Unfolded),
    /// Unfolds the passage that begins here and goes there: its button in the margin was pressed.
    GoInto(Byte),
    /// Goes to where a passage also stands.
    GoTo(DocumentId, Span),
    /// Puts an article beside this one, and goes to where the passage stands there.
    ShowBeside(DocumentId, Span),
    /// Offers the marks of a passage of another place, the second, for one of the open article.
    Offer(Span, DocumentId, Span),
    /// Takes an offered mark with the others, or leaves it out.
    Tick(usize, bool),
    /// Takes all that are ticked over, as one act.
    Take,
}

impl Step for PassageAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Look => {
                if state.session.as_ref().is_some_and(|session| session.look_for_passages()) {
                    out.push(Effect::Soon(Rc::new(Self::Look)));
                }
            }
            Self::Show(unfolded) => show(state, *unfolded),
            Self::GoInto(at) => {
                show(state, Unfolded::Passage(*at));
                // On a narrow page the panel is a sheet, which may be down.
                state.layout.sheet = true;
                out.push(Effect::ScrollTo(Span::new(*at, *at)));
                out.push(Effect::FocusOn(format!("{REPEATED}-{}", at.0)));
            }
            Self::GoTo(document, span) => go_to(state, document, *span, out),
            Self::ShowBeside(document, span) => {
                out.extend(BesideAct::Open(Some(document.clone())).reduce(state, env));
                // The view of it is made first.
                out.push(Effect::Soon(Rc::new(Self::GoTo(document.clone(), *span))));
            }
            Self::Offer(here, document, there) => offer(state, *here, document, *there),
            Self::Tick(at, take) => {
                if let Some(Dialog::Passage(offering)) = &mut state.dialog
                    && let Some(offer) = Rc::make_mut(offering).offers.get_mut(*at)
                {
                    offer.take = *take;
                }
            }
            Self::Take => take(state, env, out),
        }
        effects
    }
}

fn show(state: &mut State, unfolded: Unfolded) {
    let Some(session) = state.session.as_mut() else { return };
    let all = session.repeated();
    if let Some(reading) = session.reading.as_mut() {
        reading.repeated = unfolded;
    }
    if let Unfolded::Passage(at) = unfolded
        && let Some(passage) = all.iter().find(|passage| passage.span.start() == at)
    {
        state.speak(words::stands_in(passage.others.len()));
    }
}

fn go_to(state: &mut State, document: &DocumentId, span: Span, out: &mut Vec<Effect>) {
    let text = state.session.as_ref().and_then(|session| session.project.document(document));
    if text.is_none_or(|document| document.text.get(span).is_none()) {
        return state.notify(NoticeKind::Info, words::gone(), false);
    }
    documents::open(state, document, out);
    if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) {
        reading.caret = Caret { anchor: span.end(), focus: span.start() };
        reading.spans.clear();
        reading.exact = true;
        reading.repeated = Unfolded::Passage(span.start());
    }
    out.extend([Effect::ShowCaret, Effect::ScrollTo(span)]);
}

fn offer(state: &mut State, here: Span, document: &DocumentId, there: Span) {
    let offering = state.session.as_ref().and_then(|session| session.offered_marks(here, (document, there)));
    match offering {
        None => state.notify(NoticeKind::Info, words::gone(), false),
        Some(offering) if offering.offers.is_empty() => {
            state.notify(NoticeKind::Info, words::nothing_to_take(), false);
        }
        Some(offering) => state.dialog = Some(Dialog::Passage(Rc::new(offering))),
    }
}

fn take(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(Dialog::Passage(offering)) = &state.dialog else { return };
    let offering = offering.clone();
    state.dialog = None;
    out.push(Effect::Focus(Focus::Article));
    let session = state.session.as_ref();
    let there = session.and_then(|session| session.project.document(&offering.to));
    if there.is_none_or(|document| document.text.sha256() != offering.text) {
        // Another tab may have worked on it meanwhile.
        return state.notify(NoticeKind::Warning, words::gone(), false);
    }
    let mut made = Vec::new();
    let done = commit::act(state, env, out, Act::Mark, |builder, session| {
        for offer in offering.offers.iter().filter(|offer| offer.take) {
            let id = builder.mark_like(&offering.to, offer.fragments.clone(), &offer.of, offer.same);
            if let (Some(to @ Reference::Entity(_)), [span]) = (&offer.of.refers_to, offer.fragments.spans())
            {
                // It is spelled so here.
                session.link_hit(builder, &offering.to, &id, *span, to);
            }
            made.push(id);
        }
    });
    if done {
        state.notify(NoticeKind::Info, words::taken(made.len()), true);
        select::set(state, made, out);
    } else if state.notice.is_none() {
        state.speak(said::none_here());
    }
}
