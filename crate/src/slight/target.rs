//! Whom a text speaks of: people and places of the author's school, others, the recipient.

use super::{Setting, judgement};
use crate::lexicon::MACROS;
use crate::order;
use crate::phrase::{Phrases, Words};
use crate::text::{Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// Whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of the author's own school.
    Ours,
    /// Of a school: the author's own, where the text is about school life.
    School,
    /// He, she or they.
    They,
    /// The recipient.
    You,
    /// The author, who tells of others or of themselves.
    Author,
    /// Somebody or something else.
    Others,
}

impl Whose {
    /// Which of two readings of the same words is taken: the greater.
    pub fn rank(self) -> u8 {
        match self {
            Self::Others | Self::Author => 0,
            Self::They | Self::School => 1,
            Self::You | Self::Ours => 2,
        }
    }
}

/// Somebody or something a text speaks of.
#[derive(Clone, Debug)]
pub struct Target {
    /// The words.
    pub words: Range<usize>,
    /// Whose they are.
    pub whose: Whose,
}

/// Those a text may speak of.
static TARGETS: LazyLock<Phrases<Whose>> = LazyLock::new(|| {
    use Whose::{Author, Others, Ours, School, They, You};
    let rows = [
        (Ours, "(our|ours|my) ..2 $people"),
        (Ours, "<own> ..1 $people"),
        (Ours, "<own>"),
        (Ours, "(our|my) (school|academy|trust|place|gaff|workplace|work|department|dept|faculty|college|mat)"),
        (Ours, "(at|in|from) (ours|our place|my place|our gaff)|(our|my) ..1 (department|dept|faculty|office|staffroom|kitchen)"),
        (Ours, "(i'm|i am|im) ..1 (embarrassed|ashamed) to"),
        (Ours, "ours"),
        (
            Ours,
            "$people (at|in|where|round|around) (work|i work|i teach|our place|my place|ours|here)|$people (here|upstairs)|(people|those|man|woman|person) (who|that) (run|runs|lead|leads|manage|manages) (our|my)",
        ),
        (Ours, "(people|someone|somebody|some|person|woman|man|bloke|everyone|lot|most|half) i (work|teach) (with|for)"),
        (Ours, "(where|place|school) i (work|teach)"),
        (
            Ours,
            "(half|some|most|one|two|all|many|none|any) (of)? (the|our|my) $people (at|in) (ours|here|our place|our school|my school|work|<own>)",
        ),
        (Ours, "$certain"),
        (School, "the (head|principal|deputy|ceo|leadership|management|bursar)"),
        (
            Ours,
            "the (trust|headteacher|head teacher|deputy head|caretaker|site manager|dinner ladies|tas|senco|form tutors|sixth formers|business manager|trainee|office ladies|leadership team)",
        ),
        (
            Ours,
            "the (head|deputy|principal) (is|was|has|who|thinks|only|hides|never|can't|couldn't|wouldn't|doesn't|and|at|reckons|wants|a|an|so|such|just|still)",
        ),
        (Others, "(my|our) ..1 class (at|in) the (gym|pool|studio|leisure|village|church|park|community)"),
        (School, "(the|these|those|this|that|some|half|certain|all|most|both|every|one|another|new) (of)? (the)? ..1 $people"),
        (
            Ours,
            "(certain|some|several|most|half|many) (people|members of staff|staff|colleagues|teachers) (in|at|on) (my|our|this) (department|school|team|place|faculty|trust)",
        ),
        (School, "(a|an) ..1 (colleague|parent|head|deputy|governor|headteacher|principal|teacher|ta|boss|manager)"),
        (School, "(colleagues|colleague|co workers|coworkers)"),
        (
            School,
            "(parents|pupils|students|kids|teachers|staff|children|mums|dads|families|cleaners|governors|tas|office staff|dinner ladies|technicians|supply|girls|boys)",
        ),
        (Ours, "(this|my|our) (school|trust|academy|department)"),
        (
            Ours,
            "(teacher|ta|colleague|someone|somebody|man|woman|member of staff|people) ..1 (at|in) (my|our) (school|place|department|academy|trust)",
        ),
        (
            School,
            "(this|the) (school|place|trust|academy|building|department|office)|place (is|was)|finance|humanities|powers that be|(him|her|them|those) (upstairs|at the top|in charge)|(a|that) certain ..1 (someone|somebody|person|individual|teacher|colleague)|the boss|the suits",
        ),
        (School, "(this lot|that lot|the lot of them|half of them|every one of them|every last one|whoever)"),
        (They, "(he|she|they|they'd|he'd|she'd|that one|this one|mum|dad|he's|she's|they're|theyre|hes|shes|half of them|some of them)"),
        (You, "(you|you're|youre|you lot|some of you|all of you|your lot|most of you)"),
        (
            Others,
            "(ofsted|government|gov|govt|dfe|minister|ministers|secretary|tories|tory|labour|pm|mp|mps|gove|williamson|keegan|phillipson|zahawi|spielman|gibb|council|la|aqa|edexcel|ocr|ebacc|weather|rain|snow|wind|train|trains|bus|buses|traffic|m25|motorway|football|ref|referee|var|united|city|arsenal|chelsea|liverpool|spurs|everton|england|scotland|wales|printer|printers|photocopier|copier|wifi|internet|laptop|laptops|computer|computers|projector|boiler|heating|coffee|kettle|marking|workload|data|neighbour|neighbours|landlord|landlady|builder|builders|bank|bt|virgin|amazon|dog|cat|politician|politicians|media|mail|telegraph|macbeth|film|movie|book|novel|play|show|episode|series|song|band|queue|app|software|sims|teams|zoom|phone|car|driver|drivers|hotel|restaurant|pub|airline|flight|ryanair|easyjet|hair|knees|knee|back|feet|diet|cooking|garden|kitchen|sofa|bed|hangover|headache|cold|flu|game|match|traitors|player|players|keeper|manager's|batting|twitter|facebook|x|trump|boris|starmer|sunak|putin|society|world|country|system|curriculum|timetable|bin|bins|exam board|exam boards|chatgpt|ai|policy|journey|drive|lunch|sandwich|singing|dancing|handwriting|spelling|spag|toilets|windows|chairs|carpet|roof|food|pudding)",
        ),
        (
            Others,
            "(i'm|im|i am|i was|i (feel|felt) (so|like|such|very|really|pretty|a bit|absolutely|completely|totally)|i look|i must be|i have been|i've been|i can be|i seem|i sound|me|myself|i'd be|i'll be|makes me|we were|we're|we are|i thought)",
        ),
        (
            Others,
            "(my|our) ..1 (boiler man|window cleaner|postman|plumber|electrician|dentist|doctor|gp|vet|hairdresser|vicar|councillor|own (family|kids|children|boys|girls|lot)|son|daughter|son's|daughter's|husband|wife|partner|brother|sister|mum|dad|mother|father|nan|cat|dog|baby|toddler|twins|triplets|niece|nephew|ex|mate|hair|car|brain|back|knees|phone|laptop|kitchen|singing|teacher|teachers|professor|lecturer|childhood|landlord|memory|feet|handwriting|cooking|timing|driving|french|spelling|house|garden|neighbour|neighbours|flat|week|day|weekend|diet|sleep|mood)",
        ),
        (
            Others,
            "(my|our|his|her|their|your|the|an|a) ..1 (old|first|last|previous|former|ex|primary|secondary|childhood|sunday) ..1 (school|head|headteacher|teacher|teachers|boss|place|college|class|principal|job)",
        ),
        (
            Others,
            "(what|such|of) (a|an) ..3 (day|week|morning|afternoon|year|term|journey|night|weekend|monday|tuesday|wednesday|thursday|friday|half term)",
        ),
        (
            Others,
            "(in|on|off|over|round|through|from|into|inside|bang|banging|hit|scratch|scratching|shaking|shook|lost|losing) (my|our) head",
        ),
        (Others, "my head in"),
        (Others, "(my|our) (team|netball team|football team|rugby team|quiz team|cricket team)"),
        (Others, "(i've|i have|ive|i) (got|have|had) (the|a|an)"),
        (Ours, "(i work|working|surrounded) (with|by|among|alongside)"),
        (School, "(your|ur|yer) ..1 $people"),
        (Others, "my (parents|family|mother|father|mum and dad)"),
        (Author, "(i|we|i've|we've|i'll|i'd|ive)"),
        (Others, "(some|other|many|most|too many) (schools|academies|trusts|heads|mats)"),
        (
            Others,
            "(son's|daughter's|child's|kid's|boy's|girl's|nephew's|niece's|wife's|husband's|mate's|friend's|sister's|brother's|daughter|son|nephew|niece) (school|teacher|head|class|trust|academy|nursery)",
        ),
        (
            Others,
            "(in|by|from|about) (the)? (play|novel|film|poem|book|story|roald dahl|dickens|shakespeare|history|macbeth|king lear|matilda|an inspector calls|romeo|hamlet)",
        ),
    ];
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        (
            "people",
            "$role|slt|smt|governors|governing body|trustees|ceo|management|leadership|leaders|bosses|boss|line manager|colleagues|colleague|kids|kid|pupils|pupil|students|student|children|child|class|classes|form|tutor group|tutees|lads|lad|girls|girl|boys|boy|<year>|parents|parent|mums|mum|mam|mams|dads|dad|mother|father|mothers|fathers|families|family|carers|pta|pta lot|cohort|sets|bottom sets|bottom set|top set|intake|catchment|lot|finance lady|finance man|finance team|office lady|office ladies|office staff|office manager|site team|dinner ladies|cleaners|cleaner|canteen staff|kitchen staff|hod|hoy|ht|chair of governors|chair|head of ..1|year head|behaviour lead|lead|leads|subject lead|phase leader|key stage lead|attendance officer|exams officer|cover manager|it guy|it team|technicians|new hire|new starter|new teacher|supply|tutors|mentors|heads|deputies|deputy heads|assistant heads|year group|year groups|year sevens|year nines|top table|admin|admin team|hr|snr leaders|senior leaders|senior leadership|middle leaders|union rep|nqts|ects|headship|trainee|trainees|pair|lass|lasses|bloke|woman|man|new teacher|dinner lady",
        ),
        (
            "certain",
            "slt|smt|senior leadership team|senior leadership|senior leaders|leadership team|governors|governing body|trustees|chair of governors|chair of trustees|hod|hoy|<year>|<form>|head of (year|department|$subject|sixth form|house|faculty) ..1|middle leaders|bottom set ..1|top set ..1|set (1|2|3|4|5|6)|period (1|2|3|4|5|6)|(miss|sir|the teacher|teacher|ta) (from|in) ..2 class|supply teachers|teaching assistants",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// Everybody that parts of a text speak of, in order.
pub fn find(text: &Text, setting: &Setting, parts: &[Range<usize>]) -> Vec<Target> {
    let mut targets: Vec<Target> = parts
        .iter()
        .flat_map(|part| TARGETS.within(text, part.clone()))
        .filter(|found| {
            setting.letter
                || !matches!(found.tag, Whose::They | Whose::You) && !matches!(text.fold(found.words.start), "your" | "ur" | "yer")
        })
        .map(|found| Target {
            whose: if !matches!(found.tag, Whose::They | Whose::You) && owns_thing(text, &found.words) {
                Whose::Others
            } else {
                *found.tag
            },
            words: found.words,
        })
        .collect();
    targets.retain(|target| !is_compared(text, target.words.start));
    targets.extend(parts.iter().flat_map(|part| titled(text, part.clone())));
    targets.extend(setting.names.iter().map(|words| Target { words: words.clone(), whose: Whose::Ours }));
    order::by_key(&mut targets, |target| target.words.start);
    // What is said of others goes before what the same words would be by themselves.
    let others: Vec<Range<usize>> = targets
        .iter()
        .filter(|target| target.whose == Whose::Others && target.words.len() > 1)
        .map(|target| target.words.clone())
        .collect();
    let mut next = 0;
    targets.retain(|target| {
        while others.get(next).is_some_and(|other| other.end <= target.words.start) {
            next += 1;
        }
        target.whose == Whose::Others
            || !others.get(next).is_some_and(|other| other.start <= target.words.start && target.words.start < other.end)
    });
    targets
}

/// "More than the PM", "like our head": a measure for somebody else.
fn is_compared(text: &Text, at: usize) -> bool {
    // "I've met brighter … than our head" compares nobody else.
    if (at.saturating_sub(10)..at).any(|at| matches!(text.fold(at), "met" | "known" | "seen" | "owned")) {
        return false;
    }
    let article = at > 0 && matches!(text.fold(at - 1), "the" | "a" | "an" | "my" | "our");
    let before = at.saturating_sub(1 + usize::from(article));
    at > before && !text.starts_sentence(at) && text.fold(before) == "than"
}

/// Whether a judgement goes on to say where at school somebody belongs: "that waste of space from Science".
pub fn is_from_school(text: &Text, at: usize) -> bool {
    static FROM: LazyLock<Phrases<()>> = LazyLock::new(|| {
        let row = "(from|in) (the)? ($subject|office|admin|finance|slt|hr|reception|kitchen|staffroom|site team|<year>|department|year team|pastoral team|attendance office)|(in|from) (the|our) ..1 (office|kitchen|team|staffroom|corridor|block)";
        Phrases::new([((), row)], MACROS)
    });
    !FROM.at(text, at).is_empty()
}

/// "Mr Jones", "Miss Ali": of a school, where the text is about one.
fn titled<'t>(text: &'t Text, part: Range<usize>) -> impl Iterator<Item = Target> + 't {
    static TITLES: LazyLock<Words> = LazyLock::new(|| Words::new("mr|mrs|ms|miss|mx"));
    let named = |at: &usize| TITLES.has(text, *at) && text.words.get(at + 1).is_some_and(|next| next.capital && next.gap <= Gap::Comma);
    part.filter(named).map(|at| Target { words: at..at + 2, whose: Whose::School })
}

/// Whether a word is a thing, which is then what is judged: "Y9 books", "a vile journey".
pub fn is_thing(text: &Text, at: usize) -> bool {
    static THINGS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "behaviour|cash|crime|crimes|awakening|weather|journey|news|start|end|ending|time|times|photo|photos|handwriting|language|day|days|week|weeks|year|years|term|terms|morning|afternoon|night|nights|weekend|traffic|cold|cough|headache|storm|rain|wind|smell|story|stories|jokes|film|films|song|songs|word|words|lighting|sauce|coffee|tea|biscuits|signal|connection|line|lines|shift|commute|drive|queue|queues|queuing|pay|salary|conditions|workload|hours|spelling|spellings|mistake|mistakes|error|errors|typo|accident|shock|luck|dream|dreams|experiment|volcano|villain|villains|king|kings|giant|giants|ogres|pirate|pirates|dictators|acting|puns|pun|singing|dancing|attempt|attempts|goal|goals|defeat|performance|result|score|book|books|report|reports|mock|mocks|exam|exams|essay|essays|paper|papers|marking|evening|trip|coach|car|playground|wifi|heating|boiler|photocopier|meeting|meetings|briefing|assembly|lesson|lessons|timetable|curriculum|test|tests|disco|prom|field|pitch|building|toilets|canteen|food|website|email|emails|duty|scheme|poster|homework|quiz|cover|results|sats|gcses|hall|gate|library|fair|panto|concert|production|corridor|display|uniform|dinners|lunches|minibus|room|staffroom|data|spreadsheet|seating|bus|mugs|fridge|microwave|kettle|car park|wellbeing|training|inset|policy|policies|rules|decision|idea|ideas|plan|plans|party|quiz|night|table|chair|chairs|phone|number|office's|notebook|planner|topic|unit|syllabus|content|textbook|spanish|french|maths|science|poem|poems|poetry",
        )
    });
    text.words.get(at).is_some_and(|next| next.gap <= Gap::Space) && THINGS.has(text, at)
}

