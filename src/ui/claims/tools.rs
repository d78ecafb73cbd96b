//! What is looked at in the matrix, and how it is judged.

use super::cell::signs;
use super::open::save;
use super::{step, wrong};
use crate::analysis::Rules;
use crate::analysis::matrix::{Axis, Sort};
use crate::app::{Action, ClaimAct, ClaimField, ClaimsScreen, Command, Form, Session};
use crate::ui::kit::{Button, Choice, Field, Icon, Select, select};
use crate::ui::{Dispatch, act};
use crate::words::claims as own;
use yew::prelude::*;

/// Columns, order, filters.
pub(super) fn tools(screen: &ClaimsScreen, session: &Session, dispatch: &Dispatch) -> Html {
    let facets = session.claim_facets();
    let axes = [
        ("articles", own::articles(), Axis::Articles),
        ("outlets", own::outlets(), Axis::Outlets),
        ("speakers", own::speakers(), Axis::Speakers),
    ];
    let sorts = [
        ("given", own::by_given(), Sort::Given),
        ("conflict", own::by_conflict(), Sort::Conflict),
        ("coverage", own::by_coverage(), Sort::Coverage),
        ("date", own::by_date(), Sort::Date),
        ("name", own::by_name(), Sort::Name),
    ];
    let axis = one_of(own::columns(), screen.axis, axes, step(dispatch, ClaimAct::Axis));
    let sort = one_of(own::order(), screen.sort, sorts, step(dispatch, ClaimAct::Sort));
    let topic = step(dispatch, ClaimAct::Topic);
    let outlet = step(dispatch, ClaimAct::Outlet);
    let language = step(dispatch, ClaimAct::Language);
    let tolerance = screen.tolerance.unwrap_or(Rules::default().tolerance).to_string();
    html! {
        <div class="claims-tools">
            { axis }
            { sort }
            { filter(own::topic(), own::every_topic(), &facets.topics, screen.topic.as_deref(), topic) }
            { filter(own::outlet(), own::every_outlet(), &facets.outlets, screen.outlet.as_deref(), outlet) }
            { filter(own::language(), own::every_language(), &facets.languages, screen.language.as_deref(), language) }
            <div class="claims-tolerance">
                { Field::new(own::tolerance(), tolerance).onchange(step(dispatch, ClaimAct::Tolerance))
                    .wrong(wrong(screen, ClaimField::Tolerance)).html() }
            </div>
        </div>
    }
}

/// One of a few.
fn one_of<T: Copy + PartialEq + 'static, const N: usize>(
    label: &'static str,
    now: T,
    all: [(&'static str, &'static str, T); N],
    set: Callback<T>,
) -> Html {
    let value = all.iter().find(|(.., one)| *one == now).map_or("", |(id, ..)| id);
    let choices = all.iter().map(|(id, name, _)| Choice::new(*id, *name)).collect();
    let onchange = Callback::from(move |chosen: String| {
        if let Some((.., one)) = all.iter().find(|(id, ..)| *id == chosen) {
            set.emit(*one);
        }
    });
    html! { <div class="field">{ select(Select { label: label.into(), bare: false, value, choices, onchange }) }</div> }
}

/// One of what there is, or all; nothing where there is nothing to choose.
fn filter(
    label: &'static str,
    all: &'static str,
    values: &[String],
    now: Option<&str>,
    set: Callback<Option<String>>,
) -> Html {
    if values.len() < 2 && now.is_none() {
        return Html::default();
    }
    let mut choices = vec![Choice::new("", all)];
    choices.extend(values.iter().map(|value| Choice::new(value.clone(), value.clone())));
    // One that is gone can be taken off.
    if let Some(gone) = now.filter(|now| !values.iter().any(|value| value == now)) {
        choices.push(Choice::new(gone.to_owned(), gone.to_owned()));
    }
    let onchange = set.reform(|chosen: String| (!chosen.is_empty()).then_some(chosen));
    let value = now.unwrap_or_default();
    html! { <div class="field">{ select(Select { label: label.into(), bare: false, value, choices, onchange }) }</div> }
}

/// What the signs mean, and on request the rule behind them.
pub(super) fn legend(screen: &ClaimsScreen, dispatch: &Dispatch) -> Html {
    let explain = act(dispatch, Action::step(ClaimAct::Explain(!screen.explained)));
    let rules = [
        own::rule_1(),
        own::rule_2(),
        own::rule_3(),
        own::rule_4(),
        own::rule_5(),
        own::rule_6(),
        own::rule_7(),
    ];
    html! {
        <div class="claims-legend">
            <ul role="list">{ signs() }</ul>
            { Button::new(own::explain(), explain).icon(Icon::Help).quiet().expanded(screen.explained).html() }
            <ol class="claims-rules" hidden={!screen.explained}>{ for rules.map(|rule| html! { <li key={rule}>{ rule }</li> }) }</ol>
            <p class="hint claims-moving">{ own::move_hint() }</p>
        </div>
    }
}

/// On paper and as files: the matrix as it is shown, and the report of the claims in it.
pub(super) fn takes_away(dispatch: &Dispatch) -> Html {
    let print = act(dispatch, Action::Run(Command::Print));
    html! {
        <div class="tools claims-away" role="group" aria-label={own::take_away()}>
            { Button::new(own::print(), print).quiet().title(own::print_hint()).html() }
            { save(own::save_svg(), own::matrix_holds(), Form::Svg, dispatch) }
            { save(own::save_csv(), own::matrix_holds(), Form::Csv, dispatch) }
            { save(own::save_html(), own::matrix_holds(), Form::Html, dispatch) }
            { save(own::reports_html(), own::reports_hold(), Form::ReportHtml(None), dispatch) }
            { save(own::reports_markdown(), own::reports_hold(), Form::ReportMarkdown(None), dispatch) }
        </div>
    }
}
