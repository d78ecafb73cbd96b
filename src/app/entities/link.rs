//! Saying what an annotation speaks of: by the box in region *Annotation*, or by one key.

use super::spelling::{self, alias};
use super::{Answer, one_line};
use crate::app::reduce::{commit, documents, select};
use crate::app::{Command, Effect, Env, Focus, NoticeKind, Session, State, Step, Way, titled};
use crate::edit::{Act, Builder};
use crate::model::{
    Annotation, AnnotationId, Claim, ClaimId, DocumentId, Entity, EntityId, Fragments, Kind, LabelId, Nil,
    Reference,
};
use crate::sorted::Set;
use crate::text::Span;
use crate::words::{entities as words, said};
use std::rc::Rc;

/// `id` of the box, and the beginning of the ids of its rows.
pub const LINK: &str = "refers-to";

/// The open box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linking {
    /// Of which annotation.
    pub of: AnnotationId,
    /// What is typed in it.
    pub words: String,
    /// The row that Enter takes, from 0. What may be linked comes and goes meanwhile: see [`Session::link_rows`].
    pub at: usize,
}

/// What a person does with the box.
#[derive(Clone, Debug)]
pub enum LinkAct {
    /// Opens it with what is typed in it.
    Type(String),
    /// Goes to a row.
    To(Answer),
    /// Takes a row.
    Take(Answer),
    /// Puts it away.
    Close,
    /// Says that claims are still looked for: Enter came before the first row is known.
    Wait,
    /// Takes what is suggested first for this one, if it is still selected.
    First(AnnotationId),
    /// Goes on from this one, which was just linked, if it is still selected.
    GoOn(AnnotationId),
    /// Reads some more of what claims are suggested by.
    Look,
    /// Puts a mention that is linked around other text.
    Reshape(AnnotationId, Fragments),
}

impl Step for LinkAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self {
            Self::Take(choice) => {
                let done = link(state, choice, env, out);
                close(state);
                if done {
                    out.push(Effect::Focus(Focus::Article));
                }
            }
            Self::Close => close(state),
            Self::GoOn(from) => go_on(state, from, out),
            Self::First(of) => {
                let selected = state.session.as_ref().and_then(|session| session.selected());
                if selected.is_some_and(|selected| selected.id == *of) {
                    take_first(state, env, out);
                }
            }
            Self::Look => {
                if state.session.as_ref().is_some_and(Session::read_tellings) {
                    out.push(Effect::Soon(Rc::new(Self::Look)));
                }
            }
            Self::Type(typed) => {
                let Some(session) = state.session.as_mut() else { return effects };
                let of = session.selected().map(|annotation| annotation.id.clone());
                let Some(of) = of else { return effects };
                let linking = Linking { of, words: typed.clone(), at: 0 };
                session.mean(&linking, None);
                if let Some(reading) = session.reading.as_mut() {
                    reading.linking = Some(linking);
                }
            }
            Self::To(answer) => {
                let session = state.session.as_ref();
                if let Some((session, linking)) = session.and_then(|own| Some((own, own.linking()?))) {
                    session.mean(linking, Some(answer));
                }
            }
            Self::Reshape(id, fragments) => spelling::reshape(state, id, fragments, env, out),
            Self::Wait => state.speak(words::looking()),
        }
        effects
    }
}

/// A command that looks names up, or asks what refers to what.
pub(in crate::app) fn run(command: Command, state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    match command {
        Command::Link => open(state, out),
        Command::LinkFirst => take_first(state, env, out),
        Command::LinkNone => {
            let session = state.session.as_ref();
            let selected = session.and_then(|session| Some((session, session.selected()?)));
            match selected.map(|(session, selected)| session.registry_of(selected)) {
                Some(Kind::Entity) => out.extend(LinkAct::Take(Answer::Nil).reduce(state, env)),
                Some(_) => state.speak(words::refers_to_nothing()),
                None => state.speak(said::none_here()),
            }
        }
        Command::NextUnlinked => {
            next_unlinked(state, going_on(state), false, out);
        }
        Command::Place(Way::Next) => step_mention(state, 1, out),
        Command::Place(Way::Previous) => step_mention(state, -1, out),
        _ => {}
    }
}

fn close(state: &mut State) {
    if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) {
        reading.linking = None;
    }
}

/// Goes to the box, by key.
fn open(state: &mut State, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    match session.selected().map(|annotation| session.registry_of(annotation)) {
        Some(Kind::Entity | Kind::Claim) => out.push(Effect::FocusOn(LINK.to_owned())),
        Some(Kind::Other) => state.speak(words::refers_to_nothing()),
        None => state.speak(said::none_here()),
    }
}

