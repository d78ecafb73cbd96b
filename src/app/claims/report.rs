//! What a reader is told of claims: every statement with its quote in full, where it stands, on whose word, and how it
//! stands to the reference.

use super::shown::stance_word;
use super::{ClaimsScreen, Sign};
use crate::analysis::matrix::{Axis, Head, Row};
use crate::analysis::{Matrix, Standing, Statement, Why, judge};
use crate::app::written::{markdown, markdown_address, one_line, safe_link};
use crate::app::{Session, titled};
use crate::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, CERTAINTY, Certainty, Claim, ClaimId, DocumentId,
    Quantity, Reference, Speaker, Stance,
};
use crate::text::is_rtl;
use crate::wire;
use crate::words::claims as own;
use std::rc::Rc;

/// Claims as a reader sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The project.
    pub title: String,
    /// The claims.
    pub claims: Vec<Reported>,
}

/// A claim with all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// Its words.
    pub text: String,
    /// Their language (BCP 47), or empty.
    pub language: String,
    /// Topic, verdict and what belongs to it: names and values.
    pub facts: Vec<(&'static str, String)>,
    /// Two tellings that conflict with each other and not with the reference, in words.
    pub clash: Option<String>,
    /// Where the verdict stands, if that is an address of the web.
    pub url: Option<String>,
    /// The statements, column by column of the matrix of articles.
    pub statements: Vec<Quoted>,
}

/// A statement, quoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The words that it marks, in one line; `…` between its fragments.
    pub quote: String,
    /// Whether its article is written from the right where they stand.
    pub rtl: bool,
    /// Their language (BCP 47), or empty.
    pub language: String,
    /// The title of the article.
    pub title: String,
    /// Who published it, or empty.
    pub outlet: String,
    /// When, or empty.
    pub published: String,
    /// Where, if that is an address of the web.
    pub url: Option<String>,
    /// Who speaks, innermost first, or empty.
    pub speakers: String,
    /// How the report stands to the claim.
    pub stance: Option<Stance>,
    /// How sure it is, in the word of the schema, or empty.
    pub certainty: String,
    /// Its figure.
    pub quantity: Option<Quantity>,
    /// The time that it speaks of, or empty.
    pub time: String,
    /// How it stands to the reference.
    pub standing: Standing,
    /// Why, the deciding reason last.
    pub why: Vec<Why>,
    /// Whether it is the reference.
    pub reference: bool,
}

impl Report {
    /// What a reader is to know of all that is judged: each sentence once, for what the report has.
    pub fn explained(&self) -> impl Iterator<Item = &'static str> {
        let clashes = self.claims.iter().any(|claim| claim.clash.is_some());
        [own::report_hint()].into_iter().chain(clashes.then(own::report_clash))
    }
}

impl Reported {
    /// What is written of the claim, and what is told by two of its statements.
    pub fn all_facts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let facts = self.facts.iter().map(|(name, value)| (*name, value.as_str()));
        facts.chain(self.clash.iter().map(|clash| (own::clash(), clash.as_str())))
    }
}

impl Quoted {
    /// Stance, certainty, figure and time in words: those that are known.
    pub fn says(&self) -> Vec<String> {
        let stance = self.stance.map_or("", stance_word);
        let certainty = match Certainty::of(&self.certainty) {
            Some(Certainty::Certain) => own::certain(),
            Some(Certainty::Probable) => own::probable(),
            Some(Certainty::Possible) => own::possible(),
            None => &self.certainty,
        };
        let figure = self.quantity.as_ref().map_or_else(String::new, ToString::to_string);
        let all = [stance, certainty, &figure, &self.time];
        all.into_iter().filter(|one| !one.is_empty()).map(str::to_owned).collect()
    }

    /// How it stands to the reference, by its sign.
    pub fn sign(&self) -> Sign {
        Sign::of(self.reference, self.standing)
    }

    /// The same in words, with the reason: `conflicts: no number fits both`.
    pub fn judgement(&self) -> String {
        match self.why.last().filter(|_| !self.reference) {
            Some(why) => format!("{}: {}", self.sign().word(), why_words(*why)),
            None => self.sign().word().to_owned(),
        }
    }

    /// Which way its words run, as HTML says it.
    pub fn direction(&self) -> &'static str {
        if self.rtl { "rtl" } else { "ltr" }
    }
}

