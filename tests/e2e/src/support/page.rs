//! Finding things as a person does: by role and accessible name.
//!
//! One script does it in all engines (`page.js`), since not every driver computes roles and names.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, WebElement};

use super::{Browser, Engine};

const PAGE: &str = include_str!("page.js");

impl Browser {
    /// The visible elements with a role and, if it is given, exactly this accessible name.
    pub(crate) async fn all(&self, role: &str, name: Option<&str>) -> Result<Vec<WebElement>> {
        let script = format!("{PAGE}; return byRole(arguments[0], arguments[1]);");
        for _ in 0..40 {
            match self.execute(script.clone(), vec![json!(role), json!(name)]).await {
                // What was found went away on its way here.
                Err(error) if is_stale(&error) => tokio::time::sleep(Duration::from_millis(50)).await,
                found => return Ok(found?.elements()?),
            }
        }
        bail!("{role} {name:?} is made anew all the time")
    }

    /// The first visible element with a role and exactly this accessible name; waits for it.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        self.until(&format!("{role} “{name}” is shown"), &exists("> 0"), vec![json!(role), json!(name)])
            .await?;
        self.all(role, Some(name)).await?.into_iter().next().context("it went away again")
    }

    /// Waits until no visible element has the role and name.
    pub(crate) async fn gone(&self, role: &str, name: &str) -> Result<()> {
        self.until(&format!("{role} “{name}” goes away"), &exists("=== 0"), vec![json!(role), json!(name)])
            .await
    }

    /// Clicks what has a role and a name.
    pub(crate) async fn click(&self, role: &str, name: &str) -> Result<()> {
        let click = async |element: &WebElement| element.click().await;
        self.with(role, name, click).await.with_context(|| format!("cannot click {role} “{name}”"))
    }

    /// Does something with what has a role and a name. The page may make it anew between finding and doing, and on a busy
    /// machine more than once, where a person would notice nothing: then it is done with what stands there now.
    async fn with<T>(
        &self,
        role: &str,
        name: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> Result<T> {
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            match act(&self.find(role, name).await?).await {
                Err(error) if (is_stale(&error) || is_without_place(&error)) && Instant::now() < until => {}
                done => return Ok(done?),
            }
        }
    }

    /// Replaces what a text field holds.
    pub(crate) async fn fill(&self, name: &str, text: &str) -> Result<()> {
        let fill = async |field: &WebElement| {
            field.clear().await?;
            // Some drivers of Chromium have no key for a character beyond the first plane.
            if self.engine() != Engine::Chromium || text.chars().all(|character| character <= '\u{FFFF}') {
                return field.send_keys(text).await;
            }
            field.focus().await?;
            let insert = "document.execCommand('insertText', false, arguments[0])";
            self.execute(insert, vec![text.into()]).await.map(drop)
        };
        self.with("textbox", name, fill).await
    }

    /// The text of an element with a role and a name, with its white space folded.
    pub(crate) async fn text_of(&self, role: &str, name: &str) -> Result<String> {
        let text =
            self.with(role, name, async |element: &WebElement| element.prop("innerText").await).await?;
        let text = text.unwrap_or_default();
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until a status says this, as in `Saved`.
    pub(crate) async fn status(&self, text: &str) -> Result<()> {
        let script = format!(
            "{PAGE}; return byRole('status', null).concat(byRole('alert', null))
                .some((element) => nameOf(element).includes(arguments[0]) || textOf(element).includes(arguments[0]));"
        );
        self.until(&format!("a status says “{text}”"), &script, vec![json!(text)]).await
    }

    /// Hands files to the input behind **Add articles**, as the file dialog would.
    pub(crate) async fn add_files(&self, files: &[&Path]) -> Result<()> {
        self.send_files("input[type=file][multiple]", files).await
    }

    /// Hands a file to the input behind **Open project**.
    pub(crate) async fn open_file(&self, file: &Path) -> Result<()> {
        self.send_files("input[type=file]:not([multiple])", &[file]).await
    }

    /// Hands files to an input.
    pub(crate) async fn send_files(&self, selector: &str, files: &[&Path]) -> Result<()> {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.until(&format!("there is {selector}"), script, vec![json!(selector)]).await?;
        let input = self.session().find(By::Css(selector)).await?;
        let paths: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        Ok(input.send_keys(paths.join("\n")).await?)
    }

    /// Waits for a saved file whose name ends so, and reads it.
    pub(crate) async fn downloaded(&self, ending: &str) -> Result<(PathBuf, Vec<u8>)> {
        for _ in 0..200 {
            for entry in std::fs::read_dir(self.downloads())? {
                let path = entry?.path();
                if path.to_string_lossy().ends_with(ending) {
                    let bytes = std::fs::read(&path)?;
                    // A browser may make the file before it fills it.
                    if !bytes.is_empty() {
                        return Ok((path, bytes));
                    }
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("no file …{ending} was saved")
    }

    fn session(&self) -> &thirtyfour::WebDriver {
        self
    }
}

/// Whether what was found is not in the page any more.
fn is_stale(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::StaleElementReference(_))
}

/// What is made anew while it is looked at has no place for a moment.
fn is_without_place(error: &WebDriverError) -> bool {
    matches!(**error, WebDriverErrorInner::ElementNotInteractable(_))
}

fn exists(test: &str) -> String {
    format!("{PAGE}; return byRole(arguments[0], arguments[1]).length {test};")
}
