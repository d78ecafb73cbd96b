//! How values are sealed: a checksum over where a value belongs and what it says, so that a changed bit, a cut value
//! and a value in the wrong place are all seen.
//!
//! A journal record is `checksum number line`; a segment is such records, one per line; a snapshot is
//! `checksum:number` and, behind a line break, its body. Records are sealed by SHA-256. Snapshots are long and a person
//! waits for them: they are sealed by XXH64 (<https://github.com/Cyan4973/xxHash>); those of earlier versions, by
//! SHA-256, have a space in the place of the colon.

use sha2::{Digest, Sha256};
use xxhash_rust::xxh64::Xxh64;

/// Digits of a checksum.
const DIGITS: usize = 16;

/// What is sealed beside the body. The length keeps the parts apart.
fn head(kind: &str, project: &str, number: u64) -> String {
    format!("{kind} {} {project} {number} ", project.len())
}

/// The first 64 bits of a SHA-256, as 16 hexadecimal digits; to be fed.
pub(super) struct Checksum(Sha256);

impl Checksum {
    /// So many bytes at a time: a browser makes a loop fast between two calls of it, and not in the middle of one.
    const PIECE: usize = 1 << 14;

    fn new(kind: &str, project: &str, number: u64) -> Self {
        Self(Sha256::new_with_prefix(head(kind, project, number)))
    }

    /// Of a journal record.
    pub(super) fn of_record(project: &str, number: u64) -> Self {
        Self::new("record", project, number)
    }

    pub(super) fn update(&mut self, body: &[u8]) {
        body.chunks(Self::PIECE).for_each(|piece| self.0.update(piece));
    }

    pub(super) fn finish(self) -> String {
        self.0.finalize()[..DIGITS / 2].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn checksum(kind: &str, project: &str, number: u64, body: &[u8]) -> String {
    let mut sum = Checksum::new(kind, project, number);
    sum.update(body);
    sum.finish()
}

/// The checksum of a snapshot, to be fed.
fn snapshot_sum(project: &str, number: u64) -> Xxh64 {
    let mut sum = Xxh64::new(0);
    sum.update(head("snapshot", project, number).as_bytes());
    sum
}

/// What tells whether a text is as it was written, in a tenth of the time that its SHA-256 takes.
pub(super) fn text_sum(text: &[u8]) -> String {
    let mut sum = Xxh64::new(0);
    sum.update(text);
    digits(&sum)
}

fn digits(sum: &Xxh64) -> String {
    format!("{:016x}", sum.digest())
}

/// Seals a journal record; the line must hold no line break.
pub(super) fn seal_line(project: &str, number: u64, line: &str) -> Vec<u8> {
    sealed_with(&checksum("record", project, number, line.as_bytes()), number, line)
}

/// A journal record with its checksum.
pub(super) fn sealed_with(sum: &str, number: u64, line: &str) -> Vec<u8> {
    format!("{sum} {number} {line}").into_bytes()
}

/// Opens a journal record: its number and line; `None` if it is not what was written.
pub(super) fn open_line<'a>(project: &str, sealed: &'a [u8]) -> Option<(u64, &'a str)> {
    let (sum, number, line) = split(sealed, b' ', b' ')?;
    let line = std::str::from_utf8(line).ok()?;
    (checksum("record", project, number, line.as_bytes()) == sum).then_some((number, line))
}

/// The number that a damaged record seems to have.
pub(super) fn guess_number(sealed: &[u8]) -> Option<u64> {
    split(sealed, b' ', b' ').map(|(_, number, _)| number)
}

/// Seals a snapshot of the state behind a record, piece by piece.
pub(super) struct SnapshotSeal {
    number: u64,
    sum: Xxh64,
    sealed: Vec<u8>,
}

impl SnapshotSeal {
    pub(super) fn new(project: &str, number: u64) -> Self {
        let mut sealed = vec![b'0'; DIGITS];
        sealed.extend_from_slice(format!(":{number}\n").as_bytes());
        Self { number, sum: snapshot_sum(project, number), sealed }
    }

    /// The record that the state stands behind.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    pub(super) fn push(&mut self, piece: &[u8]) {
        self.sum.update(piece);
        self.sealed.extend_from_slice(piece);
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.sealed[..DIGITS].copy_from_slice(digits(&self.sum).as_bytes());
        self.sealed
    }
}

/// Opens a snapshot: the number of the record that it stands behind, and where its body begins.
pub(super) fn open_snapshot(project: &str, sealed: &[u8]) -> Option<(u64, usize)> {
    let same = match sealed.get(DIGITS)? {
        b':' => {
            let (sum, number, body) = split(sealed, b':', b'\n')?;
            let mut own = snapshot_sum(project, number);
            own.update(body);
            (digits(&own) == sum).then_some((number, body))
        }
        _ => {
            let (sum, number, body) = split(sealed, b' ', b'\n')?;
            (checksum("snapshot", project, number, body) == sum).then_some((number, body))
        }
    };
    same.map(|(number, body)| (number, sealed.len() - body.len()))
}

/// Checksum, number and body.
fn split(sealed: &[u8], after_sum: u8, after_number: u8) -> Option<(&str, u64, &[u8])> {
    let (sum, rest) = sealed.split_at_checked(DIGITS)?;
    let sum = std::str::from_utf8(sum).ok()?;
    let rest = rest.strip_prefix(&[after_sum])?;
    let end = rest.iter().position(|&byte| byte == after_number)?;
    let number = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
    Some((sum, number, &rest[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(pieces: &[&str]) -> Vec<u8> {
        let mut seal = SnapshotSeal::new("p", 7);
        pieces.iter().for_each(|piece| seal.push(piece.as_bytes()));
        seal.finish()
    }

    #[test]
    fn what_was_sealed_opens() {
        let sealed = seal_line("p", 7, r#"{"a":"ü b"}"#);
        assert_eq!(open_line("p", &sealed), Some((7, r#"{"a":"ü b"}"#)));
        let sealed = snapshot(&["one\nt", "wo 3"]);
        let (number, at) = open_snapshot("p", &sealed).expect("it opens");
        assert_eq!((number, &sealed[at..]), (7, &b"one\ntwo 3"[..]));
    }

    /// As version 0.1 sealed them until it sealed them by XXH64.
    #[test]
    fn an_earlier_snapshot_opens() {
        let sealed = [checksum("snapshot", "p", 7, b"one").as_bytes(), b" 7\none"].concat();
        let (number, at) = open_snapshot("p", &sealed).expect("it opens");
        assert_eq!((number, &sealed[at..]), (7, &b"one"[..]));
        assert_eq!(open_snapshot("q", &sealed), None);
    }

    #[test]
    fn any_changed_bit_is_seen() {
        let line = seal_line("p", 7, r#"{"a":"ü b"}"#);
        let snapshot = snapshot(&["one\ntwo 3"]);
        for at in 0..line.len() * 8 {
            let mut bad = line.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert_eq!(open_line("p", &bad), None, "bit {at}");
        }
        for at in 0..snapshot.len() * 8 {
            let mut bad = snapshot.clone();
            bad[at / 8] ^= 1 << (at % 8);
            assert_eq!(open_snapshot("p", &bad), None, "bit {at}");
        }
    }

    #[test]
    fn a_value_belongs_where_it_was_written() {
        assert_eq!(open_line("q", &seal_line("p", 7, "x")), None);
        assert_eq!(open_snapshot("p", &seal_line("p", 7, "x")), None);
        for cut in 0..20 {
            assert_eq!(open_line("p", &seal_line("p", 7, "xyz")[..cut]), None);
        }
    }
}