fn why_words(why: Why) -> &'static str {
    match why {
        Why::TimesDiffer => own::times_differ(),
        Why::SameFigure => own::same_figure(),
        Why::FiguresMeet => own::figures_meet(),
        Why::FiguresApart => own::figures_apart(),
        Why::NotCompared => own::not_compared(),
        Why::OneFigure => own::one_figure(),
        Why::SameSide => own::same_side(),
        Why::Denied => own::denied(),
        Why::OtherFigureDenied => own::other_figure_denied(),
        Why::LeftOpen => own::left_open(),
    }
}

impl Session {
    /// The report of these claims. Filters leave no statement out.
    pub fn report(&self, screen: &ClaimsScreen, claims: &[ClaimId]) -> Report {
        let whole = ClaimsScreen { axis: Axis::Articles, ..screen.unfiltered() };
        let matrix = self.matrix_of(&whole);
        let reported = |id: &ClaimId| {
            let claim = self.project.claims.get(id)?;
            let row = matrix.rows.iter().find(|row| row.claim == *id)?;
            let quoted = self.quoted_statements(&whole, &matrix, row, None);
            let statements = quoted.into_iter().map(|(_, quoted)| quoted).collect();
            let clash = row.clash.as_ref().map(|clash| self.shown_clash(clash).words_in_full());
            Some(Reported { statements, clash, ..of_claim(claim) })
        };
        Report { title: self.project.name.clone(), claims: claims.iter().filter_map(reported).collect() }
    }

    /// The statements of a claim whatever the filters are.
    pub fn quoted_of(&self, screen: &ClaimsScreen, claim: &ClaimId) -> Vec<(Rc<Annotation>, Quoted)> {
        let whole = screen.unfiltered();
        let matrix = self.whole_matrix(&whole);
        let row = matrix.rows.iter().find(|row| row.claim == *claim);
        row.map_or_else(Vec::new, |row| self.quoted_statements(&whole, &matrix, row, None))
    }

    /// The statements of a row, or of one of its columns, in the order of the matrix, each held against the reference.
    pub fn quoted_statements(
        &self,
        screen: &ClaimsScreen,
        matrix: &Matrix,
        row: &Row,
        only: Option<&Head>,
    ) -> Vec<(Rc<Annotation>, Quoted)> {
        let read = |annotation: &Annotation| Statement::read(annotation, &wire::STATEMENT);
        let annotation =
            |(document, id): &(DocumentId, AnnotationId)| self.project.annotation(document, id).cloned();
        let reference = row.reference.as_ref().and_then(annotation).map(|own| (own.id.clone(), read(&own)));
        let rules = screen.rules();
        let cells =
            row.cells.iter().filter(|(at, _)| only.is_none_or(|head| matrix.columns.get(*at) == Some(head)));
        let all = cells.flat_map(|(_, cell)| &cell.statements).filter_map(annotation);
        all.map(|annotation| {
            let statement = read(&annotation);
            let judged = reference.as_ref().map(|(_, reference)| judge(reference, &statement, &rules));
            let is = reference.as_ref().is_some_and(|(id, _)| *id == annotation.id);
            let (standing, why) = judged.map_or_else(Default::default, |own| (own.standing, own.why));
            let quoted = Quoted { standing, why, reference: is, ..self.quote_of(&annotation, &statement) };
            (annotation, quoted)
        })
        .collect()
    }

    /// A statement as it is quoted, not judged.
    fn quote_of(&self, annotation: &Annotation, statement: &Statement) -> Quoted {
        let document = self.project.document(&annotation.document);
        let metadata = document.map(|document| document.metadata.clone()).unwrap_or_default();
        let spans = annotation.fragments.spans().iter();
        let parts = spans.filter_map(|span| Some(one_line(document?.text.get(*span)?)));
        // As cells call them: by the entity, where the mention that was named as the speaker has one.
        let called = |(speaker, name): (Speaker, String)| {
            match speaker {
                Speaker::Annotation(id) => {
                    let entity =
                        self.anywhere(&annotation.document, &id).and_then(|own| own.refers_to.as_ref());
                    entity.filter(|to| matches!(to, Reference::Entity(_))).and_then(|to| self.name_of(to))
                }
                _ => None,
            }
            .unwrap_or(name)
        };
        let speakers = self.speaker_names(annotation).into_iter().map(called);
        Quoted {
            quote: parts.collect::<Vec<_>>().join(" … "),
            rtl: document.is_some_and(|document| is_rtl(&document.text, annotation.fragments.hull().start())),
            title: titled(&metadata).to_owned(),
            outlet: metadata.outlet.trim().to_owned(),
            url: safe_link(&metadata.url),
            language: metadata.language,
            published: metadata.published,
            speakers: speakers.collect::<Vec<_>>().join(" ← "),
            stance: statement.stance,
            certainty: match annotation.attributes.get(&AttributeId::new(CERTAINTY)) {
                Some(AttributeValue::Text(word)) => word.clone(),
                _ => String::new(),
            },
            quantity: statement.quantity.clone(),
            time: statement.when.as_ref().map_or_else(String::new, |when| when.value.clone()),
            standing: Standing::Silent,
            why: Vec::new(),
            reference: false,
        }
    }
}

