//! A file whose encoding cannot be told: the person chooses, and sees at once what that gives.

use crate::app::Action;
use crate::formats::Undecided;
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Select, select};
use yew::prelude::*;

/// Encodings on offer: the label that `TextDecoder` knows, and where it is found.
const ENCODINGS: &[(&str, &str)] = &[
    ("windows-1252", "Western European (Windows-1252)"),
    ("iso-8859-2", "Central European (ISO 8859-2)"),
    ("windows-1250", "Central European (Windows-1250)"),
    ("iso-8859-15", "Western European (ISO 8859-15)"),
    ("windows-1251", "Cyrillic (Windows-1251)"),
    ("koi8-r", "Russian (KOI8-R)"),
    ("koi8-u", "Ukrainian (KOI8-U)"),
    ("iso-8859-7", "Greek (ISO 8859-7)"),
    ("windows-1253", "Greek (Windows-1253)"),
    ("windows-1254", "Turkish (Windows-1254)"),
    ("windows-1255", "Hebrew (Windows-1255)"),
    ("windows-1256", "Arabic (Windows-1256)"),
    ("windows-1257", "Baltic (Windows-1257)"),
    ("windows-1258", "Vietnamese (Windows-1258)"),
    ("windows-874", "Thai (Windows-874)"),
    ("gb18030", "Chinese, simplified (GB 18030)"),
    ("big5", "Chinese, traditional (Big5)"),
    ("shift_jis", "Japanese (Shift_JIS)"),
    ("euc-jp", "Japanese (EUC-JP)"),
    ("euc-kr", "Korean (EUC-KR)"),
    ("utf-16le", "UTF-16, little-endian"),
    ("utf-16be", "UTF-16, big-endian"),
    ("utf-8", "UTF-8, with what is broken replaced"),
];

/// What the bytes read as in an encoding.
fn preview(bytes: &[u8], encoding: &str) -> String {
    let decoder = web_sys::TextDecoder::new_with_label(encoding).ok();
    decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes).ok()).unwrap_or_default()
}

/// One such file, the `index`th of the undecided. It is not read before an encoding is chosen.
pub(crate) fn encoding(dispatch: &Dispatch, index: usize, file: &Undecided) -> Html {
    let choose = dispatch.reform(move |encoding| Action::ChooseEncoding(index, encoding));
    let asked = file.asked.clone().or_else(|| file.chosen.clone());
    // Stays when one was chosen: WebKit goes by the place of an option, and tells of no change where another has moved
    // to the place of the last.
    let mut choices = vec![Choice::new("", "Choose …")];
    choices.extend(ENCODINGS.iter().map(|&(label, name)| Choice::new(label, name)));
    let shown = asked.as_deref().filter(|asked| !asked.is_empty()).unwrap_or("windows-1252");
    let chosen = Select {
        label: format!("Encoding of {}", file.file).into(),
        bare: false,
        value: asked.as_deref().unwrap_or_default(),
        choices,
        onchange: choose,
    };
    html! {
        <div class="undecided" key={file.index}>
            <p><strong dir="auto">{ &file.file }</strong>{ match file.chosen {
                None => " is text in an encoding that cannot be told from the file. Choose the one in which it reads right; otherwise it is left out.",
                Some(_) => " is read in the encoding that you chose. If it does not read right, choose another.",
            } }</p>
            { select(chosen) }
            <pre class="code code-short" dir="auto" aria-label="Preview">{ preview(&file.start, shown) }</pre>
        </div>
    }
}
