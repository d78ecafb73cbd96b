//! What several tests share.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "every test takes a part of it")]

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