/// What is written of a claim.
fn of_claim(claim: &Claim) -> Reported {
    let verdict = claim.verdict.clone().unwrap_or_default();
    let rating =
        verdict.rating.as_ref().map_or_else(String::new, |rating| match (&rating.worst, &rating.best) {
            (Some(worst), Some(best)) => {
                own::rating_between(rating.value.as_str(), worst.as_str(), best.as_str())
            }
            (None, Some(best)) => own::rating_of(rating.value.as_str(), best.as_str()),
            _ => rating.value.to_string(),
        });
    let facts = [
        (own::topic(), claim.topic.clone()),
        (own::check_worthiness(), claim.check_worthiness.clone()),
        (own::verdict(), verdict.label),
        (own::scheme(), verdict.scheme),
        (own::rating(), rating),
        (own::justification(), one_line(&verdict.justification)),
        (own::by(), verdict.by),
        (own::date(), verdict.date),
    ];
    Reported {
        text: one_line(&claim.text),
        language: claim.language.clone(),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        clash: None,
        url: safe_link(&verdict.url),
        statements: Vec::new(),
    }
}

/// A quote with where it stands, to be put into a text: `“…” — Ministry ← Agency, “Title”, Outlet, 2031-03-05, https://…`.
pub fn citation(quoted: &Quoted) -> String {
    let title = format!("“{}”", quoted.title);
    let url = quoted.url.clone().unwrap_or_default();
    let parts = [&quoted.speakers, &title, &quoted.outlet, &quoted.published, &url];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("“{}” — {}", quoted.quote, parts.join(", "))
}

/// The same in Markdown: a quotation, and below it where it stands.
pub fn citation_in_markdown(quoted: &Quoted) -> String {
    let title = markdown(&quoted.title);
    let title = match &quoted.url {
        Some(url) => format!("[{title}](<{}>)", markdown_address(url)),
        None => format!("“{title}”"),
    };
    let outlet = Some(markdown(&quoted.outlet)).filter(|outlet| !outlet.is_empty());
    let outlet = outlet.map_or_else(String::new, |outlet| format!("*{outlet}*"));
    let parts = [markdown(&quoted.speakers), title, outlet, markdown(&quoted.published)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("> {}\n>\n> — {}\n", markdown(&quoted.quote), parts.join(", "))
}

/// A report in Markdown.
pub fn report_in_markdown(report: &Report) -> String {
    let mut out = format!("# {}\n", markdown(&own::report_of(&report.title)));
    for sentence in report.explained() {
        out.push_str(&format!("\n{sentence}\n"));
    }
    for claim in &report.claims {
        out.push_str(&format!("\n## {}\n", markdown(&claim.text)));
        let link = claim
            .url
            .iter()
            .map(|url| (own::url(), format!("[{}](<{}>)", markdown(url), markdown_address(url))));
        let facts: Vec<(&str, String)> =
            claim.all_facts().map(|(name, value)| (name, markdown(value))).chain(link).collect();
        if !facts.is_empty() {
            out.push('\n');
        }
        for (name, value) in facts {
            out.push_str(&format!("- {name}: {value}\n"));
        }
        if claim.statements.is_empty() {
            out.push_str(&format!("\n{}\n", own::nothing_said()));
        }
        for quoted in &claim.statements {
            out.push_str(&format!("\n{}", citation_in_markdown(quoted)));
            let judged = format!("{} {}", quoted.sign().character(), quoted.judgement());
            let says = [judged].into_iter().chain(quoted.says()).map(|one| markdown(&one));
            let says: Vec<String> = says.collect();
            out.push_str(&format!("\n{}\n", says.join(" · ")));
        }
    }
    out
}
