//! What a person does in dialog *New version of the text*.

use super::passage::passages;
use super::{Choice, Correction, Fate, Look, PAGE, SHOWN, Stage};
use crate::app::reduce::{along, commit};
use crate::app::{Dialog, Effect, Env, NoticeKind, State, Step, status_name, titled};
use crate::edit::{Act, AnnotationField, Carried, carry, places_of};
use crate::model::{Annotation, AnnotationId, Document, DocumentStatus, Fragments};
use crate::sorted::Map;
use crate::text::{Changes, from_string};
use crate::words::{self, correct as said};
use std::rc::Rc;

/// `id` of the field for the text.
pub const TEXT: &str = "correct-text";
/// `id` of what the preview says first.
pub const SUMMARY: &str = "correct-summary";

/// How many annotations whose text changed are looked for before the page has its turn.
const SLICE: usize = 8;

/// What a person does in the dialog.
#[derive(Clone, Debug)]
pub enum CorrectAct {
    /// Type in the field.
    Type(String),
    /// Choose a file.
    PickFile,
    /// Compare the texts.
    Compare,
    /// Go on comparing.
    GoOn(u64),
    /// Go back to the text.
    Back,
    /// Decide about the nth annotation.
    Choose(usize, Choice),
    /// Decide about all that are not decided: the first place, as unsure, or delete.
    ChooseRest(Choice),
    /// Look for words in the new text, for the nth annotation. Nothing is chosen by that.
    Find(usize, String),
    /// The nth annotation goes to the first place that was found.
    TakeFound(usize),
    /// Show the annotations to decide from this one on.
    Page(usize),
    /// Take the new text.
    Take,
}

impl Step for CorrectAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        match self {
            Self::Compare => begin(state, &mut out),
            Self::GoOn(run) => go_on(state, *run, &mut out),
            Self::Take => take(state, env, &mut out),
            Self::Find(at, words) => look_for(state, *at, words),
            Self::PickFile => out.push(Effect::PickFiles),
            Self::Type(text) => {
                if let Some(correction) = open(state) {
                    correction.text = Some(text.as_str().into());
                    correction.wrong = None;
                }
            }
            Self::Back => {
                if let Some(correction) = open(state) {
                    correction.stage = Stage::Text;
                    out.push(Effect::FocusOn(TEXT.to_owned()));
                }
            }
            Self::Choose(at, choice) => {
                if let Some(fate) = preview(state).and_then(|look| look.fates.get_mut(*at)) {
                    fate.choice = Some(*choice);
                    say_rest(state);
                }
            }
            Self::TakeFound(at) => {
                if let Some(fate) = preview(state).and_then(|look| look.fates.get_mut(*at))
                    && let Some(first) = fate.first
                {
                    fate.choice = Some(Choice::Place(first, false));
                    say_rest(state);
                }
            }
            Self::ChooseRest(choice) => {
                for fate in preview(state).into_iter().flat_map(|look| &mut look.fates) {
                    let fits = match &fate.carried {
                        Carried::Asks(offers) => *choice == Choice::Delete || !offers.is_empty(),
                        _ => false,
                    };
                    if fits && fate.choice.is_none() {
                        fate.choice = Some(*choice);
                    }
                }
                say_rest(state);
                // The button may be of no more use.
                out.push(Effect::FocusOn(SUMMARY.to_owned()));
            }
            Self::Page(from) => {
                if let Some(look) = preview(state) {
                    look.from = *from / PAGE * PAGE;
                    // The button may be of no more use.
                    out.push(Effect::FocusOn(SUMMARY.to_owned()));
                }
            }
        }
        out
    }
}

/// The open dialog.
fn open(state: &mut State) -> Option<&mut Correction> {
    match &mut state.dialog {
        Some(Dialog::Correct(correction)) => Some(Rc::make_mut(correction)),
        _ => None,
    }
}

/// What it shows of what comes of the new text.
fn preview(state: &mut State) -> Option<&mut Look> {
    match &mut open(state)?.stage {
        Stage::Preview(look) => Some(Rc::make_mut(look)),
        _ => None,
    }
}