/// Links what is selected to what is suggested first, and goes on.
fn take_first(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let kind = going_on(state);
    // What somebody said of it already stays.
    let Some(annotation) = session.selected().filter(|own| own.refers_to.is_none()).cloned() else {
        next_unlinked(state, kind, false, out);
        return;
    };
    if kind == Kind::Claim && !session.project.claims.is_empty() && session.tellings().is_none() {
        // Once, however many slices it takes.
        if state.spoken.1 != words::looking() {
            state.speak(words::looking());
        }
        return out.push(Effect::Soon(Rc::new(LinkAct::First(annotation.id.clone()))));
    }
    match session.suggestions(&annotation).first().cloned() {
        Some(first) => {
            if link(state, &first, env, out) {
                out.push(Effect::Behind(Rc::new(LinkAct::GoOn(annotation.id.clone()))));
            }
        }
        None => {
            let none =
                if kind == Kind::Claim { words::no_claim_suggested() } else { words::nothing_suggested() };
            state.notify(NoticeKind::Info, none, false);
        }
    }
}

fn go_on(state: &mut State, from: &AnnotationId, out: &mut Vec<Effect>) {
    let selected = state.session.as_ref().and_then(|session| session.selected());
    if selected.is_none_or(|selected| selected.id != *from) {
        return;
    }
    let done = state.spoken.1.clone();
    let notified = next_unlinked(state, going_on(state), true, out);
    // What was linked and where the person is now: neither is to be lost.
    let said = words::both(&done, &state.spoken.1);
    if let Some(notice) = state.notice.as_mut().filter(|_| notified) {
        notice.text.clone_from(&said);
    }
    state.speak(said);
}

/// Says what all that is selected speaks of, as one act. False if nothing changed.
fn link(state: &mut State, choice: &Answer, env: &Env<'_>, out: &mut Vec<Effect>) -> bool {
    let Some(session) = state.session.as_ref() else { return false };
    let Some(shown) = session.selected().cloned() else { return false };
    let kind = session.registry_of(&shown);
    let act = if kind == Kind::Claim { Act::LinkClaim } else { Act::LinkEntity };
    let mut said = String::new();
    let mut linked = 0;
    let done = commit::act(state, env, out, act, |builder, session| {
        let Some(reading) = &session.reading else { return };
        let fits = |annotation: &&Rc<Annotation>| session.registry_of(annotation) == kind;
        let selected: Vec<&Rc<Annotation>> =
            reading.selected.iter().filter_map(|id| session.annotation(id)).filter(fits).collect();
        let to = target(builder, session, choice, &shown.label, kind, &mut said);
        for annotation in selected {
            builder.refer(&annotation.document, &annotation.id, to.clone());
            linked += 1;
            if let Some(Reference::Entity(id)) = &to {
                builder.learn(id, alias(session, annotation));
            }
        }
    });
    if done {
        let text = match choice {
            Answer::Nil => words::said_nil().to_owned(),
            Answer::Nothing => words::said_unlinked().to_owned(),
            Answer::Create(_) => words::said_created(&said),
            _ => words::said_linked(&said),
        };
        let text = if linked > 1 { words::said_several(&text, linked) } else { text };
        match linked {
            0 | 1 => state.speak(text),
            _ => state.notify(NoticeKind::Info, text, true),
        }
    }
    done
}

/// What a choice refers to; makes what is new.
fn target(
    builder: &mut Builder<'_>,
    session: &Session,
    choice: &Answer,
    label: &LabelId,
    kind: Kind,
    said: &mut String,
) -> Option<Reference> {
    match choice {
        Answer::Entity(id, name, ..) => {
            said.clone_from(name);
            Some(Reference::Entity(id.clone()))
        }
        Answer::Claim(id, text, _) => {
            said.clone_from(text);
            Some(Reference::Claim(id.clone()))
        }
        Answer::Create(name) => {
            said.clone_from(name);
            let id = builder.new_id();
            Some(match kind {
                Kind::Claim => {
                    // In the words of the article it is in its language; reworded nobody knows.
                    let quoted = session.selected().is_some_and(|own| session.named(own) == *name);
                    let language = session.document().filter(|_| quoted);
                    let language = language.map(|document| document.metadata.language.clone());
                    let id = ClaimId::new(id);
                    let claim = Claim::new(id.clone(), name.clone());
                    builder.set_claim(Claim { language: language.unwrap_or_default(), ..claim });
                    Reference::Claim(id)
                }
                _ => {
                    let id = EntityId::new(id);
                    builder.set_entity(Entity::new(id.clone(), name.clone(), label.clone()));
                    Reference::Entity(id)
                }
            })
        }
        Answer::Nil => Some(Reference::Nil(Nil)),
        Answer::Nothing => None,
    }
}

/// What one goes on with: from a statement to statements, else to mentions. Who links names in a row is not led away to
/// sentences, nor back.
fn going_on(state: &State) -> Kind {
    let session = state.session.as_ref();
    let selected = session.and_then(|session| Some(session.registry_of(session.selected()?)));
    if selected == Some(Kind::Claim) { Kind::Claim } else { Kind::Entity }
}

fn all_linked(kind: Kind) -> &'static str {
    if kind == Kind::Claim { words::all_told() } else { words::all_linked() }
}

