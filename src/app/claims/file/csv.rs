//! The matrix as data, for a spreadsheet or a script.
//!
//! **CSV** as RFC 4180 has it: a header, commas whatever the language, CR LF, quotes doubled inside quotes. It begins with
//! U+FEFF, without which Excel takes UTF-8 for something else; programs that follow the RFC read over it (in pandas,
//! `encoding="utf-8-sig"`). One line for each claim, column and statement, so that a cell with three statements has
//! three; a cell that says nothing has one, with `silent`. The filters and the order are those of the screen.
//!
//! | field | what stands there |
//! | --- | --- |
//! | `claim_id`, `claim`, `topic` | the claim |
//! | `column` | the article, outlet or speaker that the column stands for |
//! | `standing` | `agree`, `compatible`, `other-time`, `conflict` or `silent`: how it stands to the reference |
//! | `reference` | `yes` for what the others are held against, else `no` |
//! | `why` | the deciding reason, as the rule names it: `figures-apart` |
//! | `clash_with` | of the two tellings that the head of the row names, since they conflict although the reference lets both be: the one that conflicts with this statement, too; else nothing |
//! | `annotation_id`, `document_id` | the statement and its article, as in the project's file |
//! | `title`, `outlet`, `published`, `language`, `url` | the article |
//! | `speakers` | who speaks, innermost first, ` ← ` between them |
//! | `stance`, `certainty` | as in the project's file: `reports`, `probable` |
//! | `bound`, `low`, `high`, `unit`, `written` | the figure: `exact`, `at-least`, `more`, `at-most`, `less`, `about` or `range`, its ends as numbers with a point, what is counted, and the words of the text |
//! | `time` | the time that it speaks of |
//! | `quote` | the words of the article, in one line |
//!
//! Names and such words are the same in every language of Postil, so that a script reads all files. No field is a
//! formula (`written`): one that begins like one stands behind an apostrophe, but for numbers.

use crate::analysis::Why;
use crate::app::claims::{Listed, Sign};
use crate::app::written::{csv_field, one_line};
use crate::model::Bound;

/// The fields of a line.
const FIELDS: [&str; 25] = [
    "claim_id",
    "claim",
    "topic",
    "column",
    "standing",
    "reference",
    "why",
    "clash_with",
    "annotation_id",
    "document_id",
    "title",
    "outlet",
    "published",
    "language",
    "url",
    "speakers",
    "stance",
    "certainty",
    "bound",
    "low",
    "high",
    "unit",
    "written",
    "time",
    "quote",
];

/// The matrix as CSV.
pub fn matrix_in_csv(listed: &[Listed<'_>]) -> String {
    let mut out = String::from("\u{feff}");
    out.push_str(&FIELDS.join(","));
    out.push_str("\r\n");
    for one in listed {
        line(&mut out, one);
    }
    out
}

fn line(out: &mut String, listed: &Listed<'_>) {
    let claim = listed.claim;
    let field = |text: &str| csv_field(&one_line(text));
    let of_cell = [claim.id.as_str(), &claim.text, &claim.topic, &listed.column];
    let mut fields: Vec<String> = of_cell.into_iter().map(field).collect();
    fields.push(Sign::Stands(listed.standing()).name().to_owned());
    if let Some((annotation, quoted)) = &listed.told {
        fields.push(if quoted.reference { "yes" } else { "no" }.to_owned());
        fields.push(
            quoted.why.last().filter(|_| !quoted.reference).map_or("", |why| why_name(*why)).to_owned(),
        );
        fields.push(field(listed.clash.as_ref().map_or("", |other| other.as_str())));
        let stance = quoted.stance.map_or("", |stance| stance.word());
        let url = quoted.url.as_deref().unwrap_or_default();
        let of_article =
            [annotation.id.as_str(), annotation.document.as_str(), &quoted.title, &quoted.outlet];
        let of_report =
            [&quoted.published, &quoted.language, url, &quoted.speakers, stance, &quoted.certainty];
        fields.extend(of_article.into_iter().chain(of_report).map(field));
        let figure = quoted.quantity.as_ref();
        // Numbers are no formulas, and stay numbers.
        fields.push(figure.map_or("", |figure| bound_name(figure.bound)).to_owned());
        fields.push(figure.map_or_else(String::new, |figure| figure.low.to_string()));
        fields.push(
            figure.and_then(|figure| figure.high.as_ref()).map_or_else(String::new, ToString::to_string),
        );
        let (unit, written) = figure.map_or(("", ""), |own| (own.unit.as_str(), own.written.as_str()));
        fields.extend([unit, written, &quoted.time, &quoted.quote].map(field));
    }
    fields.resize(FIELDS.len(), String::new());
    out.push_str(&fields.join(","));
    out.push_str("\r\n");
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Equal => "exact",
        Bound::AtLeast => "at-least",
        Bound::More => "more",
        Bound::AtMost => "at-most",
        Bound::Less => "less",
        Bound::About => "about",
        Bound::Range => "range",
    }
}

fn why_name(why: Why) -> &'static str {
    match why {
        Why::TimesDiffer => "times-differ",
        Why::SameFigure => "same-figure",
        Why::FiguresMeet => "figures-meet",
        Why::FiguresApart => "figures-apart",
        Why::NotCompared => "not-compared",
        Why::OneFigure => "one-figure",
        Why::SameSide => "same-side",
        Why::Denied => "denied",
        Why::OtherFigureDenied => "other-figure-denied",
        Why::LeftOpen => "left-open",
    }
}
