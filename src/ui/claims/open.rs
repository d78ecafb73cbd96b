//! One claim: what it is, its verdict, and the statements that tell it, side by side.

use super::cell::sign;
use super::relations::relations;
use super::{clash, copy, step, wrong};
use crate::analysis::Matrix;
use crate::app::{
    Action, CLAIM, ClaimAct, ClaimChange, ClaimField, ClaimsScreen, Form, Quoted, Session, context, told_id,
};
use crate::model::{Annotation, Claim, Verdict};
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
                <h2 id={CLAIM} tabindex="-1" dir="auto" lang={facts::lang(&claim.language)}>{ &claim.text }</h2>
                { Button::new(own::close(), close).icon(Icon::Close).sign_only().quiet().html() }
            </div>
            { moves(screen, claim, dispatch) }
            { statements(screen, session, matrix, claim, dispatch) }
            { relations(screen, session, claim, dispatch) }
            { fields(screen, claim, dispatch) }
            <div class="tools">
                { save(own::report_html(), own::report_holds(), Form::ReportHtml(Some(claim.id.clone())), dispatch) }
                { save(own::report_markdown(), own::report_holds(), Form::ReportMarkdown(Some(claim.id.clone())), dispatch) }
                { Button::new(own::delete_claim(), act(dispatch, Action::step(ClaimAct::Delete(claim.id.clone()))))
                    .icon(Icon::Delete).danger().title(own::delete_hint()).html() }
            </div>
        </section>
    }
}

/// A button that saves; `holds` says what.
pub(super) fn save(name: &'static str, holds: &'static str, form: Form, dispatch: &Dispatch) -> Html {
    let button = Button::new(name, act(dispatch, Action::step(ClaimAct::Save(form))));
    button.icon(Icon::Export).quiet().title(holds).html()
}

/// Moves its row, and the column whose cell is open.
fn moves(screen: &ClaimsScreen, claim: &Claim, dispatch: &Dispatch) -> Html {
    let button = |name: &'static str, icon: Icon, moved: ClaimAct| {
        Button::new(name, act(dispatch, Action::step(moved))).icon(icon).sign_only().quiet().html()
    };
    let row = |by| ClaimAct::MoveRow(claim.id.clone(), by);
    let column = screen.column.as_ref().map(|head| {
        let column = |by| ClaimAct::MoveColumn(head.clone(), by);
        html! {
            <>
                { button(own::move_back(), Icon::Back, column(-1)) }
                { button(own::move_on(), Icon::On, column(1)) }
            </>
        }
    });
    html! {
        <div class="tools claim-moves">
            { button(own::move_up(), Icon::Up, row(-1)) }
            { button(own::move_down(), Icon::Down, row(1)) }
            { for column }
        </div>
    }
}

