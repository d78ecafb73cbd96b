//! What the page says of values: names of acts, kinds and states, times, titles.

use crate::analysis::names::Reason;
pub(crate) use crate::app::safe_link;
use crate::app::titled;
use crate::browser::language::locale;
use crate::edit::Act;
use crate::model::{How, Kind, Metadata, Timestamp};
use crate::words::{self, Language, acts, entities};
use js_sys::Intl::DateTimeFormat;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use yew::{Html, html};

/// What an act is called behind *Undo* and *Redo*.
pub(crate) fn act(act: Act) -> &'static str {
    match act {
        Act::AddDocuments => acts::adding_documents(),
        Act::RemoveDocuments => acts::removing_documents(),
        Act::CorrectText => acts::correcting_text(),
        Act::EditDocument => acts::editing_document(),
        Act::Split => acts::splitting(),
        Act::SetStatus => acts::setting_status(),
        Act::Mark => acts::marking(),
        Act::Delete => acts::deleting(),
        Act::Relabel => acts::relabelling(),
        Act::Reshape => acts::reshaping(),
        Act::SetAttribute => acts::setting_attribute(),
        Act::Note => acts::writing_note(),
        Act::Unsure => acts::being_unsure(),
        Act::Accept => acts::accepting(),
        Act::Refuse => acts::refusing(),
        Act::NamePerson => acts::naming_person(),
        Act::RenameProject => acts::renaming_project(),
        Act::EditSchema => acts::editing_schema(),
        Act::EditGuidelines => acts::editing_guidelines(),
        Act::LinkEntity => acts::linking_entity(),
        Act::EditEntity => acts::editing_entity(),
        Act::MergeEntities => acts::merging_entities(),
        Act::SplitEntity => acts::splitting_entity(),
        Act::DeleteEntities => acts::deleting_entities(),
        Act::LinkClaim => acts::linking_claim(),
        Act::EditClaim => acts::editing_claim(),
        Act::DeleteClaim => acts::deleting_claim(),
        Act::ChooseReference => acts::choosing_reference(),
        Act::ArrangeMatrix => acts::arranging_matrix(),
        Act::Relate => acts::relating(),
        Act::EditRelation => acts::editing_relation(),
        Act::DeleteRelation => acts::deleting_relation(),
        Act::GoBack => acts::going_back(),
    }
}

/// Why an entity is suggested; `name` is the name of it that was found.
pub(crate) fn reason(reason: &Reason, name: &str) -> String {
    match reason {
        Reason::SameString => entities::same_string().to_owned(),
        Reason::SameFolded => entities::same_folded().to_owned(),
        Reason::PartOfLonger { longer } => entities::part_of(longer),
        Reason::PartOfName => entities::part_of_name(name),
        Reason::HoldsName => entities::holds_name(name),
        Reason::SameSkeleton => entities::same_skeleton(name),
        Reason::Similar => entities::similar(name),
        Reason::Initials => entities::initials(name),
    }
}

/// How an annotation came to be.
pub(crate) fn how(how: How) -> &'static str {
    match how {
        How::Manual => words::by_hand(),
        How::Suggested => words::by_rule(),
        How::Propagated => words::by_spreading(),
        How::Imported => words::by_import(),
        How::Adjudicated => words::by_review(),
    }
}

/// What labels of a kind are called together.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Entity => words::entities(),
        Kind::Claim => words::claims(),
        Kind::Other => words::others(),
    }
}

thread_local! {
    /// Writes times in a language and style; making one takes longer than using it.
    static TIMES: RefCell<Vec<((Language, &'static str), Function)>> = const { RefCell::new(Vec::new()) };
}

/// A moment in the time of this machine, as people write it: `21 Nov 2026, 03.20`.
pub(crate) fn time(at: Timestamp) -> String {
    written(at, "short")
}

/// The same with seconds.
pub(crate) fn time_with_seconds(at: Timestamp) -> String {
    written(at, "medium")
}

fn written(at: Timestamp, style: &'static str) -> String {
    let wanted = (words::language(), style);
    let format = TIMES.with_borrow_mut(|kept| {
        kept.retain(|((language, _), _)| *language == wanted.0);
        if let Some((_, format)) = kept.iter().find(|(of, _)| *of == wanted) {
            return format.clone();
        }
        let format = times(style);
        kept.push((wanted, format.clone()));
        format
    });
    let written = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(at.0 as f64));
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

fn times(style: &str) -> Function {
    let options = Object::new();
    for (name, style) in [("dateStyle", "medium"), ("timeStyle", style)] {
        let _ = Reflect::set(&options, &name.into(), &style.into());
    }
    DateTimeFormat::new(&Array::of1(&locale().into()), &options).format()
}

/// The title of a document, or words in its place.
pub(crate) fn title(metadata: &Metadata) -> String {
    titled(metadata).to_owned()
}

/// The attribute `lang` of a text; none where its language is not known.
pub(crate) fn lang(language: &str) -> Option<String> {
    (!language.is_empty()).then(|| language.to_owned())
}

/// When it was published, without the time of day.
pub(crate) fn day(published: &str) -> &str {
    let is_day = |day: &str| day.len() == 10 && day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    published.split_once('T').map(|(day, _)| day).filter(|day| is_day(day)).unwrap_or(published)
}

/// Where a document comes from, in a line: outlet and date, and something more. Each in its own direction.
pub(crate) fn origin(metadata: &Metadata, more: &str) -> Html {
    let all = [metadata.outlet.as_str(), day(&metadata.published), more];
    let all = all.into_iter().filter(|fact| !fact.is_empty()).enumerate();
    let one =
        |(n, fact): (usize, &str)| html! { <>{ if n == 0 { "" } else { " · " } }<bdi>{ fact }</bdi></> };
    html! { <>{ for all.map(one) }</> }
}
