//! How mentions spell what they speak of: each spelling is a name of its entity, learnt by a link and forgotten when the
//! mention that it was learnt from reads otherwise.

use super::script_of;
use crate::app::reduce::reshape;
use crate::app::{Effect, Env, Session, State};
use crate::model::{Alias, Annotation, AnnotationId, DocumentId, Entity, Fragments, Reference};

/// How an annotation spells what it speaks of.
pub(super) fn alias(session: &Session, annotation: &Annotation) -> Alias {
    session.spelling(&annotation.document, session.named(annotation))
}

/// Puts a mention that is linked around other text. Its entity goes by what the mention reads by now, and no more by what
/// it read before where nothing else reads so.
pub(super) fn reshape(
    state: &mut State,
    id: &AnnotationId,
    fragments: &Fragments,
    env: &Env<'_>,
    out: &mut Vec<Effect>,
) {
    reshape::reshape_with(
        state,
        id,
        fragments.clone(),
        &|builder, session| {
            let Some(mention) = session.annotation(id) else { return };
            let Some(Reference::Entity(to)) = &mention.refers_to else { return };
            let now = Annotation { fragments: fragments.clone(), ..(**mention).clone() };
            let (before, now) = (alias(session, mention), alias(session, &now));
            // Without a language nobody can tell later what was learnt: each step of an end would leave a name behind.
            if before.value == now.value || now.language.is_empty() {
                return;
            }
            if let Some(mut entity) = builder.entity(to).filter(|own| session.was_learnt(own, &before, id)) {
                entity.aliases.retain(|alias| *alias != before);
                builder.set_entity(entity);
            }
            builder.learn(to, now);
        },
        env,
        out,
    );
}

impl Session {
    /// A name as an article has it.
    pub(super) fn spelling(&self, document: &DocumentId, value: String) -> Alias {
        let language = self.project.document(document).map(|own| own.metadata.language.clone());
        Alias { script: script_of(&value), value, language: language.unwrap_or_default() }
    }

    /// Whether an entity goes by a name because this mention reads so, and no other does. A name that a person typed has
    /// no language, and stays.
    fn was_learnt(&self, entity: &Entity, name: &Alias, from: &AnnotationId) -> bool {
        let reads_so = |other: &Annotation| other.id != *from && self.named(other) == name.value;
        !name.language.is_empty()
            && entity.aliases.contains(name)
            && !self.mentions_of(&Reference::Entity(entity.id.clone())).iter().any(|own| reads_so(own))
    }
}
