//! Which keys do what here: those of the table of commands, except where a person chose others.
//!
//! The choice is kept in the settings by the ids of the commands and holds for the whole page, wherever keys are read or
//! shown: it is set once when the settings come or change ([`bind`]), as the language is. Each thread has its own.

use super::{COMMANDS, Chord, Command, CommandInfo};
use crate::model::{LabelId, RelationTypeId, Schema};
use crate::sorted::Map;
use std::cell::RefCell;

/// Chosen keys by the id of the command, in the notation of the table; empty for none.
pub type Bindings = Map<String, String>;

thread_local! {
    static CHOSEN: RefCell<Bindings> = RefCell::default();
}

/// These are the chosen keys from now on.
pub fn bind(chosen: &Bindings) {
    CHOSEN.with_borrow_mut(|bindings| bindings.clone_from(chosen));
}

impl CommandInfo {
    /// Its keys here; empty for none.
    pub fn chords(&self) -> Vec<Chord> {
        CHOSEN.with_borrow(|chosen| chords(self.keys_in(chosen)))
    }

    /// Its keys with these choices, in the notation of the table.
    pub fn keys_in<'a>(&'a self, chosen: &'a Bindings) -> &'a str {
        chosen.get(self.id).map_or(self.keys, String::as_str)
    }
}

fn chords(keys: &str) -> Vec<Chord> {
    keys.split_whitespace().map(Chord::parse).collect()
}

/// What has a key already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Another command.
    By(Command),
    /// A label of the open project; its key wins in the article.
    ByLabel(LabelId),
    /// A relation type of the open project, likewise.
    ByRelation(RelationTypeId),
    /// The system or the browser keeps it for itself.
    Reserved,
}

/// Chords that no page gets, or that a person would miss: closing, opening and changing tabs and windows, and the keys
/// that go from control to control.
const RESERVED: [&str; 14] = [
    "Ctrl+w",
    "Ctrl+t",
    "Ctrl+n",
    "Ctrl+Shift+w",
    "Ctrl+Shift+t",
    "Ctrl+Shift+n",
    "Ctrl+Tab",
    "Tab",
    "Shift+Tab",
    "Ctrl+c",
    "Ctrl+v",
    "Ctrl+x",
    "F5",
    "Ctrl+r",
];

/// Why a key is not free for a command: what has it already, if anything has.
pub fn taken(chord: &Chord, command: Command, chosen: &Bindings, schema: Option<&Schema>) -> Option<Taken> {
    if RESERVED.iter().any(|reserved| Chord::parse(reserved) == *chord) {
        return Some(Taken::Reserved);
    }
    let others = COMMANDS.iter().filter(|info| info.command != command);
    for info in others {
        let moves = matches!(info.command, Command::Move(..));
        let mut theirs = chords(info.keys_in(chosen)).into_iter();
        // With Shift a motion selects.
        if theirs.any(|theirs| theirs == *chord || moves && theirs.with_shift() == *chord) {
            return Some(Taken::By(info.command));
        }
    }
    let has = |key: Option<char>| key.is_some_and(|key| Chord::of_char(key) == *chord);
    let schema = schema?;
    if let Some(label) = schema.labels.iter().find(|label| has(label.key)) {
        return Some(Taken::ByLabel(label.id.clone()));
    }
    let kind = schema.relation_types.iter().find(|kind| has(kind.key))?;
    Some(Taken::ByRelation(kind.id.clone()))
}

/// Gives a command a key beside those that it has; takes it from another command that has it.
pub fn give(chosen: &mut Bindings, command: Command, chord: &Chord) {
    for info in COMMANDS {
        let mut theirs = chords(info.keys_in(chosen));
        let had = theirs.contains(chord);
        match info.command == command {
            true if !had => theirs.push(chord.clone()),
            false if had => theirs.retain(|theirs| theirs != chord),
            _ => continue,
        }
        set(chosen, info, &theirs);
    }
}

/// Gives a command the keys of the table again; takes them from others that have them.
pub fn usual(chosen: &mut Bindings, command: Command) {
    chosen.remove(command.info().id);
    for chord in chords(command.info().keys) {
        give(chosen, command, &chord);
    }
}

/// Takes a key from a command.
pub fn take(chosen: &mut Bindings, command: Command, chord: &Chord) {
    let info = command.info();
    let mut left = chords(info.keys_in(chosen));
    left.retain(|theirs| theirs != chord);
    set(chosen, info, &left);
}

