//! CoNLL-U with entities as CorefUD has them (`.conllu`): a token per row in ten columns, mentions in brackets.
//!
//! By <https://universaldependencies.org/format.html>, <https://ufal.mff.cuni.cz/corefud> and the proposal of Universal
//! Anaphora. UTF-8, LF, an empty line behind each sentence. All articles stand in one file. Tokens are those of
//! [`tokens`](crate::text::tokens), cut where a mention begins or ends inside them; a sentence goes on where a mention
//! goes over its end, since readers know no mention in two.
//!
//! | what | where it stands |
//! | --- | --- |
//! | an article | `# newdoc id = …` before its first sentence, what is known of it in `# meta::title = …` and the like; `# newpar` before each paragraph |
//! | its text | FORM; `SpaceAfter=No` and `SpacesAfter=\s\n` (`\s` a blank, `\t`, `\n`, `\r`, `\p` a bar, `\\`; other white space `\u00A0`) where no single blank follows; `SpacesBefore` before the first token |
//! | a mention | `Entity=(e1-Person-1-link:Q42` to `e1)` in MISC, `(e1[1/2]-…` for the first of two fragments |
//! | its entity | the same `e1` for all mentions of one entity, in the whole file or in each article; one of its own for a mention without |
//!
//! The fields are `eid-etype-head-other`. The type is that of the entity. Nobody has judged heads: the first word stands
//! there, which is the head of a name in Universal Dependencies. Nor does anybody claim a tree: since readers complain of
//! a row without a head, each token hangs on the first one by `dep`, which says that nothing is known. `other` holds `link` (the id in a knowledge base: that
//! of Wikidata bare, others as `geonames:1642911`, in the project as `Postil:e-1`, `NIL` where somebody found none), `label` (where it is not the
//! entity's), `unsure`, `note`, and attributes by their names. What parts fields is percent-encoded there and in types:
//! `%2D` is a hyphen.
//!
//! Lost: annotations that mark no entity, relations, the structure of attributes with structure, who made what, what
//! is in the registries beside the link. Of two mentions of one entity that cross, the second has an entity of its own.
//!
//! Read are files of others, too: any order of fields that `# global.Entity` says, the entities of each document numbered
//! anew (`GRP`, as GUM has it), words that are written as one (`1-2`), empty nodes, fragments, crossing brackets. Between
//! sentences a blank is taken for granted, before `# newpar` a line end. What is named twice, or has a link, is an entity of
//! the registry; the fields beside type and head are attributes. The lines stay with the document (`source.raw`), with
//! trees and all else, and are written again byte for byte where nothing was changed.
//!
//! ```text
//! # newdoc id = d-1
//! # global.Entity = eid-etype-head-other
//! # meta::title = Delegasi
//! # newpar
//! # sent_id = d-1-1
//! # text = Marzouk tiba.
//! 1⇥Marzouk⇥_⇥_⇥_⇥_⇥0⇥root⇥_⇥Entity=(e1-Person-1-link:Q42)
//! 2⇥tiba⇥_⇥_⇥_⇥_⇥1⇥dep⇥_⇥SpaceAfter=No
//! 3⇥.⇥_⇥_⇥_⇥_⇥1⇥dep⇥_⇥SpaceAfter=No
//! ```

mod brackets;
mod escapes;
mod head;
mod lines;
mod mentions;
mod read;
mod write;

pub(super) use read::ConlluReader;
pub(super) use write::Conllu;

/// The key of an id in a knowledge base.
const LINK: &str = "link";
/// What ids of the project's own registry stand in.
const OWN: &str = "Postil";
