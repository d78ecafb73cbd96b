//! How often the claim of a statement is among the first that are suggested, against words alone.
//!
//! Each statement is asked about as if it were new: its own link is taken away, and, for the harder figures, those of all
//! tellings of its claim in the same language, so that only another language and the claim's own words can give it away.
//! All claims of both halves stand to choose from.

use crate::support::generate::Dice;
use crate::support::tellings;
use postil::analysis::{ClaimSuggestion, Shared, Tellings, Who};
use postil::model::{Annotation, AnnotationId, ClaimId, DocumentId, EntityId, Project, Reference, check};
use postil::sorted::{Map, Set};
use postil::text::folded;
use postil::wire;
use std::rc::Rc;
use std::time::Instant;

const TUNED: &str = include_str!("fixtures/tellings.tuned.txt");
const HELD: &str = include_str!("fixtures/tellings.held.txt");

fn all() -> Project {
    let project = tellings::project(&format!("{TUNED}\n{HELD}"));
    assert_eq!(check(&project), []);
    project
}

/// The statements with their claims.
fn told(project: &Project) -> Vec<(Rc<Annotation>, ClaimId)> {
    let claim = |annotation: &Rc<Annotation>| match &annotation.refers_to {
        Some(Reference::Claim(id)) => Some((annotation.clone(), id.clone())),
        _ => None,
    };
    project.all_annotations().filter_map(claim).collect()
}

fn language<'a>(project: &'a Project, annotation: &Annotation) -> &'a str {
    &project.document(&annotation.document).expect("its document is there").metadata.language
}

/// A project in which a statement is not linked, nor, if `over`, are those of its claim in its language.
fn asked(project: &Project, of: &Annotation, claim: &ClaimId, over: bool) -> Project {
    let mut asked = project.clone();
    for (other, its) in told(project) {
        let same = its == *claim && language(project, &other) == language(project, of);
        if other.id == of.id || over && same {
            let all = asked.annotations_mut(&other.document).expect("its document is there");
            assert!(all.change(&other.id, |annotation| annotation.refers_to = None));
        }
    }
    asked
}

/// Whole words that a statement and the tellings of a claim have in common, the rarer the better: what a search would do.
fn by_words(project: &Project, of: &Annotation, limit: usize) -> Vec<ClaimId> {
    let words = |text: &str| -> Set<String> {
        let folded = folded(text);
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).map(str::to_owned).collect()
    };
    let quote = |annotation: &Annotation| {
        let text = &project.document(&annotation.document).expect("its document is there").text;
        words(text.slice(annotation.fragments.hull()))
    };
    let mut known: Vec<(ClaimId, Set<String>)> =
        project.claims.values().map(|claim| (claim.id.clone(), words(&claim.text))).collect();
    known.extend(told(project).iter().map(|(annotation, claim)| (claim.clone(), quote(annotation))));
    let own = quote(of);
    let rarity = |word: &String| {
        let having = known.iter().filter(|(_, words)| words.contains(word)).count();
        (known.len() as f64 / having as f64).ln()
    };
    let mut best: Map<ClaimId, f64> = Map::new();
    for (claim, words) in &known {
        let both: f64 = own.iter().filter(|word| words.contains(*word)).map(rarity).sum();
        let score = both / ((own.len() * words.len()) as f64).sqrt();
        let best = best.get_or_insert_with(claim.clone(), || 0.0);
        *best = best.max(score);
    }
    let mut best: Vec<(ClaimId, f64)> = best.into_iter().filter(|(_, score)| *score > 0.0).collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1));
    best.into_iter().take(limit).map(|(claim, _)| claim).collect()
}

/// How many were asked, and for how many the claim came first, among the first five.
#[derive(Default)]
struct Recall {
    asked: usize,
    first: usize,
    five: usize,
}

impl Recall {
    fn note(&mut self, right: &ClaimId, given: &[ClaimId]) {
        self.asked += 1;
        self.first += usize::from(given.first() == Some(right));
        self.five += usize::from(given.iter().take(5).any(|claim| claim == right));
    }

    /// In hundredths.
    fn at(&self) -> (usize, usize) {
        (100 * self.first / self.asked, 100 * self.five / self.asked)
    }
}

