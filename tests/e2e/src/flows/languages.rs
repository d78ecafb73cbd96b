//! The language of the interface: chosen, kept, spoken everywhere; and a page that runs from right to left.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{incoming, steps};
use crate::support::{Browser, Engine};

/// Waits until the page says that it is in a language.
async fn page_is(browser: &Browser, lang: &str, dir: &str) -> Result<()> {
    let script =
        "return [document.documentElement.lang, document.documentElement.dir].join() === arguments[0]";
    browser.until(&format!("the page is in {lang}"), script, vec![json!(format!("{lang},{dir}"))]).await
}

/// The main job in Indonesian: the choice is spoken at once, kept, also by the worker that reads files and by the start
/// page, and can be taken back.
pub(crate) async fn indonesian_is_chosen_and_spoken(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    page_is(browser, "en", "ltr").await?;
    browser.click("link", "Settings").await?;
    browser.choose("Language", "Bahasa Indonesia").await?;
    page_is(browser, "id", "ltr").await?;
    browser.find("heading", "Pengaturan").await?;
    browser.find("navigation", "Tampilan").await?;
    browser.reload().await?;
    page_is(browser, "id", "ltr").await?;
    browser.find("link", "Pustaka").await?;
    browser.find("heading", "Mulailah dengan beberapa artikel").await?;

    browser.listens().await?;
    browser.click("button", "Tempel teks").await?;
    browser.find("dialog", "Tempel teks").await?;
    browser.fill("Judul", "Pertemuan").await?;
    browser.fill("Teks", "Ada bertemu Ben di Roma. Ada pulang.").await?;
    browser.click("button", "Tambahkan").await?;
    browser.find("article", "Pertemuan").await?;
    browser.hears("Pertemuan, 0 anotasi").await?;

    browser.drag_over("Roma").await?;
    browser.click("button", "Place").await?;
    browser.hears("Place “Roma” ditandai. Ctrl+Z mengurungkannya.").await?;
    browser.find("region", "Anotasi").await?;
    browser.click("button", "Ragu").await?;
    browser.click_text("Roma").await?;
    browser.press(&["n"]).await?;
    let field = "return document.activeElement.getAttribute('aria-label') === 'Catatan'";
    browser.until("the focus is in the field for a note", field, vec![]).await?;
    browser.type_text("Kota di Italia").await?;
    browser.press(&["Tab"]).await?;
    browser.find("button", "Urungkan").await?;
    // The page follows what is drawn in the article.
    let names = "byRole('button', 'Urungkan')[0].title.startsWith('Urungkan: menulis catatan')";
    browser.comes_to("what is undone is named", names, &json!(true)).await?;
    browser.click("button", "Cari").await?;
    browser.fill("Cari dalam artikel", "ada").await?;
    browser.hears("2 hasil").await?;
    browser.click("button", "Tutup pencarian").await?;
    browser.click("button", "Urungkan").await?;
    browser.hears("Diurungkan: Catatan").await?;
    browser.click("button", "Ulangi").await?;
    browser.status("Tersimpan").await?;

    // The worker answers in it too.
    let picture = incoming::file(browser, "gambar.txt", b"\x89PNG\r\n\x1a\n\0")?;
    browser.add_files(&[picture.as_path()]).await?;
    browser.find("dialog", "Tambahkan artikel").await?;
    let found = "return document.querySelector('dialog .issues')?.textContent.includes('ditemukan gambar PNG; seharusnya')";
    browser.until("the issue is told in Indonesian", found, vec![]).await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Tambahkan artikel").await?;

    browser.click("button", "Ekspor").await?;
    browser.find("dialog", "Ekspor").await?;
    browser.click("button", "Unduh").await?;
    let (_, bytes) = browser.downloaded(".json").await?;
    let project: Value = serde_json::from_slice(&bytes).context("the file is JSON")?;
    ensure!(project["annotations"][0]["note"] == "Kota di Italia", "{}", project["annotations"]);
    browser.gone("dialog", "Ekspor").await?;

    browser.click("link", "Pengaturan").await?;
    browser.choose("Bahasa (Language)", "English").await?;
    page_is(browser, "en", "ltr").await?;
    browser.find("link", "Library").await?;
    Ok(())
}

