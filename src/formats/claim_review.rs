//! ClaimReview: the claims with a published verdict, as JSON-LD of schema.org.
//!
//! By <https://schema.org/ClaimReview> and by what search engines ask of it
//! (<https://developers.google.com/search/docs/appearance/structured-data/factcheck>). UTF-8; a list of objects, each of which
//! can stand alone in the page of its review. It says that a review was published: a claim is written only with the
//! address of its verdict, and with a word or a rating.
//!
//! | there | here |
//! | --- | --- |
//! | `claimReviewed`, `inLanguage` | the claim in the annotator's words, and their language |
//! | `url`, `author`, `datePublished` | of the verdict; a date by the day at least |
//! | `reviewRating` | the verdict in a word (`alternateName`), and its rating where it lies on its scale (1 to 5 where none is said) |
//! | `reviewBody` | why |
//! | `itemReviewed` | a `Claim`, with the articles that tell it and have an address (`appearance`), the day of the first, and who says it (`author`): the first speaker of the statement that the others are held against, or else of the first that names one |
//!
//! Lost: other claims; annotations that tell none of those that are written; what is known of them beside the speaker.
//!
//! ```json
//! [{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"…","url":"https://example.org/check/1",
//!   "reviewRating":{"@type":"Rating","alternateName":"Salah"},"itemReviewed":{"@type":"Claim","appearance":[…]}}]
//! ```

use super::members::{is_common, text, text_if, value};
use super::web_annotation::is_address;
use super::write::{Writer, standing};
use super::{Options, Output, Reason};
use crate::model::{
    Annotation, AnnotationId, AttributeValue, Claim, ClaimId, Decimal, Document, EntityId, Project, Rating,
    Reference, SPEAKERS, Speaker, Verdict, is_date,
};
use crate::sorted::{Map, Set};
use crate::wire::json::key;
use std::cmp::Ordering;
use std::rc::Rc;

/// Writes it.
pub(super) struct ClaimReview;

impl Writer for ClaimReview {
    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        let reviewed: Map<&ClaimId, &Verdict> = project
            .claims
            .iter()
            .filter_map(|(id, claim)| {
                Some((id, claim.verdict.as_ref().filter(|verdict| is_published(verdict, claim))?))
            })
            .collect();
        let mut told: Map<&ClaimId, Vec<Telling<'_>>> = Map::new();
        let count = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let mut tells = false;
            for annotation in standing(project, document, out) {
                let claim = match &annotation.refers_to {
                    Some(Reference::Claim(id)) => reviewed.get_key_value(id).map(|(id, _)| *id),
                    _ => None,
                };
                match claim {
                    Some(id) if is_address(&document.metadata.url) => {
                        tells = true;
                        told.get_or_insert_with(id, Vec::new).push(Telling { annotation, document });
                    }
                    _ => out.lost(Reason::Annotations, 1),
                }
            }
            out.lost(Reason::Articles, usize::from(!tells));
            out.done(n + 1, count);
        }
        out.file("claims.jsonld");
        out.write(b"[");
        let mut named = Set::new();
        for (n, (id, verdict)) in reviewed.iter().enumerate() {
            let tellings = told.get(id).map_or(&[][..], Vec::as_slice);
            let review = review(project, &project.claims[*id], verdict, tellings, &mut named);
            out.write(if n == 0 { b"\n" } else { b",\n" });
            out.write(review.as_bytes());
        }
        out.write(b"\n]\n");
        out.lost(Reason::Claims, project.claims.len() - reviewed.len());
        out.lost(Reason::Entities, project.entities.len() - named.len());
        out.lost(Reason::Relations, project.relations.len());
    }
}

/// A statement of a claim, and the article in which it stands.
struct Telling<'a> {
    annotation: &'a Rc<Annotation>,
    document: &'a Document,
}

/// Whether a verdict was published and says something, and of what.
fn is_published(verdict: &Verdict, claim: &Claim) -> bool {
    let says = !verdict.label.trim().is_empty() || rating(verdict).is_some();
    is_address(&verdict.url) && says && !claim.text.trim().is_empty()
}

/// The rating, if it lies on its scale.
fn rating(verdict: &Verdict) -> Option<&Rating> {
    let rating = verdict.rating.as_ref()?;
    let decimal = |own: &Option<Decimal>, otherwise: &str| own.clone().or_else(|| Decimal::new(otherwise));
    let (worst, best) = (decimal(&rating.worst, "1")?, decimal(&rating.best, "5")?);
    let below = |one: &Decimal, other: &Decimal| one.compare(other).is_some_and(Ordering::is_le);
    let common = [&rating.value, &worst, &best].iter().all(|own| is_common(&own.to_string()));
    (common && below(&worst, &rating.value) && below(&rating.value, &best)).then_some(rating)
}

/// A date by the day.
fn day(text: &str) -> Option<&str> {
    Some(text).filter(|text| is_date(text) && text.len() >= "2023-10-27".len())
}

