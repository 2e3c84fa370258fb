//! Statements that run somebody at the author's own school down: whom they are about, what is said, and whether it is meant.

mod judgement;
mod meant;
mod target;

use crate::text::Text;
use crate::voice;
use judgement::{Judgement, Weight};
use std::ops::Range;
use target::{Target, Whose};

/// What is known of a text besides its words.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// It is a mail or message: those it speaks of are known to both, and an insult to its recipient counts.
    pub letter: bool,
    /// The mail's subject names somebody at school.
    pub subject: bool,
    /// Words that name people of the school.
    pub names: Vec<Range<usize>>,
}

/// A statement that runs somebody down.
#[derive(Clone, Debug)]
pub struct Slight {
    /// Its words.
    pub words: Range<usize>,
    /// Whether it is said to the recipient.
    pub to_you: bool,
}

/// Every such statement, at most one a sentence.
pub fn find(text: &Text, setting: impl FnOnce() -> Setting) -> Vec<Slight> {
    let judgements = judgement::find(text);
    if judgements.is_empty() {
        return Vec::new();
    }
    let scene = Scene::new(text, setting(), &judgements);
    let mut found: Vec<Slight> = Vec::new();
    for judged in judgements {
        let after = found.last().map_or(0, |last| last.words.end);
        if judged.words.start >= after
            && let Some(slight) = scene.slight(&judged)
            && slight.words.start >= after
        {
            found.push(slight);
        }
    }
    found
}

/// Whether a mail's subject names somebody at school: "9B", "Kai's mum".
pub fn names_somebody(subject: &Text) -> bool {
    let setting = Setting { letter: true, ..Setting::default() };
    let whole = 0..subject.words.len();
    target::find(subject, &setting, std::slice::from_ref(&whole))
        .iter()
        .any(|target| matches!(target.whose, Whose::Ours | Whose::School | Whose::They))
}

/// Words before and after the sentence of a judgement among which the one who is meant is looked for.
const BEFORE: usize = 40;
const AFTER: usize = 8;

/// The parts of a text that may say who is meant.
fn around(text: &Text, judgements: &[Judgement]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for judged in judgements {
        let sentence = voice::sentence(text, &judged.words);
        let part = sentence.start.saturating_sub(BEFORE)..(sentence.end + AFTER).min(text.words.len());
        match parts.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => parts.push(part),
        }
    }
    parts
}

/// A text with everybody it speaks of.
struct Scene<'t> {
    text: &'t Text<'t>,
    setting: Setting,
    /// In order of their first words.
    targets: Vec<Target>,
    /// Whether the text is about school life at all, which makes bare "kids" and "the head" the author's own.
    local: bool,
}

impl<'t> Scene<'t> {
    fn new(text: &'t Text<'t>, setting: Setting, judgements: &[Judgement]) -> Self {
        let targets = target::find(text, &setting, &around(text, judgements));
        let local = setting.letter || target::is_local(text);
        Self { text, setting, targets, local }
    }

    /// The statement that a judgement makes; none when it is about others, or is not meant.
    fn slight(&self, judged: &Judgement) -> Option<Slight> {
        let sentence = voice::sentence(self.text, &judged.words);
        let words = self.about(judged, &sentence)?;
        let to_you = words.1 == Whose::You;
        let mocked = judged.weight == Weight::Praise;
        (mocked || !meant::is_rejected(self.text, &sentence, &words.0, &judged.words)).then_some(Slight { words: words.0, to_you })
    }

    /// The words from the one who is meant to the judgement.
    fn about(&self, judged: &Judgement, sentence: &Range<usize>) -> Option<(Range<usize>, Whose)> {
        if judged.weight == Weight::Praise {
            return self.mocked(judged, sentence);
        }
        let inside = || self.near(sentence).iter().filter(|target| target.words.end <= sentence.end);
        if judged.weight == Weight::Wry {
            let meant = inside().find(|target| matches!(target.whose, Whose::Ours | Whose::School) && self.counts(target, judged));
            let whole =
                |target: &Target| (target.words.start.min(judged.words.start)..target.words.end.max(judged.words.end), target.whose);
            return meant.map(whole).or_else(|| self.elsewhere(judged, sentence));
        }
        if target::is_thing(self.text, judged.words.end) {
            return None;
        }
        // "our useless head", "wouldn't trust my boss to"
        let overlaps = |target: &&Target| target.words.start < judged.words.end && judged.words.start < target.words.end;
        if let Some(target) = inside().filter(overlaps).find(|target| target.whose.rank() > 0 && self.counts(target, judged)) {
            let whole = target.words.start.min(judged.words.start)..target.words.end.max(judged.words.end);
            return Some((whole, target.whose));
        }
        let before = || inside().filter(|target| target.words.end <= judged.words.start);
        let nearest = before().filter(|target| target.whose != Whose::Author || !target::is_opinion(self.text, target.words.start));
        let nearest = nearest.max_by_key(|target| (target.words.end, target.whose.rank()));
        if let Some(target) = nearest.filter(|target| target.whose != Whose::Author || before().any(|other| other.whose != Whose::Author)) {
            if self.is_overruled(target, sentence, judged) {
                return None;
            }
            let between = target.words.end..judged.words.start;
            let near = between.len() <= 16 && !target::is_taught(self.text, between);
            return (near && self.counts(target, judged)).then_some((target.words.start..judged.words.end, target.whose));
        }
        if judged.weight == Weight::Slight {
            return None;
        }
        let after = inside()
            .filter(|target| target.words.start >= judged.words.end && !matches!(target.whose, Whose::Author | Whose::Others))
            .min_by_key(|target| target.words.start);
        match after {
            Some(target) => {
                let near = target.words.start - judged.words.end <= if judged.words.len() > 1 { 9 } else { 6 }
                    && target.whose != Whose::They
                    && target.whose != Whose::You;
                (near && self.counts(target, judged)).then_some((judged.words.start..target.words.end, target.whose))
            }
            None if target::is_from_school(self.text, judged.words.end) => Some((judged.words.clone(), Whose::Ours)),
            None => self.elsewhere(judged, sentence),
        }
    }

