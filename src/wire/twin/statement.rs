//! Time and evidence of a statement, as they stand in the attributes of annotations.

use crate::model::{Evidence, EvidenceStance, RawJson, When};
use crate::wire::json::{Field, Json, Seen, record, to_string, words};

words! { EvidenceStance { Supports = "supports", Refutes = "refutes", Context = "context" } }

record! {
    When { may "annotation" annotation, may "value" value }
}
record! {
    Evidence {
        may "document" document,
        may "annotations" annotations,
        may "url" url,
        may "text" text,
        show "stance" stance,
    }
}

/// The file form of a time.
pub(in crate::wire) fn write_when(when: &When) -> RawJson {
    RawJson(to_string(when).into())
}

/// A time from its file form; `None` for what says none, or holds more.
pub(in crate::wire) fn read_when(json: &RawJson) -> Option<When> {
    read(json).filter(|when| *when != When::default())
}

/// The file form of evidence.
pub(in crate::wire) fn write_evidence(evidence: &[Evidence]) -> RawJson {
    RawJson(to_string(&evidence.to_vec()).into())
}

/// Evidence from its file form; `None` for what is none, or holds more.
pub(in crate::wire) fn read_evidence(json: &RawJson) -> Option<Vec<Evidence>> {
    read(json)
}

fn read<T: Field>(json: &RawJson) -> Option<T> {
    let mut seen = Seen::default();
    let value = T::read(Json::new(&json.0).ok()?, &mut seen).ok()?;
    seen.unknown.is_empty().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AnnotationId, DocumentId};

    fn raw(json: &str) -> RawJson {
        RawJson(json.into())
    }

    #[test]
    fn times_and_evidence_come_back() {
        let when =
            When { annotation: Some(AnnotationId::new("a4")), value: "2031-03-04/2031-03-06".to_owned() };
        let json = write_when(&when);
        assert_eq!(&*json.0, r#"{"annotation":"a4","value":"2031-03-04/2031-03-06"}"#);
        assert_eq!(read_when(&json), Some(when));
        let evidence = vec![
            Evidence {
                document: Some(DocumentId::new("d1")),
                annotations: vec![AnnotationId::new("a5"), AnnotationId::new("a6")],
                stance: EvidenceStance::Refutes,
                ..Evidence::default()
            },
            Evidence { url: "https://example.org/a".into(), text: "the list".into(), ..Evidence::default() },
        ];
        let json = write_evidence(&evidence);
        let expected = concat!(
            r#"[{"document":"d1","annotations":["a5","a6"],"stance":"refutes"},"#,
            r#"{"url":"https://example.org/a","text":"the list","stance":"context"}]"#
        );
        assert_eq!(&*json.0, expected);
        assert_eq!(read_evidence(&json), Some(evidence));
        assert_eq!(read_evidence(&raw("[]")), Some(Vec::new()));
    }

    #[test]
    fn what_is_something_else_or_holds_more_is_not_taken() {
        for other in ["{}", "[]", r#""2031""#, r#"{"value":2031}"#, r#"{"value":"2031","calendar":"julian"}"#]
        {
            assert_eq!(read_when(&raw(other)), None, "{other}");
        }
        for other in ["{}", r#"[{"stance":"proves"}]"#, r#"[{"url":"u","page":3}]"#, r#"["u"]"#] {
            assert_eq!(read_evidence(&raw(other)), None, "{other}");
        }
    }
}
