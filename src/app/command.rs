//! The table of commands. Keys, tooltips, the sheet of all keys and the README's table come from it.

use super::Screen;

/// A command without arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Take back the last act.
    Undo,
    /// Do it again.
    Redo,
    /// A character on, back; a word; a sentence; a paragraph; a line.
    Move(Motion, Extend),
    /// Select everything.
    SelectAll,
    /// The next annotation in the text.
    NextAnnotation,
    /// The one before.
    PreviousAnnotation,
    /// The next annotation out, of those under the caret or pointer.
    CycleAnnotations,
    /// Select the annotation at the caret and go to region *Annotation*.
    OpenAnnotation,
    /// Delete the selected annotations.
    Delete,
    /// Set or take off unsure.
    ToggleUnsure,
    /// Write a note.
    WriteNote,
    /// The next selection becomes a fragment of the selected annotation.
    AddFragment,
    /// Move the start or the end of the selected annotation.
    MoveEnd(Edge, Motion),
    /// Take up the pen of the selected annotation's label, or the first one; or put it away.
    TogglePen,
    /// Mark exactly or snap to words.
    ToggleExact,
    /// Put away: pen, selection, dialog.
    Escape,
    /// Show a screen.
    Show(Screen),
    /// Everything that can be done, by name.
    Palette,
    /// Find in the article.
    Find,
    /// The next hit.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// The next article.
    NextArticle,
    /// The one before.
    PreviousArticle,
    /// Dialog *Export*.
    Export,
    /// Dialog *Keyboard*.
    Keyboard,
    /// Add articles.
    AddArticles,
    /// Dialog *Paste text*.
    PasteText,
    /// Open a project file.
    OpenProject,
    /// Open the example project that comes with Postil.
    Example,
}

/// A way through the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// A character to the left as it is seen.
    Left,
    /// A character to the right as it is seen.
    Right,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// A line up.
    LineUp,
    /// A line down.
    LineDown,
    /// To the start of this sentence or the one before.
    SentenceBack,
    /// To the end of this sentence or the next.
    SentenceOn,
    /// To the start of this paragraph or the one before.
    ParagraphBack,
    /// To the end of this paragraph or the next.
    ParagraphOn,
    /// To the start of the paragraph.
    ParagraphStart,
    /// To the end of the paragraph.
    ParagraphEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// Whether a motion extends the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extend {
    /// It moves the caret alone.
    No,
    /// It extends the selection.
    Yes,
}

/// An end of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first fragment's start.
    Start,
    /// Its last fragment's end.
    End,
}

/// Where the sheet of keys shows a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving the caret.
    Caret,
    /// Marking.
    Mark,
    /// Annotations.
    Annotations,
    /// Everywhere.
    Everywhere,
}

impl Group {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Mark, Self::Annotations, Self::Caret, Self::Everywhere];

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Caret => "Moving in the article (with Shift: selecting)",
            Self::Mark => "Marking",
            Self::Annotations => "Annotations",
            Self::Everywhere => "Everywhere",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct CommandInfo {
    /// Which command.
    pub command: Command,
    /// Its name in menus, tooltips and the sheet.
    pub name: &'static str,
    /// Its keys: [`Key`](super::Key) notation, several separated by spaces; empty for none.
    pub keys: &'static str,
    /// Where the sheet shows it.
    pub group: Group,
    /// Whether its keys work wherever the focus is (never in a text field unless they hold Ctrl), or only in the
    /// article and the list of annotations.
    pub everywhere: bool,
}

const fn row(command: Command, name: &'static str, keys: &'static str, group: Group) -> CommandInfo {
    CommandInfo { command, name, keys, group, everywhere: false }
}

const fn everywhere(command: Command, name: &'static str, keys: &'static str) -> CommandInfo {
    CommandInfo { command, name, keys, group: Group::Everywhere, everywhere: true }
}

const fn motion(motion: Motion, name: &'static str, keys: &'static str) -> CommandInfo {
    row(Command::Move(motion, Extend::No), name, keys, Group::Caret)
}

