//! The harness itself: what the flows rely on is looked at by flows of its own, because a test that
//! cannot fail shows nothing.

use anyhow::{Result, bail, ensure};
use serde_json::json;

use crate::support::{Browser, fixtures};

/// A foreign request, a broken policy and an uncaught error are all seen.
pub(crate) async fn sees_what_it_must_refuse(browser: &mut Browser) -> Result<()> {
    browser.expect_trouble();
    browser.open().await?;
    ensure!(browser.reports().is_empty(), "nothing is reported yet: {:?}", browser.reports());

    let inline = "const script = document.createElement('script');
                  try { script.textContent = 'window.broken = true'; document.head.append(script); } catch {}
                  const style = document.createElement('div');
                  style.setAttribute('style', 'color: red');
                  fetch('http://postil.invalid/connect').catch(() => {});
                  window.dispatchEvent(new ErrorEvent('error', { message: 'made by the test' }));
                  return window.broken === true;";
    ensure!(browser.js(inline, vec![]).await? == json!(false), "an inline script must not run");
    let seen = "return ['trusted-types', 'style-src', 'connect-src', 'made by the test']
                    .every((part) => window.__probe.some((line) => line.includes(part)))";
    browser.until("the probe sees all of it", seen, vec![]).await?;

    // A navigation is no business of the policy: only the proxy stops it.
    let _ = browser.js("location.href = 'http://postil.invalid/away'", vec![]).await;
    for _ in 0..100 {
        if browser.proxy().record().refused.iter().any(|line| line.contains("postil.invalid/away")) {
            let reports = browser.reports();
            ensure!(
                reports.iter().any(|line| line.contains("connect-src")),
                "reports reach the proxy: {reports:?}"
            );
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    bail!("the proxy refused {:?}", browser.proxy().record().refused)
}

/// The profile outlives a browser that is killed with its process tree, and the killed one is really
/// gone: else a test of lost work would prove nothing.
pub(crate) async fn kills_the_browser_and_keeps_its_profile(browser: &mut Browser) -> Result<()> {
    const DATABASE: &str = "const opened = new Promise((done, fail) => {
            const request = indexedDB.open('harness', 1);
            request.onupgradeneeded = () => request.result.createObjectStore('kept');
            request.onsuccess = () => done(request.result);
            request.onerror = () => fail(request.error);
        });";
    browser.open().await?;
    let write = "return opened.then((database) => new Promise((done) => {
            const write = database.transaction('kept', 'readwrite', { durability: 'strict' });
            write.objectStore('kept').put('before', 'word');
            write.oncomplete = () => { window.alive = true; done(true); };
        }));";
    browser.js(&format!("{DATABASE} {write}"), vec![]).await?;
    browser.kill_and_restart().await?;
    browser.open().await?;
    let read = "return opened.then((database) => new Promise((done) => {
            const read = database.transaction('kept').objectStore('kept').get('word');
            read.onsuccess = () => done([read.result ?? null, window.alive ?? null]);
        }));";
    let found = browser.js(&format!("{DATABASE} {read}"), vec![]).await?;
    ensure!(found == json!(["before", null]), "found {found}");
    Ok(())
}

/// What the flows do with mouse, keys and files reaches a page, in a page of the test's own.
pub(crate) async fn drives_mouse_keys_and_files(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let page = "const article = document.createElement('article');
        article.setAttribute('aria-label', 'Example');
        for (const text of ['One two three four.', 'Five six seven.', 'واحد اثنان ثلاثة.']) {
            const block = document.createElement('p');
            block.dir = 'auto';
            block.dataset.start = '0';
            for (const word of text.split(/(?<= )/)) block.append(document.createTextNode(word));
            article.append(block);
        }
        const label = document.createElement('label');
        label.textContent = 'Add';
        const input = document.createElement('input');
        input.type = 'file';
        input.multiple = true;
        label.append(input);
        const field = document.createElement('input');
        field.setAttribute('aria-label', 'Title');
        window.keys = [];
        addEventListener('keydown', (event) => window.keys.push((event.ctrlKey ? 'C-' : '') + event.key));
        document.body.replaceChildren(article, label, field, document.getElementById('update'));";
    browser.js(page, vec![]).await?;

    let selected = "return getSelection().toString().replace(/\\s+/g, ' ')";
    browser.drag("two", "three").await?;
    ensure!(
        browser.js(selected, vec![]).await? == "two three",
        "dragged {}",
        browser.js(selected, vec![]).await?
    );
    browser.drag_back("four", "Five").await?;
    ensure!(
        browser.js(selected, vec![]).await? == "four. Five",
        "dragged {}",
        browser.js(selected, vec![]).await?
    );
    browser.drag_over("اثنان").await?;
    ensure!(
        browser.js(selected, vec![]).await? == "اثنان",
        "dragged {}",
        browser.js(selected, vec![]).await?
    );
    browser.double_click_text("seven").await?;
    ensure!(browser.js(selected, vec![]).await? == "seven", "chose {}", browser.js(selected, vec![]).await?);
    browser.click_text("One").await?;
    browser.shift_click_text("three").await?;
    let chosen = browser.js(selected, vec![]).await?;
    ensure!(chosen.as_str().is_some_and(|text| text.ends_with(" two three")), "extended to {chosen}");
    ensure!(browser.article_lines().await?.len() == 3, "the article has three lines");

    browser.press(&["Control+Shift+ArrowLeft", "]", "Escape"]).await?;
    let keys = browser.js("return window.keys.filter((key) => !/Control|Shift/.test(key))", vec![]).await?;
    ensure!(keys == json!(["C-ArrowLeft", "]", "Escape"]), "pressed {keys}");
    browser.fill("Title", "Grüße 你好").await?;
    let typed = browser.js("return document.querySelector('[aria-label=Title]').value", vec![]).await?;
    ensure!(typed == "Grüße 你好", "typed {typed}");

    browser
        .add_files(&[&fixtures::article(fixtures::ENGLISH)?, &fixtures::article(fixtures::ARABIC)?])
        .await?;
    let files = "return Array.from(document.querySelector('input[type=file]').files, (file) => file.name)";
    let names = json!([format!("{}.txt", fixtures::ENGLISH), format!("{}.txt", fixtures::ARABIC)]);
    ensure!(browser.js(files, vec![]).await? == names, "handed over {}", browser.js(files, vec![]).await?);
    Ok(())
}