/// What stands where, in a page from right to left: the test's own language, English with the page mirrored.
pub(crate) async fn a_page_from_right_to_left(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.js("localStorage.setItem('postil-language', 'en-x-mirrored')", vec![]).await?;
    browser.reload().await?;
    page_is(browser, "en-x-mirrored", "rtl").await?;
    steps::paste(browser, "One", "Ada met Ben in Rome.").await?;
    steps::mark(browser, "Rome", "Place").await?;

    // Wide: the sidebar stands at the right, the panel at the left, the article keeps its own direction.
    let sides = "const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const [nav, article, panel] = ['nav', 'article', '.panel'].map(box);
        return panel.right <= article.left && article.right <= nav.left
            && getComputedStyle(document.querySelector('article p')).direction === 'ltr'";
    if browser.engine() == Engine::Chromium {
        size(browser, 1440).await?;
    }
    browser.until("the sidebar stands at the right, the panel at the left", sides, vec![]).await?;
    fits(browser).await?;

    // The arrows of the toolbar go where they point.
    let focus =
        "const buttons = document.querySelectorAll('[role=toolbar] button'); buttons[0].focus(); return true";
    browser.js(focus, vec![]).await?;
    browser.press(&["ArrowLeft"]).await?;
    let second = "return document.activeElement === document.querySelectorAll('[role=toolbar] button')[1]";
    browser.until("the next label is to the left", second, vec![]).await?;

    // A handle stands at the end of its mark, whichever way the page runs.
    browser.click_text("Rome").await?;
    let handle =
        "const mark = document.querySelector('article [data-annotations]:not([data-annotations=\"\"])');
        const knob = document.querySelector('[data-handle=end]');
        if (!mark || !knob || knob.hidden) return false;
        const [text, grip] = [mark, knob].map((element) => element.getBoundingClientRect());
        return Math.abs(grip.left + grip.width / 2 - text.right) < 3";
    browser.until("the handle is at the end of the mark", handle, vec![]).await?;

    for screen in ["Library", "Search", "Schema", "Statistics", "History", "Settings"] {
        browser.click("link", screen).await?;
        browser.find("heading", if screen == "Library" { "My project" } else { screen }).await?;
        fits(browser).await?;
    }
    if browser.engine() == Engine::Chromium {
        size(browser, 390).await?;
        fits(browser).await?;
        browser.click("button", "Menu").await?;
        let drawer = "const drawer = document.querySelector('.sidebar').getBoundingClientRect();
            return Math.abs(drawer.right - innerWidth) < 1 && drawer.left > 0";
        browser.until("the drawer comes from the right", drawer, vec![]).await?;
        browser.click("link", "Library").await?;
        fits(browser).await?;
        let closed = "return getComputedStyle(document.querySelector('.sidebar')).visibility === 'hidden'";
        browser.until("the drawer is away", closed, vec![]).await?;
        browser.click("button", "Menu").await?;
        browser.until("the drawer is at rest", drawer, vec![]).await?;
        steps::read(browser, "One").await?;
        fits(browser).await?;
    }
    Ok(())
}

/// Sets the width of the window through Chromium's own protocol.
async fn size(browser: &Browser, width: u32) -> Result<()> {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    Ok(())
}

/// Nothing makes the page wider than the window.
async fn fits(browser: &Browser) -> Result<()> {
    let wide = "const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) return `the page is ${root.scrollWidth} wide`;
        const out = Array.from(document.querySelectorAll('.main > *, .header > *, .panel > *, .label-bar > *'))
            .filter((element) => element.checkVisibility())
            .map((element) => [element.className, element.getBoundingClientRect()])
            .filter(([, box]) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1));
        return out.length ? `${out[0][0]} from ${out[0][1].left} to ${out[0][1].right}` : ''";
    let found = browser.js(wide, vec![]).await?;
    ensure!(found == json!(""), "nothing overflows: {found}");
    Ok(())
}
