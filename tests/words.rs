//! Every word that a person sees stands in `src/words`, in each language, and the languages agree.

use std::fs;
use std::path::{Path, PathBuf};

/// Files whose texts are no words of the interface, and why.
const NO_WORDS: &[(&str, &str)] = &[
    ("src/model/check.rs", "for tests: what a file breaks is said by `wire`"),
    ("src/model/preset.rs", "what labels are called is data of the project, in its language"),
    ("src/model/presets.rs", "as in preset.rs"),
    ("src/wire/project.rs", "what a file says of the program that wrote it"),
    ("src/wire/json/scan.rs", "where JSON is broken, in the terms of its grammar"),
    ("src/storage/recovery.rs", "why a record was put aside is kept with it, as data"),
    ("src/storage/later.rs", "as in recovery.rs"),
    ("src/storage/check.rs", "as in recovery.rs"),
    ("src/storage/quarantine.rs", "as in recovery.rs"),
    ("src/storage/replay.rs", "as in recovery.rs"),
    ("src/storage/memory.rs", "a database for tests"),
    ("src/browser/docview/cut.rs", "names of classes"),
    ("src/browser/docview/paint.rs", "names of classes"),
    ("src/text/binary.rs", "how files begin"),
    ("src/text/phrasing.rs", "abbreviations in articles"),
    ("src/text/source.rs", "for `Debug`"),
    ("src/formats/conllu.rs", "a name in files"),
    ("src/formats/conllu/lines.rs", "comments and keys in files of CoNLL-U"),
    ("src/formats/conllu/write.rs", "comments in files of CoNLL-U"),
    ("src/formats/brat.rs", "names in files of brat"),
    ("src/formats/brat/conf.rs", "names in files of brat"),
    ("src/formats/cas/features.rs", "names in files of UIMA"),
    ("src/formats/cas/structures.rs", "names in files of UIMA"),
    ("src/formats/cas/types.rs", "names in files of UIMA"),
    ("src/formats/web_annotation.rs", "terms of the vocabulary"),
    ("src/formats/web_annotation/locate.rs", "as in web_annotation.rs"),
    ("src/formats/web_annotation/read.rs", "as in web_annotation.rs"),
    ("src/formats/web_annotation/bodies.rs", "as in web_annotation.rs"),
    ("src/formats/web_annotation/items.rs", "as in web_annotation.rs"),
    ("src/formats/claim_review.rs", "types of schema.org"),
    ("src/formats/hugging_face/card.rs", "a card of a dataset, which is in English as they all are"),
    ("src/formats/spacy/hash.rs", "names that spaCy knows"),
    ("src/formats/label_studio/config.rs", "tags of a labelling interface"),
    ("src/formats/label_studio/xml.rs", "tags of a labelling interface"),
    ("src/formats/label_studio/regions.rs", "a name in files"),
    ("src/formats/doccano/columns.rs", "keys in files of doccano"),
    ("src/formats/doccano/read.rs", "as in columns.rs"),
    ("src/formats/html/furniture.rs", "what news sites write, looked for"),
    ("src/formats/html/json_ld.rs", "types of schema.org"),
    ("src/formats/html/tree.rs", "what browsers write into pages"),
    ("src/formats/html.rs", "how pages begin"),
    ("src/analysis/names/script.rs", "codes of scripts (ISO 15924)"),
    ("src/analysis/names/skeleton.rs", "endings that names have in articles"),
    ("src/analysis/names/word.rs", "particles of names in articles"),
    ("src/main.rs", "what is said in a terminal"),
];

/// Names of keys, of what the browser offers, and of what tests look for.
const NAMES: &str = "Alt Backquote Backslash Backspace Comma Control Ctrl Dead Delete Digit End Enter Equal Esc Escape Files \
                     Highlight Home Intl Key Mac Meta Minus Numpad Period Process Quote Segmenter Semicolon Shift Slash \
                     Space Tab Unidentified Worker already_there";

