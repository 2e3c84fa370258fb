//! School matters: whether a text is about school business, or about one pupil.

use crate::lexicon::{self, Forename, MACROS};
use crate::phrase::Phrases;
use crate::text::{Class, Gap, Text};
use std::sync::LazyLock;

/// Words that only work at school uses: one is enough.
static BUSINESS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(lesson|lessons) (obs|observation|observations|plan|plans|planning)",
        "(governors|governor|governing body|governing board|bursar|dear (parent|parents|families|carers)|trustees|parentpay|classcharts|satchel|google classroom|sparx|edulink|slt|inset|cpd|sef|ehcp|cpoms|arbor|sims|classcharts|safeguarding|senco|sendco|ofsted|hod|hoy)",
        "(cover|supply) (for|work|lesson|lessons|tomorrow|today|p|period|please|sheet|list)",
        "(covering|cover) ..2 (<year>|<form>)",
        "(period|p) (1|2|3|4|5|6)",
        "(p1|p2|p3|p4|p5|p6)",
        "(set|sets) (1|2|3|4|5|6)",
        "(top|bottom|middle) (set|group)",
        "(timetable|timetables|scheme of work|schemes of work|moderation|seating plan|data drop|parents evening|parents' evening|report deadline|reports deadline|staff meeting|department meeting|year team|break duty|bus duty|lunch duty|gate duty|exam board|exam entries|mock exams|mocks|revision|tutor time|form time|registers|risk assessment|interview panel|line management|appraisal|learning walk|book scrutiny|detention|detentions)",
        "(homework|marking|coursework|assessment|assessments) ..3 (<year>|<form>|class|set|pupils|students|due|deadline|feedback)",
        "(pupils|tutees|on roll|glue sticks|exercise books|whiteboard pens|midday supervisors|pigeonhole|pigeon hole|fieldwork)",
        "(my|our|exam|sixth form|new|which|of) students|(oral|mock|speaking) (exam|exams|test|tests)|(reading|intervention|target) (scores|group|groups)|(year|tutor) group",
        "(set|left|leave|work) ..3 (on the desk|for my class|for cover)|(my|your|break|lunch) (duty|duties)",
        "(sen|send) (register|support|team|review|plan|list|meeting)",
        "(my|our|your) ..1 (class|classes|tutor group|form|department)|(humanities|maths|science|sports|music|drama|english) block",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// Whether a text has one sign of work at school, which is enough for mail to a school address.
pub fn has_sign(text: &Text) -> bool {
    SIGNS.is_in(text) && !OWN_CHILD.is_in(text)
}

/// Whether a text is about work at school; what is said of the author's own child is not.
pub fn is_business(text: &Text) -> bool {
    let classes = (0..text.words.len()).any(|at| is_class(text, at));
    (classes || BUSINESS.is_in(text) || has_two_signs(text)) && !OWN_CHILD.is_in(text)
}

/// Words of work at school that are also used elsewhere: two different ones are enough.
static SIGNS: LazyLock<Phrases<u8>> = LazyLock::new(|| {
    let rows = [
        (0, "(school|academy|<own>)"),
        (
            1,
            "(fixture|fixtures|minibus|coach|rehearsal|rehearsals|costume|performance|trip|kit|u11|u12|u13|u14|u15|u16|u18|away game|concert|nativity|residential)",
        ),
        (
            2,
            "(tas|leavers|tutors|form tutor|teachers|teaching|staff|staffroom|colleague|colleagues|headteacher|deputy head|department|dept|caretaker|office|reception)",
        ),
        (3, "(mr|mrs|miss|ms|sir) ..2 $taught"),
        (
            4,
            "(assembly|students|classes|report|reports|data|agenda|deadline|lesson|lessons|exam|exams|class|tutor|classroom|resources|worksheet|worksheets|slides|feedback|meeting|curriculum|committee|homeworks|homework|rota|mis|intake|mock|resit|resits|marked|grades)",
        ),
        (6, "$taught"),
        (
            7,
            "(quote|order|delivery|trays|po|bins|hall|lights|engineer|supplier|catering|prices|hoodies|expenses|receipts|budget|invoice|purchase order|petty cash|action points|order for)",
        ),
        (5, "(it|this is|its|i'm) (mr|mrs|miss|ms)"),
        // Nobody excuses the account they write from but at work.
        (
            8,
            "(own|personal|private|home) (gmail|email|e mail|mail|mailbox|account|hotmail|yahoo|address)|(work|school) (email|emails|mail|account|outlook|laptop|login) ..3 (down|broken|playing up|locked|not working|isn't|won't|refuses)|(on|from|use|using|to) this (address|account|email)|sorry ..3 this one|sending ..3 from (home|here|mine)",
        ),
    ];
    // "IT", "art" and "food" are left out: they are also other words.
    let taught = "science|maths|geography|biology|chemistry|physics|pe|drama|mfl|rs|dt|computing|history|phonics|pshe|humanities";
    Phrases::new(rows, &[("taught", taught)])
});

/// Whether a text has a sign of work that no trip or school yard shares with the rest of the world.
pub fn has_work_sign(text: &Text) -> bool {
    SIGNS.find(text).iter().any(|sign| *sign.tag > 1) && !OWN_CHILD.is_in(text)
}

fn has_two_signs(text: &Text) -> bool {
    let signs = SIGNS.find(text);
    signs.iter().any(|sign| sign.tag != signs[0].tag)
}

