//! The door to the worker that reads files (see `extension/reader.ts`). Who lets go of the reader ends the worker, and with it all that it read.

use beforehand::json;
use beforehand_shared::error::Error;
use beforehand_shared::lists::{Asked, Found};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker};

/// What the worker says.
pub enum Heard {
    /// So much of the reading is done, of a hundred.
    Percent(f64),
    /// What was found.
    Found(Found),
    /// What is to be kept of it.
    Kept(Uint8Array),
    /// It cannot go on.
    Trouble,
}

/// A worker at work.
pub struct Reader {
    worker: Worker,
    _hear: Closure<dyn Fn(Event)>,
}

impl Reader {
    /// Listens to a fresh worker.
    pub fn of(worker: Worker, hear: impl Fn(Heard) + 'static) -> Self {
        let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(heard(&event)));
        worker.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        worker.set_onerror(Some(hear.as_ref().unchecked_ref()));
        Self { worker, _hear: hear }
    }

    /// Asks for a reading, of these files besides those that it has.
    pub fn read(&self, files: &[File], asked: &Asked) -> Result<(), Error> {
        let files: Array = files.iter().collect();
        self.ask(&[("files", files.into()), ("read", json::written(asked).into())])
    }

    /// Asks for what is kept of the people found, with those in use already.
    pub fn keep(&self, present: Option<Uint8Array>) -> Result<(), Error> {
        self.ask(&[("keep", present.map_or(JsValue::TRUE, JsValue::from))])
    }

    fn ask(&self, parts: &[(&str, JsValue)]) -> Result<(), Error> {
        Ok(self.worker.post_message(&message(parts)?.into())?)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

fn message(parts: &[(&str, JsValue)]) -> Result<Object, Error> {
    let message = Object::new();
    for (name, value) in parts {
        Reflect::set(&message, &JsValue::from_str(name), value)?;
    }
    Ok(message)
}

fn heard(event: &Event) -> Heard {
    let said = event.dyn_ref().map(MessageEvent::data).unwrap_or_default();
    if let Some(percent) = said.as_f64() {
        return Heard::Percent(percent);
    }
    if let Some(bytes) = said.dyn_ref::<Uint8Array>() {
        return Heard::Kept(bytes.clone());
    }
    said.as_string().and_then(|found| json::read(&found).ok()).map_or(Heard::Trouble, Heard::Found)
}

/// What a settings file says (`school` or `policy`), as the JSON of its type; or why it cannot be read.
pub async fn settings(worker: Worker, kind: &str, name: &str, toml: &str) -> Result<String, Error> {
    let parts: Array = [kind, name, toml].iter().map(|part| JsValue::from_str(part)).collect();
    let asked = message(&[("settings", parts.into())])?;
    let answer = Promise::new(&mut |done, failed| {
        worker.set_onmessage(Some(&done));
        worker.set_onerror(Some(&failed));
    });
    worker.post_message(&asked.into())?;
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    let said = answer?.dyn_ref().map(MessageEvent::data).and_then(|data| data.as_string()).unwrap_or_default();
    let read: FileRead = json::read(&said).map_err(|why| Error::Browser(why.to_string()))?;
    if read.wrong.is_empty() { Ok(read.json) } else { Err(Error::Person(read.wrong)) }
}

/// What the worker says of a settings file.
#[derive(Default)]
struct FileRead {
    json: String,
    wrong: String,
}

json!(FileRead, strict { json: Need, wrong: Need });
