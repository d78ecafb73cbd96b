//! Text of many scripts: whole words by double click and by keys, and offsets that another program reads.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::incoming;
use crate::support::Browser;

/// An invented article in one script.
struct Sample {
    title: &'static str,
    text: &'static str,
    /// Double-clicked and marked as a place.
    word: &'static str,
    /// Selected from the start of the text and marked as a person.
    first: &'static str,
    /// The key that selects it.
    key: &'static str,
    /// What a step by a character to the same side comes to.
    second: &'static str,
}

const fn sample(
    title: &'static str,
    text: &'static str,
    word: &'static str,
    first: &'static str,
    key: &'static str,
    second: &'static str,
) -> Sample {
    Sample { title, text, word, first, key, second }
}

const ON: &str = "Control+Shift+ArrowRight";
/// On, where text runs from right to left.
const ON_RTL: &str = "Control+Shift+ArrowLeft";

const SAMPLES: [Sample; 10] = [
    sample("Indonesian", "Wali kota itu bertemu warga di Surabaya kemarin.", "Surabaya", "Wali", ON, "a"),
    sample("Cyrillic", "Марта Вельде открыла новый мост в Туле.", "мост", "Марта", ON, "а"),
    sample("Arabic", "افتتحت مارتا الجسر الجديد أمس.", "الجسر", "افتتحت", ON_RTL, "ف"),
    sample("Hebrew", "העיתון Harbour News כתב על הגשר.", "Harbour", "העיתון", ON_RTL, "ע"),
    sample("Chinese", "昨天，学校，开门。", "学校", "昨天", ON, "天"),
    sample("Japanese", "東京、大阪、京都。", "大阪", "東京", ON, "京"),
    sample("Mixed", "Marta قالت hello في Jakarta أمس.", "Jakarta", "Marta", ON, "a"),
    // Words that no dictionary takes apart: engines differ on compounds.
    sample("Thai", "เด็ก เปิด ประตู", "เปิด", "เด็ก", ON, "ด็"),
    sample("Devanagari", "मार्ता ने नदी पर पुल खोला।", "पुल", "मार्ता", ON, "र्ता"),
    sample("Emoji", "👩‍👩‍👧 met 🇮🇩🇩🇪 fans 👍🏽 in Köln.", "Köln", "👩‍👩‍👧", "Shift+ArrowRight", " "),
];

/// The offset of a quote, in code points.
fn offset(text: &str, quote: &str) -> usize {
    text.find(quote).map_or(usize::MAX, |at| text[..at].chars().count())
}

/// One word each by double click and by keys; every offset and quote, on the page and in the file.
pub(crate) async fn marks_words_of_every_script(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    for sample in &SAMPLES {
        mark(browser, sample).await.with_context(|| sample.title)?;
    }

    let file = incoming::download(browser, "json-lines", ".jsonl").await?;
    let mut found = 0;
    for line in std::str::from_utf8(&file)?.lines() {
        let document: Value = serde_json::from_str(line)?;
        let text: Vec<char> = document["text"].as_str().context("a text")?.chars().collect();
        for annotation in document["annotations"].as_array().context("annotations")? {
            for fragment in annotation["fragments"].as_array().context("fragments")? {
                let end = |name: &str| fragment[name].as_u64().and_then(|at| usize::try_from(at).ok());
                let (start, end) = end("start").zip(end("end")).context("ends")?;
                let slice: String = text.get(start..end).context("ends inside the text")?.iter().collect();
                ensure!(fragment["quote"] == slice.as_str(), "{fragment} marks “{slice}”");
                found += 1;
            }
        }
    }
    ensure!(found == 2 * SAMPLES.len(), "the file has {found} fragments");
    Ok(())
}

async fn mark(browser: &Browser, sample: &Sample) -> Result<()> {
    let Sample { title, text, word, first, key, second } = sample;
    browser.paste(title, text).await?;
    browser.choose_word(word).await?;
    browser.press(&["3"]).await?;
    browser.inspects(&[word]).await?;

    browser.press(&["Control+Home"]).await?;
    browser.ask("window.said.splice(0)", vec![]).await?;
    browser.press(&[if *key == ON_RTL { "ArrowLeft" } else { "ArrowRight" }]).await?;
    let spoken = "window.said.includes(arguments[0])";
    browser
        .until(&format!("“{second}” is said"), &format!("return {spoken}"), vec![json!(second.trim())])
        .await
        .or_else(|error| if second.trim().is_empty() { Ok(()) } else { Err(error) })?;
    browser.press(&["Control+Home", key, "1"]).await?;
    browser.inspects(&[first]).await?;
    let at = offset(text, word);
    browser.marks_are(&[(0, first.chars().count(), first), (at, at + word.chars().count(), word)]).await?;
    browser.rows_are(&[("Person", first), ("Place", word)]).await
}

/// A megabyte without one line break opens, and is marked at its start and at its end.
pub(crate) async fn reads_a_megabyte_in_one_line(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    let middle = "The herons of the upper lake left early that year. ".repeat(20_600);
    let text = format!("Alder {middle}Yew");
    ensure!(text.len() > 1024 * 1024 && !text.contains('\n'), "it is large, and one line");
    browser.paste("Herons", &text).await?;
    browser.press(&["Control+Home", ON, "1"]).await?;
    browser.marks_are(&[(0, 5, "Alder")]).await?;
    browser.press(&["Control+End", "Control+Shift+ArrowLeft", "3"]).await?;
    browser.rows_are(&[("Person", "Alder"), ("Place", "Yew")]).await?;
    // What is out of sight need not be drawn.
    let end = text.len();
    browser.comes_to("the last mark", "fragments().at(-1)", &json!([end - 3, end, "Yew"])).await?;
    browser.press(&["[", "["]).await?;
    browser.selected_are(&["Alder"]).await?;
    browser.drag("upper", "lake").await?;
    browser.press(&["3"]).await?;
    browser.inspects(&["upper lake"]).await
}