/// Every command. A motion's keys extend the selection with Shift; that needs no rows of its own.
pub const COMMANDS: &[CommandInfo] = &[
    row(
        Command::TogglePen,
        "Pen: every selection is marked at once; a label's key changes the pen",
        "p",
        Group::Mark,
    ),
    row(Command::ToggleExact, "Mark exactly instead of whole words", "x", Group::Mark),
    row(Command::AddFragment, "Add the next selection as a fragment", "+", Group::Mark),
    row(Command::Escape, "Put away the pen, the selection", "Escape", Group::Mark),
    row(Command::NextAnnotation, "Next annotation", "]", Group::Annotations),
    row(Command::PreviousAnnotation, "Previous annotation", "[", Group::Annotations),
    row(Command::CycleAnnotations, "Next of those that lie here", ".", Group::Annotations),
    row(Command::OpenAnnotation, "Open the annotation", "Enter", Group::Annotations),
    row(Command::Delete, "Delete", "Delete Backspace", Group::Annotations),
    row(Command::ToggleUnsure, "Unsure", "!", Group::Annotations),
    row(Command::WriteNote, "Write a note", "n", Group::Annotations),
    row(
        Command::MoveEnd(Edge::End, Motion::Left),
        "End a character left",
        "Alt+Shift+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::Right),
        "End a character right",
        "Alt+Shift+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::WordLeft),
        "End a word left",
        "Ctrl+Alt+Shift+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::End, Motion::WordRight),
        "End a word right",
        "Ctrl+Alt+Shift+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::Left),
        "Start a character left",
        "Alt+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::Right),
        "Start a character right",
        "Alt+ArrowRight",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::WordLeft),
        "Start a word left",
        "Ctrl+Alt+ArrowLeft",
        Group::Annotations,
    ),
    row(
        Command::MoveEnd(Edge::Start, Motion::WordRight),
        "Start a word right",
        "Ctrl+Alt+ArrowRight",
        Group::Annotations,
    ),
    motion(Motion::Left, "Character left", "ArrowLeft"),
    motion(Motion::Right, "Character right", "ArrowRight"),
    motion(Motion::WordLeft, "Word left", "Ctrl+ArrowLeft"),
    motion(Motion::WordRight, "Word right", "Ctrl+ArrowRight"),
    motion(Motion::LineUp, "Line up", "ArrowUp"),
    motion(Motion::LineDown, "Line down", "ArrowDown"),
    motion(Motion::SentenceBack, "Sentence back", "Alt+ArrowUp"),
    motion(Motion::SentenceOn, "Sentence on", "Alt+ArrowDown"),
    motion(Motion::ParagraphBack, "Paragraph back", "Ctrl+ArrowUp"),
    motion(Motion::ParagraphOn, "Paragraph on", "Ctrl+ArrowDown"),
    motion(Motion::ParagraphStart, "Start of the paragraph", "Home"),
    motion(Motion::ParagraphEnd, "End of the paragraph", "End"),
    motion(Motion::TextStart, "Start of the article", "Ctrl+Home"),
    motion(Motion::TextEnd, "End of the article", "Ctrl+End"),
    row(Command::SelectAll, "Select the whole article, or the whole list", "Ctrl+a", Group::Caret),
    everywhere(Command::Palette, "All commands, by name", "Ctrl+k"),
    everywhere(Command::Find, "Find in the article; Enter goes through the hits", "/"),
    everywhere(Command::NextHit, "Next hit", "F3"),
    everywhere(Command::PreviousHit, "Previous hit", "Shift+F3"),
    everywhere(Command::Undo, "Undo", "Ctrl+z"),
    everywhere(Command::Redo, "Redo", "Ctrl+Shift+z Ctrl+y"),
    row(Command::NextArticle, "Next article", ">", Group::Everywhere),
    row(Command::PreviousArticle, "Previous article", "<", Group::Everywhere),
    everywhere(Command::Export, "Export", "Ctrl+s"),
    everywhere(Command::AddArticles, "Add articles", ""),
    everywhere(Command::PasteText, "Paste text", ""),
    everywhere(Command::OpenProject, "Open project", ""),
    everywhere(Command::Example, "Example project", ""),
    everywhere(Command::Keyboard, "All keys", "?"),
    everywhere(Command::Show(Screen::Library), "Library", ""),
    everywhere(Command::Show(Screen::Search), "Search all articles", ""),
    everywhere(Command::Show(Screen::Schema), "Schema: labels and their attributes", ""),
    everywhere(Command::Show(Screen::Statistics), "Statistics", ""),
    everywhere(Command::Show(Screen::History), "History: what was done when", ""),
    everywhere(Command::Show(Screen::Settings), "Settings", ""),
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
