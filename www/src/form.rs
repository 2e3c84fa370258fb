//! From the form to an act: what is being written, to whom, by whom.

use crate::app::{self, AT_MOST, App, Shared};
use crate::{draft, field, page, settings, thread, tools, words};
use beforehand::act::{Action, Author, Person};
use beforehand::{Act, Moment};
use web_sys::Element;

/// Fills the lists and listens.
pub fn begin(app: &Shared) {
    let policies = || app.packs.iter().map(|pack| (pack.id.as_str(), pack.trust.clone()));
    field::options("policy", policies());
    field::options("asks-policy", policies());
    field::options("moment", words::MOMENTS.iter().map(|(_, value, words, _)| (*value, (*words).to_owned())));
    if let Some(id) = settings::policy() {
        app.choose(&id);
    }
    let kept = settings::moment().filter(|kept| words::MOMENTS.iter().any(|(_, value, ..)| value == kept));
    field::choose("moment", kept.as_deref().unwrap_or("post"));
    policy_chosen(app);
    moment_chosen();
    app::on(app, "policy", "change", |app, _| {
        app.choose(&field::chosen("policy"));
        policy_chosen(app);
        app::recheck(app);
    });
    app::on(app, "moment", "change", |app, _| {
        settings::remember_moment(&field::chosen("moment"));
        moment_chosen();
        app::recheck(app);
    });
    for id in ["mail-fields", "thread-fields", "person-fields", "about-you"] {
        app::on(app, id, "input", |app, _| app::recheck(app));
    }
}

/// Shows the chosen policy in both lists, and remembers it.
pub fn policy_chosen(app: &App) {
    let id = &app.pack().id;
    field::choose("policy", id);
    field::choose("asks-policy", id);
    settings::remember_policy(id);
    tools::show_examples(app.pack());
}

/// The chosen kind of writing.
pub fn moment() -> Moment {
    let chosen = field::chosen("moment");
    words::MOMENTS.iter().find(|(_, value, ..)| *value == chosen).map_or(Moment::Post, |(moment, ..)| *moment)
}

/// Shows the fields that the kind of writing needs, and no others.
pub fn moment_chosen() {
    let moment = moment();
    let label = words::MOMENTS.iter().find(|row| row.0 == moment).map_or("Your draft", |row| row.3);
    page::say("draft-label", label);
    page::show("mail-fields", moment == Moment::Email);
    page::show("thread-fields", moment == Moment::Email);
    page::show("person-fields", matches!(moment, Moment::Message | Moment::Connect));
    page::show("action-field", moment == Moment::Connect);
    let _ = page::by_id::<Element>("draft-frame").class_list().toggle_with_force("brief", moment == Moment::Connect);
}

/// What the form holds now.
pub fn act() -> Act {
    let moment = moment();
    let mut act = Act { moment, text: draft::text_up_to(AT_MOST), author: author(), ..Act::default() };
    match moment {
        Moment::Email => add_mail(&mut act),
        Moment::Message => {
            let person = person(Action::Message);
            act.to = person.name.iter().chain(&person.handle).take(1).cloned().collect();
            act.person = Some(person);
        }
        Moment::Connect => act.person = Some(person(action())),
        _ => {}
    }
    act
}

fn author() -> Author {
    Author {
        name: field::text("own-name"),
        handle: field::text("own-handle"),
        bio: field::text("bio"),
        account: None,
        branded: field::ticked("branded"),
    }
}

fn add_mail(act: &mut Act) {
    act.author.account = field::text("mail-account");
    act.to = field::list("mail-to");
    act.cc = field::list("mail-cc");
    act.subject = field::text("mail-subject");
    let earlier = thread::mails(act);
    act.reply = (!earlier.is_empty()).then_some(true);
    // The rows carry no dates, and speaking came after all of them: they no longer count.
    if field::ticked("thread-spoken") {
        act.spoken_at = Some(app::now().to_string());
    } else {
        act.thread = earlier;
    }
}

fn person(action: Action) -> Person {
    Person {
        name: field::text("person-name"),
        handle: field::text("person-handle"),
        bio: None,
        action: Some(action),
        family: field::ticked("person-family").then_some(true),
        permission: field::ticked("person-permission").then_some(true),
    }
}

fn action() -> Action {
    match field::chosen("person-action").as_str() {
        "accept" => Action::Accept,
        "follow" => Action::Follow,
        "message" => Action::Message,
        _ => Action::Send,
    }
}

/// Whether there is nothing to check yet.
pub fn is_empty(act: &Act) -> bool {
    let nobody = act.person.as_ref().is_none_or(|person| person.name.is_none() && person.handle.is_none());
    act.text.trim().is_empty() && nobody && act.reply.is_none()
}
