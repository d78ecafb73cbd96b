//! The screen *Statistics*: what was counted of the project, as plots and as tables, each to be saved.

mod chart;

use super::{Dispatch, Slots};
use crate::app::{HEADING, Session, State, charts, lengths, ratio};
use crate::model::Timestamp;
use crate::words::{self, decimal_sign, number, statistics as texts};
use std::rc::Rc;
use yew::prelude::*;

/// How many minutes the time of this machine is ahead of UTC at a time.
fn offset(time: Timestamp) -> i32 {
    let date = js_sys::Date::new(&(time.0 as f64).into());
    -(date.get_timezone_offset() as i32)
}

/// The screen *Statistics*.
pub(crate) fn screen(_state: &State, session: &Session, dispatch: &Dispatch, _slots: &Slots) -> Html {
    let all = session.statistics(&offset);
    let (median, longest) = lengths(&all);
    let share = ratio(all.marked, 1_000, all.characters);
    let figure = |n: usize| number(n as u64);
    let facts = [
        (texts::articles(), figure(all.articles.len())),
        (texts::annotations(), figure(all.annotations)),
        (texts::people(), figure(all.people.len())),
        (texts::characters(), figure(all.characters)),
        (texts::covered(), format!("{}{}{} %", share / 10, decimal_sign(), share % 10)),
        (texts::median(), words::characters(median)),
        (texts::longest(), words::characters(longest)),
    ];
    html! {
        <section class="screen statistics" key="statistics">
            <header class="screen-head"><h1 id={HEADING}>{ words::statistics() }</h1></header>
            <dl class="totals">
                { for facts.into_iter().map(|(name, value)| html! {
                    <div class="total" key={name}><dt>{ name }</dt><dd class="figures">{ value }</dd></div>
                }) }
            </dl>
            if all.annotations == 0 {
                <p>{ texts::nothing_yet() }</p>
            }
            <div class="charts">
                { for charts(&all).into_iter().map(|one| chart::chart(&Rc::new(one), dispatch)) }
            </div>
        </section>
    }
}