/// To the next mention or statement that refers to nothing: in this article, then in the next ones of the list, then in the
/// others. Behind a link (`back`) what was passed over in this article comes before another one; who only looks on passes
/// over on purpose. True if it shows a notice: nothing is left, or it goes on in another article.
fn next_unlinked(state: &mut State, kind: Kind, back: bool, out: &mut Vec<Effect>) -> bool {
    let Some(session) = state.session.as_ref() else { return false };
    let Some((document, id)) = session.next_unlinked(kind, back) else {
        state.notify(NoticeKind::Info, all_linked(kind), false);
        return true;
    };
    let here = session.reading.as_ref().is_some_and(|reading| reading.document == document);
    let title = session.project.document(&document).map(|own| titled(&own.metadata).to_owned());
    if !here {
        documents::open(state, &document, out);
    }
    select::set_and_show(state, vec![id], out);
    if !here {
        let there = words::goes_on_in(&title.unwrap_or_default());
        state.notify(NoticeKind::Info, words::both(&there, &state.spoken.1), false);
    }
    !here
}

/// To the next place that speaks of what the selected annotation speaks of, or the one before; from the last one on to
/// the first.
fn step_mention(state: &mut State, by: isize, out: &mut Vec<Effect>) {
    let Some(session) = state.session.as_ref() else { return };
    let Some(selected) = session.selected() else { return state.speak(said::none_here()) };
    let to = match &selected.refers_to {
        Some(to @ (Reference::Entity(_) | Reference::Claim(_))) => to,
        _ => return state.speak(words::refers_to_nothing()),
    };
    let all = session.mentions_of(to);
    let at = all.iter().position(|other| other.id == selected.id).unwrap_or_default();
    if all.len() < 2 {
        return state.speak(words::only_place());
    }
    let at = at.checked_add_signed(by).unwrap_or(all.len() - 1) % all.len();
    let (document, id) = (all[at].document.clone(), all[at].id.clone());
    if session.reading.as_ref().is_none_or(|reading| reading.document != document) {
        documents::open(state, &document, out);
    }
    select::set_and_show(state, vec![id], out);
    let there = state.spoken.1.clone();
    state.speak(words::place_of(at + 1, all.len(), &there));
}

impl Session {
    /// What something of the registry is called.
    pub fn name_of(&self, to: &Reference) -> Option<String> {
        match to {
            Reference::Entity(id) => self.project.entities.get(id).map(|entity| entity.name.clone()),
            Reference::Claim(id) => self.project.claims.get(id).map(|claim| claim.text.clone()),
            Reference::Nil(_) => None,
        }
    }

    /// Links what was found at a span, which an act marks or has found marked.
    pub(in crate::app) fn link_hit(
        &self,
        builder: &mut Builder<'_>,
        document: &DocumentId,
        id: &AnnotationId,
        span: Span,
        to: &Reference,
    ) {
        builder.refer(document, id, Some(to.clone()));
        if let (Reference::Entity(entity), Some(own)) = (to, self.project.document(document)) {
            let value = one_line(own.text.slice(span));
            builder.learn(entity, self.spelling(document, value));
        }
    }

    /// The next annotation of a kind that refers to nothing, behind what is selected or the caret.
    fn next_unlinked(&self, kind: Kind, back: bool) -> Option<(DocumentId, AnnotationId)> {
        let (listed, documents) = (self.listed(), self.project.in_order());
        // Those that the list leaves out come behind it.
        let inside: Set<usize> = listed.iter().copied().collect();
        let order: Vec<usize> =
            listed.iter().copied().chain((0..documents.len()).filter(|n| !inside.contains(n))).collect();
        let free = |annotation: &&Rc<Annotation>| {
            annotation.refers_to.is_none() && self.registry_of(annotation) == kind
        };
        let in_document = |at: usize, first: usize, end: usize| {
            let id = &documents[*order.get(at)?].id;
            let all = self.project.annotations(id)?;
            let found = (first..end.min(all.len())).filter_map(|n| all.nth(n)).find(free)?;
            Some((id.clone(), found.id.clone()))
        };
        let here = self.reading.as_ref().and_then(|reading| {
            let at = order.iter().position(|&n| documents[n].id == reading.document)?;
            let all = self.project.annotations(&reading.document)?;
            let behind = match self.selected() {
                Some(selected) => all.position(&selected.id).map_or(0, |at| at + 1),
                None => all.first_from(reading.caret.focus),
            };
            Some((at, behind))
        });
        let (start, behind) = here.unwrap_or_default();
        let passed = || in_document(start, 0, behind);
        let others = || {
            let mut others = (1..order.len()).map(|n| (start + n) % order.len());
            others.find_map(|at| in_document(at, 0, usize::MAX))
        };
        let rest = in_document(start, behind, usize::MAX);
        match back {
            true => rest.or_else(passed).or_else(others),
            false => rest.or_else(others).or_else(passed),
        }
    }
}