/// Whether the words only say whose a thing is: "Y9 books", "SLT's email", "Larkfield car park".
fn owns_thing(text: &Text, words: &Range<usize>) -> bool {
    static VERBS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "a|an|the|so|such|too|not|been|being|just|absolutely|always|as|got|never|really|completely|totally|utterly|full|all|out|up|no|only|off|on|about|one",
        )
    });
    let last = text.words.get(words.end.wrapping_sub(1)).is_some_and(|word| word.possessive);
    let follows = text.words.get(words.end).is_some_and(|next| next.gap <= Gap::Space);
    is_thing(text, words.end)
        || last && follows && !judgement::is_heavy(text, words.end) && !VERBS.has(text, words.end) && !is_people(text, words.end)
}

/// Whether a word means people, so that "Larkfield's head" is somebody.
fn is_people(text: &Text, at: usize) -> bool {
    static PEOPLE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new([((), "..1 $people")], &macros()));
    !PEOPLE.at(text, at).is_empty()
}

/// Whether a text is about life at a school.
pub fn is_local(text: &Text) -> bool {
    static LIFE: LazyLock<Phrases<()>> = LazyLock::new(|| {
        let rows = [
            "(<own>|<year>|<form>)",
            "(tutor group|dinner duty|gate duty|cover lesson|supply teacher|staff meeting|learning walk|caretaker|tlr|ppa|our gate|ours|slt|smt|hod|staffroom|inset|governors|trustees|colleagues|colleague|marking|pupils|senco|ect|nqt|headteacher|timetable|ofsted|pgce|tas|lesson|lessons|briefing)",
            "(our|my) ..1 (school|academy|trust|class|form|corridor|department|pupils|students|colleagues|head|staff|place|deputy|governors)",
            "(i|we) ..1 (teach|taught|mark|marked|planned)",
            "(at|in) (work|school|assembly|briefing|the staffroom|my lesson|class|parents evening|ours)",
            "the (head|deputy|principal|headteacher) ..12 (staff|kids|parents|school|teachers|pupils|class|governors)",
            "(our|the|school|that) (gate|gates)",
            "(a|the) ..1 (teacher|head|ta|tutor|headteacher|senco)|in front of (kids|a class|children)",
            "(the|our) (trust|academy) ..12 (children|kids|schools|staff|teachers)",
            "(period|p) (1|2|3|4|5|6)|p1|p2|p3|p4|p5|p6|parents evening|parents' evening|break duty|bus duty|the gate|last thing",
        ];
        Phrases::new(rows.map(|row| ((), row)), &[])
    });
    LIFE.is_in(text)
}

