//! ClaimReview: only what was published is written, as search engines ask for it, and the rest is counted.

use crate::support::generate;
use postil::formats::{Format, Options, Reason, Written, write::write};
use postil::model::{Claim, ClaimId, Decimal, Project, Rating, Verdict};
use proptest::prelude::*;
use serde_json::Value;

fn export(project: &Project) -> Written {
    let mut out = Written::default();
    let format = Format::named("claim-review").expect("a format");
    assert!(write(project, &Options::new(format, Default::default()), &mut out));
    out
}

/// A project of any shape in which some claims were reviewed and some articles published.
fn published(size: usize, seed: u64) -> Project {
    let mut project = generate::project(size, seed);
    let d = &mut generate::Dice::new(seed);
    let ids: Vec<ClaimId> = project.claims.keys().cloned().collect();
    for id in ids {
        let Some(Claim { verdict: Some(verdict), .. }) = project.claims.get_mut(&id) else { continue };
        if d.one_in(2) {
            verdict.url = format!("https://example.org/check/{id}");
        }
        verdict.date = (*d.pick(&["2023-10-27", "2023-10", "soon"])).to_owned();
    }
    let ids: Vec<_> = project.documents().map(|own| own.id.clone()).collect();
    for id in ids.iter().filter(|_| d.one_in(2)) {
        project.change_document(id, |own| own.metadata.url = format!("https://example.org/{id}"));
    }
    project
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    let [(_, bytes)] = &out.files[..] else { panic!("one file") };
    let reviews: Vec<Value> = serde_json::from_slice(bytes).expect("a list");
    for review in &reviews {
        prop_assert_eq!(&review["@context"], "https://schema.org");
        prop_assert_eq!(&review["@type"], "ClaimReview");
        prop_assert!(review["claimReviewed"].as_str().is_some_and(|text| !text.trim().is_empty()));
        prop_assert!(review["url"].as_str().is_some_and(|url| url.starts_with("https://")));
        let rating = &review["reviewRating"];
        prop_assert!(rating["alternateName"].is_string() || rating["ratingValue"].is_number());
        if let Some(value) = rating["ratingValue"].as_f64() {
            let worst = rating["worstRating"].as_f64().unwrap_or(1.0);
            let best = rating["bestRating"].as_f64().unwrap_or(5.0);
            prop_assert!(worst <= value && value <= best);
        }
        prop_assert_eq!(&review["itemReviewed"]["@type"], "Claim");
    }
    prop_assert_eq!(reviews.len() + out.losses.count(Reason::Claims), project.claims.len());
    prop_assert_eq!(out.losses.count(Reason::Relations), project.relations.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        check(&published(size, seed))?;
    }
}

#[test]
fn a_verdict_without_an_address_is_none() {
    let mut project = generate::project(0, 1);
    for (n, url) in ["", "example.org", "https://example.org/1"].into_iter().enumerate() {
        let mut claim = Claim::new(ClaimId::new(format!("c{n}")), "The bridge is closed.".to_owned());
        let number = |text: &str| Decimal::new(text).expect("a number");
        claim.verdict = Some(Verdict {
            label: "Salah".to_owned(),
            rating: Some(Rating { value: number("1"), best: Some(number("7")), worst: None }),
            by: "Cek Fakta".to_owned(),
            url: url.to_owned(),
            date: "2023-10-27".to_owned(),
            ..Verdict::default()
        });
        project.claims.insert(claim.id.clone(), claim);
    }
    let out = export(&project);
    assert_eq!(out.losses.count(Reason::Claims), 2);
    let expected = concat!(
        "[\n{\"@context\":\"https://schema.org\",\"@type\":\"ClaimReview\",\"claimReviewed\":\"The bridge is closed.\",",
        "\"url\":\"https://example.org/1\",\"author\":{\"@type\":\"Organization\",\"name\":\"Cek Fakta\"},",
        "\"datePublished\":\"2023-10-27\",\"reviewRating\":{\"@type\":\"Rating\",\"alternateName\":\"Salah\",",
        "\"ratingValue\":1,\"bestRating\":7},\"itemReviewed\":{\"@type\":\"Claim\"}}\n]\n"
    );
    assert_eq!(String::from_utf8_lossy(&out.files[0].1), expected);
}
