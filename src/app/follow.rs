//! What is made of the whole project when somebody first asks for it, and follows each act since.

use crate::edit::Transaction;
use std::any::Any;
use std::cell::{RefCell, RefMut};
use std::fmt::Debug;

/// Something that was made of the whole project, or is kept beside it by later code alone, which then follows nothing.
/// Acts reach it through the value alone, so its code is loaded with what asks for it.
pub(super) trait Follower: Any + Debug {
    /// Notes what a transaction, which was applied, has changed.
    fn follow(&mut self, transaction: &Transaction);
}

/// All that was asked for so far, one of each type.
#[derive(Debug, Default)]
pub(super) struct Followers(RefCell<Vec<Box<dyn Follower>>>);

impl Followers {
    /// A transaction was applied.
    pub(super) fn follow(&self, transaction: &Transaction) {
        self.0.borrow_mut().iter_mut().for_each(|one| one.follow(transaction));
    }

    /// The one of a type, made if there is none.
    pub(super) fn get<T: Follower + Default>(&self) -> RefMut<'_, T> {
        RefMut::map(self.0.borrow_mut(), |all| {
            let place = all.iter().position(|one| (&**one as &dyn Any).is::<T>());
            let at = place.unwrap_or_else(|| {
                all.push(Box::new(T::default()));
                all.len() - 1
            });
            (&mut *all[at] as &mut dyn Any).downcast_mut().expect("the one that was looked for")
        })
    }
}
