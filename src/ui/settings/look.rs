//! How the page looks and what marking does.

use super::change;
use crate::app::{LEADINGS, MEASURES, SIZES, Settings};
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Select, select, with_property};
use crate::words::settings as words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The language, the theme, the size of the text and its lines.
pub(super) fn section(settings: &Settings, language: Html, dispatch: &Dispatch) -> Html {
    let themes =
        [("", words::theme_system()), ("light", words::theme_light()), ("dark", words::theme_dark())];
    let steps = |label: &'static str, now: u32, steps: Vec<(u32, String)>, set: fn(&mut Settings, u32)| {
        let onchange = change(settings, dispatch, move |settings, value: String| {
            set(settings, value.parse().unwrap_or_default());
        });
        let choices = steps.into_iter().map(|(step, name)| Choice::new(step.to_string(), name)).collect();
        select(Select { label: label.into(), bare: false, value: &now.to_string(), choices, onchange })
    };
    let named = |steps: &[u32], names: &[&str]| -> Vec<(u32, String)> {
        steps.iter().copied().zip(names.iter().map(|name| (*name).to_owned())).collect()
    };
    let leadings =
        [words::leading_close(), words::leading_usual(), words::leading_wide(), words::leading_widest()];
    let measures = [
        words::measure_short(),
        words::measure_usual(),
        words::measure_long(),
        words::measure_longer(),
        words::measure_all(),
    ];
    let sizes = SIZES.iter().map(|size| (*size, words::percent(*size))).collect();
    html! {
        <section class="settings-part" aria-labelledby="settings-look">
            <h2 id="settings-look">{ words::appearance() }</h2>
            <div class="settings-row">
                { language }
                { select(Select {
                    label: words::theme().into(),
                    bare: false,
                    value: &settings.theme,
                    choices: themes.map(|(value, text)| Choice::new(value, text)).into(),
                    onchange: change(settings, dispatch, |settings, theme| settings.theme = theme),
                }) }
                { steps(words::size(), settings.size(), sizes, |settings, size| settings.size = size) }
                { steps(words::leading(), settings.leading(), named(&LEADINGS, &leadings), |settings, leading| settings.leading = leading) }
                { steps(words::measure(), settings.measure(), named(&MEASURES, &measures), |settings, measure| settings.measure = measure) }
            </div>
            <p class="settings-sample article" dir="auto">{ words::sample() }</p>
        </section>
    }
}

/// What marking and its keys do.
pub(super) fn marking(settings: &Settings, dispatch: &Dispatch) -> Html {
    let tick = |name: &'static str, on: bool, set: fn(&mut Settings, bool)| {
        let onchange = change(settings, dispatch, move |settings, event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                set(settings, input.checked());
            }
        });
        html! {
            <label class="settings-tick">
                { with_property(html! { <input type="checkbox" {onchange} /> }, "checked", on) }
                <span>{ name }</span>
            </label>
        }
    };
    html! {
        <section class="settings-part" aria-labelledby="settings-marking">
            <h2 id="settings-marking">{ words::marking() }</h2>
            { tick(words::exact(), settings.exact, |settings, on| settings.exact = on) }
            { tick(words::logical(), settings.logical, |settings, on| settings.logical = on) }
            { tick(words::quiet(), settings.quiet, |settings, on| settings.quiet = on) }
        </section>
    }
}
