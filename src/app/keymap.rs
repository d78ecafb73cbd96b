//! From a key press to what it does.
//!
//! A key is matched by its character; where that is no ASCII character (a Cyrillic, Greek or Arabic layout), by its
//! place on the keyboard; digits always by their place. Letters and digits fire only while the article or a list of
//! annotations has the focus; signs such as `/` and `?` wherever no text is typed; what holds Ctrl or is a function key
//! also while text is typed, but for undoing, which a text field does itself; nothing during composition.

use super::{COMMANDS, Command};
use crate::app::command::Extend;
use crate::model::{LabelId, RelationTypeId, Schema};
use crate::text::fold;
use std::fmt;

/// A key press as the browser tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// `KeyboardEvent.code`: the place, as on a US keyboard; empty where AltGr wrote the character.
    pub code: String,
    /// Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    /// Alt or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// During composition (IME), or a dead key.
    pub composing: bool,
}

/// What has the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The article.
    Article,
    /// A list of annotations.
    List,
    /// A text field: keys write in it, but those that write nothing.
    Editable,
    /// Anything else.
    Elsewhere,
}

/// What a key press does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Runs a command.
    Run(Command),
    /// Marks with a label.
    Label(LabelId),
    /// Begins a relation of a type.
    Relation(RelationTypeId),
}

/// A key with its modifiers, as `Ctrl+Shift+z`: what the table of commands and the sheet of keys are written in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    ctrl: bool,
    alt: bool,
    shift: bool,
    /// A character in lower case, or a name such as `ArrowLeft`.
    key: String,
}

impl Chord {
    /// Reads the notation of the table.
    pub fn parse(notation: &str) -> Self {
        let mut chord = Self { ctrl: false, alt: false, shift: false, key: String::new() };
        let mut rest = notation;
        while let Some((modifier, behind)) = rest.split_once('+').filter(|(_, behind)| !behind.is_empty()) {
            match modifier {
                "Ctrl" => chord.ctrl = true,
                "Alt" => chord.alt = true,
                "Shift" => chord.shift = true,
                _ => break,
            }
            rest = behind;
        }
        chord.key = rest.to_owned();
        chord
    }

    /// As the table of commands writes it.
    pub fn notation(&self) -> String {
        let mut text = String::new();
        for (held, name) in [(self.ctrl, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                text.push_str(name);
            }
        }
        text + &self.key
    }

    /// The same with Shift.
    pub(super) fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// A chord that is one character without a modifier.
    pub fn of_char(key: char) -> Self {
        Self { ctrl: false, alt: false, shift: false, key: fold(key).to_string() }
    }

    /// Whether it is a letter or a digit without Ctrl or Alt, which are for marking, or presses a button.
    fn is_of_the_article(&self) -> bool {
        let presses = matches!(self.key.as_str(), "Enter" | "Space");
        let letter = self.key.chars().count() == 1 && !is_punctuation(&self.key);
        !self.ctrl && !self.alt && (presses || letter)
    }

    /// Whether it writes nothing in a text field: it holds Ctrl, or is a function key, whose name alone begins so.
    fn writes_nothing(&self) -> bool {
        self.ctrl || self.key.starts_with('F')
    }

    /// For `aria-keyshortcuts`.
    pub fn aria(&self) -> String {
        self.notation().replacen("Ctrl+", "Control+", 1)
    }

    /// The keys to show, one by one: `Ctrl`, `Shift`, `Z`.
    pub fn caps(&self, mac: bool) -> Vec<String> {
        let mut caps = Vec::new();
        for (held, plain, on_mac) in
            [(self.ctrl, "Ctrl", "⌘"), (self.alt, "Alt", "⌥"), (self.shift, "Shift", "⇧")]
        {
            if held {
                caps.push(if mac { on_mac } else { plain }.to_owned());
            }
        }
        caps.push(match self.key.as_str() {
            "ArrowLeft" => "←".to_owned(),
            "ArrowRight" => "→".to_owned(),
            "ArrowUp" => "↑".to_owned(),
            "ArrowDown" => "↓".to_owned(),
            "Escape" => "Esc".to_owned(),
            key if key.len() == 1 => key.to_ascii_uppercase(),
            key => key.to_owned(),
        });
        caps
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.caps(false).join("+"))
    }
}

/// The character on a US keyboard at a place, without Shift.
fn at_place(code: &str) -> Option<&str> {
    if let Some(letter) = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit")) {
        return Some(letter);
    }
    Some(match code {
        "BracketLeft" => "[",
        "BracketRight" => "]",
        "Period" => ".",
        "Comma" => ",",
        "Slash" => "/",
        "Minus" => "-",
        "Equal" => "=",
        "Semicolon" => ";",
        "Quote" => "'",
        "Backslash" => "\\",
        "Backquote" => "`",
        _ => return None,
    })
}