/// Lines that hold texts for other eyes: reasons of lints, broken invariants, the console, classes.
const ELSEWHERE: [&str; 11] = [
    "expect(",
    "reason =",
    "console::",
    "class(",
    "class=",
    "panic!",
    "assert",
    "rel=",
    "closest(",
    "matches(",
    "query_selector",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files = Vec::new();
    for path in entries {
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a source can be read")
}

/// The string literals of Rust code, each with its line from 1 and what stands before it in that line. Comments and the
/// tests at the bottom of a file are left out.
fn literals(source: &str) -> Vec<(usize, String, String)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    let (mut line, mut before, mut chars) = (1, String::new(), code.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '\n' => {
                line += 1;
                before.clear();
            }
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|&c| c != '\n').is_some() {},
            '\'' => {
                // A character; a lifetime has no second mark.
                let rest: String = chars.clone().take(3).collect();
                let length = rest.strip_prefix('\\').and_then(|escaped| escaped.find('\'')).map(|at| at + 2);
                let length = length.or_else(|| (rest.chars().nth(1) == Some('\'')).then_some(2));
                for _ in 0..length.unwrap_or_default() {
                    chars.next();
                }
            }
            '"' => {
                let (start, mut text) = (line, String::new());
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => match chars.next() {
                            Some('\n') => {
                                line += 1;
                                while chars.next_if(|c| c.is_whitespace()).is_some_and(|c| c != '\n') {}
                            }
                            Some('u') => while chars.next_if(|&c| c != '}').is_some() {},
                            Some(c) => text.push(c),
                            None => {}
                        },
                        c => {
                            line += usize::from(c == '\n');
                            text.push(c);
                        }
                    }
                }
                found.push((start, before.clone(), text));
                before.push_str("\"\"");
            }
            c => before.push(c),
        }
    }
    found
}

/// A text without what is put in.
fn plain(text: &str) -> String {
    text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect()
}

/// Whether a text reads as words: two in a row, or one with a capital.
fn is_words(text: &str) -> bool {
    let word = |part: &str| part.chars().count() > 1 && part.chars().all(|c| c.is_lowercase() || c == '\'');
    if NAMES.split(' ').any(|name| name == text.replace(' ', "_"))
        || [":is(", "#{", "[", ".dialog-", "\"", "px"].iter().any(|sign| text.contains(sign))
    {
        return false;
    }
    // Without what is put in.
    let plain: String =
        text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
    let parts = plain.split_whitespace().map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let row = parts.windows(2).any(|pair| {
        let first = pair[0].chars().next().is_some_and(char::is_alphabetic) && pair[0].chars().count() > 1;
        first && word(pair[1])
    });
    let named = |part: &str| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase)
            && part.chars().count() > 2
            && chars.all(char::is_lowercase)
    };
    row || (parts.len() == 1 && named(parts[0]) && plain.trim().trim_end_matches(['…', '.', ':']) == parts[0])
}

/// The classes that the styles know.
fn classes() -> Vec<String> {
    let files = fs::read_dir(root().join("styles")).expect("there are styles").flatten();
    let styles: String = files.map(|file| read(&file.path())).collect();
    let names = styles.split('.').skip(1).map(|part| {
        let end = part.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(part.len());
        part[..end].to_owned()
    });
    names.collect()
}

#[test]
fn all_words_stand_in_one_place() {
    let mut strays = Vec::new();
    let classes = classes();
    for path in sources(&root().join("src")) {
        let name = path.strip_prefix(root()).expect("a source is below the root").display().to_string();
        let skipped = name.starts_with("src/words/") || NO_WORDS.iter().any(|(file, _)| *file == name);
        // Tests of a module in a file of its own.
        if skipped || name.ends_with("tests.rs") {
            continue;
        }
        let source = read(&path);
        let lines: Vec<&str> = source.lines().collect();
        for (line, before, text) in literals(&source) {
            // Behind the opening of a call that stands in the line above.
            let above = lines.get(line.wrapping_sub(2)).filter(|_| before.trim().is_empty());
            let context = format!("{} {before}", above.copied().unwrap_or_default());
            let shown =
                [format!("{{ \"{text}\" }}<"), format!("title=\"{text}"), format!("aria-label=\"{text}")];
            let here = text.chars().filter(|c| c.is_alphabetic()).count() > 1
                && shown.iter().any(|shown| lines.get(line - 1).is_some_and(|whole| whole.contains(shown)));
            let styled = text.split(' ').all(|part| classes.iter().any(|class| class == part));
            let elsewhere = styled || ELSEWHERE.iter().any(|place| context.contains(place));
            if here || (is_words(&text) && !elsewhere) {
                strays.push(format!("{name}:{line}: {text}"));
            }
        }
    }
    assert!(
        strays.is_empty(),
        "words outside src/words, or add a reason to tests/words.rs:\n{}",
        strays.join("\n")
    );
}

