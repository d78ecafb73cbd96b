//! A window of 1280 by 1024 pixels at 400 %: what is left are 320 by 256, and everything must still be in reach.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

/// Nothing on any screen goes beyond the edge, and whatever can be used comes into view and lies open there.
pub(crate) async fn leaves_nothing_out_of_reach(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.click("button", "Example project").await?;
    browser.find("link", "Tarrow Dam leak may be larger").await?;
    let window = json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", window).await?;
    let name = "return document.querySelector('.project-button span').clientWidth";
    let name = browser.js(name, vec![]).await?;
    ensure!(
        name.as_f64() > Some(40.0),
        "there is room for some letters of the project's name, and dots: {name}"
    );
    for screen in [
        "Library",
        "Search",
        "Open questions",
        "Suggestions",
        "Entities",
        "a card",
        "Schema",
        "Statistics",
        "History",
        "Settings",
        "article",
    ] {
        browser.click("button", "Menu").await?;
        let in_place = "return document.querySelector('.sidebar').getBoundingClientRect().left === 0";
        browser.until("the menu has come in from the side", in_place, vec![]).await?;
        match screen {
            "article" => steps::read(browser, "Tarrow Dam leak may be larger").await?,
            "a card" => {
                browser.click("link", "Entities").await?;
                let opened =
                    "const row = document.querySelector('#entities-talmeri'); row?.click(); return !!row";
                browser.until("the registry shows the person", opened, vec![]).await?;
                browser.find("heading", "Yusuf Talmeri").await?;
            }
            _ => browser.click("link", screen).await?,
        }
        let there = "return !document.querySelector('[aria-busy=true]') && innerWidth === 320
            && getComputedStyle(document.querySelector('.sidebar')).visibility === 'hidden'";
        browser.until(&format!("{screen} is there, and the menu away"), there, vec![]).await?;
        // What a screen shows may still come, as its style sheet may.
        browser.comes_to(&format!("nothing of {screen} is out of reach"), OUT, &json!([])).await?;
    }
    Ok(())
}

/// What stands in an empty field is seen whole: in the fields for values, side by side and in a narrow window.
pub(crate) async fn shows_placeholders_whole(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let schema = json!({
        "labels": [{"id": "ship", "name": "Ship", "kind": "other", "colour": 5, "attributes": ["built", "crew"]}],
        "attributes": [
            {"id": "built", "name": "Built", "type": "date"}, {"id": "crew", "name": "Crew", "type": "quantity"},
        ],
        "relationTypes": [],
    });
    let file = incoming::with_schema(browser, &schema)?;
    browser.open_file(&file).await?;
    incoming::opening(browser).await?;
    incoming::open_it(browser).await?;
    steps::read(browser, "Ferry").await?;
    steps::mark(browser, "ferry Ada", "Ship").await?;
    browser.find("textbox", "Built").await?;
    let cut = "Array.from(document.querySelectorAll('.attribute input[placeholder]'), (field) => {
        const pen = document.createElement('canvas').getContext('2d');
        const style = getComputedStyle(field);
        pen.font = style.font;
        const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return pen.measureText(field.placeholder).width > room && [field.placeholder, room];
    }).filter(Boolean)";
    browser.comes_to("nothing is cut", cut, &json!([])).await?;
    let window = json!({ "width": 320, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", window).await?;
    browser.js("document.querySelector('.sheet-handle[aria-expanded=false]')?.click()", vec![]).await?;
    browser.find("textbox", "Built").await?;
    browser.comes_to("nothing is cut in a narrow window", cut, &json!([])).await
}

/// What is wider than its place, and what cannot be reached in the main part of the page.
const OUT: &str = "(() => {
    const name = (element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
    const places = [document.documentElement, ...document.querySelectorAll('.main > *')];
    const wide = places.filter((place) => place.scrollWidth > place.clientWidth && getComputedStyle(place).overflowX !== 'hidden')
        .map((place) => `${name(place)} is ${place.scrollWidth} wide, its room ${place.clientWidth}`);
    const used = Array.from(document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)'));
    const hidden = used.filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
        const box = element.getBoundingClientRect();
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return !hit || !(element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element));
    });
    return [...wide, ...hidden.map((element) => `${name(element)} is out of reach`)];
})()";