/// The character on a US keyboard at a place, with Shift.
fn at_place_with_shift(code: &str) -> Option<&str> {
    Some(match code {
        "Digit1" => "!",
        "Slash" => "?",
        "Period" => ">",
        "Comma" => "<",
        "Equal" => "+",
        "BracketLeft" => "{",
        "BracketRight" => "}",
        _ => return None,
    })
}

impl Key {
    /// The chord that a person presses to choose it; none for a modifier alone or a character that is being composed.
    pub fn chord(&self) -> Option<Chord> {
        let modifier =
            ["Control", "Shift", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process", "Unidentified"];
        if self.composing || modifier.contains(&self.key.as_str()) {
            return None;
        }
        let key = self.name();
        // Shift is part of a character such as `?`.
        let shift = self.shift && !is_punctuation(&key);
        Some(Chord { ctrl: self.ctrl, alt: self.alt, shift, key })
    }

    /// What it is called in the table: its character in lower case, or its name.
    fn name(&self) -> String {
        if self.key == " " {
            // Chords are separated by spaces.
            return "Space".to_owned();
        }
        let mut characters = self.key.chars();
        let (Some(first), None) = (characters.next(), characters.next()) else { return self.key.clone() };
        // Digits by their place: French keyboards have them behind Shift, Arabic ones write other digits.
        if let Some(digit) = self.code.strip_prefix("Digit").or_else(|| self.code.strip_prefix("Numpad"))
            && digit.len() == 1
            && !self.shift
        {
            return digit.to_owned();
        }
        if first.is_ascii() {
            return first.to_ascii_lowercase().to_string();
        }
        let place = if self.shift {
            at_place_with_shift(&self.code).or_else(|| at_place(&self.code))
        } else {
            at_place(&self.code)
        };
        place.map_or_else(|| fold(first).to_string(), str::to_ascii_lowercase)
    }

    fn is(&self, chord: &Chord) -> bool {
        if self.name() != chord.key || self.ctrl != chord.ctrl || self.alt != chord.alt {
            return false;
        }
        // Shift is part of a character such as `?`; of a letter or a named key it is a modifier of its own.
        is_punctuation(&chord.key) || self.shift == chord.shift
    }
}

fn is_punctuation(key: &str) -> bool {
    key.chars().count() == 1 && !key.chars().all(char::is_alphanumeric)
}

/// What a key press does, if anything.
pub fn lookup(key: &Key, zone: Zone, schema: Option<&Schema>) -> Option<Hit> {
    if key.composing || key.key == "Dead" || key.key == "Process" {
        return None;
    }
    let typing = zone == Zone::Editable;
    let here = matches!(zone, Zone::Article | Zone::List);
    if here
        && !key.ctrl
        && !key.alt
        && let Some(schema) = schema
    {
        let has = |own: Option<char>| own.is_some_and(|own| key.is(&Chord::of_char(own)));
        if let Some(label) = schema.labels.iter().find(|label| has(label.key)) {
            return Some(Hit::Label(label.id.clone()));
        }
        if let Some(kind) = schema.relation_types.iter().find(|kind| has(kind.key)) {
            return Some(Hit::Relation(kind.id.clone()));
        }
    }
    for info in COMMANDS {
        // A text field has its own.
        if typing && matches!(info.command, Command::Undo | Command::Redo) {
            continue;
        }
        for chord in info.chords() {
            if (!info.everywhere || chord.is_of_the_article()) && !here || typing && !chord.writes_nothing() {
                continue;
            }
            if key.is(&chord) {
                return Some(Hit::Run(info.command));
            }
            if let Command::Move(motion, _) = info.command
                && zone == Zone::Article
                && !chord.shift
                && key.is(&chord.with_shift())
            {
                return Some(Hit::Run(Command::Move(motion, Extend::Yes)));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::Motion;
    use crate::model::news;

    fn press(key: &str, code: &str, modifiers: &str) -> Key {
        Key {
            key: key.into(),
            code: code.into(),
            ctrl: modifiers.contains('c'),
            alt: modifiers.contains('a'),
            shift: modifiers.contains('s'),
            composing: modifiers.contains('i'),
        }
    }

    fn label(id: &str) -> Option<Hit> {
        Some(Hit::Label(LabelId::new(id)))
    }

    fn run(command: Command) -> Option<Hit> {
        Some(Hit::Run(command))
    }

    #[test]
    fn keys_find_what_they_do() {
        let schema = news();
        let article = |key: &str, code: &str, modifiers: &str| {
            lookup(&press(key, code, modifiers), Zone::Article, Some(&schema))
        };
        let cases = [
            ("a digit", article("1", "Digit1", ""), label("person")),
            ("a digit of a French keyboard", article("&", "Digit1", ""), label("person")),
            ("a digit of an Arabic keyboard", article("١", "Digit1", ""), label("person")),
            ("a letter", article("c", "KeyC", ""), label("claim")),
            ("a letter by its character, not its place", article("c", "KeyI", ""), label("claim")),
            ("a Cyrillic letter, by its place", article("с", "KeyC", ""), label("claim")),
            ("a bracket", article("]", "BracketRight", ""), run(Command::NextAnnotation)),
            (
                "a Cyrillic letter in its place",
                article("ъ", "BracketRight", ""),
                run(Command::NextAnnotation),
            ),
            ("a bracket with AltGr is no chord", article("]", "Digit9", "ca"), None),
            ("a bracket that AltGr writes", article("]", "", ""), run(Command::NextAnnotation)),
            ("an exclamation mark", article("!", "Digit1", "s"), run(Command::ToggleUnsure)),
            ("a question mark on a German keyboard", article("?", "Minus", "s"), run(Command::Keyboard)),
            ("undo", article("z", "KeyZ", "c"), run(Command::Undo)),
            ("redo", article("Z", "KeyZ", "cs"), run(Command::Redo)),
            ("undo on a Cyrillic keyboard", article("я", "KeyZ", "c"), run(Command::Undo)),
            ("a motion", article("ArrowLeft", "ArrowLeft", ""), run(Command::Move(Motion::Left, Extend::No))),
            (
                "a motion with Shift",
                article("ArrowLeft", "ArrowLeft", "s"),
                run(Command::Move(Motion::Left, Extend::Yes)),
            ),
            (
                "a word with Shift",
                article("ArrowRight", "ArrowRight", "cs"),
                run(Command::Move(Motion::WordRight, Extend::Yes)),
            ),
            (
                "the key of a relation type",
                article("m", "KeyM", ""),
                Some(Hit::Relation(RelationTypeId::new("affiliation"))),
            ),
            ("composition", article("c", "KeyC", "i"), None),
            ("a dead key", article("Dead", "KeyC", ""), None),
            ("plus", article("+", "Equal", "s"), run(Command::AddFragment)),
        ];
        for (name, found, expected) in cases {
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn characters_fire_only_in_article_and_list() {
        let schema = news();
        let at = |zone| lookup(&press("1", "Digit1", ""), zone, Some(&schema)).is_some();
        assert!(at(Zone::Article) && at(Zone::List) && !at(Zone::Elsewhere) && !at(Zone::Editable));
        let find = |zone| lookup(&press("/", "Slash", ""), zone, Some(&schema));
        assert_eq!(
            find(Zone::Elsewhere),
            run(Command::Find),
            "beside a button it opens no search of the browser's"
        );
        assert_eq!(find(Zone::Editable), None);
        let undo = |zone| lookup(&press("z", "KeyZ", "c"), zone, Some(&schema)).is_some();
        assert!(undo(Zone::Article) && undo(Zone::Elsewhere));
        assert!(!undo(Zone::Editable), "a text field has its own undo");
        let field = |key: &str, code: &str, modifiers: &str| {
            lookup(&press(key, code, modifiers), Zone::Editable, Some(&schema))
        };
        assert_eq!(field("k", "KeyK", "c"), run(Command::Palette), "it writes nothing");
        assert_eq!(field("s", "KeyS", "c"), run(Command::Export));
        assert_eq!(field("F3", "F3", ""), run(Command::NextHit));
        assert_eq!(field("?", "Slash", "s"), None);
        assert_eq!(field("M", "KeyM", "as"), None, "with Option a Mac writes a character");
        assert_eq!(field("Y", "KeyY", "c"), None, "the field's own redo");
        assert_eq!(field("ArrowLeft", "ArrowLeft", "c"), None, "a motion is the article's");
        assert_eq!(field("a", "KeyA", "c"), None, "all of the field");
    }

    #[test]
    fn no_key_is_given_twice() {
        let mut seen = std::collections::HashSet::new();
        for info in COMMANDS {
            for chord in info.keys.split_whitespace().map(Chord::parse) {
                assert!(seen.insert(chord.clone()), "{chord} has two commands");
            }
        }
        for label in &news().labels {
            let chord = Chord::of_char(label.key.expect("preset labels have keys"));
            assert!(seen.insert(chord.clone()), "{chord} is a command's key and the label {}'s", label.name);
        }
        for kind in &news().relation_types {
            let chord = Chord::of_char(kind.key.expect("preset relation types have keys"));
            assert!(seen.insert(chord.clone()), "{chord} has something and the relation type {}", kind.name);
        }
    }

    #[test]
    fn notation() {
        assert_eq!(Chord::parse("Ctrl+Shift+z").aria(), "Control+Shift+z");
        assert_eq!(Chord::parse("+").aria(), "+");
        assert_eq!(Chord::parse("Alt+ArrowLeft").to_string(), "Alt+←");
        assert_eq!(Chord::parse("Ctrl+z").caps(true), ["⌘", "Z"]);
    }
}
