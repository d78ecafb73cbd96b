//! Which blocks of a page are its article.
//!
//! Every block that reads as sentences has the weight of its letters, less those in links; an element weighs what is in
//! it. Looked at in this order:
//!
//! 1. elements with `itemprop=articleBody`, if they weigh a fifth of the page;
//! 2. the heaviest `<article>`, if it weighs half of the page, or three times as much as the next one beside it;
//! 3. the heaviest `<main>`, if it weighs half of the page; else the page. Within it, an element that holds four fifths
//!    of its surroundings takes their place, again and again: what is around the text is left behind. A paragraph
//!    between the headline and the text belongs to it.
//!
//! Of that, left out are: links that stand alone, pointers to other articles (*Baca juga: …*), lists of links, the
//! headline (it is the title), what an article's own header has beside sentences, the time of publication before the
//! text, and headings of which nothing is left.

use super::blocks::{Block, Kind};
use super::furniture::is_pointer;
use super::tree::Page;

/// Less than this is no article.
const LEAST: f32 = 120.0;

/// The blocks of the article, `title` being its headline; `None` where nothing on the page reads as one.
pub(super) fn main_text(page: &Page, blocks: &[Block], title: &str) -> Option<Vec<Block>> {
    let mut weights = vec![0.0_f32; page.nodes.len()];
    for block in blocks {
        let own = weight(block);
        weights[block.node] += own;
        if own > 0.0 {
            page.around(block.node).for_each(|outer| weights[outer] += own);
        }
    }
    if weights[0] < LEAST {
        return None;
    }
    let roots = roots(page, &weights);
    let inside = |block: &Block| {
        roots.contains(&block.node) || page.around(block.node).any(|outer| roots.contains(&outer))
    };
    let mut first = blocks.iter().position(inside)?;
    // The first sentences, between the headline and the text.
    if let Some(headline) = blocks[..first].iter().rposition(|block| block.kind == Kind::Heading(1)) {
        first = headline;
    }
    let lead = |at: usize, block: &Block| at >= first && weight(block) > 60.0 && at < first + 4;
    let last = blocks.iter().rposition(inside)?;
    let chosen = blocks[..=last].iter().enumerate();
    let chosen = chosen.filter(|(at, block)| inside(block) || (lead(*at, block) && !roots.is_empty()));
    Some(without_rest(page, chosen.map(|(_, block)| block), title))
}

/// What a block weighs: nothing where it is no sentence, or mostly links.
fn weight(block: &Block) -> f32 {
    let ends = block
        .text
        .trim_end_matches(['"', '”', '»', '’', ')', '」', '\''])
        .ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।', ':', '۔']);
    let reads = block.letters >= 80.0 || (ends && block.letters >= 25.0);
    match block.kind {
        Kind::Heading(_) | Kind::Row => 0.0,
        _ if !reads || block.linked > 0.5 * block.letters => 0.0,
        _ => block.letters - block.linked,
    }
}

/// The elements that hold the article.
fn roots(page: &Page, weights: &[f32]) -> Vec<usize> {
    let is = |at: usize, tag: &str, role: &str| {
        let node = &page.nodes[at];
        node.tag == tag || node.attribute("role") == role
    };
    let outermost = |wanted: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let all = (1..page.nodes.len()).filter(|at| weights[*at] > 0.0 && wanted(*at));
        all.filter(|at| !page.around(*at).any(wanted)).collect()
    };
    let body = |at: usize| {
        page.nodes[at]
            .attribute("itemprop")
            .split_whitespace()
            .any(|name| name.eq_ignore_ascii_case("articleBody"))
    };
    let bodies = outermost(&body);
    if bodies.iter().map(|at| weights[*at]).sum::<f32>() >= 0.2 * weights[0] {
        return bodies;
    }
    let heaviest = |all: &[usize]| {
        let mut best: Option<usize> = None;
        for at in all {
            if best.is_none_or(|best| weights[*at] > weights[best]) {
                best = Some(*at);
            }
        }
        best
    };
    let articles = outermost(&|at| is(at, "article", "article"));
    if let Some(best) = heaviest(&articles) {
        let others: Vec<usize> = articles.iter().copied().filter(|at| *at != best).collect();
        let next = heaviest(&others).map_or(0.0, |at| weights[at]);
        if weights[best] >= 0.5 * weights[0]
            || (weights[best] >= LEAST && weights[best] >= 3.0 * next && next > 0.0)
        {
            return vec![best];
        }
    }
    let main =
        heaviest(&outermost(&|at| is(at, "main", "main"))).filter(|at| weights[*at] >= 0.5 * weights[0]);
    let mut at = main.unwrap_or_default();
    while let Some(inner) = page.nodes[at]
        .children
        .iter()
        .copied()
        .find(|inner| weights[*inner] >= 0.8 * weights[at] && is_holder(page, *inner))
    {
        at = inner;
    }
    vec![at]
}

/// Whether an element may hold an article: a single paragraph does not.
fn is_holder(page: &Page, at: usize) -> bool {
    !matches!(page.nodes[at].tag, "p" | "li" | "pre" | "")
}

fn without_rest<'a>(page: &Page, blocks: impl Iterator<Item = &'a Block>, title: &str) -> Vec<Block> {
    let blocks: Vec<&Block> = blocks.collect();
    let times = blocks.iter().filter(|block| is_time(block)).count();
    let begins = blocks.iter().position(|block| weight(block) > 0.0).unwrap_or_default();
    let stays = |at: usize, block: &Block| match block.kind {
        Kind::Heading(level) => level > 1 && !same(&block.text, title),
        // The entries of a live report begin with their times.
        _ if is_time(block) => at > begins || times >= 3,
        _ if block.linked > 0.3 * block.letters && is_pointer(&block.text) => false,
        _ if block.linked > 0.7 * block.letters => false,
        _ if same(&block.text, title) && at < begins => false,
        _ => {
            let in_header = page.around(block.node).any(|outer| page.nodes[outer].tag == "header");
            !in_header || weight(block) > 0.0
        }
    };
    let stay: Vec<bool> = blocks.iter().enumerate().map(|(at, block)| stays(at, block)).collect();
    let mut out: Vec<Block> = Vec::new();
    // Headings that wait for something below them, and whether something was left out since.
    let (mut waiting, mut gone): (Vec<&Block>, bool) = (Vec::new(), false);
    for (block, stays) in blocks.iter().zip(stay) {
        match block.kind {
            Kind::Heading(level) if stays => {
                waiting.retain(|above| !gone && matches!(above.kind, Kind::Heading(own) if own < level));
                waiting.push(block);
                gone = false;
            }
            _ if !stays => gone |= !waiting.is_empty(),
            _ => {
                out.extend(waiting.drain(..).cloned());
                out.push((*block).clone());
                gone = false;
            }
        }
    }
    out
}

fn is_time(block: &Block) -> bool {
    block.letters > 0.0 && block.timed >= 0.7 * block.letters
}

/// Whether two texts have the same letters.
pub(super) fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    !a.is_empty() && letters(a) == letters(b)
}
