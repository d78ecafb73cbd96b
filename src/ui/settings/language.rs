//! The language of the interface.

use crate::app::{Action, ChooseLanguage, State};
use crate::browser::language;
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Select, select};
use crate::words::{Language, settings as words};
use yew::prelude::*;

/// The choice of a language, each under its own name; without one it is what the browser asks for.
pub(crate) fn choice(state: &State, dispatch: &Dispatch) -> Html {
    let chosen = state.settings.language();
    let mut choices = vec![Choice::new("", words::as_browser(language::asked().name()))];
    let more = chosen.filter(|language| !Language::ALL.contains(language));
    let languages = Language::ALL.into_iter().chain(more);
    choices.extend(languages.map(|language| Choice::new(language.tag(), language.name())));
    select(Select {
        label: words::language().into(),
        bare: false,
        value: chosen.map_or("", Language::tag),
        choices,
        onchange: dispatch.reform(|tag: String| Action::step(ChooseLanguage(Language::of(&tag)))),
    })
}
