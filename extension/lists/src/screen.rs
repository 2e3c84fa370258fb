//! From choosing files to keeping what was found in them. Nothing is kept before the person says so, and they may leave at any moment.

use crate::dom::{facts, focus, on, say, set, show, toggle};
use crate::parts::Parts;
pub use crate::parts::Words;
use crate::preview::Preview;
use crate::reader::{Heard, Reader};
use crate::words::{WHO, capital, count, grouped, people};
use beforehand_shared::day;
use beforehand_shared::error::Error;
use beforehand_shared::lists::{Asked, Found};
use beforehand_shared::message::RosterNote;
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element, Event, File, FileList, HtmlElement, Worker};

/// What the page around the screen does: it has the key, keeps what was found, and forgets it.
pub trait Host: 'static {
    /// Whether lists are kept until a day.
    const DATED: bool;

    /// The words that differ.
    fn words(&self) -> Words;
    /// A fresh worker that reads.
    fn worker(&self) -> impl Future<Output = Result<Worker, Error>>;
    /// The key under which names are fingerprinted.
    fn key(&self) -> impl Future<Output = Result<[u8; 16], Error>>;
    /// The lists in use, as bytes.
    fn present(&self) -> impl Future<Output = Result<Option<Uint8Array>, Error>>;
    /// Takes lists into use, in place of those that are.
    fn keep(&self, lists: Uint8Array, note: RosterNote) -> impl Future<Output = Result<(), Error>>;
    /// Sets the day after which the lists delete themselves.
    fn keep_until(&self, day: String) -> impl Future<Output = Result<(), Error>>;
    /// Forgets the lists.
    fn wipe(&self) -> impl Future<Output = Result<(), Error>>;
}

/// The screen.
pub struct Screen<H: Host> {
    host: H,
    parts: Parts,
    /// The worker, from the choice of files until they are kept or left.
    reader: RefCell<Option<Reader>>,
    asked: RefCell<Asked>,
    /// Counts choices and endings, so that what began before one of them is known to be over.
    turn: Cell<u32>,
    /// Whether the worker is at it, and whether the person has corrected something since it began.
    busy: Cell<bool>,
    again: Cell<bool>,
    found: RefCell<Found>,
    preview: RefCell<Option<Preview>>,
    held: RefCell<Option<RosterNote>>,
    /// What is to be noted with what the worker is making up.
    note: RefCell<RosterNote>,
}

fn today() -> jiff::civil::Date {
    day::today(js_sys::Date::now() as u64)
}

impl<H: Host> Screen<H> {
    /// Makes the screen inside an element of the page.
    pub fn of(host: H, into: &Element) -> Rc<Self> {
        let parts = Parts::of(into, &host.words(), H::DATED);
        let screen = Rc::new(Self {
            host,
            parts,
            reader: RefCell::default(),
            asked: RefCell::default(),
            turn: Cell::default(),
            busy: Cell::default(),
            again: Cell::default(),
            found: RefCell::default(),
            preview: RefCell::default(),
            held: RefCell::default(),
            note: RefCell::default(),
        });
        screen.listen();
        screen
    }

    /// Shows which lists are in use.
    pub fn draw(&self, note: Option<&RosterNote>) {
        show(&self.parts.held, note.is_some());
        self.held.replace(note.cloned());
        let Some(note) = note else { return };
        let there = WHO.iter().filter_map(|(_, many)| Some((capital(many), grouped(*note.people.get(*many)?))));
        facts(&self.parts.facts, &there.chain([("Read on".to_owned(), note.imported.clone())]).collect::<Vec<_>>());
        self.parts.until.set_value(&note.until);
    }

    fn listen(self: &Rc<Self>) {
        let parts = &self.parts;
        self.on(&parts.files, "change", |screen, _| screen.take_files(screen.parts.files.files()));
        self.on(&parts.choose, "dragover", |screen, event| screen.hover(event, true));
        self.on(&parts.choose, "dragleave", |screen, event| screen.hover(event, false));
        self.on(&parts.choose, "drop", |screen, event| {
            screen.hover(event, false);
            let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            screen.take_files(dropped.and_then(|data| data.files()));
        });
        self.on(&parts.found, "change", Self::correct);
        self.on(&parts.cancel, "click", |screen, _| screen.leave());
        self.on(&parts.leave, "click", |screen, _| screen.leave());
        self.on(&parts.take, "click", |screen, _| screen.doing(|screen| screen.make_up(false)));
        self.on(&parts.add, "click", |screen, _| screen.doing(|screen| screen.make_up(true)));
        self.on(&parts.until, "change", |screen, _| screen.doing(Self::keep_until));
        self.on(&parts.wipe, "click", |screen, _| screen.doing(Self::wipe));
    }

