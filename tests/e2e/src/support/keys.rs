//! Keys as they are written in help texts: `Control+Shift+z`, `]`, `ArrowLeft`.

use anyhow::Result;
use thirtyfour::common::keys::Key;

use super::Browser;

impl Browser {
    /// Presses keys one after the other; each is a name, with what is held before it: `Control+z`.
    pub(crate) async fn press(&self, keys: &[&str]) -> Result<()> {
        for chord in keys {
            let parts = split(chord);
            let mut actions = self.action_chain();
            for part in &parts {
                actions = actions.key_down(code(part));
            }
            for part in parts.iter().rev() {
                actions = actions.key_up(code(part));
            }
            actions.perform().await?;
        }
        Ok(())
    }

    /// Types text where the focus is, each character as a key.
    pub(crate) async fn type_text(&self, text: &str) -> Result<()> {
        let mut actions = self.action_chain();
        for character in text.chars() {
            actions = actions.key_down(character).key_up(character);
        }
        Ok(actions.perform().await?)
    }
}

/// The parts of a chord; a plus alone, or at the end, is the key itself.
fn split(chord: &str) -> Vec<&str> {
    match chord.strip_suffix('+') {
        Some("") => vec!["+"],
        Some(held) => held.trim_end_matches('+').split('+').chain(["+"]).collect(),
        None => chord.split('+').collect(),
    }
}

/// The character that WebDriver uses for a named key.
fn code(name: &str) -> char {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return ' ',
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        _ => return name.chars().next().unwrap_or(' '),
    };
    key.into()
}
