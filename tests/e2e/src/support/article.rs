//! The article under the mouse: dragging over words, clicking into them, and what is marked.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Browser;

const ARTICLE: &str = include_str!("article.js");

/// A point of the viewport, in CSS pixels.
type Point = (i64, i64);

impl Browser {
    /// Drags with the mouse from before the first `from` to behind the next `to`.
    pub(crate) async fn drag(&self, from: &str, to: &str) -> Result<()> {
        let (start, end) = self.points(from, to).await?;
        // In two steps: some engines take one jump for no drag.
        let middle = ((start.0 + end.0) / 2, (start.1 + end.1) / 2);
        self.action_chain()
            .move_to(start.0, start.1)
            .click_and_hold()
            .move_to(middle.0, middle.1)
            .move_to(end.0, end.1)
            .release()
            .perform()
            .await?;
        Ok(())
    }

    /// Drags with the mouse over the first occurrence of a quote.
    pub(crate) async fn drag_over(&self, quote: &str) -> Result<()> {
        self.drag(quote, quote).await
    }

    /// Drags backwards, from behind `to` to before `from`.
    pub(crate) async fn drag_back(&self, from: &str, to: &str) -> Result<()> {
        let (start, end) = self.points(from, to).await?;
        let middle = ((start.0 + end.0) / 2, (start.1 + end.1) / 2);
        self.action_chain()
            .move_to(end.0, end.1)
            .click_and_hold()
            .move_to(middle.0, middle.1)
            .move_to(start.0, start.1)
            .release()
            .perform()
            .await?;
        Ok(())
    }

    /// Clicks into the first occurrence of a quote, in its middle.
    pub(crate) async fn click_text(&self, quote: &str) -> Result<()> {
        let (x, y) = self.middle(quote).await?;
        Ok(self.action_chain().move_to(x, y).click().perform().await?)
    }

    /// Moves the pointer over the first occurrence of a quote, to its middle.
    pub(crate) async fn point_at(&self, quote: &str) -> Result<()> {
        let (x, y) = self.middle(quote).await?;
        Ok(self.action_chain().move_to(x, y).perform().await?)
    }

    /// Double-clicks into the first occurrence of a quote.
    pub(crate) async fn double_click_text(&self, quote: &str) -> Result<()> {
        let (x, y) = self.middle(quote).await?;
        Ok(self.action_chain().move_to(x, y).double_click().perform().await?)
    }

    /// Clicks behind the first occurrence of a quote while Shift is held.
    pub(crate) async fn shift_click_text(&self, quote: &str) -> Result<()> {
        let (_, (x, y)) = self.points(quote, quote).await?;
        let shift = thirtyfour::common::keys::Key::Shift;
        let actions = self.action_chain().key_down(shift.clone()).move_to(x, y).click().key_up(shift);
        Ok(actions.perform().await?)
    }

    /// The text of the article, one line for each paragraph.
    pub(crate) async fn article_lines(&self) -> Result<Vec<String>> {
        let lines = self.js(&format!("{ARTICLE}; return lines();"), vec![]).await?;
        serde_json::from_value(lines).context("lines are strings")
    }

    /// What is drawn as marked: for each annotation its id and its text, in the order of their starts.
    pub(crate) async fn marked(&self) -> Result<Vec<(String, String)>> {
        let marked = self.js(&format!("{ARTICLE}; return marked();"), vec![]).await?;
        serde_json::from_value(marked).context("marks are pairs of strings")
    }

    /// A place in the article, once it stays where it is: to scroll lays out what was off the screen, and
    /// takes the handles along a frame later.
    pub(crate) async fn still(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!("{ARTICLE}; return {expression};");
        let mut before = self.js(&script, args.clone()).await?;
        for _ in 0..20 {
            let frames = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))";
            self.js(frames, vec![]).await?;
            let now = self.js(&script, args.clone()).await?;
            let laid_out = now.pointer("/height").is_none_or(|height| height != 0);
            if now == before && laid_out {
                return Ok(now);
            }
            before = now;
        }
        Ok(before)
    }

    pub(crate) async fn points(&self, from: &str, to: &str) -> Result<(Point, Point)> {
        let points = self.still("points(...arguments)", vec![json!(from), json!(to)]).await?;
        let at = |name: &str| Some((points[name]["x"].as_i64()?, points[name]["y"].as_i64()?));
        at("start").zip(at("end")).with_context(|| format!("“{from}” … “{to}” is not in the article"))
    }

    async fn middle(&self, quote: &str) -> Result<Point> {
        let point = self.still("middle(...arguments)", vec![json!(quote)]).await?;
        let at = point["x"].as_i64().zip(point["y"].as_i64());
        at.with_context(|| format!("“{quote}” is not in the article"))
    }
}
