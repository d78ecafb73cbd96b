//! Marking and what comes of it: fragments with their offsets, the list of annotations, announcements.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::common::keys::Key;

use super::Browser;

const PARTS: &str = concat!(include_str!("page.js"), include_str!("article.js"), include_str!("marks.js"));

/// A drawn fragment: start and end in code points, and what it marks.
pub(crate) type Fragment<'a> = (usize, usize, &'a str);

impl Browser {
    /// Runs an expression over the functions of `page.js`, `article.js` and `marks.js`.
    pub(crate) async fn ask(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        self.js(&format!("{PARTS}; return {expression};"), args).await
    }

    /// Waits until an expression has a value.
    pub(crate) async fn comes_to(&self, what: &str, expression: &str, expected: &Value) -> Result<()> {
        let mut found = Value::Null;
        for _ in 0..200 {
            found = self.ask(expression, vec![]).await?;
            if found == *expected {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("{what}: expected {expected}, found {found}")
    }

    /// Opens the app and listens to what it announces.
    pub(crate) async fn open_and_listen(&self) -> Result<()> {
        self.open().await?;
        self.until("the project is open", "return document.querySelector('.opening') === null", vec![])
            .await?;
        self.listens().await
    }

    /// Listens to what the page announces from now on: one thing may be said soon after another.
    pub(crate) async fn listens(&self) -> Result<()> {
        self.ask("listen()", vec![]).await?;
        Ok(())
    }

    /// Adds an article with **Paste text** and waits until it is read.
    pub(crate) async fn paste(&self, title: &str, text: &str) -> Result<()> {
        self.click("button", "Paste text").await?;
        self.find("dialog", "Paste text").await?;
        for (name, text) in [("Title", title), ("Text", text)] {
            self.find("textbox", name).await?;
            let put = "putText(byRole('textbox', arguments[0])[0], arguments[1])";
            self.ask(put, vec![json!(name), json!(text)]).await?;
        }
        self.click("button", "Add").await?;
        self.gone("dialog", "Paste text").await?;
        self.reads(title).await
    }

    /// Waits until an article is read, and the focus in it.
    pub(crate) async fn reads(&self, title: &str) -> Result<()> {
        self.comes_to("the article has the focus", "focused()", &json!(["article", title])).await
    }

    /// Double-clicks a word until it is selected, or marked by the pen: on a busy machine a driver's two
    /// clicks may come too far apart.
    pub(crate) async fn choose_word(&self, word: &str) -> Result<()> {
        let before = self.ask("rows().length", vec![]).await?;
        for _ in 0..5 {
            self.double_click_text(word).await?;
            let now = self.ask("[getSelection().isCollapsed, rows().length]", vec![]).await?;
            if now[0] == json!(false) || now[1] != before {
                return Ok(());
            }
        }
        bail!("a double click does not select “{word}”")
    }

    /// Opens an article by its link.
    pub(crate) async fn open_article(&self, title: &str) -> Result<()> {
        self.click("link", title).await?;
        self.reads(title).await
    }

    /// Waits until exactly these fragments are drawn, in the order of the text.
    pub(crate) async fn marks_are(&self, expected: &[Fragment<'_>]) -> Result<()> {
        self.comes_to("marks", "fragments()", &json!(expected)).await
    }

    /// Waits until the list has exactly these rows: label and quote.
    pub(crate) async fn rows_are(&self, expected: &[(&str, &str)]) -> Result<()> {
        self.comes_to("rows of the list", "rows()", &json!(expected)).await
    }

    /// Waits until these are selected: their quotes, as the list shows them.
    pub(crate) async fn selected_are(&self, expected: &[&str]) -> Result<()> {
        self.comes_to("selected rows", "chosenRows()", &json!(expected)).await
    }

    /// Waits until region **Annotation** shows this, one quote for each fragment.
    pub(crate) async fn inspects(&self, expected: &[&str]) -> Result<()> {
        self.comes_to("quotes in region Annotation", "inspected()", &json!(expected)).await
    }

    /// Waits until something was announced that holds this, and forgets what was said before.
    pub(crate) async fn hears(&self, part: &str) -> Result<()> {
        let mut said = Value::Null;
        for _ in 0..200 {
            let heard = "window.said.some((text) => text.includes(arguments[0]))";
            if self.ask(heard, vec![json!(part)]).await? == json!(true) {
                self.ask("window.said.splice(0)", vec![]).await?;
                return Ok(());
            }
            said = self.ask("window.said", vec![]).await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("“{part}” is not announced, but {said}")
    }

    /// Presses Tab, with Shift if asked, until something has the focus.
    pub(crate) async fn tab_to(&self, tag: &str, name: &str, back: bool) -> Result<()> {
        let wanted = json!([tag, name]);
        for _ in 0..60 {
            if self.ask("focused()", vec![]).await? == wanted {
                return Ok(());
            }
            self.press(&[if back { "Shift+Tab" } else { "Tab" }]).await?;
        }
        bail!("Tab does not come to {tag} “{name}”")
    }

    /// Drags over a quote while Alt is held: exactly this is selected.
    pub(crate) async fn drag_exactly(&self, quote: &str) -> Result<()> {
        self.drag_holding(Key::Alt, quote, quote).await
    }

    /// Drags from `from` to `to` while a key is held.
    pub(crate) async fn drag_holding(&self, key: Key, from: &str, to: &str) -> Result<()> {
        let ends = self.ask("points(...arguments)", vec![json!(from), json!(to)]).await?;
        let at = |name: &str| Some((ends[name]["x"].as_i64()?, ends[name]["y"].as_i64()?));
        let ((x, y), end) =
            at("start").zip(at("end")).with_context(|| format!("“{from}” is in the article"))?;
        let chain = self.action_chain().key_down(key.clone()).move_to(x, y).click_and_hold();
        let chain = chain.move_to((x + end.0) / 2, (y + end.1) / 2).move_to(end.0, end.1).release();
        Ok(chain.key_up(key).perform().await?)
    }

    /// Clicks a row of the list, by its quote, perhaps while a key is held.
    pub(crate) async fn click_row(&self, quote: &str, held: Option<Key>) -> Result<()> {
        let middle = "(() => {
            const row = Array.from(list().querySelectorAll('li')).find((row) => row.children[1].textContent.trim() === arguments[0]);
            row?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const box = row?.getBoundingClientRect();
            return box ? [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)] : null;
        }).apply(null, arguments)";
        // An arrow function has no arguments of its own.
        let mut at = self.ask(middle, vec![json!(quote)]).await?;
        // Scrolling makes other rows, and what is selected takes its room: it is clicked where it comes to rest.
        for _ in 0..20 {
            tokio::time::sleep(std::time::Duration::from_millis(120)).await;
            let before = std::mem::replace(&mut at, self.ask(middle, vec![json!(quote)]).await?);
            if before == at {
                break;
            }
        }
        let at = at[0].as_i64().zip(at[1].as_i64());
        let (x, y) = at.with_context(|| format!("no row “{quote}”"))?;
        let mut chain = self.action_chain();
        if let Some(key) = &held {
            chain = chain.key_down(key.clone());
        }
        chain = chain.move_to(x, y).click();
        if let Some(key) = held {
            chain = chain.key_up(key);
        }
        Ok(chain.perform().await?)
    }

    /// Drags the handle at an end of the selected annotation to behind (`end`) or before (`start`) a quote.
    pub(crate) async fn drag_handle(&self, end: &str, quote: &str) -> Result<()> {
        let selector = format!(".handle[data-handle={end}]:not([hidden])");
        let shown = "return document.querySelector(arguments[0]) !== null";
        self.until("a handle is shown", shown, vec![json!(selector)]).await?;
        let ends = self.points(quote, quote).await?;
        let to = if end == "end" { ends.1 } else { ends.0 };
        let grip = "(() => { const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2), Math.round(box.height / 2) + 8]; })()";
        let grip = self.ask(&grip.replace("arguments[0]", &json!(selector).to_string()), vec![]).await?;
        let grip: Vec<i64> = serde_json::from_value(grip).context("the grip has a place")?;
        let &[x, y, lift] = &grip[..] else { bail!("the grip has a place") };
        // The grip hangs below its line, and the pointer stays as far below while it drags.
        let (to_x, to_y) = (to.0, to.1 + lift);
        let chain = self.action_chain().move_to(x, y).click_and_hold();
        let chain = chain.move_to((x + to_x) / 2, (y + to_y) / 2).move_to(to_x, to_y).release();
        Ok(chain.perform().await?)
    }

    /// Chooses an option of a combobox by its visible text.
    pub(crate) async fn choose(&self, name: &str, option: &str) -> Result<()> {
        self.find("combobox", name).await?;
        let choose = "((name, option) => {
            const select = byRole('combobox', name)[0];
            const found = Array.from(select.options).find((each) => each.text.trim() === option);
            if (!found) return false;
            select.focus();
            select.value = found.value;
            select.dispatchEvent(new Event('input', { bubbles: true }));
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        })(...arguments)";
        match self.ask(choose, vec![json!(name), json!(option)]).await? {
            Value::Bool(true) => Ok(()),
            _ => bail!("combobox “{name}” has no “{option}”"),
        }
    }
}
