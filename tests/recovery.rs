//! What was called saved is there after any crash, and damage never takes more than what it hit.

mod along;
mod crash;
mod damage;
mod forget;
mod person;
mod storm;
mod writers;