#[test]
fn tellings_of_a_claim_are_found_over_languages() {
    let project = all();
    let statements = told(&project);
    assert!(project.claims.len() >= 25);
    for claim in project.claims.keys() {
        let of: Set<&str> =
            statements.iter().filter(|(_, its)| its == claim).map(|(a, _)| language(&project, a)).collect();
        assert!(of.contains("en") && of.contains("id"), "{claim} is told in two languages");
    }
    // Half, over languages, floors of recall at 1 and 5 in hundredths.
    for (half, over, floor) in
        [("t", false, (83, 98)), ("t", true, (80, 95)), ("h", false, (72, 95)), ("h", true, (70, 92))]
    {
        let (mut ours, mut words) = (Recall::default(), Recall::default());
        for (statement, claim) in statements.iter().filter(|(_, claim)| claim.as_str().starts_with(half)) {
            let project = asked(&project, statement, claim, over);
            let given = Tellings::of(&project, wire::STATEMENT).suggest_claims(&project, statement, 5);
            let given: Vec<ClaimId> = given.into_iter().map(|suggestion| suggestion.claim).collect();
            ours.note(claim, &given);
            words.note(claim, &by_words(&project, statement, 5));
        }
        let name = if half == "t" { "tuned" } else { "held out" };
        let over = if over { "another language only" } else { "all other tellings" };
        println!(
            "{name}, {over}: {} asked; at 1 and 5 {:?} %, words alone {:?} %",
            ours.asked,
            ours.at(),
            words.at()
        );
        assert!(ours.at().0 >= floor.0 && ours.at().1 >= floor.1, "{name}, {over}: below {floor:?}");
        assert!(ours.first > words.first && ours.five > words.five, "{name}, {over}: words alone do as well");
    }
}

/// What is suggested for a statement that is told by the one line of a new document.
fn suggested(line: &str) -> Vec<ClaimSuggestion> {
    let project = tellings::project(&format!("{TUNED}\n{HELD}\ndoc x en 2033-01-01 New Post\n{line}"));
    let all = project.annotations(&DocumentId::new("x")).expect("it was just added");
    let statement = all.iter().find(|annotation| annotation.label.as_str() == "claim").expect("a statement");
    Tellings::of(&project, wire::STATEMENT).suggest_claims(&project, statement, 3)
}

#[test]
fn the_reasons_are_what_is_shared() {
    let entity = |id: &str| Shared::Entity(EntityId::new(id));
    let who = |id: &str| Shared::Speaker(Who::Entity(EntityId::new(id)));
    let figure = |meets, ours: &str, theirs: &str| Shared::Quantity {
        meets,
        ours: tellings::quantity(ours),
        theirs: tellings::quantity(theirs),
    };
    for (line, claim, reasons) in [
        (
            "- | reports | @dorse | 48 people | 2031-03-04 | Dorse mourns them in [Marala|marala].",
            "t01",
            vec![
                entity("marala"),
                figure(true, "48 people", "48 people"),
                Shared::Date,
                who("dorse"),
                Shared::Words(2),
            ],
        ),
        // A figure that clashes is said, the one that comes nearest, and so is a mention beside what is marked.
        (
            "- | reports | @union | 1500 workers | | In [Sorowa|sorowa], {1,500 laid down tools}.",
            "h08",
            vec![
                entity("sorowa"),
                figure(false, "1500 workers", "< 1000 orang"),
                who("union"),
                Shared::Words(2),
            ],
        ),
        // Words over languages alone.
        ("- | | | | | Dua juta dolar denda.", "h07", vec![Shared::Words(3)]),
    ] {
        let first = suggested(line).into_iter().next().expect(line);
        assert_eq!((first.claim.as_str(), &first.reasons), (claim, &reasons), "{line}");
        assert!((1..=1000).contains(&first.score), "{line}: {}", first.score);
    }
    assert_eq!(suggested("- | | | | | Zzyzx qwrtp."), [], "nothing is shared");
    // Half of all news count people; a figure that fits, or anything beside, says more.
    for nothing in ["- | | | | | Orang, people, hari, km.", "- | | | 7 people | | People."] {
        assert_eq!(suggested(nothing), [], "{nothing}");
    }
    assert_eq!(suggested("- | | | 48 people | | People.")[0].claim.as_str(), "t01");
    // Also one that is near: the same people may have been counted again.
    for near in ["- | | | 50 people | | People.", "- | | | > 40 people | | People."] {
        assert_eq!(suggested(near)[0].claim.as_str(), "t01", "{near}");
    }
    // The same words are said of all dead: with a figure of another size they tell of others.
    let told = |line: &str| suggested(line).iter().any(|one| one.claim.as_str() == "t01");
    assert!(told("- | | | 50 people | | Dorse mourns them."));
    assert!(!told("- | | | > 7000 people | | Dorse mourns them."));
    // Of a range the end that is nearest counts.
    assert!(told("- | | | 50–7000 people | | Dorse mourns them."));
    assert_eq!(suggested("- | reports | @dorse | | | [Marala|marala] and [Sola|sola].").len(), 3);
}

