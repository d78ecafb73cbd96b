//! A suggestion in the list.

use super::step;
use crate::app::{
    Action, QUEUE, QueueAct, Queued, Session, Verdict, context, quote, score_share, score_text,
};
use crate::model::{Annotation, AnnotationId, Label, LabelId};
use crate::ui::kit::{Button, Choice, Icon, Select, chip, class, score, select, slot};
use crate::ui::{Dispatch, address, facts};
use crate::words::{decimal_sign, suggestions as own};
use yew::prelude::*;

/// A quote is cut after this many characters.
const QUOTE: usize = 120;
/// Where there are more labels, a row has no choice of them: their keys and region *Annotation* are there for that.
const LABELS: usize = 40;

/// One suggestion: what it marks in its context, its label and score, where it comes from, and what can be done.
pub(super) fn row(
    session: &Session,
    dispatch: &Dispatch,
    at: Option<&AnnotationId>,
    n: usize,
    total: usize,
    Queued { document: home, id, .. }: &Queued,
) -> Option<Html> {
    let project = &session.project;
    let (document, annotation) = (project.document(home)?, project.annotation(home, id)?);
    let label = project.schema.label(&annotation.label);
    let marked = quote(&document.text, annotation, QUOTE);
    let (before, behind) = context(&document.text, annotation.fragments.hull());
    let open: Callback<MouseEvent> = step(dispatch, QueueAct::Open(id.clone()));
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        open.emit(event);
    };
    let what = format!("{} “{marked}”", label.map_or("", |label| &label.name));
    let judge = |verdict: Verdict, name: String, sign: Icon| {
        let judge = step(dispatch, QueueAct::Judge(Some(id.clone()), verdict));
        Button::new(name, judge).icon(sign).sign_only().quiet().html()
    };
    let here = at == Some(id);
    Some(html! {
        <li class={class("suggestion", &[(here, "row-selected")])} key={id.as_str()} aria-setsize={total.to_string()}
            aria-posinset={(n + 1).to_string()} aria-current={here.then_some("true")}>
            <div class="suggestion-label">{ choice(session, dispatch, annotation, label, &marked) }</div>
            <a class="suggestion-link" id={format!("{QUEUE}-{n}")} href={address::of_article(home)} dir="auto" {onclick}>
                { before }<strong>{ marked }</strong>{ behind }
            </a>
            <p class="suggestion-facts hint">
                { match &annotation.origin.score {
                    Some(own) => score(score_share(own), score_text(own, decimal_sign())),
                    None => html! { <span>{ own::no_score() }</span> },
                } }
                <span class="suggestion-rule" dir="auto">{ made_by(session, annotation) }</span>
                <span class="suggestion-article" dir="auto">{ facts::title(&document.metadata) }</span>
            </p>
            <div class="suggestion-acts">
                { judge(Verdict::Accept, own::accept_this(&what), Icon::Accept) }
                { judge(Verdict::Refuse, own::refuse_this(&what), Icon::Close) }
            </div>
        </li>
    })
}

/// Its label, which may be another one before it is accepted.
fn choice(
    session: &Session,
    dispatch: &Dispatch,
    annotation: &Annotation,
    label: Option<&Label>,
    marked: &str,
) -> Html {
    let labels = &session.project.schema.labels;
    let colour = label.map_or(0, |label| label.colour);
    if labels.len() > LABELS {
        return chip(colour, label.map_or("", |label| &label.name));
    }
    let id = annotation.id.clone();
    let chosen = select(Select {
        label: own::label_of(marked).into(),
        bare: true,
        value: annotation.label.as_str(),
        choices: labels.iter().map(|label| Choice::new(label.id.to_string(), label.name.clone())).collect(),
        onchange: dispatch.reform(move |label: String| {
            Action::step(QueueAct::Relabel(Some(id.clone()), LabelId::new(label)))
        }),
    });
    html! {
        <>
            <span class={class("swatch", &[(true, &slot(colour))])} aria-hidden="true"></span>
            { chosen }
        </>
    }
}

/// The rule and who made it, as far as they are known.
pub(super) fn made_by(session: &Session, annotation: &Annotation) -> String {
    let origin = &annotation.origin;
    let who = session.project.people.get(&origin.by).map_or("", |person| person.name.as_str());
    match (origin.rule.as_str(), who) {
        ("", "") => facts::how(origin.how).to_owned(),
        ("", one) | (one, "") => one.to_owned(),
        (rule, who) if rule == who => rule.to_owned(),
        (rule, who) => own::by(rule, who),
    }
}