/// The name of a word, its text in English and in Indonesian.
struct Pair {
    name: String,
    english: String,
    indonesian: String,
}

/// Every entry of `words!` and `names!`.
fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for path in sources(&root().join("src/words")) {
        let file = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let mut waiting: Option<(usize, String, String)> = None;
        for (line, before, text) in literals(&read(&path)) {
            let before = before.trim();
            match waiting.take() {
                // The second text: behind a comma, or alone in its line.
                Some((_, name, english)) if before.is_empty() || before.ends_with("\"\",") => {
                    pairs.push(Pair { name, english, indonesian: text });
                }
                _ => {
                    let head = before.strip_suffix(':').map(str::trim);
                    let head = head.filter(|head| head.split('(').next().is_some_and(is_name));
                    waiting = head.map(|head| (line, format!("{file}::{head}"), text));
                }
            }
        }
    }
    pairs
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The names between braces, in order of the alphabet.
fn arguments(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1).filter_map(|part| part.split('}').next());
    let mut names: Vec<&str> = parts.collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Words that are the same in both languages, rightly.
const SAME: &str = "Postil|spaCy DocBin|Menu|Status|Label|URL|Format|JSON Lines|brat standoff|UIMA CAS JSON|Thai|CoNLL-2003|OntoNotes 5|NERGrit (IndoNLU)|slot {slot}|label|ClaimReview|Markdown";

#[test]
fn both_languages_say_the_same() {
    let pairs = pairs();
    assert!(pairs.len() > 400, "only {} entries were found in src/words", pairs.len());
    let mut wrong = Vec::new();
    for Pair { name, english, indonesian } in &pairs {
        let mut check = |holds: bool, what: &str| {
            if !holds {
                wrong.push(format!("{name}: {what}: “{english}” | “{indonesian}”"));
            }
        };
        check(arguments(english) == arguments(indonesian), "other arguments");
        let letters = plain(english).chars().any(char::is_alphabetic);
        check(
            english != indonesian || !letters || SAME.split('|').any(|same| same == english),
            "not translated",
        );
        let edges = |text: &str| (text.starts_with(' '), text.ends_with(' '), text.trim_end().chars().last());
        let ((a, b, last), (c, d, other)) = (edges(english), edges(indonesian));
        check((a, b) == (c, d), "other spaces at the ends");
        let ends = |last: Option<char>| last.filter(|c| ".…?!:,;".contains(*c));
        check(ends(last) == ends(other), "another end");
        check(!indonesian.trim().is_empty(), "empty");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The start page is there before the wasm: `static/boot.js` has its words.
#[test]
fn the_start_page_speaks_as_the_app_does() {
    let (boot, page) = (read(&root().join("static/boot.js")), read(&root().join("index.html")));
    let table = boot.split("const INDONESIAN = {").nth(1).and_then(|rest| rest.split("\n};").next());
    let texts: Vec<String> =
        literals(table.expect("boot.js has its table")).into_iter().map(|(_, _, text)| text).collect();
    assert!(texts.len() > 20 && texts.len().is_multiple_of(2));
    let (known, rest) = (pairs(), boot.split("\n};").skip(1).collect::<String>());
    for pair in texts.chunks(2) {
        let [english, indonesian] = pair else { unreachable!("chunks of two") };
        let used = page.contains(english) || rest.contains(&format!("spoken(\"{english}\")"));
        assert!(used, "nothing says “{english}”");
        let mut same = known.iter().filter(|known| known.english == *english).peekable();
        if same.peek().is_some() {
            assert!(
                same.any(|known| known.indonesian == *indonesian),
                "“{english}” is said otherwise in src/words"
            );
        }
    }
    // And all that the page shows is in the table.
    let start = page.split("<div id=\"start\"").nth(1).expect("index.html has a start page");
    let start: String = start.split("<noscript>").take(1).chain(start.split("</noscript>").skip(1)).collect();
    for text in start.split('>').filter_map(|part| part.split('<').next()).map(str::trim) {
        let words = text.split_whitespace().count() > 1 && !text.contains("--");
        assert!(!words || texts.iter().step_by(2).any(|english| english == text), "boot.js lacks “{text}”");
    }
}