fn review<'a>(
    project: &'a Project,
    claim: &Claim,
    verdict: &Verdict,
    tellings: &[Telling<'a>],
    named: &mut Set<&'a EntityId>,
) -> String {
    let mut out = "{".to_owned();
    text(&mut out, "@context", "https://schema.org");
    text(&mut out, "@type", "ClaimReview");
    text(&mut out, "claimReviewed", &claim.text);
    text_if(&mut out, "inLanguage", &claim.language);
    text(&mut out, "url", &verdict.url);
    if !verdict.by.is_empty() {
        organisation(&mut out, "author", &verdict.by);
    }
    text_if(&mut out, "datePublished", day(&verdict.date).unwrap_or_default());
    text_if(&mut out, "reviewBody", &verdict.justification);
    key(&mut out, "reviewRating");
    out.push_str("{\"@type\":\"Rating\"");
    text_if(&mut out, "alternateName", &verdict.label);
    if let Some(rating) = rating(verdict) {
        value(&mut out, "ratingValue", &rating.value);
        for (name, own) in [("bestRating", &rating.best), ("worstRating", &rating.worst)] {
            if let Some(own) = own {
                value(&mut out, name, own);
            }
        }
    }
    out.push('}');
    key(&mut out, "itemReviewed");
    out.push_str("{\"@type\":\"Claim\"");
    if let Some(speaker) = speaker(claim, tellings) {
        author(&mut out, project, speaker, named);
    }
    let days = tellings.iter().filter_map(|own| day(&own.document.metadata.published));
    text_if(&mut out, "datePublished", days.min().unwrap_or_default());
    let mut seen = Set::new();
    let articles = tellings.iter().map(|own| own.document).filter(|own| seen.insert(own.id.clone()));
    for (n, document) in articles.enumerate() {
        if n == 0 {
            key(&mut out, "appearance");
        }
        out.push(if n == 0 { '[' } else { ',' });
        article(&mut out, document);
    }
    if !seen.is_empty() {
        out.push(']');
    }
    out + "}}"
}

/// Who says it first in the statement that the others are held against, or in the first that tells of a speaker.
fn speaker<'a>(claim: &Claim, tellings: &[Telling<'a>]) -> Option<&'a Speaker> {
    let first = |own: &Telling<'a>| match own.annotation.attributes.get(SPEAKERS)? {
        AttributeValue::Speakers(chain) => {
            chain.iter().find(|speaker| !matches!(speaker, Speaker::Annotation(_)))
        }
        _ => None,
    };
    let is = |own: &&Telling<'_>, id: &AnnotationId| own.annotation.id == *id;
    let reference = claim.reference.as_ref().and_then(|id| tellings.iter().find(|own| is(own, id)));
    reference.and_then(first).or_else(|| tellings.iter().find_map(first))
}

fn author<'a>(out: &mut String, project: &'a Project, speaker: &'a Speaker, named: &mut Set<&'a EntityId>) {
    let entity = match speaker {
        Speaker::Text(name) if !name.trim().is_empty() => {
            key(out, "author");
            out.push('{');
            text(out, "@type", "Person");
            text(out, "name", name);
            out.push('}');
            return;
        }
        Speaker::Entity(id) => project.entities.get(id).filter(|entity| !entity.name.trim().is_empty()),
        _ => None,
    };
    let Some(entity) = entity else { return };
    let label = project.schema.label(&entity.label);
    let names = label.into_iter().flat_map(|label| {
        label.equivalents.values().chain([&label.name]).map(String::as_str).chain([label.id.as_str()])
    });
    let person = names.map(str::to_ascii_lowercase).any(|name| name == "person" || name == "per");
    key(out, "author");
    out.push('{');
    text(out, "@type", if person { "Person" } else { "Organization" });
    text(out, "name", &entity.name);
    let same: Vec<String> =
        entity.ids.iter().map(|own| &own.url).filter(|url| is_address(url)).cloned().collect();
    if !same.is_empty() {
        value(out, "sameAs", &same);
    }
    out.push('}');
    named.insert(&entity.id);
}

fn article(out: &mut String, document: &Document) {
    let own = &document.metadata;
    out.push('{');
    text(out, "@type", "NewsArticle");
    text(out, "url", &own.url);
    text_if(out, "headline", &own.title);
    text_if(out, "inLanguage", &own.language);
    text_if(out, "datePublished", day(&own.published).unwrap_or_default());
    if !own.outlet.is_empty() {
        organisation(out, "publisher", &own.outlet);
    }
    out.push('}');
}

fn organisation(out: &mut String, name: &str, called: &str) {
    key(out, name);
    out.push('{');
    text(out, "@type", "Organization");
    text(out, "name", called);
    out.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_lies_on_its_scale() {
        let rated = |value: &str, worst: Option<&str>, best: Option<&str>| {
            let number = |text: &str| Decimal::new(text).expect("a number");
            let rating = Rating { value: number(value), best: best.map(number), worst: worst.map(number) };
            rating_of(rating)
        };
        fn rating_of(rating: Rating) -> bool {
            let verdict = Verdict { rating: Some(rating), ..Verdict::default() };
            super::rating(&verdict).is_some()
        }
        assert!(
            rated("3", None, None) && rated("0", Some("0"), Some("1")) && rated("1", Some("1"), Some("1"))
        );
        assert!(!rated("0", None, None) && !rated("6", None, None) && !rated("2", Some("5"), Some("1")));
        assert!(!rated("3", Some("1e-400"), None), "no program reads that as a number");
    }

    #[test]
    fn a_date_is_a_day_at_least() {
        assert_eq!(day("2023-10-27"), Some("2023-10-27"));
        assert_eq!(day("2023-10-27T08:30:00Z"), Some("2023-10-27T08:30:00Z"));
        assert_eq!([day("2023-10"), day("2023"), day("yesterday"), day("")], [None; 4]);
    }
}
