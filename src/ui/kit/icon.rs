//! Signs, drawn as lines in a square of 24.

use yew::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Accept,
    Add,
    /// To what is before; in a page from right to left it points right.
    Back,
    /// Two articles.
    Beside,
    Claims,
    Close,
    Down,
    Delete,
    Edit,
    Entities,
    Exact,
    Export,
    Filter,
    Folder,
    Help,
    History,
    Keyboard,
    Left,
    Library,
    Link,
    Marked,
    Menu,
    Note,
    /// To what is next.
    On,
    Paste,
    Pen,
    Person,
    Pick,
    Redo,
    Right,
    Schema,
    Search,
    Settings,
    Sidebar,
    Statistics,
    Suggestions,
    Turn,
    Undo,
    Unsure,
    Up,
    Warning,
}

impl Icon {
    /// The lines.
    fn path(self) -> &'static str {
        match self {
            Self::Accept => "M4.5 12.5l5 5L19.5 7",
            Self::Add => "M12 5v14M5 12h14",
            Self::Beside => "M3.5 5h7.5v14H3.5zM13 5h7.5v14H13zM6 9h2.5M6 12h2.5M15.5 9h2.5M15.5 12h2.5",
            Self::Claims => "M4 4.5h16v15H4zM4 9.5h16M4 14.5h16M10 4.5v15M15 9.5v10",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Down => "M6 9l6 6 6-6",
            Self::Delete => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
            Self::Edit => "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
            Self::Entities => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.6 2.6-6 6-6s6 2.4 6 6M15.5 4.6a3.5 3.5 0 0 1 0 5.8M17 14.4c2.4.7 4 2.8 4 5.6"
            }
            Self::Exact => "M7 5v14M17 5v14M4.5 5h5M4.5 19h5M14.5 5h5M14.5 19h5M10 12h4",
            Self::Export => "M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14",
            Self::Filter => "M4 6.5h16M7 12h10M10 17.5h4",
            Self::Folder => "M3.5 6.5h6l2 2.5h9v10h-17z",
            Self::Help => {
                "M9 9.5a3 3 0 1 1 4.2 2.75c-.8.4-1.2.9-1.2 1.75M12 17.25v.01M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z"
            }
            Self::Keyboard => "M3.5 6.5h17v11h-17zM7 10v.01M10.3 10v.01M13.7 10v.01M17 10v.01M8 14h8",
            Self::History => "M4.5 12a7.5 7.5 0 1 0 2.2-5.3L4.5 9M4.5 4.5V9H9M12 8v4.5l3 2",
            Self::Left | Self::Back => "M15 6l-6 6 6 6",
            Self::Library => "M5 4v16M9.5 4v16M14 4.5l4.5 15.2",
            Self::Link => "M14 5h5v5M19 5l-8 8M17 13.5V19H5V7h5.5",
            Self::Marked => "M6 3.5h12v17H6zM9 8h6M9 16h4M9 11h6v2H9z",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Note => "M5 5h14v10l-4 4H5zM15 19v-4h4M8.5 9h7M8.5 12.5h4",
            Self::Paste => "M8.5 5.5H6V20h12V5.5h-2.5M9 4h6v3H9zM9 11.5h6M9 15h4",
            Self::Pen => "M4 20h6M14.5 4.5l5 5-7.5 7.5H7v-5z",
            Self::Person => "M12 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM4.5 20.5c.6-4 3.7-6 7.5-6s6.9 2 7.5 6",
            Self::Pick => "M5 4.5l6 15 2.3-6.2 6.2-2.3z",
            Self::Redo => "M15 5l4.5 4.5L15 14M19.5 9.5H10a5 5 0 0 0 0 10h3",
            Self::Right | Self::On => "M9 6l6 6-6 6",
            Self::Schema => "M4 5h7l9 9-6 6-9-9V5zM8.2 8.8v.01",
            Self::Search => "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13zM15.3 15.3l5.2 5.2",
            Self::Settings => "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5M15 5v4M9 10v4M13 15v4",
            Self::Sidebar => "M4 5h16v14H4zM9.5 5v14",
            Self::Statistics => "M4 20h16M7 20v-7M12 20V6M17 20v-10",
            Self::Suggestions => "M3.5 6.5l2 2 3.5-4M12 6.5h8.5M12 12h8.5M12 17.5h8.5M4.5 12h4M4.5 17.5h4",
            Self::Turn => "M7 4v14M3.5 14.5L7 18l3.5-3.5M17 20V6M13.5 9.5L17 6l3.5 3.5",
            Self::Undo => "M9 5L4.5 9.5 9 14M4.5 9.5H14a5 5 0 0 1 0 10h-3",
            Self::Unsure => "M8.5 9a3.5 3.5 0 1 1 5 3.15c-1 .5-1.5 1.2-1.5 2.35M12 18.5v.01",
            Self::Up => "M6 15l6-6 6 6",
            Self::Warning => "M12 4.5L2.8 20h18.4zM12 10.5v4.5M12 17.4v.01",
        }
    }
}

impl Icon {
    /// Whether it points on or back, and so the other way in a page from right to left. `Left` and `Right` are those of
    /// the text.
    fn turns(self) -> bool {
        matches!(self, Self::Back | Self::Link | Self::On | Self::Redo | Self::Sidebar | Self::Undo)
    }
}

/// Draws a sign; it is never read out.
pub(crate) fn icon(which: Icon) -> Html {
    html! {
        <svg class={if which.turns() { "icon icon-turns" } else { "icon" }} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={which.path()} />
        </svg>
    }
}
