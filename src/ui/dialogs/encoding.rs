//! A file whose encoding cannot be told: the person chooses, and sees at once what that gives.

use crate::app::Action;
use crate::formats::Undecided;
use crate::ui::Dispatch;
use crate::ui::kit::{Choice, Select, select};
use crate::words::{Word, dialogs as names};
use yew::prelude::*;

/// Encodings on offer: the label that `TextDecoder` knows, where it is found, and its name.
const ENCODINGS: &[(&str, Word, &str)] = &[
    ("windows-1252", names::WESTERN_EUROPEAN, "Windows-1252"),
    ("iso-8859-2", names::CENTRAL_EUROPEAN, "ISO 8859-2"),
    ("windows-1250", names::CENTRAL_EUROPEAN, "Windows-1250"),
    ("iso-8859-15", names::WESTERN_EUROPEAN, "ISO 8859-15"),
    ("windows-1251", names::CYRILLIC, "Windows-1251"),
    ("koi8-r", names::RUSSIAN, "KOI8-R"),
    ("koi8-u", names::UKRAINIAN, "KOI8-U"),
    ("iso-8859-7", names::GREEK, "ISO 8859-7"),
    ("windows-1253", names::GREEK, "Windows-1253"),
    ("windows-1254", names::TURKISH, "Windows-1254"),
    ("windows-1255", names::HEBREW, "Windows-1255"),
    ("windows-1256", names::ARABIC, "Windows-1256"),
    ("windows-1257", names::BALTIC, "Windows-1257"),
    ("windows-1258", names::VIETNAMESE, "Windows-1258"),
    ("windows-874", names::THAI, "Windows-874"),
    ("gb18030", names::CHINESE_SIMPLIFIED, "GB 18030"),
    ("big5", names::CHINESE_TRADITIONAL, "Big5"),
    ("shift_jis", names::JAPANESE, "Shift_JIS"),
    ("euc-jp", names::JAPANESE, "EUC-JP"),
    ("euc-kr", names::KOREAN, "EUC-KR"),
    ("utf-16le", names::ANY, "UTF-16, little-endian"),
    ("utf-16be", names::ANY, "UTF-16, big-endian"),
    ("utf-8", names::BROKEN_REPLACED, "UTF-8"),
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
    let mut choices = vec![Choice::new("", names::choose())];
    choices.extend(
        ENCODINGS.iter().map(|(label, place, name)| Choice::new(*label, format!("{} ({name})", place.say()))),
    );
    let shown = asked.as_deref().filter(|asked| !asked.is_empty()).unwrap_or("windows-1252");
    let chosen = Select {
        label: names::encoding_of(&file.file).into(),
        bare: false,
        value: asked.as_deref().unwrap_or_default(),
        choices,
        onchange: choose,
    };
    html! {
        <div class="undecided" key={file.index}>
            <p><strong dir="auto">{ &file.file }</strong>{ match file.chosen {
                None => names::encoding_unknown(),
                Some(_) => names::encoding_chosen(),
            } }</p>
            { select(chosen) }
            <pre class="code code-short" dir="auto" aria-label={names::preview()}>{ preview(&file.start, shown) }</pre>
        </div>
    }
}