/// How many are still to decide.
fn say_rest(state: &mut State) {
    if let Some([.., rest]) = preview(state).map(|look| look.counts()) {
        state.speak(said::still(&words::number(rest as u64)));
    }
}

/// The document as it is to be.
fn corrected(correction: &Correction, own: &Document) -> Result<Document, String> {
    let written = correction.text.as_deref().unwrap_or(own.text.as_str());
    let read = correction.read.as_deref().filter(|read| read.text.as_str() == written);
    let (text, line_ends) = match read {
        Some(read) => (read.text.clone(), read.line_ends),
        None if written.trim().is_empty() => return Err(said::empty_text().to_owned()),
        None => {
            let decoded = from_string(written.to_owned()).map_err(|why| why.to_string())?;
            (decoded.text, decoded.line_ends)
        }
    };
    if text == own.text {
        return Err(said::same_text().to_owned());
    }
    let mut new = Document { text, line_ends, ..own.clone() };
    // A file that was read and then put right by hand is still where the text came from.
    if let Some(read) = &correction.read {
        new.media_type.clone_from(&read.media_type);
        new.source = read.source.clone().or(new.source);
    }
    Ok(new)
}

fn begin(state: &mut State, out: &mut Vec<Effect>) {
    if along::refuses(state) {
        return;
    }
    let (Some(session), Some(Dialog::Correct(correction))) = (&state.session, &state.dialog) else { return };
    let Some(own) = session.project.document(&correction.document) else { return };
    let run = state.spoken.0;
    let begun = corrected(correction, own).map(|new| Look {
        new: Rc::new(new),
        changes: None,
        passages: Rc::new([]),
        fates: Vec::new(),
        from: 0,
        run,
    });
    let Some(correction) = open(state) else { return };
    match begun {
        Ok(look) => {
            correction.wrong = None;
            correction.stage = Stage::Comparing(Rc::new(look));
            state.speak(said::comparing());
            out.push(Effect::Soon(Rc::new(CorrectAct::GoOn(run))));
        }
        Err(why) => {
            correction.wrong = Some(why.clone());
            state.speak(why);
            out.push(Effect::FocusOn(TEXT.to_owned()));
        }
    }
}

/// Compares the texts, then looks for annotations until some took long.
fn go_on(state: &mut State, run: u64, out: &mut Vec<Effect>) {
    let Some(Dialog::Correct(correction)) = &mut state.dialog else { return };
    let Some(session) = &state.session else { return };
    let correction = Rc::make_mut(correction);
    let (Some(own), Some(all)) =
        (session.project.document(&correction.document), session.project.annotations(&correction.document))
    else {
        return;
    };
    let Stage::Comparing(look) = &mut correction.stage else { return };
    if look.run != run {
        return;
    }
    let look = Rc::make_mut(look);
    let Some(changes) = &look.changes else {
        let changes = Changes::between(&own.text, &look.new.text);
        look.passages = passages(&changes, SHOWN + 1).into();
        look.changes = Some(Rc::new(changes));
        out.push(Effect::Soon(Rc::new(CorrectAct::GoOn(run))));
        return;
    };
    let mut long = 0;
    while long < SLICE
        && let Some(annotation) = all.nth(look.fates.len())
    {
        let carried = carry(changes, &annotation.fragments);
        long += usize::from(!matches!(carried, Carried::Stays(_)));
        look.fates.push(Fate::new(annotation.clone(), carried));
    }
    if look.fates.len() < all.len() {
        out.push(Effect::Soon(Rc::new(CorrectAct::GoOn(run))));
        return;
    }
    let summary = summary(look);
    correction.stage = Stage::Preview(look.clone().into());
    state.speak(summary);
    out.push(Effect::FocusOn(SUMMARY.to_owned()));
}

/// What comes of it, in a sentence.
fn summary(look: &Look) -> String {
    let [stay, moved, asked, _] = look.counts();
    let changes = look.changes.as_ref().map_or(0, |changes| changes.all().len());
    let mut said = vec![said::changes(changes)];
    said.extend((stay > 0).then(|| said::stay(stay)));
    said.extend((moved > 0).then(|| said::moved(moved)));
    said.extend((asked > 0).then(|| said::asked(asked)));
    said.join("; ")
}