/// Keeps nothing where the keys are those of the table.
fn set(chosen: &mut Bindings, info: &CommandInfo, keys: &[Chord]) {
    if keys == chords(info.keys) {
        chosen.remove(info.id);
    } else {
        let keys: Vec<String> = keys.iter().map(Chord::notation).collect();
        chosen.insert(info.id.to_owned(), keys.join(" "));
    }
}

/// Of chosen keys that were read from a file, those that this version knows, and how many it does not.
pub fn known(chosen: Bindings) -> (Bindings, usize) {
    let all = chosen.len();
    let known: Bindings =
        chosen.into_iter().filter(|(id, _)| COMMANDS.iter().any(|info| info.id == id.as_str())).collect();
    let unknown = all - known.len();
    (known, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news;

    fn chord(keys: &str) -> Chord {
        Chord::parse(keys)
    }

    #[test]
    fn ids_are_unique() {
        let ids: std::collections::HashSet<&str> = COMMANDS.iter().map(|info| info.id).collect();
        assert_eq!(ids.len(), COMMANDS.len());
        assert!(ids.iter().all(|id| !id.is_empty() && !id.contains(' ')));
    }

    #[test]
    fn every_default_key_comes_back_from_its_notation() {
        for info in COMMANDS {
            for chord in chords(info.keys) {
                assert_eq!(Chord::parse(&chord.notation()), chord, "{chord}");
                assert_eq!(taken(&chord, info.command, &Bindings::default(), None), None, "{chord} is free");
            }
        }
    }

    #[test]
    fn a_key_goes_from_one_command_to_another_and_back() {
        let mut chosen = Bindings::default();
        assert_eq!(
            taken(&chord("]"), Command::Find, &chosen, None),
            Some(Taken::By(Command::NextAnnotation)),
            "it is said who has it"
        );
        give(&mut chosen, Command::Find, &chord("]"));
        assert_eq!(Command::Find.info().keys_in(&chosen), "/ ]");
        assert_eq!(Command::NextAnnotation.info().keys_in(&chosen), "");
        take(&mut chosen, Command::Find, &chord("]"));
        give(&mut chosen, Command::NextAnnotation, &chord("]"));
        assert_eq!(chosen, Bindings::default(), "what is as in the table is not kept");
    }

    #[test]
    fn the_usual_keys_come_back_from_who_has_them() {
        let mut chosen = Bindings::default();
        give(&mut chosen, Command::Find, &chord("]"));
        usual(&mut chosen, Command::NextAnnotation);
        assert_eq!(chosen, Bindings::default(), "one key does one thing");
    }

    #[test]
    fn clashes_are_seen() {
        let schema = news();
        let none = Bindings::default();
        let taken = |keys: &str, command| taken(&chord(keys), command, &none, Some(&schema));
        assert_eq!(taken("1", Command::Find), Some(Taken::ByLabel(LabelId::new("person"))));
        assert_eq!(taken("m", Command::Find), Some(Taken::ByRelation(RelationTypeId::new("affiliation"))));
        assert_eq!(taken("Ctrl+t", Command::Find), Some(Taken::Reserved));
        let word = Command::Move(crate::app::Motion::WordLeft, crate::app::Extend::No);
        assert_eq!(taken("Ctrl+Shift+ArrowLeft", Command::Find), Some(Taken::By(word)), "it selects");
        assert_eq!(taken("Ctrl+Shift+e", Command::Find), None);
        assert_eq!(taken("/", Command::Find), None, "its own");
    }

    #[test]
    fn chosen_keys_hold_for_the_page() {
        let mut chosen = Bindings::default();
        give(&mut chosen, Command::Find, &chord("Ctrl+j"));
        bind(&chosen);
        assert_eq!(Command::Find.info().chords(), [chord("/"), chord("Ctrl+j")]);
        bind(&Bindings::default());
        assert_eq!(Command::Find.info().chords(), [chord("/")]);
    }

    #[test]
    fn keys_of_another_version_are_left_out() {
        let of = |id: &str| (id.to_owned(), "Ctrl+j".to_owned());
        let (known, unknown) = known([of("find"), of("fly")].into_iter().collect());
        assert_eq!((known.len(), unknown), (1, 1));
    }
}
