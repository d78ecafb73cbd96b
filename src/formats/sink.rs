//! Where bytes go in pieces that are mostly not needed here any more.

/// Takes bytes.
pub trait Sink {
    /// Takes the next ones.
    fn put(&mut self, bytes: &[u8]);
    /// Gives back all that were taken; what comes then begins anew.
    fn take_back(&mut self) -> Vec<u8>;
}

impl Sink for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    fn take_back(&mut self) -> Vec<u8> {
        std::mem::take(self)
    }
}

/// Puts bytes together before they go to a sink. A piece of memory is filled again and again: a large file never stands
/// here as a whole, and is not moved as it grows.
pub struct Chunks<'a> {
    sink: &'a mut dyn Sink,
    chunk: Vec<u8>,
    size: u64,
}

/// About so many bytes go at once.
const CHUNK: usize = 1 << 20;

impl<'a> Chunks<'a> {
    /// Nothing is put yet.
    pub fn new(sink: &'a mut dyn Sink) -> Self {
        Self { sink, chunk: Vec::new(), size: 0 }
    }

    /// How many bytes were put.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Puts the next ones.
    pub fn put(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        if bytes.len() >= CHUNK {
            self.flush();
            return self.sink.put(bytes);
        }
        self.chunk.extend_from_slice(bytes);
        if self.chunk.len() >= CHUNK {
            self.flush();
        }
    }

    /// Lets the sink have all.
    pub fn flush(&mut self) {
        if !self.chunk.is_empty() {
            self.sink.put(&self.chunk);
            self.chunk.clear();
        }
    }

    /// Gives back all that were put; what comes then begins anew.
    pub fn take_back(&mut self) -> Vec<u8> {
        self.flush();
        self.size = 0;
        self.sink.take_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_in_a_row_are_all_bytes() {
        let (mut sink, mut all) = (Vec::new(), Vec::new());
        let mut chunks = Chunks::new(&mut sink);
        for n in 0..40_u8 {
            let piece = vec![n; if n == 20 { 5 * CHUNK } else { 70_000 }];
            chunks.put(&piece);
            all.extend(piece);
        }
        assert_eq!(chunks.size(), all.len() as u64);
        assert!(chunks.chunk.capacity() < 4 * CHUNK, "a large file does not stand here");
        let before = chunks.take_back();
        assert!(before == all && chunks.size() == 0);
        chunks.put(b"anew");
        chunks.flush();
        assert_eq!(sink, b"anew");
    }
}