    fn on(self: &Rc<Self>, target: &Element, event: &str, act: impl Fn(&Rc<Self>, &Event) + 'static) {
        let screen = Rc::clone(self);
        on(target, event, move |event| act(&screen, &event));
    }
}

/// From files to what was found in them.
impl<H: Host> Screen<H> {
    fn hover(&self, event: &Event, over: bool) {
        event.prevent_default();
        let shown = self.parts.choose.class_list().toggle_with_force("over", over);
        shown.expect("a plain class name is valid");
    }

    fn take_files(self: &Rc<Self>, list: Option<FileList>) {
        let files: Vec<File> = list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default();
        // Choosing the same file again is a choice too.
        self.parts.files.set_value("");
        if !files.is_empty() {
            self.doing(|screen| screen.begin(files));
        }
    }

    async fn begin(self: Rc<Self>, files: Vec<File>) -> Result<(), Error> {
        self.end();
        let turn = self.turn.get();
        let begun = self.start(&files, turn).await;
        if begun.is_err() && self.turn.get() == turn {
            self.end();
        }
        begun
    }

    async fn start(self: &Rc<Self>, files: &[File], turn: u32) -> Result<(), Error> {
        self.show_reading(&match files {
            [file] => format!("Reading {}", file.name()),
            files => format!("Reading {}", count(files.len(), "file", "files")),
        });
        let key = self.host.key().await?;
        let worker = self.host.worker().await?;
        let screen = Rc::downgrade(self);
        let reader = Reader::of(worker, move |heard| {
            if let Some(screen) = screen.upgrade().filter(|screen| screen.turn.get() == turn) {
                screen.hear(heard);
            }
        });
        // Somebody left or chose again meanwhile: dropping the reader ends it.
        if self.turn.get() != turn {
            return Ok(());
        }
        let asked = Asked { key, today: today().to_string(), choices: Vec::new() };
        reader.read(files, &asked)?;
        self.asked.replace(asked);
        self.reader.replace(Some(reader));
        Ok(())
    }

    fn show_reading(&self, what: &str) {
        self.busy.set(true);
        self.parts.progress.remove_attribute("value").expect("a plain attribute name is valid");
        say(&self.parts.what, what);
        show(&self.parts.reading, true);
        self.allow(false);
    }

    /// Whether what was found may be kept now.
    fn allow(&self, allowed: bool) {
        toggle(&self.parts.take, "disabled", !allowed);
        toggle(&self.parts.add, "disabled", !allowed);
    }

    fn hear(self: &Rc<Self>, heard: Heard) {
        match heard {
            Heard::Percent(percent) => self.parts.progress.set_value(percent),
            Heard::Found(found) => self.doing(|screen| async move { screen.found(found) }),
            Heard::Kept(lists) => self.doing(|screen| screen.take_kept(lists)),
            Heard::Trouble => self.doing(|screen| async move {
                screen.end();
                let why = "This could not be read. If a file is open elsewhere, close it there, and choose it again.";
                Err(Error::Person(why.to_owned()))
            }),
        }
    }

    fn found(&self, found: Found) -> Result<(), Error> {
        self.busy.set(false);
        if self.again.take() {
            return self.read_again();
        }
        show(&self.parts.reading, false);
        self.draw_found(&found);
        self.found.replace(found);
        Ok(())
    }

    fn draw_found(&self, found: &Found) {
        let (counts, first) = (sum(found), self.preview.borrow().is_none());
        let title = if counts == [0; 4] { "Nobody could be read from this".to_owned() } else { format!("Found {}", people(counts)) };
        say(&self.parts.title, &title);
        let preview = self.preview.take().filter(|preview| preview.fits(found));
        let mut preview = preview.unwrap_or_else(|| Preview::of(found, &self.parts.found));
        preview.draw(found);
        self.preview.replace(Some(preview));
        self.offer(counts != [0; 4]);
        if first {
            self.draw_last_day();
            show(&self.parts.preview, true);
            focus(&self.parts.title);
        } else {
            say(&self.parts.said, &format!("Read again. {title}."));
        }
    }

    /// The ways to keep what was found.
    fn offer(&self, some: bool) {
        let present = self.held.borrow().is_some();
        let words = if present { "Replace the lists in use" } else { self.host.words().keep };
        say(&self.parts.take, words);
        show(&self.parts.take, some);
        show(&self.parts.add, some && present);
        self.allow(true);
    }

    fn draw_last_day(&self) {
        let (input, today) = (&self.parts.last_day, today());
        set(input, "min", &today.to_string());
        set(input, "max", &day::latest(today).to_string());
        let held = self.held.borrow().as_ref().map(|note| note.until.clone()).filter(|until| !until.is_empty());
        input.set_value(&held.unwrap_or_else(|| day::end_of_year(today).to_string()));
    }

