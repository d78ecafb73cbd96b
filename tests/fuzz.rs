//! A short round of `cargo xtask fuzz`: no input stops a reader.

use crate::support::fuzz::{input, sets, trouble};

fn round(seed: u64) {
    let sets = sets(None);
    for n in 0..10_000 {
        let input = input(&sets, seed, n);
        if let Some(what) = trouble(&input) {
            panic!("input {n} of seed {seed}, {}: {what}", input.format);
        }
    }
}

// Two rounds, since tests run beside each other.

#[test]
fn no_input_stops_a_reader() {
    round(1);
}

#[test]
fn nor_does_another() {
    round(2);
}
