//! Signs, drawn as lines in a square of 24.

use yew::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Add,
    Close,
    Delete,
    Edit,
    Exact,
    Export,
    Filter,
    Folder,
    Help,
    Left,
    Library,
    Link,
    Menu,
    Note,
    Paste,
    Pen,
    Person,
    Redo,
    Right,
    Sidebar,
    Undo,
    Unsure,
    Up,
    Warning,
}

impl Icon {
    /// The lines.
    fn path(self) -> &'static str {
        match self {
            Self::Add => "M12 5v14M5 12h14",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Delete => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
            Self::Edit => "M4 20l1-4.5L16.5 4 20 7.500 8.500 19zM14 6.500l3.500 3.500",
            Self::Exact => "M7 5v14M17 5v14M4.500 5h5M4.500 19h5M14.500 5h5M14.500 19h5M10 12h4",
            Self::Export => "M12 4v11M7.500 10.500L12 15l4.500-4.500M5 20h14",
            Self::Filter => "M4 6.500h16M7 12h10M10 17.500h4",
            Self::Folder => "M3.500 6.500h6l2 2.500h9v10h-17z",
            Self::Help => {
                "M9 9.500a3 3 0 1 1 4.200 2.750c-.8.4-1.200.9-1.200 1.750M12 17.250v.01M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z"
            }
            Self::Left => "M15 6l-6 6 6 6",
            Self::Library => "M5 4v16M9.500 4v16M14 4.500l4.500 15.200",
            Self::Link => "M14 5h5v5M19 5l-8 8M17 13.500V19H5V7h5.500",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::Note => "M5 5h14v10l-4 4H5zM15 19v-4h4M8.500 9h7M8.500 12.500h4",
            Self::Paste => "M8.500 5.500H6V20h12V5.500h-2.500M9 4h6v3H9zM9 11.500h6M9 15h4",
            Self::Pen => "M4 20h6M14.500 4.500l5 5-7.500 7.500H7v-5z",
            Self::Person => {
                "M12 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM4.500 20.500c.6-4 3.700-6 7.500-6s6.900 2 7.500 6"
            }
            Self::Redo => "M15 5l4.500 4.500L15 14M19.500 9.500H10a5 5 0 0 0 0 10h3",
            Self::Right => "M9 6l6 6-6 6",
            Self::Sidebar => "M4 5h16v14H4zM9.500 5v14",
            Self::Undo => "M9 5L4.500 9.500 9 14M4.500 9.500H14a5 5 0 0 1 0 10h-3",
            Self::Unsure => "M8.500 9a3.500 3.500 0 1 1 5 3.150c-1 .5-1.500 1.200-1.500 2.350M12 18.500v.01",
            Self::Up => "M6 15l6-6 6 6",
            Self::Warning => "M12 4.500L2.800 20h18.400zM12 10.500v4.500M12 17.400v.01",
        }
    }
}

/// Draws a sign; it is never read out.
pub(crate) fn icon(which: Icon) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={which.path()} />
        </svg>
    }
}
