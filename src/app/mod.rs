//! What the app is and does, without a browser: state, actions, and the one function that turns an action into a new
//! state and a list of effects.
//!
//! The shell (`ui::shell`) applies actions and runs effects; their answers come back as actions. Nothing here reads a
//! clock, draws a random number or touches a page: all of that comes in through [`Env`] or an action.
//!
//! May import: everything below. Absent on purpose: yew, web-sys, clocks, randomness.

mod action;
mod backup;
mod beside;
pub mod bindings;
mod changed;
mod claims;
mod command;
mod correct;
mod data;
mod dialog;
mod document_labels;
mod effect;
mod entities;
mod export;
mod find;
mod folder;
mod follow;
mod hints;
mod history;
mod hits;
mod incoming;
mod keymap;
mod lacking;
mod later;
mod layout;
mod library;
mod list;
mod note;
mod palette;
mod passages;
mod picking;
mod print;
mod questions;
mod queue;
mod reduce;
mod region;
mod relations;
mod schema;
mod search;
mod selected;
mod session;
mod settings;
mod slices;
mod state;
mod statement;
mod statistics;
mod title;
mod values;
mod written;

pub use action::{Action, Step};
pub use backup::Backup;
pub use beside::BesideAct;
pub use claims::{
    CLAIM, ClaimAct, ClaimChange, ClaimFacets, ClaimField, ClaimsScreen, Form, Listed, MATRIX, NEW_CLAIM,
    Quoted, Report, Reported, Shown, ShownCell, ShownClash, ShownHead, ShownRow, ShownSide, Sign, citation,
    citation_in_markdown, matrix_in_csv, matrix_in_html, matrix_in_svg, report_in_html, report_in_markdown,
    told_id,
};
pub use command::{Aim, COMMANDS, Command, CommandInfo, Edge, Extend, Group, Motion, Way};
pub use correct::{
    Choice, CorrectAct, Correction, Fate as CorrectFate, Look, PAGE, Passage, Piece, SHOWN as PASSAGES_SHOWN,
    SUMMARY as CORRECT_SUMMARY, Stage, TEXT as CORRECT_TEXT,
};
pub use data::{DataAct, Remains};
pub use dialog::{Dialog, Notice, NoticeKind};
pub use document_labels::LabelDocument;
pub use effect::{Effect, Env, Focus, Task};
pub use entities::{
    Answer, CARD, Card, CardRow, ENTITIES, ENTITY_ROWS, EntitiesScreen, EntityAct, EntityRow, Ground, LINK,
    LinkAct, Linking, MERGE, MERGE_INTO, Spelling,
};
pub use export::{
    Export, ExportAct, MADE, Making, SplitRow, Splitting, There, name_in, shares_name, split_rows,
};
pub use find::{Find, LISTED as HITS_LISTED, context};
pub use folder::{Folder, FolderAct, FolderFault, FolderTask, GENERATIONS, Written, backup_name, day};
pub use hints::{Hint, HintAct};
pub use history::{Done, HistoryAct, HistoryScreen};
pub use hits::{HitState, HitsAct, Ticks};
pub use incoming::{
    Incoming, IncomingAct, IncomingDocument, LabelTo, ReadLabel, Standing, Waits, read_labels,
};
pub use keymap::{Chord, Hit, Key, Zone, lookup};
pub use lacking::{Lacking, LackingAct};
pub use later::LaterCommand;
pub use layout::{Layout, Part};
pub use library::{
    Arranged, Column, DOCUMENTS, Facets, Grouping, Library, LibraryAct, Line, Several, SeveralField, Sort,
    View, status_name,
};
pub use list::{ListWindow, Row, quote};
pub use note::NoteAct;
pub use palette::{Entry, entries};
pub use passages::{Offer, Offering, PassageAct, REPEATED, Unfolded};
pub use picking::{Pick, PickAct, Picking};
pub use print::{LegendRow, Noted, Print, Printing};
pub use questions::{Questions, QuestionsAct};
pub use queue::{
    QUEUE, Queue, QueueAct, QueueOrder, QueueScreen, Queued, Verdict, hundredths, score_share, score_text,
};
pub use reduce::{HEADING, HELP, HELP_BUTTON, MAIN, reduce};
pub use region::RegionAct;
pub use relations::{
    Arc, CLAIM_RELATION, ClaimTie, EndRow, RELATE, RelateAct, RelateChoice, RelationRow, Tie, Tied,
};
pub use schema::{
    AttributeAct, AttributeChange, Fallback, Fate, LABEL_EDITOR, LabelAct, LabelChange, Merge, MergeAct,
    MergeRow, NEW_ATTRIBUTE, NEW_LABEL, NEW_RELATION, PRESETS, Place, Preset, RelationAct, RelationChange,
    Retyped, SchemaDialog, SchemaScreen, SetGuidelines, Uses, row_of_attribute, row_of_label,
};
pub use search::{Found, RESULTS, ResultRow, SEARCH_WORDS, Search, SearchAct};
pub use selected::{Bulk, Selected, Shared};
pub use session::{Caret, Filter, Reading, Session, ValueFilter, Wanted};
pub use settings::{ChooseLanguage, LEADINGS, MEASURES, SIZES, Settings, Transfer};
pub use slices::Slices;
pub use state::{Keeping, Saved, Screen, State};
pub use statement::{EvidenceRow, Figures, NAMING, Picked, SpeakerChoice, StatementAct};
pub use statistics::{
    Anchor, ArticleCount, Chart, Figure, LabelCount, Plot, SaveChart, Shape, Statistics, Table, Unit, charts,
    csv, lengths, opacity, ratio, svg,
};
pub use title::{title, titled};
pub use values::{NO, Refused, RefusedAct, Sense, SetValue, Why, YES, value_field, value_text};
pub use written::safe_link;
