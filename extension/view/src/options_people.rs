//! The roster's part of the options page: lists are read by a worker, and leave it as fingerprints, which are sealed here.

use crate::browser;
use crate::dom::by_id;
use crate::options::change;
use beforehand::json;
use beforehand_lists::{Host, Screen, Words};
use beforehand_shared::error::Error;
use beforehand_shared::message::{RosterNote, ToBackground};
use beforehand_shared::sealed;
use js_sys::Uint8Array;
use std::cell::OnceCell;
use std::rc::Rc;
use web_sys::{Worker, WorkerOptions, WorkerType};

thread_local! {
    static SCREEN: OnceCell<Rc<Screen<Sealed>>> = const { OnceCell::new() };
}

/// Starts the part.
pub fn listen() {
    SCREEN.with(|screen| screen.get_or_init(|| Screen::of(Sealed, &by_id("lists"))).clone());
}

/// Shows the lists that are held.
pub fn draw(note: Option<&RosterNote>) {
    SCREEN.with(|screen| {
        if let Some(screen) = screen.get() {
            screen.draw(note);
        }
    });
}

/// Lists that are kept, sealed, until a day.
struct Sealed;

impl Host for Sealed {
    const DATED: bool = true;

    fn words(&self) -> Words {
        Words { choose: "Lists of pupils, leavers, staff or parents (CSV)", keep: "Keep these lists", lasts: "", wipe: "Delete now" }
    }

    async fn worker(&self) -> Result<Worker, Error> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Ok(Worker::new_with_options("reader.js", &options)?)
    }

    /// The background has made it before this page could ask.
    async fn key(&self) -> Result<[u8; 16], Error> {
        let bytes = browser::vault_get(sealed::DEVICE).await?.map(|bytes| bytes.to_vec()).unwrap_or_default();
        let key: Option<[u8; 16]> = std::str::from_utf8(&bytes).ok().and_then(|text| json::read(text).ok());
        key.ok_or_else(|| {
            Error::Person("This device’s key could not be opened. Close this page, open it again and try once more.".to_owned())
        })
    }

    async fn present(&self) -> Result<Option<Uint8Array>, Error> {
        browser::vault_get(sealed::ROSTER).await
    }

    /// Seals the fingerprints, then tells the background. Killed in between, the old lists' numbers stand until the next import.
    async fn keep(&self, lists: Uint8Array, note: RosterNote) -> Result<(), Error> {
        browser::vault_put(sealed::ROSTER, &lists).await?;
        change(ToBackground::ImportRoster { roster: note }).await
    }

    async fn keep_until(&self, day: String) -> Result<(), Error> {
        change(ToBackground::KeepRosterUntil { day }).await
    }

    async fn wipe(&self) -> Result<(), Error> {
        change(ToBackground::WipeRoster {}).await
    }
}
