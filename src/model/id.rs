//! Ids of the project's records: short strings, unique in a project per kind, never reused.

use std::borrow::Borrow;
use std::fmt;
use std::rc::Rc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes any string; whether it is used twice is for the project to say.
            pub fn new(id: impl Into<Rc<str>>) -> Self {
                Self(id.into())
            }

            /// The id as it stands in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// Of a project.
    ProjectId
}
id! {
    /// Of a document: identifies it, whatever its text.
    DocumentId
}
id! {
    /// Of an annotation, unique in the project.
    AnnotationId
}
id! {
    /// Of a label of the schema.
    LabelId
}
id! {
    /// Of an attribute of the schema.
    AttributeId
}
id! {
    /// Of a relation type of the schema.
    RelationTypeId
}
id! {
    /// Of a person, a rule or an import that makes annotations.
    PersonId
}
id! {
    /// Of an entity of the registry.
    EntityId
}
id! {
    /// Of a claim of the registry.
    ClaimId
}
id! {
    /// Of a relation.
    RelationId
}
