//! Checkpoints every [`STEP`] bytes, so that a conversion looks at one step of text and no more.
//!
//! Eight bytes for each step: a sixteenth of the text. An all-ASCII text needs none, since its
//! positions are the same in all three units.

use super::{Byte, CodePoint, Lengths, Utf16};

/// Bytes between two checkpoints.
const STEP: usize = 128;

/// What lies before the start of one step.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    code_points: u32,
    utf16: u32,
}

impl Checkpoint {
    /// Counts the characters that start inside `bytes`.
    fn after(self, bytes: &[u8]) -> Self {
        // Plain sums over bytes: the compiler turns these into vector code.
        let starts = bytes.iter().filter(|&&byte| is_start(byte)).count() as u32;
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xF0).count() as u32;
        Self { code_points: self.code_points + starts, utf16: self.utf16 + starts + pairs }
    }
}

/// The index of one text. It does not hold the text: every call takes it, always the same one.
#[derive(Debug)]
pub(super) struct Index {
    /// One for each step, the first at byte 0; empty where the text is all ASCII.
    checkpoints: Box<[Checkpoint]>,
    lengths: Lengths,
}

impl Index {
    pub(super) fn new(text: &str) -> Self {
        let utf8 = text.len() as u32;
        if text.is_ascii() {
            let lengths = Lengths { utf8, code_points: utf8, utf16: utf8 };
            return Self { checkpoints: Box::default(), lengths };
        }
        let mut sum = Checkpoint::default();
        let mut checkpoints = Vec::with_capacity(text.len().div_ceil(STEP));
        for step in text.as_bytes().chunks(STEP) {
            checkpoints.push(sum);
            sum = sum.after(step);
        }
        let lengths = Lengths { utf8, code_points: sum.code_points, utf16: sum.utf16 };
        Self { checkpoints: checkpoints.into(), lengths }
    }

    pub(super) fn lengths(&self) -> Lengths {
        self.lengths
    }

    fn counted(&self, text: &str, at: Byte) -> Checkpoint {
        let at = at.index();
        assert!(text.is_char_boundary(at), "byte {at} lies inside a character or behind the end");
        if self.checkpoints.is_empty() {
            return Checkpoint { code_points: at as u32, utf16: at as u32 };
        }
        // `at` may be the end of a text whose length is a multiple of STEP.
        let step = (at / STEP).min(self.checkpoints.len() - 1);
        self.checkpoints[step].after(&text.as_bytes()[step * STEP..at])
    }

    pub(super) fn code_point(&self, text: &str, at: Byte) -> CodePoint {
        CodePoint(self.counted(text, at).code_points)
    }

    pub(super) fn utf16(&self, text: &str, at: Byte) -> Utf16 {
        Utf16(self.counted(text, at).utf16)
    }

    pub(super) fn byte_of_code_point(&self, text: &str, at: CodePoint) -> Option<Byte> {
        self.find(text, at.0, self.lengths.code_points, |point| point.code_points, |_| 1)
    }

    pub(super) fn byte_of_utf16(&self, text: &str, at: Utf16) -> Option<Byte> {
        let units = |lead: u8| if lead >= 0xF0 { 2 } else { 1 };
        self.find(text, at.0, self.lengths.utf16, |point| point.utf16, units)
    }

    /// The start of the character that holds unit `wanted`, or the end of the text.
    fn find(
        &self,
        text: &str,
        wanted: u32,
        length: u32,
        before: impl Fn(&Checkpoint) -> u32,
        width: impl Fn(u8) -> u32,
    ) -> Option<Byte> {
        if wanted >= length {
            return (wanted == length).then_some(Byte(self.lengths.utf8));
        }
        if self.checkpoints.is_empty() {
            return Some(Byte(wanted));
        }
        let step = self.checkpoints.partition_point(|point| before(point) <= wanted) - 1;
        let mut units = before(&self.checkpoints[step]);
        for (byte, &lead) in text.as_bytes().iter().enumerate().skip(step * STEP) {
            if is_start(lead) {
                units += width(lead);
                if wanted < units {
                    return Some(Byte(byte as u32));
                }
            }
        }
        None
    }
}

/// Whether a character starts with this byte: it is no continuation byte.
fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}
