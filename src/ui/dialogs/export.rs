//! Dialog *Export*: format, options, scope, what the file lacks, and its first lines.

mod labels;
mod scope;
mod splitting;

use super::{Warning, close, footer};
use crate::app::{Action, Export, ExportAct, MADE, Making};
use crate::formats::{FORMATS, Format, Holds, Made, Options};
use crate::model::Project;
use crate::ui::kit::{Button, Choice, Icon, Modal, Select, progress, select};
use crate::ui::{Dispatch, act};
use crate::words::losses::lost;
use crate::words::{self, dialogs as names, scope as more};
use yew::prelude::*;

/// Chooses and saves.
pub(crate) fn export_dialog(
    dispatch: &Dispatch,
    warning: Warning,
    export: &Export,
    project: Option<&Project>,
) -> Html {
    let onclose = close(dispatch);
    let download = act(dispatch, Action::Export);
    let download = Button::new(names::download(), download).icon(Icon::Export).disabled(!export.is_ready());
    let modal = Modal {
        key: "export",
        title: names::export(),
        warning,
        wide: true,
        onclose: onclose.clone(),
        footer: html! {
            <>
                if let Some((done, total)) = export.progress {
                    { progress(names::export(), u64::from(done), u64::from(total), words::of(&words::number(u64::from(done)), &words::number(u64::from(total)))) }
                }
                { footer(names::cancel(), onclose, download) }
            </>
        },
        ..Modal::default()
    };
    let format = Format::named(&export.format);
    let choices = FORMATS
        .iter()
        .filter(|row| row.writes)
        .map(|row| Choice::new(row.word, format!("{} (.{})", row.name.say(), row.endings[0])));
    let on_format = choose(dispatch, export, |export, format| export.format = format);
    let format_select = Select {
        label: names::format().into(),
        bare: false,
        value: &export.format,
        choices: choices.collect(),
        onchange: on_format,
    };
    modal.html(html! {
        <>
            { select(format_select) }
            { for format.map(about) }
            { for format.map(|row| options(dispatch, export, row)) }
            { scope::articles(dispatch, export, project) }
            { for project.map(|project| details(dispatch, export, project)) }
            if export.is_made() {
                { made(dispatch, export) }
            }
            <div class="preview">
                <p class="field-label">{ first_lines(export) }</p>
                <pre class="code" dir="ltr" tabindex="0" aria-label={names::preview()}>{ &export.preview }</pre>
            </div>
        </>
    })
}

/// What a choice changes.
fn choose<T: 'static>(
    dispatch: &Dispatch,
    export: &Export,
    change: impl Fn(&mut Export, T) + 'static,
) -> Callback<T> {
    let export = export.clone();
    dispatch.reform(move |chosen| {
        let mut export = export.clone();
        change(&mut export, chosen);
        Action::step(ExportAct::Choose(export))
    })
}

/// For whom the format is, and what it never holds.
fn about(format: &Format) -> Html {
    let lacks: Vec<&str> = format.lacks().map(Holds::name).collect();
    html! {
        <div class="format-facts">
            <p class="hint">{ format.description.say() }</p>
            if !lacks.is_empty() {
                <p class="hint">{ names::does_not_hold(&lacks.join("; ")) }</p>
            }
        </div>
    }
}

fn options(dispatch: &Dispatch, export: &Export, format: &'static Format) -> Html {
    if format.options.is_empty() {
        return html! { <div class="format-options"></div> };
    }
    let all = Options::new(format, export.options.clone());
    let row = |(option, value): (&'static crate::formats::FormatOption, &'static str)| {
        let choices = option.values.iter().map(|(word, name)| Choice::new(*word, name.say())).collect();
        let onchange = choose(dispatch, export, move |export, value| {
            export.options.insert(option.word.to_owned(), value);
        });
        let select_one = Select { label: option.name.say().into(), bare: false, value, choices, onchange };
        html! { <div key={option.word}>{ select(select_one) }</div> }
    };
    html! { <div class="format-options">{ for all.iter().map(row) }</div> }
}

/// What is seldom chosen, each behind its name.
fn details(dispatch: &Dispatch, export: &Export, project: &Project) -> Html {
    let look = dispatch.reform(|_: MouseEvent| Action::step(ExportAct::Look));
    let part = |name: &'static str, inside: Html| {
        html! {
            <details class="export-more" key={name}>
                <summary onclick={&look}>{ name }</summary>
                <div class="export-inside">{ inside }</div>
            </details>
        }
    };
    let named = !Format::named(&export.format).is_some_and(Format::is_own);
    html! {
        <div class="export-details">
            { part(more::choose(), scope::aspects(dispatch, export, project)) }
            { part(more::split(), splitting::splitting(dispatch, export, project)) }
            if named {
                { part(more::labels(), labels::labels(dispatch, export, project)) }
            }
        </div>
    }
}

/// How far the worker's file is, and what it lacks.
fn made(dispatch: &Dispatch, export: &Export) -> Html {
    let inside = match &export.making {
        _ if export.is_empty() => html! { <p class="hint">{ names::none_chosen() }</p> },
        Making::Not => progress(names::making(), 0, 1, names::making().to_owned()),
        Making::Running(done, all) => {
            let (done, all) = (u64::from(*done), u64::from(*all).max(1));
            progress(names::making(), done, all, words::settings::percent((done * 100 / all) as u32))
        }
        Making::Failed(why) => html! {
            <>
                <p class="without" role="alert">{ why }</p>
                { Button::new(names::again(), act(dispatch, Action::step(ExportAct::Again))).html() }
            </>
        },
        Making::Done(made) => html! {
            <>
                <p class="hint" dir="auto">{ file(made) }</p>
                if !export.scope.is_whole() {
                    <p class="chosen">{ chosen(made) }</p>
                }
                if made.losses.is_empty() {
                    <p>{ names::nothing_lost() }</p>
                } else {
                    <ul class="losses" role="list">
                        { for made.losses.iter().map(|(reason, count)| html! {
                            <li key={reason.word()} class="without">{ lost(count, reason.said()) }</li>
                        }) }
                    </ul>
                }
            </>
        },
    };
    html! {
        <section id={MADE} class="made" tabindex="-1" aria-label={names::what_is_lost()}>
            <p class="field-label">{ names::what_is_lost() }</p>
            { inside }
        </section>
    }
}

/// What the file is called, how large it is, and what is in it.
fn file(made: &Made) -> String {
    let size = words::bytes(made.size);
    match &made.files[..] {
        [] => names::file_is(&made.name, &size),
        files => names::files_are(&made.name, &size, &files.join(", ")),
    }
}

/// How much of the project is in it.
fn chosen(made: &Made) -> String {
    let number = |count: usize| words::number(count as u64);
    let (articles, annotations) = (made.articles, made.annotations);
    more::chosen(&number(articles.0), &number(articles.1), &number(annotations.0), &number(annotations.1))
}

/// Of which file the first lines are.
fn first_lines(export: &Export) -> String {
    match &export.making {
        Making::Done(made) => match made.files.first() {
            Some(file) => names::first_lines_of(file),
            None => names::first_lines().to_owned(),
        },
        _ => names::first_lines().to_owned(),
    }
}