fn look_for(state: &mut State, at: usize, typed: &str) {
    let typed = typed.trim();
    let Some(look) = preview(state) else { return };
    let (new, changes) = (look.new.text.clone(), look.changes.clone());
    let (Some(fate), Some(changes)) = (look.fates.get_mut(at), changes) else { return };
    let Carried::Asks(offers) = &mut fate.carried else { return };
    let near = changes.place(fate.annotation.fragments.hull()).start();
    let (found, all) = places_of(&new, typed, near);
    let first = found.first().cloned();
    fate.missed = if first.is_none() { typed.to_owned() } else { String::new() };
    fate.found = all;
    // What was found before goes, but for the one that was chosen.
    match fate.choice {
        Some(Choice::Place(at, unsure)) if at >= fate.offered && at < offers.len() => {
            offers.swap(fate.offered, at);
            fate.choice = Some(Choice::Place(fate.offered, unsure));
            fate.offered += 1;
        }
        _ => {}
    }
    offers.truncate(fate.offered);
    offers.extend(found.into_iter().filter(|new| !offers.contains(new)).collect::<Vec<_>>());
    fate.first = first.and_then(|first| offers.iter().position(|offer| *offer == first));
    match (typed, fate.found) {
        ("", _) => {}
        (typed, 0) => state.speak(said::words_not_found(typed)),
        (_, found) => state.speak(words::hits(found)),
    }
}

fn take(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let Some(Dialog::Correct(correction)) = &state.dialog else { return };
    let Stage::Preview(look) = &correction.stage else { return };
    let look = look.clone();
    let [.., open_ones] = look.counts();
    let Some(own) = session.project.document(&look.new.id) else { return };
    if open_ones > 0 {
        return;
    }
    let all = session.project.annotations(&own.id);
    let same = |(fate, now): (&Fate, &Rc<Annotation>)| fate.annotation == *now;
    let as_seen =
        all.is_some_and(|all| all.len() == look.fates.len() && look.fates.iter().zip(all.iter()).all(same));
    if !as_seen || look.changes.as_ref().is_none_or(|changes| *changes.old() != own.text) {
        if let Some(correction) = open(state) {
            correction.stage = Stage::Text;
            correction.wrong = Some(said::changed_meanwhile().to_owned());
        }
        state.speak(said::changed_meanwhile());
        return;
    }
    // What is known about it may have been edited meanwhile.
    let new = Document {
        text: look.new.text.clone(),
        line_ends: look.new.line_ends,
        media_type: look.new.media_type.clone(),
        source: look.new.source.clone(),
        ..(**own).clone()
    };
    let (title, status) = (titled(&own.metadata).to_owned(), own.status);
    let mut places: Map<AnnotationId, Fragments> = Map::new();
    let mut unsure = Vec::new();
    for fate in &look.fates {
        if let Some((place, as_unsure)) = fate.place() {
            places.insert(fate.annotation.id.clone(), place.clone());
            unsure.extend(as_unsure.then(|| fate.annotation.id.clone()));
        }
    }
    let (kept, deleted) = (places.len(), look.fates.len() - places.len());
    let done = commit::act(state, env, out, Act::CorrectText, |builder, _| {
        let id = new.id.clone();
        builder.correct(new, &places);
        for annotation in &unsure {
            builder.set(&id, annotation, AnnotationField::Unsure(true));
        }
    });
    if !done {
        return;
    }
    state.dialog = None;
    let kept = words::annotations(kept);
    let mut text = match deleted {
        0 => said::done(&title, &kept),
        _ => said::done_deleted(&title, &kept, &words::annotations(deleted)),
    };
    if matches!(status, DocumentStatus::Done | DocumentStatus::Checked) {
        text = format!("{text}. {}", said::keeps_status(status_name(status)));
    }
    state.notify(NoticeKind::Info, text, true);
}
