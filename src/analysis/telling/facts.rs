//! What a statement or a claim's own words have, as far as likeness goes.

use crate::analysis::compare::{Figures, Rules, figures, period};
use crate::analysis::dates::Period;
use crate::analysis::quantities::quantities;
use crate::analysis::statement::{Statement, Who, quote};
use crate::analysis::tokens::{self, Lexicon, tokens};
use crate::analysis::units::Unit;
use crate::model::{
    Annotation, AnnotationId, Claim, ClaimId, Decimal, DocumentId, EntityId, Project, Quantity, Reference,
    Speaker, StatementForm, Status,
};
use crate::sorted::Map;
use crate::text::{Byte, Span};
use std::cmp::Ordering;

/// How much each kind of thing that is shared weighs, times how rare it is; a figure and a time weigh by themselves.
const ENTITY: u32 = 4;
const NEAR: u32 = 1;
const SPEAKER: u32 = 1;
const UNIT: u32 = 4;
const WORD: u32 = 3;
const SAME_FIGURE: u32 = 80;
const FIGURE_MEETS: u32 = 60;
const FIGURE_CLASHES: u32 = 40;
/// In hundredths: figures of which one is so much greater at most are of about one size, and weigh. 220 and 224 tell of one
/// thing even if not both can be so; more than 220 and more than 1,400 can both be so, and tell of two.
const ONE_SIZE: u32 = 150;
/// Those of which one is greater than that speak for two claims.
const OTHER_SIZE: u32 = 400;
pub(super) const DATE: u32 = 30;
/// So many figures are read from what a statement or a claim says, where nobody has said which counts.
const FIGURES: usize = 4;
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

/// A figure with what it counts.
pub(super) type Figure = (Quantity, Unit);

/// A figure of a statement held against one of a telling.
#[derive(Clone, Copy)]
pub(super) struct Held<'a> {
    /// Whether some number is allowed by both.
    pub(super) meets: bool,
    pub(super) weight: u32,
    /// Whether they are of another size.
    pub(super) far: bool,
    pub(super) ours: &'a Quantity,
    pub(super) theirs: &'a Quantity,
}

impl Held<'_> {
    /// What the nearest has most of.
    pub(super) fn nearness(&self) -> (u32, bool) {
        (self.weight, !self.far)
    }
}

/// What a statement or a claim has.
pub(super) struct Facts {
    pub(super) source: Option<(DocumentId, AnnotationId)>,
    pub(super) claim: Option<ClaimId>,
    /// Each with its weight by kind.
    pub(super) keys: Map<Key, u32>,
    /// The figure that somebody confirmed, or those that are read from the words.
    pub(super) figures: Vec<Figure>,
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
            figures: read(&claim.text, &claim.language),
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
        let mut figures = Vec::new();
        let who = statement.who(project);
        if let (Some(document), Some(all)) =
            (project.document(&annotation.document), project.annotations(&annotation.document))
        {
            let (quote, language) = (quote(project, annotation), &document.metadata.language);
            for word in tokens(&quote, language, lexicon) {
                keys.insert(Key::Word(word), WORD);
            }
            // Most statements are asked about before anybody has confirmed their figure.
            if statement.quantity.is_none() {
                figures = read(&quote, language);
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
        figures.extend(statement.quantity.map(figure));
        for (_, unit) in figures.iter().filter(|(_, unit)| unit.is_said()) {
            keys.insert(Key::Unit(unit.clone().plain()), UNIT);
        }
        let abroad = matches!(
            statement.speakers.first(),
            Some(Speaker::Annotation(id)) if project.annotation(&annotation.document, id).is_none()
        );
        let source = Some((statement.document, statement.annotation));
        Self { source, claim: statement.claim, keys, figures, period, abroad }
    }

    /// The own figure and that of a telling that come nearest; `None` where none can be held against each other.
    pub(super) fn figure_against<'a>(&'a self, theirs: &'a [Figure]) -> Option<Held<'a>> {
        let pairs = self.figures.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
        let held = pairs.filter_map(|(one, other)| {
            let measure = |(quantity, unit): &'a Figure| Some((quantity, unit));
            let (meets, weight) = match figures(measure(one), measure(other), &Rules::default()) {
                Figures::Same => (true, SAME_FIGURE),
                Figures::Meet => (true, FIGURE_MEETS),
                Figures::Apart => (false, FIGURE_CLASHES),
                _ => return None,
            };
            let within = |times| weight == SAME_FIGURE || is_within(one, other, times).unwrap_or(false);
            let weight = if within(ONE_SIZE) { weight } else { 0 };
            Some(Held { meets, weight, far: !within(OTHER_SIZE), ours: &one.0, theirs: &other.0 })
        });
        // Of equals the first.
        held.reduce(|best, one| if one.nearness() > best.nearness() { one } else { best })
    }

    /// The most that figures and times can weigh.
    pub(super) fn most_by_figures(&self) -> u32 {
        let figure = if self.figures.is_empty() { 0 } else { SAME_FIGURE };
        figure + if self.period.is_some() { DATE } else { 0 }
    }
}

/// Whether neither figure is more than so many hundredths of the other, wherever their bounds leave off; of ranges the
/// ends that come nearest.
fn is_within(one: &Figure, other: &Figure, hundredths: u32) -> Option<bool> {
    let (one, other) = (ends(one)?, ends(other)?);
    let reaches =
        |high: &Decimal, low: &Decimal| Some(high.percent(hundredths)?.compare(low)? != Ordering::Less);
    Some(reaches(&one.1, &other.0)? && reaches(&other.1, &one.0)?)
}

/// The ends of a figure: of one below nothing how far they are below. `None` for a range on both sides of it.
fn ends((quantity, unit): &Figure) -> Option<(Decimal, Decimal)> {
    let low = unit.figure(&quantity.low)?;
    let high = unit.figure(quantity.high.as_ref().unwrap_or(&quantity.low))?;
    match [&low, &high].map(|end| end.as_str().strip_prefix('-')) {
        [None, None] => Some((low, high)),
        [Some(low), Some(high)] => Some((Decimal::new(high)?, Decimal::new(low)?)),
        _ => None,
    }
}

fn figure(quantity: Quantity) -> Figure {
    let unit = Unit::of(&quantity.unit);
    (quantity, unit)
}

/// The figures in a text, as they are offered to the person.
fn read(text: &str, language: &str) -> Vec<Figure> {
    quantities(text, language).into_iter().take(FIGURES).map(|found| figure(found.quantity)).collect()
}

/// A statement with what stands beside it in its paragraph.
fn around(text: &str, hull: Span) -> Span {
    let (start, end, reach) = (hull.start().index(), hull.end().index(), REACH as usize);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1).max(start.saturating_sub(reach));
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at).min(end + reach);
    Span::new(Byte(from as u32), Byte(to as u32))
}
