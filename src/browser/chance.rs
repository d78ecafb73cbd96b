//! The clock and chance, which nothing below this layer has.

use crate::model::Timestamp;

/// The time.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

/// A random name of eight letters and digits: about 41 bits, for actors and projects.
pub fn random_name() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0_u8; 8];
    let filled = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if filled.is_none() {
        // No browser of the last ten years is without; a name from the clock still tells tabs apart.
        bytes = (js_sys::Date::now() as u64).to_le_bytes();
    }
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}