/// "Year 9", "KS3", "8C" as schools write it; "3DS" and "13.2mbps" are none.
fn is_class(text: &Text, at: usize) -> bool {
    if text.class(at, Class::Year).is_none() {
        return false;
    }
    let written = text.written(&(at..at + 1));
    let letters = written.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = letters.len() < written.len();
    let apart = text.words[at].gap >= Gap::Space && text.words.get(at + 1).is_none_or(|next| next.gap >= Gap::Space);
    let secondary = written.len() - letters.len() == 2 || written.starts_with(['7', '8', '9']);
    let upper = letters.starts_with(|c: char| c.is_ascii_uppercase()) && letters.trim_end_matches(|c: char| c.is_ascii_digit()).len() <= 2;
    !is_number || (apart && secondary && upper && !letters.chars().any(char::is_lowercase))
}

/// Their own child, or their own school days.
static OWN_CHILD: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(my|our) ..1 (son|daughter|kids|kid|little one|eldest|youngest|boy|girl|niece|nephew|grandson|granddaughter|twins|lad)",
        "(reunion|class of|school days|old school)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// "Your lad", "my daughter's".
static CHILD: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(your|ur|yer|my|our) ..1 (son|sons|daughter|daughters|lad|lads|lass|boy|boys|girl|girls|child|children|kid|kids|bairn|little one|eldest|youngest|twins|twin|grandson|granddaughter|stepson|stepdaughter)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// What happens to a pupil at school.
static PUPIL: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(isolation|detention|detentions|excluded|exclusion|suspended|suspension|behaviour|attendance|absence|absences|absent|homework|homeworks|coursework|grade|grades|mock|mocks|exam|exams|test|tests|result|results|mark|marks|report|progress|assessment|assessments|revision|gcse|gcses|options|predicted|target|levels|merit|merits|sanction|sanctions|consequence|uniform|blazer|trainers|haircut|phone|kit|squad|fixture|rehearsal|audition|allergy|allergies|inhaler|epipen|medication|medical|ehcp|sen|send|dyslexia|bullying|bullied|friendship|friendships|lesson|lessons|tutor|timetable|trip|residential|dinners|lunch|teacher|miss|jumper|cardigan|snack|glasses|handwriting|writing|choir|collected|appointment|dentist|doctor|orthodontist|tummy|extension|extention|deadline|register|lunchtime|lunchtimes|dinner money|bus pass|pass|locker|planner|book|books|classwork|reading|phonics|spellings|playground|playtime|attainment|effort)",
        "(missed|missing|late|off) ..2 (day|days|lesson|lessons|school|week|again|today)",
        "(fell|fallen|fall|falling) out",
        "(moved|move|moving|changed|change|put) ..3 (set|sets|class|group|form|table|seat|away)|sit next to|(come|came|coming|drop|dropped|pick|picked) (in|off|up)",
        "(drop|dropping|take|taking|swap|swapping|retake|resit|do|doing) ..1 $subject",
        "(in|at) ($subject|school|class|assembly|form|breaktime)",
        "(form tutor|head of year|cover teacher|class teacher|sent home|sent out|picked on|parents evening|settled in|settling in|sick bay|first aid)",
        "(bruise|bruised|bump|bumped|hurt|injury|accident|nosebleed|poorly|upset|tears|crying|cried|wobble|settled|story time|handwashing|nap|toilet|brave|lost coat|lost property|complaint|concern|incident|letter home|later start|part time timetable|start time)",
        "(in|at|for|to|into) school",
        "(<year>|<form>)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// What a parent is only told of their own child.
static GRAVE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(detention|detentions|isolation|exclusion|excluded|suspension|suspended|sanction|behaviour|attendance|absences|complaint|incident|bruise|accident|bullying|bullied|ehcp|assessment|grade|grades|predicted|allergy|medication|confiscated)",
    ];
    Phrases::new(rows.map(|row| ((), row)), MACROS)
});

/// Whether a text speaks of the other person's child; what they wrote themselves speaks of "my" child.
pub fn is_about_child(text: &Text, is_theirs: bool) -> bool {
    CHILD.find(text).iter().any(|child| matches!(text.fold(child.words.start), "my" | "our") == is_theirs)
}

/// "Dear Mrs White, Ella was upset at lunch": to a family, of what happens to their child at school.
pub fn is_to_family(text: &Text) -> bool {
    static GREETING: LazyLock<Phrases<()>> =
        LazyLock::new(|| Phrases::new([((), "(dear|hi|hiya|hello|morning|afternoon) (mr|mrs|ms|miss|both) ..1")], &[]));
    let child = |at: usize| {
        let named = text.words[at].capital && lexicon::forename(text, at) == Some(Forename::Plain);
        named || matches!(text.fold(at), "he" | "she" | "his" | "her" | "him" | "he's" | "she's")
    };
    GREETING.find(text).iter().any(|greeting| greeting.words.start < 2)
        && is_about_school_life(text)
        && (3..text.words.len().min(400)).any(child)
        && !OWN_CHILD.is_in(text)
}

/// Whether a text speaks of what only one family is told.
pub fn is_grave(text: &Text) -> bool {
    GRAVE.is_in(text)
}

/// Whether a text speaks of what happens to a pupil at school.
pub fn is_about_school_life(text: &Text) -> bool {
    PUPIL.is_in(text)
}