/// Whether a pronoun is the subject that a judgement belongs to: nothing but its verb and little words between.
pub fn is_subject(text: &Text, target: &Target, judged: usize) -> bool {
    static BETWEEN: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "are|is|was|were|a|an|as|so|such|just|too|really|very|absolutely|totally|completely|utterly|frankly|honestly|all|both|being|been|be|always|the|of|bunch|lot|pack|fucking|bloody|stupid|lazy|useless|pathetic|nothing|but|most|biggest|complete|total|absolute|utter|old|little|fat|dumb|silly|selfish|rude|arrogant|and|lying|quite|simply|clearly|obviously|either|seriously|proper|right|real|two|faced|idle|more|than|no|not|need|needs|should|really|couldn't|can't|have|has|haven't|hasn't|make|makes|never|don't|doesn't|hated|know|knows|act|behave|treat|treats",
        )
    });
    judged <= target.words.end + 6 && (target.words.end..judged).all(|at| BETWEEN.has(text, at))
}

/// Whether a class is taught about what is judged: "Year 9 read about the vile …".
pub fn is_taught(text: &Text, between: Range<usize>) -> bool {
    static TAUGHT: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "studied|study|studying|read|reading|learned|learnt|learning|watched|watching|wrote|writing|written|discussed|discussing|debated|debating|acted|acting|drew|drawing|performed|performing|visited|visiting|explored|exploring|covered|researched|researching|describing|describe|analysed|analysing|seen|built|made|making|met|play|playing|about|asked|ask|asking|taught|told",
        )
    });
    between.into_iter().any(|at| TAUGHT.has(text, at))
}