#[test]
fn a_figure_is_read_before_anybody_confirms_it() {
    // Of the two claims the first shares more words, and who speaks; more than 220 and more than 1,400 can both be so.
    let told = "
entity lorne organisation Government of Lorne
entity front organisation Northern Front
claim dead en raid More than a thousand people were killed by the Northern Front.
claim held en raid The Northern Front holds hostages.

doc a id 2031-03-05 Kabar Muara
dead | reports | @lorne | > 1400 warga | | Tangan [Front Utara|front] berlumuran darah dengan lebih dari 1.400 warga Lorne yang dibantai, dibunuh dan dibakar.
doc b en 2031-03-06 Harbour Post
held | reports | | 224 hostages | | There are 224 hostages taken by the [Northern Front|front].

doc x id 2031-03-07 Warta Selat
- | reports | @lorne | | | [Front Utara|front] bertanggung jawab atas penculikan lebih dari 220 warga Lorne, termasuk bayi, anak-anak dan orang tua.
";
    let project = tellings::project(told);
    let all = project.annotations(&DocumentId::new("x")).expect("there");
    let statement = all.iter().find(|annotation| annotation.label.as_str() == "claim").expect("a statement");
    let given = Tellings::of(&project, wire::STATEMENT).suggest_claims(&project, statement, 2);
    let ids: Vec<&str> = given.iter().map(|suggestion| suggestion.claim.as_str()).collect();
    let figures = |suggestion: &ClaimSuggestion| -> Vec<String> {
        let figure = |shared: &Shared| match shared {
            Shared::Quantity { meets, ours, theirs } => Some(format!("{ours} | {theirs} | {meets}")),
            _ => None,
        };
        suggestion.reasons.iter().filter_map(figure).collect()
    };
    assert_eq!(ids, ["held", "dead"], "{given:?}");
    assert_eq!(figures(&given[0]), ["> 220 warga | 224 hostages | true"]);
    // More than 220 and more than 1,400 can both be so, which says nothing.
    assert_eq!(figures(&given[1]), [""; 0]);
}

/// A project of so many of each, as alike as news of a year are: each article speaks of few of them.
fn large(documents: usize, claims: usize, entities: usize) -> Project {
    let mut dice = Dice::new(4);
    let word = |n: usize| -> String {
        let syllables = ["ba", "ke", "ri", "mo", "tu", "sa", "le", "pi", "no", "du", "ga", "fe"];
        [n % 12, n / 12 % 12, n / 144 % 12, (n * 7) % 12].map(|at| syllables[at]).concat()
    };
    let mut project = tellings::empty();
    for n in 0..entities {
        tellings::add_entity(&mut project, &format!("e{n}"), "person", &format!("Person {n}"));
    }
    for n in 0..claims {
        let text = [n, n * 3 + 1, n * 5 + 2, 7].map(word).join(" ");
        tellings::add_claim(&mut project, &format!("c{n:03}"), "en", "news", &text);
    }
    for d in 0..documents {
        let mut source = String::new();
        for p in 0..20 {
            let claim = (d * 3 + dice.below(10)) % claims;
            let mention = |dice: &mut Dice| {
                format!("[{}|e{}]", word(dice.below(1728)), (claim * 4 + dice.below(9)) % entities)
            };
            let words = [claim, claim * 3 + 1, dice.below(1728), dice.below(1728), 9].map(word).join(" ");
            let facts = if p % 4 == 0 {
                String::from("- ")
            } else {
                format!("c{claim:03} | reports | @e{} | {} people | | ", dice.below(60), 10 + dice.below(90))
            };
            let mentions: Vec<String> = (0..5).map(|_| mention(&mut dice)).collect();
            source += &format!("{facts}{words} {}\n", mentions.join(" "));
        }
        let part = tellings::project(&format!("doc d{d:03} en 2031 Post {}\n{source}", d % 9));
        let document = part.documents().next().expect("one").clone();
        tellings::add_document(
            &mut project,
            document.id.as_str(),
            "en",
            "2031",
            "Post",
            document.text.as_str().to_owned(),
        );
        for annotation in part.all_annotations() {
            let mut own = (**annotation).clone();
            own.id = AnnotationId::new(format!("d{d:03}-{}", own.id));
            tellings::add_annotation(&mut project, own);
        }
    }
    project
}

