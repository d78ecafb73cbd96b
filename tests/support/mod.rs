//! What several tests share.
#![allow(unreachable_pub, missing_docs, reason = "tests alone see it")]

pub mod acts;
pub mod by_hand;
pub mod columns;
pub mod desk;
pub mod files;
pub mod fuzz;
pub mod generate;
pub mod hard;
pub mod relating;
pub mod tellings;