/// Whether a word is a verb that says what somebody is.
pub fn has_verb(text: &Text, at: usize) -> bool {
    matches!(text.fold(at), "is" | "are" | "was" | "were")
}

/// Whether a word belongs to the one before it: "in January".
pub fn is_led(text: &Text, at: usize) -> bool {
    let before = text.fold(at.wrapping_sub(1));
    matches!(before, "in" | "on" | "at" | "of" | "from" | "to" | "for" | "by" | "with" | "last" | "this" | "every")
        || text.fold(at).len() < 3
}

/// Whether the author only gives an opinion: "I think", "I swear".
pub fn is_opinion(text: &Text, at: usize) -> bool {
    static OPINION: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "think|swear|reckon|know|mean|say|believe|wish|hate|can't|cannot|work|teach|call|find|guess|despise|despair|kid|promise|genuinely|honestly|really|have|had|met|worked|won't|wouldn't|am|feel|would|cover",
        )
    });
    OPINION.has(text, at + 1) || matches!(text.fold(at), "i've" | "ive" | "i'd" | "we've")
}

/// Whether what a sentence says from word `at` on is about those before it: "They …", "Absolute …", "or he's a …".
pub fn goes_on(text: &Text, sentence: &Range<usize>, at: usize) -> bool {
    static THEY: LazyLock<Words> = LazyLock::new(|| Words::new("he|she|they|he's|she's|they're|hes|shes|theyre|they'd|he'd|she'd"));
    let fragment =
        sentence.len() <= 6 && at <= sentence.start + 2 && (sentence.start..at).all(|at| !text.words[at].possessive && !has_verb(text, at));
    fragment || opens_on(text, sentence.start) || (sentence.start..at).any(|word| THEY.has(text, word))
}

