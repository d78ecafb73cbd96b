//! The table of commands. Keys, tooltips, the sheet of all keys and the README's table come from it.

use super::{Aim, Command, Edge, Extend, Group, Motion, Way};
use crate::app::{Picked, Screen};
use crate::model::DocumentStatus;
use crate::words::{Word, commands as names};

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct CommandInfo {
    /// Which command.
    pub command: Command,
    /// Its name in menus, tooltips and the sheet.
    name: Word,
    /// Its name in kept settings; never changes.
    pub id: &'static str,
    /// Its keys until a person changes them: [`Key`](crate::app::Key) notation, several separated by spaces; empty for none.
    pub keys: &'static str,
    /// Where the sheet shows it.
    pub group: Group,
    /// Whether its keys work wherever the focus is (in a text field only some of them: see `keymap`), or only in the
    /// article and the list of annotations.
    pub everywhere: bool,
}

impl CommandInfo {
    /// Its name in menus, tooltips and the sheet.
    pub fn name(&self) -> &'static str {
        self.name.say()
    }
}

const fn row(
    command: Command,
    id: &'static str,
    name: Word,
    keys: &'static str,
    group: Group,
) -> CommandInfo {
    CommandInfo { command, id, name, keys, group, everywhere: false }
}

const fn everywhere(command: Command, id: &'static str, name: Word, keys: &'static str) -> CommandInfo {
    CommandInfo { command, id, name, keys, group: Group::Everywhere, everywhere: true }
}

const fn going(aim: Aim, way: Way, id: &'static str, name: Word, keys: &'static str) -> CommandInfo {
    // Going needs no open article, so the palette has it everywhere; its keys are characters all the same.
    everywhere(Command::GoTo(aim, way), id, name, keys)
}

const fn status(status: DocumentStatus, id: &'static str, name: Word, keys: &'static str) -> CommandInfo {
    row(Command::SetStatus(status), id, name, keys, Group::Everywhere)
}

const fn motion(motion: Motion, id: &'static str, name: Word, keys: &'static str) -> CommandInfo {
    row(Command::Move(motion, Extend::No), id, name, keys, Group::Caret)
}

