//! Relations between the marks of an article, as a person makes them and sees them.

use super::desk::Desk;
use postil::app::{Action, Caret, RelateAct, RelationRow};
use postil::model::{AnnotationId, Relation, RelationTypeId};

pub const TEXT: &str =
    "Ada Lind of the Harbour Guild spoke in Brenhaven. The guild left. Nobody came, she said.";

/// An article with four marks, and their ids.
pub struct Scene {
    pub desk: Desk,
    pub ada: AnnotationId,
    pub guild: AnnotationId,
    pub town: AnnotationId,
    pub claim: AnnotationId,
}

pub fn scene() -> Scene {
    let mut desk = Desk::with(TEXT);
    let ada = desk.mark("Ada Lind", "person");
    let guild = desk.mark("Harbour Guild", "organisation");
    let town = desk.mark("Brenhaven", "place");
    let claim = desk.mark("Nobody came", "claim");
    Scene { desk, ada, guild, town, claim }
}

pub fn kind(id: &str) -> RelationTypeId {
    RelationTypeId::new(id)
}

pub fn step(desk: &mut Desk, act: RelateAct) {
    desk.act(Action::step(act));
}

pub fn select(desk: &mut Desk, id: &AnnotationId) {
    desk.act(Action::SelectAnnotation { id: id.clone(), add: false, range: false });
}

pub fn click(desk: &mut Desk, ids: &[&AnnotationId]) {
    let ids = ids.iter().map(|id| (*id).clone()).collect();
    desk.act(Action::Click { caret: Caret::at(desk.find("spoke").start()), ids, add: false });
}

pub fn relate(desk: &mut Desk, from: &AnnotationId, id: &str, to: &AnnotationId) {
    select(desk, from);
    desk.act(Action::Relate(kind(id)));
    click(desk, &[to]);
}

/// Every relation: its type, and each end's role and id.
pub fn all(desk: &Desk) -> Vec<String> {
    let ends = |own: &Relation| -> Vec<String> {
        own.arguments.iter().map(|end| format!("{}={}", end.role, end.target)).collect()
    };
    let relations = desk.session().project.relations.values();
    relations.map(|own| format!("{} {}", own.kind, ends(own).join(" "))).collect()
}

pub fn rows(desk: &Desk, of: &AnnotationId) -> Vec<RelationRow> {
    let annotation = desk.session().anywhere(&desk.document(), of).expect("it is there").clone();
    desk.session().relation_rows(&annotation)
}

pub fn selected(desk: &Desk) -> AnnotationId {
    desk.session().selected().expect("one is selected").id.clone()
}

pub fn notice(desk: &Desk) -> &str {
    desk.state.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

pub fn history(desk: &Desk) -> String {
    let shown = desk.state.history.shown(desk.session());
    shown.first().map(|done| format!("{}: {}", done.act, done.what)).unwrap_or_default()
}
