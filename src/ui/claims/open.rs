//! One claim: what it is, its verdict, and the statements that tell it, side by side.

use super::relations::relations;
use super::step;
use crate::analysis::matrix::Row;
use crate::analysis::{Matrix, Statement};
use crate::app::{Action, CLAIM, ClaimAct, ClaimChange, ClaimsScreen, Session, context};
use crate::model::{Annotation, Claim, ClaimId, Verdict};
use crate::ui::kit::{Button, Field, Icon};
use crate::ui::{Dispatch, act, address, facts, typed};
use crate::words::claims as own;
use std::rc::Rc;
use yew::prelude::*;

/// The open claim.
pub(super) fn open(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Matrix,
    claim: &Claim,
    dispatch: &Dispatch,
) -> Html {
    let close = act(dispatch, Action::step(ClaimAct::Close));
    let onkeydown = typed::closes(&close);
    html! {
        <section class="card claim" key={claim.id.as_str()} aria-label={own::claim()} {onkeydown}>
            <div class="card-head">
                <h2 id={CLAIM} tabindex="-1" dir="auto">{ &claim.text }</h2>
                { Button::new(own::close(), close).icon(Icon::Close).sign_only().quiet().html() }
            </div>
            { statements(screen, session, matrix, &claim.id, dispatch) }
            { relations(screen, session, claim, dispatch) }
            { fields(claim, dispatch) }
            <div class="tools">
                { Button::new(own::delete_claim(), act(dispatch, Action::step(ClaimAct::Delete(claim.id.clone()))))
                    .icon(Icon::Delete).danger().title(own::delete_hint()).html() }
            </div>
        </section>
    }
}

/// What is written of it.
fn fields(claim: &Claim, dispatch: &Dispatch) -> Html {
    let set = |make: fn(String) -> ClaimChange| {
        let id = claim.id.clone();
        step(dispatch, move |typed: String| ClaimAct::Change(id.clone(), make(typed)))
    };
    let none = Verdict::default();
    let verdict = claim.verdict.as_ref().unwrap_or(&none);
    let field =
        |name: &'static str, value: &str, make| Field::new(name, value.to_owned()).onchange(set(make));
    html! {
        <>
            { field(own::text(), &claim.text, ClaimChange::Text).rows(2).rests().html() }
            <div class="form-grid">
                { field(own::topic(), &claim.topic, ClaimChange::Topic).html() }
                { field(own::language(), &claim.language, ClaimChange::Language).html() }
                { field(own::check_worthiness(), &claim.check_worthiness, ClaimChange::CheckWorthiness).html() }
                { field(own::verdict(), &verdict.label, ClaimChange::Verdict).html() }
                { field(own::scheme(), &verdict.scheme, ClaimChange::Scheme).html() }
                { field(own::by(), &verdict.by, ClaimChange::By).html() }
                { field(own::date(), &verdict.date, ClaimChange::Date).html() }
                { field(own::url(), &verdict.url, ClaimChange::Url).kind("url").html() }
            </div>
            { field(own::justification(), &verdict.justification, ClaimChange::Justification).rows(2).rests().html() }
        </>
    }
}

/// The statements of the open cell, or of the row.
fn statements(
    screen: &ClaimsScreen,
    session: &Session,
    matrix: &Matrix,
    id: &ClaimId,
    dispatch: &Dispatch,
) -> Html {
    let row = matrix.rows.iter().find(|row| row.claim == *id);
    let told = match row {
        Some(row) => session.statements(matrix, row, screen.column.as_ref()),
        // A filter leaves the row out.
        None => session.told(id),
    };
    let all = row.filter(|_| screen.column.is_some()).map(|_| {
        let open = act(dispatch, Action::step(ClaimAct::Open(id.clone(), None)));
        Button::new(own::all_statements(), open).quiet().html()
    });
    let one = |(annotation, statement): &(Rc<Annotation>, Statement)| {
        one(session, id, row, annotation, statement, dispatch)
    };
    html! {
        <div class="told">
            <div class="card-mentions-head"><h3>{ own::statements(told.len()) }</h3>{ for all }</div>
            <p class="hint" hidden={!told.is_empty()}>{ own::no_statements() }</p>
            <ul class="told-list" role="list">{ for told.iter().filter_map(one) }</ul>
        </div>
    }
}

/// One statement in its context, with what it says.
fn one(
    session: &Session,
    id: &ClaimId,
    row: Option<&Row>,
    annotation: &Annotation,
    statement: &Statement,
    dispatch: &Dispatch,
) -> Option<Html> {
    let document = session.project.document(&annotation.document)?;
    let own_facts = &document.metadata;
    let (before, behind) = context(&document.text, annotation.fragments.hull());
    let quote = session.named(annotation);
    let go = act(dispatch, Action::step(ClaimAct::GoTo(annotation.document.clone(), annotation.id.clone())));
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        go.emit(());
    };
    let is_reference =
        row.and_then(|row| row.reference.as_ref()).is_some_and(|(_, own)| *own == annotation.id);
    let judge = act(dispatch, Action::step(ClaimAct::Reference(id.clone(), annotation.id.clone())));
    let speaker = session.who_name(&statement.who(&session.project));
    let facts = [own_facts.outlet.as_str(), own_facts.language.as_str(), own_facts.published.as_str()];
    let facts: Vec<&str> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    let says = [
        statement.stance.map(|stance| stance.word().to_owned()),
        statement.quantity.as_ref().map(|quantity| quantity.to_string()),
        Some(speaker).filter(|speaker| !speaker.is_empty()),
        statement.when.as_ref().map(|when| when.value.clone()),
    ];
    let says: Vec<String> = says.into_iter().flatten().filter(|one| !one.is_empty()).collect();
    Some(html! {
        <li class="told-one" key={annotation.id.as_str()}>
            <h4 dir="auto">{ facts::title(own_facts) }</h4>
            <p class="hint" dir="auto">{ facts.join(" · ") }</p>
            <a class="told-quote" dir="auto" href={address::of_article(&annotation.document)} {onclick}>
                <span class="told-around">{ before }</span><mark class="result-hit">{ quote }</mark><span class="told-around">{ behind }</span>
            </a>
            <p class="told-says" dir="auto">{ says.join(" · ") }</p>
            if is_reference {
                <p class="hint">{ "◆ " }{ own::reference() }</p>
            } else {
                { Button::new(own::judge_by(), judge).quiet().html() }
            }
        </li>
    })
}
