//! What of the page opens and closes.

/// A part of the page that opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of articles, on wide screens.
    Sidebar,
    /// The same on narrow screens, over the page.
    Drawer,
    /// The panel beside the article, on narrow screens a sheet below it.
    Sheet,
    /// The choice of labels above the list of annotations.
    Filters,
    /// In the list of annotations every click takes one more: fingers have no Ctrl.
    Several,
    /// Help, beside the work.
    Help,
    /// The guidelines beside the article.
    Guidelines,
}

/// What of the page is open, and where its controls stand. Nothing of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The sidebar is away.
    pub sidebar_closed: bool,
    /// The drawer is open.
    pub drawer: bool,
    /// The sheet is open.
    pub sheet: bool,
    /// The choice of labels is open.
    pub filters: bool,
    /// Every click in the list of annotations takes one more.
    pub several: bool,
    /// Help is open.
    pub help: bool,
    /// The guidelines stand beside the article.
    pub guidelines: bool,
    /// Which button of toolbar *Labels* Tab reaches, from 0.
    pub label: usize,
    /// What stands in the strip that asks for the person's name.
    pub name: String,
}