    /// Whether somebody else is the subject: "Ofsted's visit to our school was …", "asked why Scrooge was …", "some schools treat parents …".
    fn is_overruled(&self, target: &Target, sentence: &Range<usize>, judged: &Judgement) -> bool {
        let bare = target.whose == Whose::School && target.words.len() == 1;
        let other = self.near(sentence).iter().any(|other| {
            let owner = self.text.words.get(other.words.end - 1).is_some_and(|word| word.possessive);
            other.whose == Whose::Others && (sentence.start..target.words.start).contains(&other.words.start) && (bare || owner)
        });
        let named = (target.words.end..judged.words.start)
            .any(|at| self.text.words[at].capital && target::has_verb(self.text, at + 1) && !target::is_led(self.text, at));
        other || named
    }

    /// A judgement in a sentence that names nobody: it is about whom the sentences before spoke of.
    fn elsewhere(&self, judged: &Judgement, sentence: &Range<usize>) -> Option<(Range<usize>, Whose)> {
        let opens = judged.words.start == sentence.start;
        let follows = opens || judged.weight == Weight::Wry || target::goes_on(self.text, sentence, judged.words.start);
        let around = sentence.start.saturating_sub(BEFORE)..sentence.end + AFTER;
        let others = || self.near(&around).iter().filter(|target| target.whose != Whose::Author && !target::is_own(self.text, target));
        let last = others().filter(|target| target.words.end <= sentence.start && sentence.start - target.words.end <= 25);
        let last = last.max_by_key(|target| (target.words.end, target.whose.rank())).map(|last| self.subject_before(last));
        let next = others().find(|target| target.words.start >= sentence.end && target.words.start - sentence.end <= 6);
        let whole = || (judged.words.clone(), Whose::Ours);
        match (last, next) {
            (Some(last), _) if follows && last.whose == Whose::They && judged.weight != Weight::Slight => Some(whole()),
            (Some(last), _) if follows => self.counts(last, judged).then(whole),
            (None, Some(next)) if target::points_back(self.text, sentence.end) => self.counts(next, judged).then(whole),
            (None, _) if follows && self.setting.subject => Some(whole()),
            _ => None,
        }
    }

    /// The one whom the sentence of the last target is about: the first in it, if that is somebody.
    fn subject_before<'s>(&'s self, last: &'s Target) -> &'s Target {
        let sentence = voice::sentence(self.text, &last.words);
        let somebody = || self.near(&sentence).iter().filter(|target| target.whose != Whose::Author);
        let first = somebody()
            .next()
            .and_then(|first| somebody().filter(|target| target.words.start < first.words.end).max_by_key(|target| target.whose.rank()));
        first.filter(|first| matches!(first.whose, Whose::Ours | Whose::School)).unwrap_or(last)
    }

    /// Those that begin among these words; found by halving, so that long texts stay linear.
    fn near(&self, words: &Range<usize>) -> &[Target] {
        let first = self.targets.partition_point(|target| target.words.start < words.start);
        let after = self.targets.partition_point(|target| target.words.start < words.end);
        &self.targets[first..after]
    }

    /// Whether a judgement about this target counts.
    fn counts(&self, target: &Target, judged: &Judgement) -> bool {
        match target.whose {
            Whose::Others | Whose::Author => false,
            Whose::Ours => true,
            Whose::School => self.local,
            Whose::They | Whose::You => self.setting.letter && target::is_subject(self.text, target, judged.words.start),
        }
    }

    /// Praise with a sign of sarcasm: "another triumph from our genius SLT 🙄".
    fn mocked(&self, judged: &Judgement, sentence: &Range<usize>) -> Option<(Range<usize>, Whose)> {
        if !meant::is_mocking(self.text, sentence) {
            return None;
        }
        let inside = |target: &&Target| target.words.start >= sentence.start && target.words.end <= sentence.end;
        let target = self
            .targets
            .iter()
            .filter(inside)
            .find(|target| matches!(target.whose, Whose::Ours | Whose::School) && self.counts(target, judged))?;
        Some((target.words.start.min(judged.words.start)..target.words.end.max(judged.words.end), target.whose))
    }
}
