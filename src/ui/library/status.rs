//! The choice of a status.

use crate::app::{Action, LibraryAct, status_name};
use crate::model::DocumentStatus;
use crate::ui::kit::{Choice, Select, select};
use crate::ui::{Dispatch, maybe};
use yew::prelude::*;

/// All, with what a choice hands over.
pub(super) const STATUSES: [(&str, DocumentStatus); 4] = [
    ("new", DocumentStatus::New),
    ("in-work", DocumentStatus::InWork),
    ("done", DocumentStatus::Done),
    ("checked", DocumentStatus::Checked),
];

/// What a choice handed over.
pub(super) fn status_of(value: &str) -> Option<DocumentStatus> {
    STATUSES.iter().find(|(name, _)| *name == value).map(|(_, status)| *status)
}

/// What a choice hands over for a status.
pub(super) fn status_value(status: DocumentStatus) -> &'static str {
    STATUSES.iter().find(|(_, other)| *other == status).map_or("", |(name, _)| *name)
}

/// A status, to be set; `first` stands for none.
pub(crate) fn status_select(
    dispatch: &Dispatch,
    label: AttrValue,
    status: Option<DocumentStatus>,
    first: Option<&'static str>,
    set: impl Fn(DocumentStatus) -> LibraryAct + 'static,
) -> Html {
    let onchange = maybe(dispatch, move |value: String| Some(Action::step(set(status_of(&value)?))));
    let choices = first.map(|text| Choice::new("", text)).into_iter();
    let value = status.map_or("", status_value);
    select(Select {
        label,
        bare: true,
        value,
        choices: choices
            .chain(STATUSES.map(|(value, status)| Choice::new(value, status_name(status))))
            .collect(),
        onchange,
    })
}