    /// The person says what a column holds.
    fn correct(self: &Rc<Self>, event: &Event) {
        let number = |name: &str| event.target()?.dyn_ref::<Element>()?.get_attribute(name)?.parse::<usize>().ok();
        let Some((file, column)) = number("data-file").zip(number("data-column")) else { return };
        let Some((heading, said)) = self.preview.borrow().as_ref().and_then(|preview| preview.corrected(file, column)) else { return };
        let mut asked = self.asked.borrow_mut();
        asked.choices.retain(|choice| choice.file != file || choice.heading != heading);
        asked.choices.extend(said);
        drop(asked);
        if self.busy.get() { self.again.set(true) } else { self.doing(|screen| async move { screen.read_again() }) }
    }

    fn read_again(&self) -> Result<(), Error> {
        let reader = self.reader.borrow();
        let Some(reader) = reader.as_ref() else { return Ok(()) };
        self.show_reading("Reading again");
        reader.read(&[], &self.asked.borrow())
    }
}

/// From what was found to what is kept.
impl<H: Host> Screen<H> {
    async fn make_up(self: Rc<Self>, add: bool) -> Result<(), Error> {
        // Cancelled in the same breath.
        if self.reader.borrow().is_none() {
            return Ok(());
        }
        let until = if H::DATED { self.parts.last_day.value() } else { String::new() };
        if H::DATED && !day::may_be_last(&until, today()) {
            focus(&self.parts.last_day);
            return Err(Error::Person(day::CHOOSE.to_owned()));
        }
        self.show_reading("Making fingerprints of the names");
        let turn = self.turn.get();
        let present = if add { self.host.present().await? } else { None };
        if self.turn.get() != turn {
            return Ok(());
        }
        let before = self.held.borrow().clone().filter(|_| add).unwrap_or_default();
        self.note.replace(noted(before, sum(&self.found.borrow()), until));
        self.reader.borrow().as_ref().map_or(Ok(()), |reader| reader.keep(present))
    }

    async fn take_kept(self: Rc<Self>, lists: Uint8Array) -> Result<(), Error> {
        // From here on nothing can be cancelled: the worker has nothing left to do.
        self.end();
        let note = self.note.take();
        self.host.keep(lists, note.clone()).await?;
        self.draw(Some(&note));
        say(&self.parts.said, "The lists are in use.");
        focus(self.parts.held.unchecked_ref::<HtmlElement>());
        Ok(())
    }

    async fn keep_until(self: Rc<Self>) -> Result<(), Error> {
        let until = self.parts.until.value();
        if !day::may_be_last(&until, today()) {
            return Err(Error::Person(day::CHOOSE.to_owned()));
        }
        self.host.keep_until(until).await?;
        say(&self.parts.said, "Saved.");
        Ok(())
    }

    async fn wipe(self: Rc<Self>) -> Result<(), Error> {
        self.host.wipe().await?;
        self.draw(None);
        say(&self.parts.said, "The lists have been deleted.");
        focus(&self.parts.files);
        Ok(())
    }

    fn leave(&self) {
        self.end();
        self.trouble(None);
        say(&self.parts.said, "Nothing was changed.");
        focus(&self.parts.files);
    }

    /// Ends the worker, whatever it is at, and forgets what it said.
    fn end(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.reader.take();
        self.asked.take();
        self.found.take();
        self.preview.take();
        self.again.set(false);
        self.busy.set(false);
        self.parts.found.set_text_content(None);
        show(&self.parts.reading, false);
        show(&self.parts.preview, false);
    }

    fn doing<F: Future<Output = Result<(), Error>> + 'static>(self: &Rc<Self>, act: impl FnOnce(Rc<Self>) -> F) {
        say(&self.parts.said, "");
        self.done(Box::pin(act(Rc::clone(self))));
    }

    /// Apart and boxed, for size: it is compiled once.
    fn done(self: &Rc<Self>, act: Pin<Box<dyn Future<Output = Result<(), Error>>>>) {
        let screen = Rc::clone(self);
        spawn_local(async move { screen.trouble(act.await.err().as_ref()) });
    }

    fn trouble(&self, why: Option<&Error>) {
        say(&self.parts.trouble, &why.map(ToString::to_string).unwrap_or_default());
        show(&self.parts.trouble, why.is_some());
    }
}

fn sum(found: &Found) -> [usize; 4] {
    let mut sum = [0; 4];
    for file in &found.files {
        sum.iter_mut().zip(file.counts).for_each(|(sum, count)| *sum += count);
    }
    sum
}

/// What is noted of lists: those before and those found now.
fn noted(before: RosterNote, counts: [usize; 4], until: String) -> RosterNote {
    let mut people = before.people;
    for ((_, many), count) in WHO.iter().zip(counts).filter(|(_, count)| *count > 0) {
        *people.entry((*many).to_owned()).or_default() += count;
    }
    RosterNote { people, imported: today().to_string(), until }
}
