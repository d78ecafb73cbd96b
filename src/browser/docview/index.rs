//! Which annotations lie in which block, so that nothing ever walks all of them.

use crate::model::{Annotation, AnnotationId};
use crate::sorted::{Map, Set, insertion_sort_by};
use crate::text::{Blocks, Byte};
use std::rc::Rc;

/// Annotations by id and by block.
#[derive(Default)]
pub(super) struct Index {
    by_id: Map<AnnotationId, Rc<Annotation>>,
    /// For each block, in no order.
    blocks: Vec<Vec<Rc<Annotation>>>,
}

impl Index {
    pub(super) fn new(blocks: &Blocks, annotations: &[Rc<Annotation>]) -> Self {
        let mut index = Self { by_id: Map::new(), blocks: vec![Vec::new(); blocks.len()] };
        for annotation in annotations {
            index.insert(blocks, annotation.clone());
        }
        index
    }

    /// The blocks that it has a piece in, ascending.
    pub(super) fn blocks_of(blocks: &Blocks, annotation: &Annotation) -> Set<usize> {
        let mut found = Set::new();
        for span in annotation.fragments.spans() {
            found.extend(blocks.touched(*span));
        }
        found
    }

    /// Adds one; answers the blocks that it touches. An id that is there must be removed first.
    pub(super) fn insert(&mut self, blocks: &Blocks, annotation: Rc<Annotation>) -> Set<usize> {
        let touched = Self::blocks_of(blocks, &annotation);
        for &block in &touched {
            if let Some(list) = self.blocks.get_mut(block) {
                list.push(annotation.clone());
            }
        }
        self.by_id.insert(annotation.id.clone(), annotation);
        touched
    }

    /// Takes one away; answers the blocks that it touched.
    pub(super) fn remove(&mut self, blocks: &Blocks, id: &AnnotationId) -> Set<usize> {
        let Some(annotation) = self.by_id.remove(id) else { return Set::new() };
        let touched = Self::blocks_of(blocks, &annotation);
        for &block in &touched {
            if let Some(list) = self.blocks.get_mut(block) {
                list.retain(|other| !Rc::ptr_eq(other, &annotation));
            }
        }
        touched
    }

    pub(super) fn get(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.by_id.get(id)
    }

    pub(super) fn in_block(&self, block: usize) -> &[Rc<Annotation>] {
        self.blocks.get(block).map_or(&[], Vec::as_slice)
    }

    /// All that cover the character at an offset, innermost (shortest) first.
    pub(super) fn covering(&self, block: usize, at: Byte) -> Vec<AnnotationId> {
        let mut found: Vec<&Rc<Annotation>> = self
            .in_block(block)
            .iter()
            .filter(|a| a.fragments.spans().iter().any(|span| span.start() <= at && at < span.end()))
            .collect();
        insertion_sort_by(&mut found, |a, b| inner(a).cmp(&inner(b)));
        found.into_iter().map(|annotation| annotation.id.clone()).collect()
    }
}

/// Sorts innermost first: fewer bytes, then the later start, then by id so that the order is stable.
pub(super) fn inner(annotation: &Annotation) -> (u32, std::cmp::Reverse<Byte>, &AnnotationId) {
    (annotation.fragments.covered(), std::cmp::Reverse(annotation.fragments.hull().start()), &annotation.id)
}
