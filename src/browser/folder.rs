//! A folder of the person's own that files are written to. Only Chromium has such, on https and this machine.
//!
//! What a handle is no page can write down, so it is kept in a small database of its own, with what was written; the
//! other tables hold bytes alone. It is made when a folder is chosen, and not by looking for one.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// A folder.
    #[derive(Clone, Debug)]
    pub type Folder;

    /// Its name, without the way to it.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Folder) -> String;

    #[wasm_bindgen(method, catch, js_name = queryPermission)]
    async fn query_permission(this: &Folder, mode: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = requestPermission)]
    async fn request_permission(this: &Folder, mode: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = isSameEntry)]
    async fn is_same_entry(this: &Folder, other: &Folder) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = getFileHandle)]
    async fn get_file_handle(this: &Folder, name: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = removeEntry)]
    async fn remove_entry(this: &Folder, name: &str) -> Result<JsValue, JsValue>;

    type Handle;

    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &Handle) -> Result<JsValue, JsValue>;

    /// A file that is being written: it takes the place of the one before when it is closed, and not sooner.
    pub type Writable;

    #[wasm_bindgen(method, catch, js_name = write)]
    async fn write_text(this: &Writable, text: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = close)]
    async fn close_file(this: &Writable) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = abort)]
    async fn abort_file(this: &Writable) -> Result<JsValue, JsValue>;

    /// The database with the form of `transaction` that names what is done.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Database, table: &str, mode: &str) -> Result<IdbTransaction, JsValue>;

    type Page;

    #[wasm_bindgen(method, catch, js_name = showDirectoryPicker)]
    async fn show_directory_picker(this: &Page, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// The database of the folder. The name begins as all that Postil keeps: it is deleted with the rest.
const DATABASE: &str = "postil-folder";
const STORE: &str = "kept";
/// The key of the handle.
const FOLDER: &str = "folder";

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options.into()
}

fn writes() -> JsValue {
    options(&[("mode", "readwrite")])
}

/// Whether this browser has such folders.
pub fn offered() -> bool {
    let picker = Reflect::get(&js_sys::global(), &"showDirectoryPicker".into());
    picker.is_ok_and(|picker| picker.is_function())
}

/// Lets the person choose one. An error named `AbortError` is that they did not.
pub async fn choose() -> Result<Folder, JsValue> {
    let page: Page = js_sys::global().unchecked_into();
    let options = options(&[("id", DATABASE), ("mode", "readwrite"), ("startIn", "documents")]);
    page.show_directory_picker(&options).await.map(JsCast::unchecked_into)
}

/// What the browser calls an error, and what it says of it.
pub fn named(error: &JsValue) -> (String, String) {
    let text = |key: &str| Reflect::get(error, &key.into()).ok().and_then(|text| text.as_string());
    (text("name").unwrap_or_default(), text("message").unwrap_or_default())
}

impl Folder {
    /// Whether it may be written to; asks the person first if `ask`, who must just have clicked or pressed something.
    pub async fn may(&self, ask: bool) -> bool {
        let answer = match ask {
            true => self.request_permission(&writes()).await,
            false => self.query_permission(&writes()).await,
        };
        answer.ok().and_then(|answer| answer.as_string()).is_some_and(|answer| answer == "granted")
    }

    /// Whether another one is the same.
    pub async fn is(&self, other: &Self) -> bool {
        self.is_same_entry(other).await.is_ok_and(|same| same.is_truthy())
    }

    /// Whether something of this name is in it.
    pub async fn has(&self, name: &str) -> Result<bool, JsValue> {
        match self.get_file_handle(name, &JsValue::UNDEFINED).await {
            Ok(_) => Ok(true),
            // Or a folder.
            Err(why) if named(&why).0 == "TypeMismatchError" => Ok(true),
            // It may be the folder itself that is not there; then making the file says so.
            Err(why) if named(&why).0 == "NotFoundError" => Ok(false),
            Err(why) => Err(why),
        }
    }

    /// Begins to write a file.
    pub async fn create(&self, name: &str) -> Result<Writable, JsValue> {
        let make = Object::new();
        Reflect::set(&make, &"create".into(), &true.into())?;
        let file: Handle = self.get_file_handle(name, &make).await?.unchecked_into();
        file.create_writable().await.map(JsCast::unchecked_into)
    }

    /// Removes a file; true if it is not there then.
    pub async fn remove(&self, name: &str) -> bool {
        match self.remove_entry(name).await {
            Ok(_) => true,
            Err(why) => named(&why).0 == "NotFoundError",
        }
    }
}

impl Writable {
    /// Writes some more.
    pub async fn write(&self, text: &str) -> Result<(), JsValue> {
        self.write_text(text).await.map(drop)
    }

    /// Puts the file in its place; it is there when this answers.
    pub async fn close(self) -> Result<(), JsValue> {
        self.close_file().await.map(drop)
    }

    /// Leaves what was there as it was.
    pub async fn abort(self) {
        let _ = self.abort_file().await;
    }
}

/// The folder that was chosen once.
pub async fn kept() -> Option<Folder> {
    let kept = get(FOLDER).await?;
    kept.is_object().then(|| kept.unchecked_into())
}

/// Keeps a folder, and forgets what was written to another one.
pub async fn keep(folder: &Folder) -> Result<(), JsValue> {
    let same = match kept().await {
        Some(before) => before.is(folder).await,
        None => false,
    };
    if !same {
        forget().await;
    }
    with(true, |store| store.put_with_key(folder, &FOLDER.into())).await.map(drop)
}

/// What is kept of a project; nothing where there is nothing.
pub async fn written(project: &str) -> String {
    get(&key(project)).await.and_then(|kept| kept.as_string()).unwrap_or_default()
}

/// Keeps something of a project, as long as there is a folder.
pub async fn keep_written(project: &str, written: &str) -> Result<(), JsValue> {
    with(false, |store| store.put_with_key(&written.into(), &key(project).into())).await.map(drop)
}

/// Forgets the folder, and what was written to it.
pub async fn forget() {
    if let Ok(factory) = factory()
        && let Ok(request) = factory.delete_database(DATABASE)
    {
        let _ = settled(&request).await;
    }
}

fn key(project: &str) -> String {
    format!("written/{project}")
}

async fn get(key: &str) -> Option<JsValue> {
    with(false, |store| store.get(&key.into())).await.ok().filter(|found| !found.is_undefined())
}

fn factory() -> Result<IdbFactory, JsValue> {
    Reflect::get(&js_sys::global(), &"indexedDB".into())?.dyn_into()
}

/// Opens the database for one request, and closes it, so that nobody who deletes it waits. Where it is not there it is
/// made, or this fails.
async fn with(
    make: bool,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, JsValue> {
    let request = factory()?.open_with_u32(DATABASE, 1)?;
    let upgrade = {
        let request = request.clone();
        Closure::once(move || new_database(&request, make))
    };
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let opened = settled(&request).await;
    drop(upgrade);
    let database: Database = opened?.unchecked_into();
    let answer = in_store(&database, ask).await;
    database.close();
    answer
}

fn new_database(request: &IdbOpenDbRequest, make: bool) {
    if !make {
        let _ = request.transaction().map(|transaction| transaction.abort());
    } else if let Ok(database) = request.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
        let _ = database.create_object_store(STORE);
    }
}

async fn in_store(
    database: &Database,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
) -> Result<JsValue, JsValue> {
    let transaction = database.transaction(STORE, "readwrite")?;
    settled(&ask(&transaction.object_store(STORE)?)?).await
}

/// What a request answers.
async fn settled(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(promise).await?;
    request.result()
}
