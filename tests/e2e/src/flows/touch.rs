//! Fingers, on a narrow screen: Chromium's own protocol touches. What a long press does is the system's; the flow selects
//! as it would, when the finger is taken over.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::time::Duration;

use super::steps;
use crate::support::Browser;

/// The narrowest telephone that everything must be reached on.
const WIDTH: u32 = 360;

async fn narrow(browser: &Browser) -> Result<()> {
    let screen = json!({ "width": WIDTH, "height": 740, "deviceScaleFactor": 2, "mobile": true });
    browser.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    browser
        .cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }))
        .await?;
    Ok(())
}

async fn touch(browser: &Browser, kind: &str, at: Option<(f64, f64)>) -> Result<()> {
    let points: Vec<Value> = at.map(|(x, y)| json!({ "x": x, "y": y })).into_iter().collect();
    browser.cdp("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await?;
    Ok(())
}

/// Where the middle of something is, once it is in view.
async fn middle(browser: &Browser, role: &str, name: &str) -> Result<(f64, f64)> {
    browser.find(role, name).await?;
    let middle = "((role, name) => {
        const element = byRole(role, name)[0];
        element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
    })(...arguments)";
    // What slides in comes to rest first.
    let mut at = Value::Null;
    loop {
        let now = browser.ask(middle, vec![json!(role), json!(name)]).await?;
        if now == std::mem::replace(&mut at, now.clone()) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(60)).await;
    }
    let number = |n: usize| at[n].as_f64().context("it has a place");
    Ok((number(0)?, number(1)?))
}

async fn tap(browser: &Browser, role: &str, name: &str) -> Result<()> {
    let at = middle(browser, role, name).await?;
    ensure!(at.0 > 0.0 && at.0 < f64::from(WIDTH), "{role} “{name}” is beside the screen, at {at:?}");
    touch(browser, "touchStart", Some(at)).await?;
    touch(browser, "touchEnd", None).await
}

/// A long press on a word: the system takes the finger over and selects, as its handles do later.
async fn press_long(browser: &Browser, word: &str) -> Result<()> {
    let (at, _) = browser.points(word, word).await?;
    // The drawer slides away over it first.
    let there = "return document.elementFromPoint(arguments[0], arguments[1])?.closest('article') != null";
    browser.until("the word can be pressed", there, vec![json!(at.0), json!(at.1)]).await?;
    touch(browser, "touchStart", Some((at.0 as f64 + 2.0, at.1 as f64))).await?;
    touch(browser, "touchCancel", None).await?;
    let select = "((word) => {
        const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
            const start = node.data.indexOf(word);
            if (start >= 0) getSelection().setBaseAndExtent(node, start, node, start + word.length);
        }
    })(...arguments)";
    browser.ask(select, vec![json!(word)]).await?;
    Ok(())
}

/// Marks, looks at the mark in the sheet, writes a note, takes it back; every screen is reached and fits.
pub(crate) async fn does_the_main_job(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.\n\nمروة زارت جاكرتا.").await?;
    narrow(browser).await?;
    tap(browser, "button", "Menu").await?;
    tap(browser, "link", "First").await?;
    browser.reads("First").await?;
    for (word, label) in [("Ben", "Person"), ("جاكرتا", "Place")] {
        press_long(browser, word).await?;
        // Nothing tells that the handles were let go: the app waits until the selection rests.
        tokio::time::sleep(Duration::from_millis(800)).await;
        tap(browser, "button", label).await?;
        let is = "return [...document.querySelectorAll('article mark')].some((mark) => mark.textContent === arguments[0])";
        browser.until("it is marked", is, vec![json!(word)]).await?;
    }
    // The bar of labels stands at the end of the page, away from the menu beside what is selected.
    let below = "document.querySelector('.label-bar').getBoundingClientRect().top > document.querySelector('.reader').getBoundingClientRect().bottom - 1";
    ensure!(browser.ask(below, vec![]).await? == true, "the labels are below the article");
    browser.js("document.querySelector('.sheet-handle').click()", vec![]).await?;
    browser.find("region", "Annotation").await?;
    // Fingers have no Ctrl.
    tap(browser, "button", "Select several").await?;
    browser.js("document.querySelector('#annotations li').click()", vec![]).await?;
    browser.selected_are(&["Ben", "جاكرتا"]).await?;
    tap(browser, "button", "Select several").await?;
    tap(browser, "button", "Undo").await?;
    browser
        .until("one mark is left", "return document.querySelectorAll('article mark').length === 1", vec![])
        .await?;

    for screen in ["Library", "Search", "Schema", "Statistics", "History", "Settings"] {
        tap(browser, "button", "Menu").await?;
        tap(browser, "link", screen).await?;
        browser
            .until("the screen is there", "return !document.querySelector('[aria-busy=true]')", vec![])
            .await?;
        let wide = "document.documentElement.scrollWidth";
        ensure!(browser.ask(wide, vec![]).await? == WIDTH, "{screen} fits");
    }
    Ok(())
}
