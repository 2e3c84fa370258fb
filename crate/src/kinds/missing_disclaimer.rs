//! missing-disclaimer: the post or profile shows where the author works, and nothing says that the views are their own.

use super::{Ask, Change, Found, Proof, Report};
use crate::act::{Act, Moment};
use crate::text::Text;
use crate::verdict::Severity;
use crate::words::say;
use crate::{disclaimer, employment};

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "durrington",
    flags: &[
        "Speaking as someone who does bus duty at Larkfield, leave early",
        "Ten years in the PE dept at Larkfield and no whistle",
        "New mug. Hands off it my department (love you Larkfield English)",
        "They've put me on the gate at Larkfield again",
        "Best part of working at LFA is the toast",
        "Caretaker here at Larkfield, can confirm the clock is wrong",
        "First week on reception at Larkfield done and I know nobody's name",
        r#"{"moment":"post","text":"Snow!","author":{"bio":"IT @ LFA. Warhammer."}}"#,
        "31 yrs caretaking at Larkfield this week, they give us a clock",
        "I'm in the kitchens at Larkfield, dishing out custard",
        "«Proud to teach Year 9 at Larkfield»",
        "«I teach at Larkfield Academy» and the marking never ends",
        "Year 11 mocks done. «My Y9s» next.",
        "Speaking «as a TA here», the cuts hurt",
        "«I'm staff there», so I know",
        "«our Y9s at Larkfield» smashed the debate",
        "«Proud Larkfield teacher» today",
        "Been at it ages: «I've taught at Larkfield» for ten years",
        "Fab day with our year 9s @LarkfieldAcad",
        "«Proud to be on the staff at Larkfield»",
        "«Larkfield teacher here»: please slow down",
        "«Working at Larkfield» has taught me so much",
        "Thrilled that «I'll be joining Larkfield Academy as Assistant Head»",
        "«I am employed by Larkfield Academy»",
        "«I work in a school» and we need more funding",
        "Views are not my own. «I teach at Larkfield»",
        r#"{"moment":"post","text":"The new curriculum is a mess","author":{"bio":"Maths teacher at Larkfield Academy. Mum of 2."}}"#,
        r#"{"moment":"profile","text":"Head of Science @LarkfieldAcad | runner | dad"}"#,
        r#"{"policy":"academy-trust","moment":"comment","text":"i work at larkfield, it's true"}"#,
    ],
    passes: &[
        "My old form tutor at Larkfield taught me to whistle",
        "My daughter's form tutor at Larkfield rang with good news",
        "The kids came home from Larkfield and I had cleaned the house",
        "Didn't get the job at Larkfield, onwards",
        r#"{"moment":"post","text":"Snow!","author":{"bio":"Larkfield cleaner. My own daft thoughts, don't blame the boss"}}"#,
        r#"{"moment":"profile","text":"TA at Larkfield. Posting for nobody but myself."}"#,
        r#"{"moment":"post","text":"Snow!","author":{"bio":"ex Larkfield, ex teacher, potter"}}"#,
        "School nurse at Larkfield. Nothing on here speaks for the people who pay me.",
        "Proud to teach Year 9 at Larkfield. Views my own.",
        "I teach at Larkfield. All opinions mine, not my employer's",
        "I teach at Larkfield but all tweets are personal",
        "I teach at Larkfield, not speaking for my employer",
        "My daughter's school is doing a bake sale",
        "I went to school at Larkfield in the 80s",
        "Polling is at Larkfield Academy hall, vote before 10",
        "My daughter's teacher at Larkfield is lovely",
        "I used to teach at Larkfield",
        "Do you teach at Larkfield?",
        "Great concert @LarkfieldAcad last night",
        "our head is on the radio",
        "We at Larkfield believe every child matters",
        "My year 9 daughter has a play tonight",
        "My year 9 has mock exams next week",
        "My class at the gym was cancelled",
        "My sister is working at Larkfield",
        "I'm a teacher",
        "I don't work at Larkfield",
        r#"{"moment":"post","text":"I teach at Larkfield","author":{"bio":"Views my own"}}"#,
        r#"{"moment":"post","text":"We're open on Saturday! I teach at Larkfield","author":{"branded":true}}"#,
        r#"{"policy":"maltby","moment":"post","text":"I teach at Larkfield"}"#,
        r#"{"moment":"message","text":"I teach at Larkfield"}"#,
    ],
};

/// Reports a text or profile that shows the author's employment without a disclaimer in either.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let bio = ask.lexicon().read(act.author.bio.as_deref().unwrap_or_default());
    let suggest = suggestion(ask);
    if act.author.branded || disclaims(ask.text, &suggest) || disclaims(&bio, &suggest) {
        return;
    }
    let is_profile = act.moment == Moment::Profile;
    let why = say("disclaimer.why", &[]);
    let shown = employment::shown(ask.text, is_profile).filter(|_| is_profile || !super::speaks_for_school::speaks(ask.text));
    let found = if let Some(words) = shown {
        Found::new(Severity::Warn, say("disclaimer.heading", &[]), why).at(ask.text.span(&words))
    } else if employment::shown(&bio, true).is_some() && !act.text.trim().is_empty() {
        Found::new(Severity::Warn, say("disclaimer.heading-bio", &[]), why)
    } else {
        return;
    };
    report.add(offers(act, &suggest).into_iter().fold(found, Found::offering));
}

/// Whether a text says that the views are its author's own, or holds the suggested wording.
pub fn disclaims(text: &Text, suggest: &str) -> bool {
    (!suggest.is_empty() && text.raw.contains(suggest)) || !disclaimer::find(text).is_empty()
}

/// The disclaimer that the pack suggests.
fn suggestion(ask: &Ask) -> String {
    match ask.clause.with.suggest.as_str() {
        "" => say("disclaimer.standard", &[]),
        suggest => suggest.to_owned(),
    }
}

/// Adding the disclaimer at the end: as suggested, or short where the site's limit asks for it.
fn offers(act: &Act, suggest: &str) -> Vec<Change> {
    let short = say("disclaimer.short", &[]);
    let left = limit(act).map(|limit| limit.saturating_sub(act.text.encode_utf16().count() + 2));
    let fits = |text: &&String| left.is_none_or(|left| text.encode_utf16().count() <= left);
    let end = act.text.trim_end().len();
    [suggest.to_owned(), short]
        .iter()
        .filter(fits)
        .take(1)
        .map(|text| Change {
            label: say("disclaimer.add", &[("text", text)]),
            place: end..end,
            insert: format!("{}{text}", joint(&act.text[..end])),
        })
        .collect()
}

/// What stands between a text and a sentence added to it.
fn joint(before: &str) -> &'static str {
    let tagged = before.split_whitespace().last().is_some_and(|word| word.starts_with(['#', '@']) || word.contains("://"));
    match before.chars().last() {
        None => "",
        Some(last) if last.is_alphanumeric() && !tagged => ". ",
        _ => " ",
    }
}

/// Characters a post may have, by site; `None` where no limit matters.
fn limit(act: &Act) -> Option<usize> {
    const LIMITS: &[(&str, usize)] =
        &[("x.com", 280), ("twitter.com", 280), ("bsky.app", 300), ("threads.net", 500), ("threads.com", 500), ("mastodon", 500)];
    let url = act.page.as_ref()?.url.as_deref()?;
    let host = url.split("://").nth(1)?.split('/').next()?;
    LIMITS
        .iter()
        .find(|(site, _)| host == *site || host.ends_with(&format!(".{site}")) || (*site == "mastodon" && host.contains(site)))
        .map(|(_, limit)| *limit)
}
