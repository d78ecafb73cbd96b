//! What a statement says, in words.

use super::{chain_of, evidence_of};
use crate::analysis::{Found, quantities};
use crate::app::{Linking, Session, quote, titled, value_text};
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, CUE, Decimal, EntityId, EvidenceStance, Quantity,
    Speaker, TIME, names_annotation,
};
use crate::sorted::Set;
use crate::words::read;

/// So many entities are offered as speakers.
const OFFERED: usize = 6;
/// So much of a quote is shown.
const QUOTE: usize = 60;

/// Figures that were read from the text of an annotation, likelier readings first.
pub type Figures = Vec<Quantity>;

/// Who may be added as a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeakerChoice {
    /// An entity, its name, and the name that was found where it is another one.
    Entity(EntityId, String, String),
    /// What is typed, as it is.
    Words(String),
}

/// A piece of evidence as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// Quotes, words or address.
    pub text: String,
    /// The article, where it is another one than the statement's.
    pub article: String,
    /// What it does.
    pub stance: EvidenceStance,
}

fn without_noughts(quantity: Quantity) -> Quantity {
    let short = |number: &Decimal| match number.as_str() {
        text if text.contains('.') && !text.contains(['e', 'E']) => {
            Decimal::new(text.trim_end_matches('0').trim_end_matches('.'))
        }
        _ => None,
    };
    let low = short(&quantity.low).unwrap_or(quantity.low);
    let high = quantity.high.map(|high| short(&high).unwrap_or(high));
    Quantity { low, high, ..quantity }
}

impl Session {
    /// The field for one more speaker, while it is open for the annotation that is shown.
    pub fn naming(&self) -> Option<&Linking> {
        self.reading.as_ref()?.naming.as_ref()
    }

    /// Who is offered as a speaker for what is typed: entities, best first, then the words themselves.
    pub fn speaker_choices(&self, typed: &str) -> Vec<SpeakerChoice> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Vec::new();
        }
        let entity = |(id, found): (EntityId, String)| {
            let name = self.project.entities.get(&id)?.name.clone();
            let found = if found == name { String::new() } else { found };
            Some(SpeakerChoice::Entity(id, name, found))
        };
        let mut choices: Vec<_> = self.names_like(typed, OFFERED).into_iter().filter_map(entity).collect();
        choices.push(SpeakerChoice::Words(typed.to_owned()));
        choices
    }

    /// A speaker of a statement in words: a name, or what its mention reads, with the entity that it is linked to.
    pub fn speaker_name(&self, of: &Annotation, speaker: &Speaker) -> String {
        match speaker {
            Speaker::Text(text) => text.clone(),
            Speaker::Entity(id) => {
                self.project.entities.get(id).map_or_else(|| id.to_string(), |entity| entity.name.clone())
            }
            Speaker::Annotation(id) => self.quoted(of, id),
        }
    }

    /// What an annotation that a statement names reads, in quotation marks.
    pub fn quoted(&self, of: &Annotation, id: &AnnotationId) -> String {
        // An id says nothing to anybody.
        let Some(annotation) = self.anywhere(&of.document, id) else { return read::annotation().to_owned() };
        let document = self.project.document(&annotation.document);
        document
            .map_or_else(String::new, |document| format!("“{}”", quote(&document.text, annotation, QUOTE)))
    }

    /// The chain of speakers of an annotation, each in words.
    pub fn speaker_names(&self, of: &Annotation) -> Vec<(Speaker, String)> {
        chain_of(of).iter().map(|speaker| (speaker.clone(), self.speaker_name(of, speaker))).collect()
    }

    /// The annotation that attributes a statement.
    pub fn cue_of(&self, of: &Annotation) -> Option<AnnotationId> {
        match of.attributes.get(CUE) {
            Some(AttributeValue::Text(id))
                if names_annotation(&self.project.schema, &AttributeId::new(CUE)) =>
            {
                Some(AnnotationId::new(id.as_str()))
            }
            _ => None,
        }
    }

    /// The annotation that names the time of a statement.
    pub fn time_of(&self, of: &Annotation) -> Option<AnnotationId> {
        match of.attributes.get(TIME) {
            Some(AttributeValue::When(when)) => when.annotation.clone(),
            _ => None,
        }
    }

    /// What bears on a statement.
    pub fn evidence_rows(&self, of: &Annotation) -> Vec<EvidenceRow> {
        let row = |evidence: &crate::model::Evidence| {
            let quotes = evidence.annotations.iter().map(|id| self.quoted(of, id));
            let others = [&evidence.text, &evidence.url].into_iter().filter(|text| !text.is_empty()).cloned();
            let text = quotes.chain(others).collect::<Vec<_>>().join(" · ");
            let home = evidence.annotations.first().and_then(|id| self.anywhere(&of.document, id));
            let away = home.filter(|annotation| annotation.document != of.document);
            let document = away.and_then(|annotation| self.project.document(&annotation.document));
            let article = document.map_or("", |document| titled(&document.metadata)).to_owned();
            EvidenceRow { text, article, stance: evidence.stance }
        };
        evidence_of(of).iter().map(row).collect()
    }

    /// The figures that the text of an annotation gives, each reading once.
    pub fn figures_read(&self, of: &Annotation) -> Figures {
        let Some(document) = self.project.document(&of.document) else { return Figures::new() };
        let found = quantities(&self.named(of), &document.metadata.language);
        let mut seen = Set::new();
        let readings = found.into_iter().flat_map(|found| {
            let Found { quantity, other, .. } = found;
            // Beside 1400 a fraction is told by its noughts alone, and nobody who means one gives them.
            let quantity = if other.is_some() { without_noughts(quantity) } else { quantity };
            std::iter::once(quantity).chain(other.map(without_noughts))
        });
        readings.filter(|quantity| seen.insert(quantity.to_string())).collect()
    }

    /// The value of an attribute of a statement in words that say what it names.
    pub(in crate::app) fn value_words(
        &self,
        of: &Annotation,
        id: &AttributeId,
        value: &AttributeValue,
    ) -> String {
        match value {
            AttributeValue::Speakers(chain) => {
                chain.iter().map(|speaker| self.speaker_name(of, speaker)).collect::<Vec<_>>().join(" ← ")
            }
            AttributeValue::Text(named) if names_annotation(&self.project.schema, id) => {
                self.quoted(of, &AnnotationId::new(named.as_str()))
            }
            AttributeValue::When(when) => {
                let named = when.annotation.iter().map(|id| self.quoted(of, id));
                let value = Some(when.value.clone()).filter(|value| !value.is_empty());
                named.chain(value).collect::<Vec<_>>().join(" · ")
            }
            _ => value_text(Some(value)),
        }
    }
}
