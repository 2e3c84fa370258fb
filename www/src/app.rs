//! The page's state and its one loop: read the form, check, show.

use crate::{announce, draft, findings, fixes, form, page, words};
use beforehand::{Act, Context, Finding, Pack, Roster, School, check};
use gloo::timers::callback::Timeout;
use jiff::Timestamp;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Event;

/// A longer draft is checked when the typing pauses, not at every key.
const AT_EVERY_KEY: usize = 8_000;
/// How long a pause is.
const PAUSE_MS: u32 = 250;
/// Of a longer draft only this much is checked, and the page says so. UTF-16 code units.
pub const AT_MOST: usize = 100_000;

/// What the page knows while it is open.
pub struct App {
    /// The policies that ship with the engine.
    pub packs: Vec<Pack>,
    /// Which of them is chosen.
    pub chosen: Cell<usize>,
    /// The school.
    pub school: RefCell<School>,
    /// The lists loaded into this tab.
    pub roster: RefCell<Roster>,
    /// What was found in the text that is shown now.
    pub findings: RefCell<Vec<Finding>>,
    /// What the cards show: the findings without their places, which move at every key.
    pub cards: RefCell<Vec<Finding>>,
    /// The last fix, for as long as it can be taken back.
    pub undo: RefCell<Option<fixes::Undo>>,
    waiting: RefCell<Option<Timeout>>,
}

/// The state as the listeners share it.
pub type Shared = Rc<App>;

impl App {
    /// A fresh state.
    pub fn new(packs: Vec<Pack>, school: School) -> Shared {
        Rc::new(Self {
            packs,
            chosen: Cell::new(0),
            school: RefCell::new(school),
            roster: RefCell::new(Roster::empty()),
            findings: RefCell::default(),
            cards: RefCell::default(),
            undo: RefCell::default(),
            waiting: RefCell::default(),
        })
    }

    /// The chosen policy.
    pub fn pack(&self) -> &Pack {
        &self.packs[self.chosen.get()]
    }

    /// Chooses a policy by id; an unknown id changes nothing.
    pub fn choose(&self, id: &str) {
        if let Some(at) = self.packs.iter().position(|pack| pack.id == id) {
            self.chosen.set(at);
        }
    }

    /// What is found in an act.
    fn judge(&self, act: &Act) -> Vec<Finding> {
        let (school, roster) = (self.school.borrow(), self.roster.borrow());
        check(act, &Context { pack: self.pack(), school: &school, roster: &roster, now: now() }).findings
    }

    /// Checks what the form holds now and shows what is found.
    pub fn check_now(&self) {
        self.waiting.replace(None);
        let act = form::act();
        let found = if form::is_empty(&act) { Vec::new() } else { self.judge(&act) };
        draft::draw(&act.text, &found);
        self.findings.replace(found);
        fixes::forget_if_changed(self);
        findings::show(self, &act);
        announce::later(self.findings.borrow().iter().map(findings::spoken).collect());
    }
}

/// Checks at once, or when the typing pauses if the draft is long.
pub fn recheck(app: &Shared) {
    let length = draft::length();
    draft::say_length(length);
    if length <= AT_EVERY_KEY {
        return app.check_now();
    }
    draft::draw("", &[]);
    page::say("summary", &format!("A long text ({} characters): it is checked when you pause.", words::grouped(length)));
    let later = Rc::clone(app);
    app.waiting.replace(Some(Timeout::new(PAUSE_MS, move || later.check_now())));
}

/// Listens on an element of the page.
pub fn on(app: &Shared, id: &str, event: &'static str, act: impl Fn(&Shared, &Event) + 'static) {
    let app = Rc::clone(app);
    page::on(id, event, move |event| act(&app, event));
}

/// The present time.
pub fn now() -> Timestamp {
    Timestamp::from_millisecond(js_sys::Date::now() as i64).unwrap_or(Timestamp::UNIX_EPOCH)
}