/// Whether one of the others is the author or something of theirs: "I'm …", "my head in".
pub fn is_own(text: &Text, target: &Target) -> bool {
    let first = text.fold(target.words.start);
    target.whose == Whose::Others && (first.starts_with('i') && first.len() < 5 && first != "in" || matches!(first, "my" | "me" | "myself"))
}

/// "They …", "Absolute …", "Half of them …".
fn opens_on(text: &Text, start: usize) -> bool {
    static OPENERS: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "he|she|they|it|that|this|those|these|both|all|every|each|half|most|some|such|what|absolute|absolutely|total|totally|utter|utterly|complete|proper|just|not|never|i've|honestly|genuinely|seriously|and|but|or|who|which|whoever|no|zero|talk|couldn't|can't|wouldn't|doesn't|don't|hasn't|haven't|bunch|pack|shower|like|as|a|an|the|so|more|you|if|worst|them|one|there's|theres|always|still|even|literally|basically|frankly|imagine|man|woman|bloke|lass|says|your|proper|honest|either|full|grown|call",
        )
    });
    OPENERS.has(text, start)
}

/// Whether a sentence points back at what was said: "couldn't be our …", "looking at you …".
pub fn points_back(text: &Text, start: usize) -> bool {
    matches!(
        text.fold(start),
        "couldn't"
            | "looking"
            | "cough"
            | "yes"
            | "ours"
            | "mine"
            | "not"
            | "naming"
            | "guess"
            | "i'm"
            | "that's"
            | "that"
            | "sounds"
            | "welcome"
    )
}
