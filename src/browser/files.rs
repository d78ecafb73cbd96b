//! Files in and out: reading what was chosen or dropped, and saving what was made.

use crate::sorted::sort_by;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use std::pin::Pin;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, HtmlAnchorElement, Response, Url,
};

/// The bytes of a file.
pub async fn bytes(file: &File) -> Result<Uint8Array, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(file.array_buffer()).await?))
}

/// The first bytes of a file, at most this many.
pub async fn start(file: &File, most: usize) -> Result<Vec<u8>, JsValue> {
    let part = file.slice_with_f64_and_f64(0.0, most as f64)?;
    Ok(Uint8Array::new(&JsFuture::from(part.array_buffer()).await?).to_vec())
}

/// The bytes of a file of this site. Its address is relative to the page.
pub async fn fetch(address: &str) -> Result<Uint8Array, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let answer: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !answer.ok() {
        return Err(JsValue::from(answer.status()));
    }
    Ok(Uint8Array::new(&JsFuture::from(answer.array_buffer()?).await?))
}

/// Under which key a file that was dropped in a folder has its way there.
const WAY: &str = "postilPath";

/// A file's name with the folders that it was chosen or dropped in.
pub fn path(file: &File) -> String {
    let of = |key: &str| Reflect::get(file, &key.into()).ok().and_then(|path| path.as_string());
    let all = ["webkitRelativePath", WAY].into_iter().filter_map(of);
    let path = all.map(|path| path.trim_start_matches('/').to_owned()).find(|path| !path.is_empty());
    path.unwrap_or_else(|| file.name())
}

/// What was dropped: files, and the files in folders however deep, by path. Must be called while the event lasts; the
/// future can be awaited later. What the browser will not open is left out.
pub fn dropped(transfer: &DataTransfer) -> impl Future<Output = Vec<File>> + use<> {
    let items = transfer.items();
    // A file is taken as it is, and only a folder by its entry: not every browser gives the file of an entry.
    let dropped: Vec<(Option<FileSystemEntry>, Option<File>)> = (0..items.length())
        .filter_map(|at| items.get(at))
        .filter(|item| item.kind() == "file")
        .map(|item| {
            let folder = item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory);
            (folder, item.get_as_file().ok().flatten())
        })
        .collect();
    async move {
        let mut files = Vec::new();
        for (folder, file) in dropped {
            match folder {
                Some(folder) => gather(folder, &mut files).await,
                None => files.extend(file),
            }
        }
        files
    }
}

fn gather(entry: FileSystemEntry, files: &mut Vec<File>) -> Pin<Box<dyn Future<Output = ()> + '_>> {
    Box::pin(async move {
        // By what they say of themselves: Chromium has no constructors of these names to be an instance of.
        if entry.is_file() {
            let file: &FileSystemFileEntry = entry.unchecked_ref();
            let file = callback(|done, fail| {
                file.file_with_callback_and_callback(done, fail);
                Ok(())
            })
            .await;
            let file: Option<File> = file.ok().and_then(|file| file.dyn_into().ok());
            // The browser gives it no way: what lies in folders of one name each would be one.
            if let Some(file) = &file
                && let Ok(way) = Reflect::get(&entry, &"fullPath".into())
            {
                let _ = Reflect::set(file, &WAY.into(), &way);
            }
            files.extend(file);
        } else if entry.is_directory() {
            let folder: &FileSystemDirectoryEntry = entry.unchecked_ref();
            for entry in entries_of(&folder.create_reader()).await {
                gather(entry, files).await;
            }
        }
    })
}

/// All entries of a folder, by name. The browser hands them out in batches until one is empty.
async fn entries_of(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut entries: Vec<FileSystemEntry> = Vec::new();
    loop {
        let batch = callback(|done, fail| reader.read_entries_with_callback_and_callback(done, fail)).await;
        let batch = batch.ok().and_then(|batch| batch.dyn_into::<Array>().ok()).unwrap_or_default();
        if batch.length() == 0 {
            sort_by(&mut entries, |a, b| a.name().cmp(&b.name()));
            return entries;
        }
        entries.extend(batch.iter().map(|entry| entry.unchecked_into::<FileSystemEntry>()));
    }
}

/// A call with two callbacks as a future.
async fn callback(start: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = start(&resolve, &reject) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await
}

/// Hands a file to the browser to be saved. The pieces in a row are its content.
pub fn save(name: &str, media_type: &str, pieces: &[String]) -> Result<(), JsValue> {
    save_parts(name, media_type, &pieces.iter().map(|piece| JsValue::from_str(piece)).collect())
}

/// The same with pieces that are strings of JavaScript, or its arrays of bytes.
pub fn save_parts(name: &str, media_type: &str, parts: &Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    document.body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    // The browser reads the blob after the click; a minute is ample, and not for ever.
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(revoke.unchecked_ref(), 60_000)?;
    Ok(())
}

/// Text in an encoding that the person chose, by the browser's decoder. Its label is one of the Encoding Standard.
pub fn decode_as(bytes: &Uint8Array, encoding: &str) -> Result<String, JsValue> {
    let decoder = web_sys::TextDecoder::new_with_label(encoding)?;
    let decode: Function = Reflect::get(&decoder, &"decode".into())?.dyn_into()?;
    decode.call1(&decoder, bytes)?.as_string().ok_or(JsValue::NULL)
}
