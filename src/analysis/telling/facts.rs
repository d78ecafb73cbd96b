//! What a statement or a claim's own words have, as far as likeness goes.

use crate::analysis::compare::{Figures, Rules, figures, period};
use crate::analysis::dates::Period;
use crate::analysis::statement::{Statement, Who, quote};
use crate::analysis::tokens::{self, Lexicon, tokens};
use crate::analysis::units::Unit;
use crate::model::{
    Annotation, AnnotationId, Claim, ClaimId, DocumentId, EntityId, Project, Quantity, Reference, Speaker,
    StatementForm, Status,
};
use crate::sorted::Map;
use crate::text::{Byte, Span};

/// How much each kind of thing that is shared weighs, times how rare it is; a figure and a time weigh by themselves.
const ENTITY: u32 = 4;
const NEAR: u32 = 1;
const SPEAKER: u32 = 1;
const UNIT: u32 = 4;
const WORD: u32 = 3;
pub(super) const SAME_FIGURE: u32 = 80;
const FIGURE_MEETS: u32 = 40;
pub(super) const DATE: u32 = 30;
/// How many bytes from a statement mentions of its paragraph are still near it.
const REACH: u32 = 160;

/// Something that claims are found by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Entity(EntityId),
    Speaker(Who),
    Unit(Unit),
    Word(String),
}

impl Key {
    /// Whether it says next to nothing of what is told, so that who shares it alone tells no claim: *people*.
    pub(super) fn says_little(&self) -> bool {
        match self {
            Self::Unit(unit) => unit.says_little(),
            Self::Word(word) => tokens::says_little(word),
            Self::Entity(_) | Self::Speaker(_) => false,
        }
    }
}

/// What a statement or a claim has.
pub(super) struct Facts {
    pub(super) source: Option<(DocumentId, AnnotationId)>,
    pub(super) claim: Option<ClaimId>,
    /// Each with its weight by kind.
    pub(super) keys: Map<Key, u32>,
    pub(super) quantity: Option<(Quantity, Unit)>,
    pub(super) period: Option<Period>,
    /// Whether who speaks is named in another article.
    pub(super) abroad: bool,
}

impl Facts {
    /// The words of a claim.
    pub(super) fn of_claim(claim: &Claim, lexicon: &Lexicon) -> Self {
        let words =
            tokens(&claim.text, &claim.language, lexicon).into_iter().map(|word| (Key::Word(word), WORD));
        Self {
            source: None,
            claim: Some(claim.id.clone()),
            keys: words.collect(),
            quantity: None,
            period: None,
            abroad: false,
        }
    }

    /// What a statement says: the entities in it and near it in its paragraph, who speaks, what it counts, its words.
    pub(super) fn of_statement(
        project: &Project,
        annotation: &Annotation,
        form: &StatementForm,
        lexicon: &Lexicon,
    ) -> Self {
        let statement = Statement::read(annotation, form);
        let mut keys: Map<Key, u32> = Map::new();
        let who = statement.who(project);
        if let (Some(document), Some(all)) =
            (project.document(&annotation.document), project.annotations(&annotation.document))
        {
            for word in tokens(&quote(project, annotation), &document.metadata.language, lexicon) {
                keys.insert(Key::Word(word), WORD);
            }
            let around = around(document.text.as_str(), annotation.fragments.hull());
            // What begins far before and reaches here would be as long as an article, and that is no mention.
            let first = all.first_from(Byte(around.start().0.saturating_sub(REACH)));
            let here = (first..).map_while(|n| all.nth(n));
            for mention in here.take_while(|mention| mention.fragments.hull().start() < around.end()) {
                let Some(Reference::Entity(id)) = &mention.refers_to else { continue };
                if matches!(mention.status, Status::Rejected | Status::Suggested) {
                    continue;
                }
                // Who speaks counts once, as a speaker.
                if !mention.fragments.overlaps(around) || who == Who::Entity(id.clone()) {
                    continue;
                }
                let inside = annotation.fragments.overlaps(mention.fragments.hull());
                let weight = keys.get_or_insert_with(Key::Entity(id.clone()), || NEAR);
                if inside {
                    *weight = ENTITY;
                }
            }
        }
        if who != Who::Outlet {
            keys.insert(Key::Speaker(who), SPEAKER);
        }
        let period = period(&statement);
        let quantity = statement.quantity.map(|quantity| {
            let unit = Unit::of(&quantity.unit);
            (quantity, unit)
        });
        if let Some((_, unit)) = &quantity
            && unit.is_said()
        {
            keys.insert(Key::Unit(unit.clone().plain()), UNIT);
        }
        let abroad = matches!(
            statement.speakers.first(),
            Some(Speaker::Annotation(id)) if project.annotation(&annotation.document, id).is_none()
        );
        let source = Some((statement.document, statement.annotation));
        Self { source, claim: statement.claim, keys, quantity, period, abroad }
    }

    /// Whether a telling's figure and the own one meet, `None` where they cannot be held against each other; and how
    /// much that weighs.
    pub(super) fn figure_against(&self, theirs: Option<&(Quantity, Unit)>) -> (Option<bool>, u32) {
        let (Some((one, unit)), Some((other, other_unit))) = (&self.quantity, theirs) else {
            return (None, 0);
        };
        match figures(Some((one, unit)), Some((other, other_unit)), &Rules::default()) {
            Figures::Same => (Some(true), SAME_FIGURE),
            Figures::Meet => (Some(true), FIGURE_MEETS),
            Figures::Apart => (Some(false), 0),
            _ => (None, 0),
        }
    }

    /// The most that figures and times can weigh.
    pub(super) fn most_by_figures(&self) -> u32 {
        let figure = if self.quantity.is_some() { SAME_FIGURE } else { 0 };
        figure + if self.period.is_some() { DATE } else { 0 }
    }
}

/// A statement with what stands beside it in its paragraph.
fn around(text: &str, hull: Span) -> Span {
    let (start, end, reach) = (hull.start().index(), hull.end().index(), REACH as usize);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1).max(start.saturating_sub(reach));
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at).min(end + reach);
    Span::new(Byte(from as u32), Byte(to as u32))
}