/// What is written of it.
fn fields(screen: &ClaimsScreen, claim: &Claim, dispatch: &Dispatch) -> Html {
    let set = |make: fn(String) -> ClaimChange| {
        let id = claim.id.clone();
        step(dispatch, move |typed: String| ClaimAct::Change(id.clone(), make(typed)))
    };
    let none = Verdict::default();
    let verdict = claim.verdict.as_ref().unwrap_or(&none);
    let rating = verdict.rating.as_ref();
    let value = rating.map_or("", |rating| rating.value.as_str());
    let best = rating.and_then(|rating| rating.best.as_ref()).map_or("", |best| best.as_str());
    let worst = rating.and_then(|rating| rating.worst.as_ref()).map_or("", |worst| worst.as_str());
    let field =
        |name: &'static str, value: &str, make| Field::new(name, value.to_owned()).onchange(set(make));
    let wrong = |place| wrong(screen, place);
    html! {
        <>
            { field(own::text(), &claim.text, ClaimChange::Text).rows(2).rests().wrong(wrong(ClaimField::Text)).html() }
            <div class="form-grid">
                { field(own::topic(), &claim.topic, ClaimChange::Topic).html() }
                { field(own::language(), &claim.language, ClaimChange::Language).html() }
                { field(own::check_worthiness(), &claim.check_worthiness, ClaimChange::CheckWorthiness).html() }
                { field(own::verdict(), &verdict.label, ClaimChange::Verdict).html() }
                { field(own::scheme(), &verdict.scheme, ClaimChange::Scheme).html() }
                { field(own::rating(), value, ClaimChange::Rating).wrong(wrong(ClaimField::Rating)).html() }
                { field(own::worst(), worst, ClaimChange::Worst).wrong(wrong(ClaimField::Worst)).html() }
                { field(own::best(), best, ClaimChange::Best).wrong(wrong(ClaimField::Best)).html() }
                { field(own::by(), &verdict.by, ClaimChange::By).html() }
                { field(own::date(), &verdict.date, ClaimChange::Date).wrong(wrong(ClaimField::Date)).html() }
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
    claim: &Claim,
    dispatch: &Dispatch,
) -> Html {
    let row = matrix.rows.iter().find(|row| row.claim == claim.id);
    let told = match row {
        Some(row) => session.quoted_statements(screen, matrix, row, screen.column.as_ref()),
        // A filter leaves the row out.
        None => session.quoted_of(screen, &claim.id),
    };
    let all = row.filter(|_| screen.column.is_some()).map(|_| {
        let open = act(dispatch, Action::step(ClaimAct::Open(claim.id.clone(), None)));
        Button::new(own::all_statements(), open).quiet().html()
    });
    // A column may be silent where others are not.
    let told_elsewhere = row.is_some_and(|row| !row.cells.is_empty());
    let silent = if told_elsewhere { own::silent_here() } else { own::no_statements() };
    // Where all of them are shown; else those that it names may be missing.
    let clash = row.filter(|_| screen.column.is_none()).and_then(|row| row.clash.as_ref());
    let clash = clash.map(|own| clash::in_claim(&claim.id, &session.shown_clash(own), dispatch));
    let one =
        |(annotation, quoted): &(Rc<Annotation>, Quoted)| one(session, claim, annotation, quoted, dispatch);
    html! {
        <div class="told">
            <div class="card-mentions-head"><h3>{ own::statements(told.len()) }</h3>{ for all }</div>
            { for clash }
            <p class="hint" hidden={!told.is_empty()}>{ silent }</p>
            <ul class="told-list" role="list">{ for told.iter().filter_map(one) }</ul>
        </div>
    }
}

/// One statement in its context, with what it says.
fn one(
    session: &Session,
    claim: &Claim,
    annotation: &Annotation,
    quoted: &Quoted,
    dispatch: &Dispatch,
) -> Option<Html> {
    let document = session.project.document(&annotation.document)?;
    let (before, behind) = context(&document.text, annotation.fragments.hull());
    let go = act(dispatch, Action::step(ClaimAct::GoTo(annotation.document.clone(), annotation.id.clone())));
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        go.emit(());
    };
    let source = [&quoted.outlet, &quoted.language, &quoted.published];
    let source: Vec<&str> = source.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    let speakers = Some(quoted.speakers.clone()).filter(|speakers| !speakers.is_empty());
    let says: Vec<String> = quoted.says().into_iter().chain(speakers).collect();
    let lang = facts::lang(&quoted.language);
    let (id, statement) = (claim.id.clone(), annotation.id.clone());
    // The reference can be taken back where a person chose it.
    let hold = match (quoted.reference, claim.reference.as_ref() == Some(&annotation.id)) {
        (false, _) => Some((own::judge_by(), ClaimAct::Reference(id, statement))),
        (true, true) => Some((own::judge_by_earliest(), ClaimAct::Earliest(id, statement))),
        (true, false) => None,
    };
    let hold = hold.map(|(name, held)| Button::new(name, act(dispatch, Action::step(held))).quiet().html());
    Some(html! {
        <li class="told-one" key={annotation.id.as_str()} id={told_id(&annotation.id)} aria-label={quoted.title.clone()}>
            <h4 dir="auto" lang={lang.clone()}>{ &quoted.title }</h4>
            <p class="hint" dir="auto">{ source.join(" · ") }</p>
            <a class="told-quote" dir={quoted.direction()} {lang} href={address::of_article(&annotation.document)} {onclick}>
                <span class="told-around">{ before }</span><mark class="result-hit">{ &quoted.quote }</mark><span class="told-around">{ behind }</span>
            </a>
            <p class="told-says" dir="auto">{ says.join(" · ") }</p>
            <p class="told-judged"><span data-standing={quoted.sign().name()}>{ sign(quoted.sign()) }{ quoted.judgement() }</span></p>
            <div class="tools">
                { for hold }
                { copy::buttons(quoted, dispatch) }
            </div>
        </li>
    })
}
