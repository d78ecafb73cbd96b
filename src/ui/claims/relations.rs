//! How the open claim stands to others.

use crate::app::{Action, CLAIM_RELATION, ClaimsScreen, RelateAct, Session};
use crate::model::{Claim, ClaimId, RelationTypeId};
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Combo, Select, select};
use crate::ui::relations::list;
use crate::words::relations as words;
use yew::prelude::*;

/// The relations of a claim, and fields for one more.
pub(super) fn relations(
    screen: &ClaimsScreen,
    session: &Session,
    claim: &Claim,
    dispatch: &Dispatch,
) -> Html {
    let rows = session.claim_relations(&claim.id);
    html! {
        <section class="claim-relations" aria-label={words::relations()}>
            <h3>{ words::relations() }</h3>
            <p class="hint" hidden={!rows.is_empty()}>{ words::no_relations() }</p>
            { list(dispatch, &rows, false) }
            if session.project.claims.len() > 1 {
                { add(screen, session, &claim.id, dispatch) }
            }
        </section>
    }
}

fn add(screen: &ClaimsScreen, session: &Session, claim: &ClaimId, dispatch: &Dispatch) -> Html {
    let tie = &screen.relating;
    let types = session.claim_relation_types();
    let chosen = types.iter().find(|kind| tie.kind.as_ref() == Some(&kind.id)).or(types.first());
    let kinds = Select {
        label: words::type_of_new().into(),
        bare: false,
        value: chosen.map_or("", |kind| kind.id.as_str()),
        choices: types.iter().map(|kind| Choice::new(kind.id.to_string(), kind.name.clone())).collect(),
        onchange: dispatch.reform(|id: String| Action::step(RelateAct::ClaimKind(RelationTypeId::new(id)))),
    };
    let found = tie.words.as_ref().map(|typed| session.other_claims(claim, typed)).unwrap_or_default();
    let none = tie.words.is_some() && found.is_empty();
    let row = |(id, text): (ClaimId, String)| {
        let shown = html! { <span class="refers-name" dir="auto">{ text }</span> };
        (Action::step(RelateAct::TakeClaim(id)), shown)
    };
    let combo = Combo {
        dispatch,
        id: CLAIM_RELATION,
        name: words::other_claim(),
        placeholder: words::choose_claim(),
        words: tie.words.as_deref(),
        at: tie.at,
        rows: found.into_iter().map(row).collect(),
        reveal: |_| {},
        on_type: |words| Action::step(RelateAct::TypeClaim(words)),
        on_row: |row| Action::step(RelateAct::ToClaim(row)),
        on_close: || Action::step(RelateAct::CloseClaim),
    };
    html! {
        <div class="claim-relate">
            { select(kinds) }
            <div class="claim-relate-other">
                <span class="field-label" aria-hidden="true">{ words::other_claim() }</span>
                { combo.html() }
                <p class="hint" role="status">{ if none { words::no_other_claim() } else { "" } }</p>
            </div>
        </div>
    }
}
