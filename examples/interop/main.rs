//! Writes a project with every hard case in every format that can be written, with every value of every option, as the
//! app does. `cargo xtask interop` runs this and hands the files to the programs that read them.
//!
//! `interop FOLDER` writes each file into a folder of its own below `FOLDER`, and a line for each to standard output:
//! the format, what was chosen, the folder, and what a reader should count in it.

mod make;
mod project;

use postil::formats::{FORMATS, Format, Options, PROJECT, Reason, write::packed};
use postil::model::{Project, Status};
use postil::sorted::Map;
use postil::wire::project::{Texts, to_string};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).ok_or("a folder to write into")?;
    let project = project::project();
    for format in FORMATS.iter().filter(|format| format.writes) {
        for options in choices(format) {
            save(&project, &options, Path::new(&folder))?;
        }
    }
    Ok(())
}

/// What is chosen by default, and beside it each other value of each option alone; but not a file for each person, since
/// every one of those has all articles, and judges count them.
fn choices(format: &'static Format) -> Vec<Options> {
    let other = format.options.iter().flat_map(|option| {
        let values = option.values.iter().skip(1).filter(|(value, _)| *value != "person");
        values.map(|(value, _)| Map::from_iter([(option.word.to_owned(), (*value).to_owned())]))
    });
    std::iter::once(Map::new()).chain(other).map(|chosen| Options::new(format, chosen)).collect()
}

/// Writes what a person would save, and says what stands in it.
fn save(project: &Project, options: &Options, folder: &Path) -> Result<(), Box<dyn Error>> {
    let format = options.format;
    let defaults = Options::new(format, Map::new());
    let other = options.iter().zip(defaults.iter()).filter(|(own, default)| own != default);
    let chosen: Vec<String> = other.map(|((option, value), _)| format!("{}={value}", option.word)).collect();
    let (name, bytes, losses) = if *format == PROJECT {
        let text = to_string(project, Texts::Inline);
        (format.file_name(&project.name), text.into_bytes(), Default::default())
    } else {
        let (made, bytes) = packed(project, options)?;
        (made.name, bytes, made.losses)
    };
    let case = match chosen.is_empty() {
        true => format.word.to_owned(),
        false => format!("{}-{}", format.word, chosen.join("-").replace('=', "-")),
    };
    let home = folder.join(&case);
    fs::create_dir_all(&home)?;
    fs::write(home.join(&name), &bytes)?;
    let lost = |reasons: &[Reason]| reasons.iter().map(|reason| losses.count(*reason)).sum::<usize>();
    let stands = |status: Status| matches!(status, Status::Open | Status::Accepted);
    let all = project.all_annotations();
    let all = match *format == PROJECT {
        true => all.count(),
        false => {
            // What a format holds of those that nobody stands for was not counted as lost.
            let (standing, others): (Vec<_>, Vec<_>) = all.partition(|annotation| stands(annotation.status));
            standing.len() + others.len() - lost(&[Reason::Suggested, Reason::Rejected])
        }
    };
    let options = options.iter().map(|(option, value)| format!("{:?}:{value:?}", option.word));
    println!(
        "{{\"format\":{:?},\"chosen\":{:?},\"options\":{{{}}},\"file\":{:?},\"documents\":{},\"annotations\":{},\"relations\":{}}}",
        format.word,
        chosen.join(" "),
        options.collect::<Vec<_>>().join(","),
        format!("{case}/{name}"),
        project.documents().len() - lost(&[Reason::Articles]),
        all - lost(&[Reason::Nested, Reason::Crossing, Reason::Blank, Reason::Kinds, Reason::Annotations]),
        project.relations.len() - lost(&[Reason::Relations, Reason::Across, Reason::Apart]),
    );
    Ok(())
}
