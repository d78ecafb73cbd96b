//! The matrix and the report as files. All of them are made from [`Shown`](super::Shown), [`Listed`](super::Listed) and
//! [`Report`](super::Report), and know nothing else.

mod csv;
mod html;
mod svg;
mod wrap;

pub use csv::matrix_in_csv;
pub use html::{matrix_in_html, report_in_html};
pub use svg::matrix_in_svg;

use super::report::report_in_markdown;
use crate::app::{Effect, NoticeKind, State};
use crate::formats::file_name;
use crate::model::ClaimId;
use crate::words::{claims as words, said};

/// What is saved, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The matrix for a spreadsheet.
    Csv,
    /// The matrix as a picture.
    Svg,
    /// The matrix as a page that opens by itself.
    Html,
    /// The report of a claim, or of all that are shown, as such a page.
    ReportHtml(Option<ClaimId>),
    /// The same in Markdown.
    ReportMarkdown(Option<ClaimId>),
}

/// Saves it.
pub(super) fn save(state: &mut State, form: &Form, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let screen = &state.claims;
    let report = |of: &Option<ClaimId>| match of {
        Some(id) => session.report(screen, std::slice::from_ref(id)),
        None => {
            let rows = &session.matrix(screen).rows;
            session.report(screen, &rows.iter().map(|row| row.claim.clone()).collect::<Vec<_>>())
        }
    };
    let (kind, ending, content) = match form {
        Form::Csv => ("text/csv", "csv", matrix_in_csv(&session.listed_matrix(screen))),
        Form::Svg => ("image/svg+xml", "svg", matrix_in_svg(&session.shown_matrix(screen))),
        Form::Html => ("text/html", "html", matrix_in_html(&session.shown_matrix(screen))),
        Form::ReportHtml(of) => ("text/html", "html", report_in_html(&report(of))),
        Form::ReportMarkdown(of) => ("text/markdown", "md", report_in_markdown(&report(of))),
    };
    let what = match form {
        Form::Csv | Form::Svg | Form::Html => words::matrix(),
        Form::ReportHtml(None) | Form::ReportMarkdown(None) => words::report(),
        Form::ReportHtml(Some(id)) | Form::ReportMarkdown(Some(id)) => {
            session.project.claims.get(id).map_or(words::report(), |claim| claim.text.as_str())
        }
    };
    let name = file_name(&format!("{} {what}", session.project.name), ending);
    state.notify(NoticeKind::Info, said::saved_as(&name), false);
    out.push(Effect::SaveFile(name, kind, content));
}
