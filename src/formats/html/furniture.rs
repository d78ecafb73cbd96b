//! What on a page is not its article: known by the element, or by what its class, its id and its role say.
//!
//! Names of classes are split into words (`relatedPosts_box` is `related`, `posts`, `box`) and these are looked up, in
//! the languages in which news sites write them. An element that holds most of the text of a page is never furniture,
//! whatever it is called: `<div class="page with-sidebar">`.

use super::tree::{Node, Page};

/// Elements that show no text, or none that was written for the reader.
const NEVER: &[&str] = &[
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "noscript", "object", "rp",
    "rt", "script", "select", "style", "svg", "title", "template", "textarea", "video",
];

/// Elements that are furniture by their meaning.
const FURNITURE: &[&str] = &["aside", "dialog", "fieldset", "footer", "form", "header", "menu", "nav"];

/// Roles that are.
const ROLES: &[&str] = &[
    "alert",
    "alertdialog",
    "banner",
    "complementary",
    "contentinfo",
    "dialog",
    "form",
    "menu",
    "menubar",
    "navigation",
    "search",
    "tablist",
    "toolbar",
    "tooltip",
];

/// Words of classes that are, whole.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "adv",
    "anzeige",
    "author",
    "authors",
    "autor",
    "autores",
    "bagikan",
    "bookmark",
    "byline",
    "cmp",
    "consent",
    "copyright",
    "credits",
    "dfp",
    "disclaimer",
    "editor",
    "footer",
    "gdpr",
    "hidden",
    "iklan",
    "kicker",
    "komentar",
    "kommentare",
    "login",
    "masthead",
    "menu",
    "menus",
    "meta",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "overlay",
    "pager",
    "paging",
    "pagination",
    "paywall",
    "penulis",
    "podcast",
    "popular",
    "populer",
    "popup",
    "print",
    "promo",
    "promotion",
    "publicidad",
    "redaksi",
    "reklama",
    "relacionadas",
    "relacionados",
    "remark",
    "reporter",
    "share",
    "sharebar",
    "sharing",
    "shares",
    "sidebar",
    "signup",
    "skip",
    "soc",
    "social",
    "sosial",
    "sosmed",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "tag",
    "tags",
    "teilen",
    "terkait",
    "terpopuler",
    "tools",
    "toolbar",
    "topics",
    "trending",
    "verwandte",
    "werbung",
    "widget",
    "widgets",
    "bacajuga",
    "lihatjuga",
];

/// Beginnings of such words.
const BEGINNINGS: &[&str] = &[
    "abonnier",
    "advert",
    "breadcrumb",
    "comment",
    "cookie",
    "disqus",
    "empfehl",
    "kommentar",
    "komment",
    "langganan",
    "newsletter",
    "outbrain",
    "podelit",
    "recommend",
    "rekomendasi",
    "related",
    "relate",
    "sidebar",
    "taboola",
    "visuallyhidden",
];

/// Words that only stand together: `read more`, `baca juga`.
const PAIRS: &[(&str, &str)] = &[
    ("also", "read"),
    ("baca", "juga"),
    ("berita", "lain"),
    ("berita", "lainnya"),
    ("lihat", "juga"),
    ("more", "from"),
    ("more", "news"),
    ("more", "stories"),
    ("most", "read"),
    ("po", "teme"),
    ("read", "also"),
    ("read", "more"),
    ("read", "next"),
    ("see", "also"),
    ("sr", "only"),
    ("screen", "reader"),
    ("visually", "hidden"),
    ("you", "may"),
];

/// How an article's own paragraphs point to others.
const POINTERS: &[&str] = &[
    "also read",
    "baca juga",
    "baca selengkapnya",
    "berita terkait",
    "lea también",
    "leia também",
    "lesen sie auch",
    "lihat juga",
    "lire aussi",
    "more on this",
    "read also",
    "read more",
    "read next",
    "related:",
    "see also",
    "simak juga",
    "читайте также",
    "смотрите также",
    "по теме",
    "читайте також",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "اقرأ المزيد",
    "延伸阅读",
    "相关阅读",
    "相关新闻",
    "更多阅读",
    "関連記事",
];

/// Whether an element shows nothing that a reader would read.
pub(super) fn is_mute(node: &Node) -> bool {
    let style = node.attribute("style");
    let hides = |what: &str| style.split(';').any(|rule| rule.replace(' ', "").eq_ignore_ascii_case(what));
    NEVER.contains(&node.tag)
        || (node.has("hidden") && node.attribute("hidden") != "until-found")
        || node.attribute("aria-hidden") == "true"
        || hides("display:none")
        || hides("visibility:hidden")
}

/// Whether an element is furniture by its name, its role or its classes.
pub(super) fn is_furniture(page: &Page, at: usize) -> bool {
    let node = &page.nodes[at];
    if matches!(node.tag, "" | "html" | "body" | "main" | "article") {
        return false;
    }
    if FURNITURE.contains(&node.tag) || ROLES.contains(&node.attribute("role")) || node.has("aria-modal") {
        return true;
    }
    hinted(node)
}

/// Whether its classes or its id say so.
pub(super) fn hinted(node: &Node) -> bool {
    ["class", "id"].iter().any(|name| {
        let words = words(node.attribute(name));
        let is = |word: &String| {
            WORDS.contains(&word.as_str()) || BEGINNINGS.iter().any(|start| word.starts_with(start))
        };
        words.iter().any(is) || words.windows(2).any(|pair| PAIRS.contains(&(&pair[0], &pair[1])))
    })
}

/// Whether a paragraph only points to another article. Such a one is mostly a link.
pub(super) fn is_pointer(text: &str) -> bool {
    let start: String = text.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(30).collect();
    let start = start.to_lowercase();
    POINTERS.iter().any(|pointer| start.starts_with(pointer))
}

/// The words of a class: parted by signs, and by capitals within.
fn words(class: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for char in class.chars() {
        if !char.is_alphanumeric() || (small && char.is_uppercase()) {
            words.push(String::new());
        }
        small = char.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| char.is_alphanumeric()) {
            word.extend(char.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_say_what_is_furniture() {
        for (class, expected) in [
            ("related-posts", true),
            ("relatedPosts_box", true),
            ("ad", true),
            ("header__ad--top", true),
            ("baca-juga", true),
            ("cookieBanner", true),
            ("comments open", true),
            ("article-body", false),
            ("load shadow", false),
            ("read__content", false),
            ("post-content entry", false),
            ("detail__body-text itp_bodycontent", false),
            ("thread", false),
            ("", false),
        ] {
            let page = Page::of(&format!("<div class='{class}'>")).expect("a page");
            assert_eq!(is_furniture(&page, 1), expected, "{class}");
        }
    }

    #[test]
    fn what_is_hidden_is_mute() {
        for (attributes, expected) in [
            ("hidden", true),
            ("aria-hidden=true", true),
            ("style='color: red; Display: none'", true),
            ("style='display: block'", false),
            ("aria-hidden=false", false),
        ] {
            let page = Page::of(&format!("<p {attributes}>")).expect("a page");
            assert_eq!(is_mute(&page.nodes[1]), expected, "{attributes}");
        }
    }
}
