//! People, entities, claims and relations.

use crate::model::{
    Alias, Argument, Arrangement, Claim, Entity, ExternalId, Person, PersonKind, Rating, Relation, Verdict,
};
use crate::wire::json::{record, words};

words! { PersonKind { Person = "person", Rule = "rule", Import = "import" } }

record! {
    Person { must "id" id, must "name" name, must "kind" kind, may "version" version }
}
record! {
    Alias { must "value" value, may "language" language, may "script" script }
}
record! {
    ExternalId { must "scheme" scheme, must "id" id, may "url" url }
}
record! {
    Entity {
        must "id" id,
        must "name" name,
        must "label" label,
        may "aliases" aliases,
        may "ids" ids,
        may "description" description,
        may "note" note,
    }
}
record! {
    Rating { must "value" value, may "best" best, may "worst" worst }
}
record! {
    Verdict {
        may "label" label,
        may "scheme" scheme,
        may "rating" rating,
        may "justification" justification,
        may "by" by,
        may "url" url,
        may "date" date,
    }
}
record! {
    Claim {
        must "id" id,
        must "text" text,
        may "language" language,
        may "topic" topic,
        may "checkWorthiness" check_worthiness,
        may "verdict" verdict,
        may "reference" reference,
    }
}
record! {
    Arrangement {
        may "claims" claims,
        may "articles" articles,
        may "outlets" outlets,
        may "speakers" speakers,
    }
}
record! {
    Argument { must "role" role, must "ref" target }
}
record! {
    Relation {
        must "id" id,
        must "type" kind,
        must "arguments" arguments,
        may "symmetric" symmetric,
        may "trigger" trigger,
        may "attributes" attributes,
    }
}