#[test]
fn a_large_project_is_asked_quickly() {
    let project = large(200, 500, 2_000);
    assert!(project.annotation_count() >= 23_000, "20,000 mentions and 3,000 statements");
    let start = Instant::now();
    let index = Tellings::of(&project, wire::STATEMENT);
    println!("made in {:?}", start.elapsed());
    let told = told(&project);
    let (mut right, mut asked, mut slowest) = (0, 0, Default::default());
    let start = Instant::now();
    for (statement, claim) in told.iter().step_by(30) {
        let each = Instant::now();
        let given = index.suggest_claims(&project, statement, 5);
        slowest = each.elapsed().max(slowest);
        right += usize::from(given.iter().any(|suggestion| suggestion.claim == *claim));
        asked += 1;
    }
    println!("{asked} asked, {right} right, {:?} each, {slowest:?} at most", start.elapsed() / asked);
    assert!(10 * right > 9 * asked as usize);
    let mut index = index;
    let start = Instant::now();
    index.update(&project, &[DocumentId::new("d100")], &[]);
    println!("an article anew in {:?}", start.elapsed());
}

#[test]
fn what_was_changed_is_as_if_made_anew() {
    let mut project = large(12, 30, 60);
    let mut index = Tellings::of(&project, wire::STATEMENT);
    let mut dice = Dice::new(9);
    for round in 0..60 {
        let document = DocumentId::new(format!("d{:03}", dice.below(12)));
        let all: Vec<AnnotationId> = project
            .annotations(&document)
            .expect("there")
            .iter()
            .map(|annotation| annotation.id.clone())
            .collect();
        if dice.one_in(4) {
            let id = ClaimId::new(format!("c{:03}", dice.below(30)));
            match project.claims.get_mut(&id) {
                Some(claim) if dice.one_in(2) => claim.text = format!("another {round} text"),
                // Nothing may tell it any more before it goes.
                Some(_) => {
                    let telling: Vec<_> = told(&project).into_iter().filter(|(_, its)| *its == id).collect();
                    for (statement, _) in telling {
                        let all = project.annotations_mut(&statement.document).expect("there");
                        all.change(&statement.id, |annotation| annotation.refers_to = None);
                        index.update(&project, std::slice::from_ref(&statement.document), &[]);
                    }
                    project.claims.remove(&id);
                }
                None => {
                    tellings::add_claim(&mut project, id.as_str(), "en", "news", "a claim that came back")
                }
            }
            index.update(&project, &[], &[id]);
        } else {
            let id = dice.pick(&all).clone();
            let claim = ClaimId::new(format!("c{:03}", dice.below(30)));
            let known = project.claims.contains_key(&claim);
            let annotations = project.annotations_mut(&document).expect("there");
            annotations.change(&id, |annotation| match annotation.label.as_str() {
                "claim" if known => annotation.refers_to = Some(Reference::Claim(claim)),
                "claim" => annotation.refers_to = None,
                _ => annotation.refers_to = Some(Reference::Entity(EntityId::new("e1"))),
            });
            index.update(&project, &[document], &[]);
        }
        if round % 6 != 0 {
            continue;
        }
        let anew = Tellings::of(&project, wire::STATEMENT);
        for (statement, _) in told(&project).iter().step_by(17) {
            let answer = |index: &Tellings| index.suggest_claims(&project, statement, 1_000);
            assert_eq!(answer(&index), answer(&anew), "round {round}");
        }
    }
}