/// Every command. A motion's keys extend the selection with Shift; that needs no rows of its own.
pub const COMMANDS: &[CommandInfo] = &[
    row(Command::TogglePen, "pen", names::TOGGLE_PEN, "p", Group::Mark),
    row(Command::ToggleExact, "exact", names::TOGGLE_EXACT, "x", Group::Mark),
    row(Command::AddFragment, "add-fragment", names::ADD_FRAGMENT, "+", Group::Mark),
    row(Command::Escape, "escape", names::ESCAPE, "Escape", Group::Mark),
    row(Command::NextAnnotation, "next-annotation", names::NEXT_ANNOTATION, "]", Group::Annotations),
    row(
        Command::PreviousAnnotation,
        "previous-annotation",
        names::PREVIOUS_ANNOTATION,
        "[",
        Group::Annotations,
    ),
    row(Command::CycleAnnotations, "cycle-annotations", names::CYCLE_ANNOTATIONS, ".", Group::Annotations),
    row(Command::OpenAnnotation, "open-annotation", names::OPEN_ANNOTATION, "Enter", Group::Annotations),
    row(Command::Delete, "delete", names::DELETE, "Delete Backspace", Group::Annotations),
    row(Command::ToggleUnsure, "unsure", names::TOGGLE_UNSURE, "!", Group::Annotations),
    row(Command::WriteNote, "note", names::WRITE_NOTE, "n", Group::Annotations),
    row(Command::Link, "link", names::LINK, "l", Group::Annotations),
    row(Command::LinkFirst, "link-first", names::LINK_FIRST, "=", Group::Annotations),
    row(Command::MarkSame, "mark-same", names::MARK_SAME, "*", Group::Annotations),
    row(Command::LinkNone, "link-none", names::LINK_NONE, "Shift+l", Group::Annotations),
    row(Command::NextUnlinked, "next-unlinked", names::NEXT_UNLINKED, "Shift+u", Group::Annotations),
    row(Command::Place(Way::Next), "next-place", names::NEXT_PLACE, "}", Group::Annotations),
    row(Command::Place(Way::Previous), "previous-place", names::PREVIOUS_PLACE, "{", Group::Annotations),
    row(Command::OpenCard, "open-card", names::OPEN_CARD, "Shift+e", Group::Annotations),
    row(Command::Pick(Picked::Speaker), "pick-speaker", names::PICK_SPEAKER, "Shift+s", Group::Annotations),
    row(Command::Pick(Picked::Cue), "pick-cue", names::PICK_CUE, "Shift+q", Group::Annotations),
    row(Command::TakeFigure, "take-figure", names::TAKE_FIGURE, "Shift+f", Group::Annotations),
    row(Command::NextStance, "next-stance", names::NEXT_STANCE, "Shift+h", Group::Annotations),
    row(Command::Pick(Picked::Time), "pick-time", names::PICK_TIME, "Shift+t", Group::Annotations),
    row(
        Command::Pick(Picked::Evidence),
        "pick-evidence",
        names::PICK_EVIDENCE,
        "Shift+v",
        Group::Annotations,
    ),
    row(Command::Suggestion(Way::Next), "next-suggestion", names::NEXT_SUGGESTION, ";", Group::Annotations),
    row(
        Command::Suggestion(Way::Previous),
        "previous-suggestion",
        names::PREVIOUS_SUGGESTION,
        ",",
        Group::Annotations,
    ),
    row(Command::Accept, "accept", names::ACCEPT, "Shift+a", Group::Annotations),
    row(Command::Refuse, "refuse", names::REFUSE, "Shift+x", Group::Annotations),
    row(Command::HideSuggestions, "hide-suggestions", names::HIDE_SUGGESTIONS, "", Group::Annotations),
    row(Command::Relate, "relate", names::RELATE, "Shift+r", Group::Annotations),
    row(Command::WayBack, "way-back", names::WAY_BACK, "Shift+b", Group::Annotations),
    row(
        Command::MoveEnd(Edge::End, Motion::Left),
        "end-left",
        names::END_LEFT,
        "Alt+Shift+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::Right),
        "end-right",
        names::END_RIGHT,
        "Alt+Shift+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::WordLeft),
        "end-word-left",
        names::END_WORD_LEFT,
        "Ctrl+Alt+Shift+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::WordRight),
        "end-word-right",
        names::END_WORD_RIGHT,
        "Ctrl+Alt+Shift+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::Left),
        "start-left",
        names::START_LEFT,
        "Alt+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::Right),
        "start-right",
        names::START_RIGHT,
        "Alt+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::WordLeft),
        "start-word-left",
        names::START_WORD_LEFT,
        "Ctrl+Alt+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::WordRight),
        "start-word-right",
        names::START_WORD_RIGHT,
        "Ctrl+Alt+ArrowRight",
        Group::Annotations,
    ),
    motion(Motion::Left, "left", names::LEFT, "ArrowLeft"),
    motion(Motion::Right, "right", names::RIGHT, "ArrowRight"),
    motion(Motion::WordLeft, "word-left", names::WORD_LEFT, "Ctrl+ArrowLeft"),
    motion(Motion::WordRight, "word-right", names::WORD_RIGHT, "Ctrl+ArrowRight"),
    motion(Motion::LineUp, "line-up", names::LINE_UP, "ArrowUp"),
    motion(Motion::LineDown, "line-down", names::LINE_DOWN, "ArrowDown"),
    motion(Motion::SentenceBack, "sentence-back", names::SENTENCE_BACK, "Alt+ArrowUp"),
    motion(Motion::SentenceOn, "sentence-on", names::SENTENCE_ON, "Alt+ArrowDown"),
    motion(Motion::ParagraphBack, "paragraph-back", names::PARAGRAPH_BACK, "Ctrl+ArrowUp"),
    motion(Motion::ParagraphOn, "paragraph-on", names::PARAGRAPH_ON, "Ctrl+ArrowDown"),
    motion(Motion::ParagraphStart, "paragraph-start", names::PARAGRAPH_START, "Home"),
    motion(Motion::ParagraphEnd, "paragraph-end", names::PARAGRAPH_END, "End"),
    motion(Motion::TextStart, "text-start", names::TEXT_START, "Ctrl+Home"),
    motion(Motion::TextEnd, "text-end", names::TEXT_END, "Ctrl+End"),
    row(Command::SelectAll, "select-all", names::SELECT_ALL, "Ctrl+a", Group::Caret),
    everywhere(Command::Palette, "palette", names::PALETTE, "Ctrl+k"),
    everywhere(Command::Find, "find", names::FIND, "/"),
    everywhere(Command::NextHit, "next-hit", names::NEXT_HIT, "F3"),
    everywhere(Command::PreviousHit, "previous-hit", names::PREVIOUS_HIT, "Shift+F3"),
    everywhere(Command::Undo, "undo", names::UNDO, "Ctrl+z"),
    everywhere(Command::Redo, "redo", names::REDO, "Ctrl+Shift+z Ctrl+y"),
    row(Command::NextArticle, "next-article", names::NEXT_ARTICLE, ">", Group::Everywhere),
    row(Command::PreviousArticle, "previous-article", names::PREVIOUS_ARTICLE, "<", Group::Everywhere),
    row(Command::Beside, "beside", names::BESIDE, "|", Group::Everywhere),
    row(Command::OtherArticle, "other-article", names::OTHER_ARTICLE, "\\", Group::Everywhere),
    going(Aim::Unmarked, Way::Next, "next-unmarked", names::NEXT_UNMARKED, "Shift+m"),
    going(Aim::Unmarked, Way::Previous, "previous-unmarked", names::PREVIOUS_UNMARKED, "Alt+Shift+m"),
    going(Aim::Status(DocumentStatus::New), Way::Next, "next-new", names::NEXT_NEW, "Shift+n"),
    going(
        Aim::Status(DocumentStatus::New),
        Way::Previous,
        "previous-new",
        names::PREVIOUS_NEW,
        "Alt+Shift+n",
    ),
    going(Aim::Status(DocumentStatus::InWork), Way::Next, "next-in-work", names::NEXT_IN_WORK, "Shift+w"),
    going(
        Aim::Status(DocumentStatus::InWork),
        Way::Previous,
        "previous-in-work",
        names::PREVIOUS_IN_WORK,
        "Alt+Shift+w",
    ),
    status(DocumentStatus::New, "status-new", names::ARTICLE_NEW, ""),
    status(DocumentStatus::InWork, "status-in-work", names::ARTICLE_IN_WORK, "Shift+i"),
    status(DocumentStatus::Done, "status-done", names::ARTICLE_DONE, "Shift+d"),
    status(DocumentStatus::Checked, "status-checked", names::ARTICLE_CHECKED, "Shift+c"),
    row(Command::CorrectText, "correct-text", names::CORRECT_TEXT, "", Group::Everywhere),
    everywhere(Command::Print, "print", names::PRINT, "Ctrl+p"),
    everywhere(Command::Export, "export", names::EXPORT, "Ctrl+s"),
    everywhere(Command::AddArticles, "add-articles", names::ADD_ARTICLES, ""),
    everywhere(Command::AddFolder, "add-folder", names::ADD_FOLDER, ""),
    everywhere(Command::PasteText, "paste-text", names::PASTE_TEXT, ""),
    everywhere(Command::OpenProject, "open-project", names::OPEN_PROJECT, ""),
    everywhere(Command::Example, "example", names::EXAMPLE, ""),
    everywhere(Command::Help, "help", names::HELP, "F1"),
    everywhere(Command::Keyboard, "keyboard", names::KEYBOARD, "?"),
    everywhere(Command::Show(Screen::Library), "show-library", names::LIBRARY, ""),
    everywhere(Command::Show(Screen::Search), "show-search", names::SEARCH, "Ctrl+Shift+f"),
    everywhere(Command::Show(Screen::Questions), "show-questions", names::QUESTIONS, ""),
    everywhere(Command::Show(Screen::Suggestions), "show-suggestions", names::SUGGESTIONS, ""),
    everywhere(Command::Show(Screen::Entities), "show-entities", names::ENTITIES, ""),
    everywhere(Command::Show(Screen::Claims), "show-claims", names::CLAIMS, ""),
    everywhere(Command::Show(Screen::Schema), "show-schema", names::SCHEMA, ""),
    everywhere(Command::Show(Screen::Statistics), "show-statistics", names::STATISTICS, ""),
    everywhere(Command::Show(Screen::History), "show-history", names::HISTORY, ""),
    everywhere(Command::Show(Screen::Settings), "show-settings", names::SETTINGS, ""),
];

impl Command {
    /// Its row; motions that extend share the row of the motion.
    pub fn info(self) -> &'static CommandInfo {
        let shown = match self {
            Self::Move(motion, _) => Self::Move(motion, Extend::No),
            other => other,
        };
        COMMANDS.iter().find(|info| info.command == shown).expect("every command has a row in COMMANDS")
    }
}
