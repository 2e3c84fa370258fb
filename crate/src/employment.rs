//! Employment: where a text, or a profile, shows that its author works for the school.

use crate::lexicon::MACROS;
use crate::phrase::{Phrases, Words};
use crate::text::{Class, Gap, Text};
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;

/// What a wording shows, and what it needs beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// Says it.
    Told,
    /// Says it where it opens a sentence.
    Opening,
    /// Names a job at the school: the author's own in a profile, or set off by a comma beside "I".
    Job,
    /// Says it in a profile, where nobody says "I".
    Profile,
    /// Says it where the school's own name stands near.
    Near,
    /// Words that staff use: the same, and nothing of an outsider.
    Strong,
    /// Names a job or class: in a profile, the same.
    Post,
    /// School talk: shows it beside "I" and the school's own name close by, where nothing is an outsider's.
    Talk,
    /// School work: shows it where the school's own name or tag stands near, and nothing of an outsider.
    Work,
}

static SIGNS: LazyLock<Phrases<Sign>> = LazyLock::new(|| {
    let told = [
        "(parents|kids|staff|pupils|teachers|everyone|head|slt|students|heating|boiler|wifi) at my (place|school|work|academy|gaff)",
        "(one|two|three|some|half|most|all|another) of my ..1 (<year>|pupils|students|form|tutees|class|set)",
        "$i $still (do|run|manage|handle|sort|process|look after|drive|order|cook|fix) (the)? ..6 <own> ..1",
        "(joining|joined|join) (the)? ..2 (team|staff|department) ..2 <own>",
        "<own> where i ..1 (work|teach|clean|cook)",
        "(clocked|clocking|signed|signing) (in|out|on|off) (at|for) <own>",
        "(took|taken|taking) (me|us) on (as|at) ..3",
        "(in|for|from|of) (our|my) ..2 (room|classroom|block|lab|studio|workshop|kitchen|office|corridor|department|staffroom|library) (at|in) <own>",
        "my ..1 (blwyddyn|dosbarth) ..2",
        "(dw i'n|rwy'n|dwi'n|rydw i'n) (gweithio|dysgu) ..3",
        "we (do|use|did|run|tried|say|call|teach|offer|start|finish|use|get|have) ..6 (at|in) <own> ..1",
        "(as|speaking as) (a|another) member of staff",
        "(i'm|i am|im) the ..1 $role",
        "<year> ..1 $job (at|@|in) <own>",
        "$job (at|in) <own> here",
        "(rest of|fellow|other members of|everyone in) (the|my)? <own> ..2 (team|department|staff|office|kitchen|tas|teachers|governors)",
        "(wor|our) (lot|kids|lads|lasses|girls|boys|year|team|department|pupils|students) ..1 (at|in) <own>",
        "(securing|secured|appointed|accepted|starting|started|taking up|taken up|new) ..2 (role|position|post|job) ..8 <own>",
        "what we ..3 (built|achieved|done|created) ..4 <own>",
        "(my|our) (lot|bunch|gang|crew|darlings|horrors|angels|monsters|crowd|cherubs|treasures|shower|rabble) ..2 (<year>|<form>)",
        "(athro|athrawes) ..2 yn <own>",
        "(my|our) ..1 (set|bottom set|top set) (1|2|3|4|5|6|one|two|three|four|five)",
        "$i $still (teach|work|lead|coach|govern|tutor|lecture|cook|clean) ..6 $at $the (<own>|<school>)",
        "$i $still (teach|work) (at|in|for) ..7 <own>",
        "$i $still (love|enjoy|like) (teaching|working|it) ..1 (there|here)",
        "$i $still (service|clean|cook|drive|run|fix|mow|mop|manage|coach|lead|look after|do the|lock|mark|cover|paint|polish|hoover|serve|invigilate) ..5 (for|at) <own>",
        "(i am|i'm|im|been) ..1 employed (by|at) <own>",
        "(i'm|i am|im) one of (the|their|many|several) ..4 (at|for) <own>",
        "(i'll be|i will be|i'm|i am|i've|just|be) (joining|joined|starting at|moving to) ..1 <own> ..2 as ..3 $role",
        "(i've been|i have been|i was|i'm|i am|just been|be|been) ..1 (appointed|promoted|made|named|hired|given|offered) ..6 (<own>|<school>)",
        "(off|back|heading|going|go|drive|walk|cycle|return|returning|way) (in)? to work (at|in) <own>",
        "<own> ..1 $role here",
        "$i $still (teach|work) ..2 (in|at|for) (a|an) ..2 $place",
        "$i $still teach ..2 <year>",
        "$i $still (work|teach) (here|there)",
        "$proud (to|that) ..2 (teach|teaching|work|working|lead|leading|be part of|be a member|be a|be the|be working|be teaching|have joined|join|say i teach|say i work|announce|share) ..8 (<own>|<school>|<year>)",
        "$proud to (be|have been) (made|appointed|named|on|in|among|one of|back|part of) ..5 (<own>|<school>)",
        "(love|loving|loved|enjoy|enjoying) (working|teaching|my job|being) ..3 (<own>|<year>)",
        "(proud|fellow|humble|tired|exhausted|happy|knackered|fellow) <own> ..1 $role",
        "$as (a|an|the|their|our)? ..3 $job ..2 (at|for|in|with|of)? (the)? (here|there|<own>|<school>)",
        "$as (a|an|the)? ..2 <own> ..1 $job",
        "(yrs|years|year|terms|months|weeks|days) ..2 (teaching|caretaking|cleaning|cooking|working|typing|invigilating|doing|running|fixing|mopping|driving|marking|in the kitchens) ..3 (at|for|in) <own>",
        "$as (a|an|the)? ..2 <year> ..1 $role",
        "(as|speaking as|from|being) (somebody|someone|one|a person|the person|one of those|the bloke|the woman|a fella) who (works|teaches|cooks|cleans|drives|does|runs|marks|mops|manages|covers|sits) ..6 (<own>|here|there)",
        "my $fine (<year>|class|form|form group|tutor group|tutees|pupils|students|sixth formers|classroom|ppa|bottom set|top set|year group)",
        "our ..1 <year> ..3 (<own>)",
        "(my|our) (colleagues|department|team|head of department|line manager|job|role|post|boss|headteacher) ..1 (at|here at) <own>",
        "(my|our) ..3 (staffroom|pigeonhole|corridor|block|classroom|office|kitchen|department|lab|desk|payslip|contract|lanyard|shift|lessons|tutor group|form|site) ..4 (at|in|for|from) ..1 <own>",
        "(colleagues|fellow $role) (at|here at) <own>",
        "(day|week|term|year|lesson|shift|years|terms) (of)? (working|teaching|work) ..2 (<own>|<year>)",
        "(been|i'm|i am|am|spent ..3|loved|enjoyed|loving) (teaching|marking|covering) ..2 (<year>|<own>)",
        "$i've $still (taught|worked|been teaching|been working) ..3 (at|for|in) (<own>|<school>)",
        "$i've $still (taught|worked|been teaching|been working) (here|there)",
        "(my|a) ..2 (day|week|term|year|anniversary) ..1 (at|with) <own> ..3 (as|teaching|staff|job|team|$role)",
        "(started|starting|start|got|landed|accepted|offered) ..3 (job|work|post|role|teaching|position|contract|headship|promotion|supply) ..3 (at|with|in) (<own>|<school>)",
        "(started|start|starting|joined|joining) ..1 (at)? <own> ..6 (cover|as|supply|teaching|job|doing|$role)",
        "first (day|week|month|term|half term|lesson|assembly) (as|being|on|doing) ..6 <own>",
        "<own> (pays|employs|hired|employed|gave|took|keeps) ..1 (me|my)",
        "(paid|employed|hired|taken on) by <own>",
        "(member|part) of (the)? <own> ..1 (team|staff|family)",
        "member of staff (at|of|here at) <own>",
        "on the (staff|payroll|books|slt|site team|senior team|leadership team) (at|of|for) <own>",
        "(we're|we are|i'm|i am|im) ..2 (in|on|based in|based at|based) (the)? ..2 (corridor|block|department|office|kitchen|kitchens|staffroom|lab|labs|site team|reception desk|library|portakabin|portakabins) ..3 <own>",
        "we have ..5 (in|at) (our|the) ..2 (block|department|corridor|staffroom|office|kitchen|classroom|classrooms|lab|labs|library) ..2 <own>",
        "(that's|thats|it's) us (at|in) <own>",
        "(us|we) (staff|teachers|tas|lot|support staff) (at|in|here at) <own>",
        "those of us ..3 (at|in) <own>",
        "(anyone|anybody) (else|else's) ..2 (class|form|set|tutor group|year group|tutees)",
        "(my|the) day job ..4 <own>",
    ];
    let more = [
        "$task ..3 (at|in|for|with) (the)? ..1 <own>",
        "(anyone|everyone|everybody|anybody|others|someone) (else)? (at|in|here at) <own> ..2 (still|who|got|else|finding|fancy|have|has)",
        "(job|role|gig|department|classroom|view|commute|colleagues|kids|staffroom) (at|in) <own>",
        "(missed|miss) you ..1 <own>",
        "(got|landed|accepted|offered|start|starting) ..2 (the|a|my|new)? ..1 job",
        "(years|terms|months|weeks) (in|at|with|of|on) (the)? <own>",
        "(with|took|taking|teaching|covering|herding|supervising|chaperoning) ..2 <own> (teenagers|kids|pupils|students|year|lads|girls|<year>|sixth formers)",
        "(of|about|into|from|after|while|since|to|with|than|by|like|days|weeks) (working|teaching) ..1 (at|in|for) <own>",
        "(been|being) (a|an|the) ..1 $job (for|since|at|here)",
        "(put|got|have|had|has|stuck) me (on|doing|covering|teaching|down) ..5 <own>",
        "commute (to|from) <own>",
        "(i'm|i am|im) the ..2 (who|that) ..6 <own>",
        "me included",
        "(on|in|driving) the <own> (minibus|coach) with",
        "$i $still teach ($subject|<year>) <own>",
        "(i'm|been|years|yrs|year|months|weeks|day|days|back|life|working|worked|moved|started|now|shift) ..3 (in|on) (the|our|my)? ..2 $room (at|in|of)? <own>",
        "(walked into|came to|arrived at) <own> as (a|an) ..2 ($job|newbie)",
        "(someone|somebody|one) on the <own> ..2 (payroll|staff|books)",
    ];
    let opening = [
        "teaching ..4 <year>",
        "(working|teaching) ..2 (at|for) <own>",
        "(day|week|term|year|years) ..2 (at|with) <own> and i ..2 (love|loved|teach|work|enjoy)",
        "(<own>) ..1 $role private individual",
    ];
    let job = ["$job (at|in|for|over at|here at) (the)? <own>", "<own> ..1 $role"];
    let profile = [
        "$job ..3 (at|for|in|with|of)? (the)? (<own>|<school>)",
        "(<own>|<school>) ..2 $job",
        "$subject (at|for|in|@)? <own>",
        "<own> ..1 (kitchen|office|reception|crew|site team|$subject)",
        "(teaching|teach|teaches|working|work|works|leading|leads|governor|i teach) ..6 (at|for|in) (<own>|<school>)",
        "<tag>",
    ];
    let post = ["($job|<year>|teaching|teach)", "(at|for|with|of) (the)? <own>"];
    let vocabulary = [
        "(marking|reports|department|dept|team|minibus|dofe|residential|lessons|timetable|tutor|tutees|classroom|sets|colleagues|working|office|cpd|meeting|role|library|kitchen|lab|staff|ta|teacher|senco|slt|headship|line manager|detention|registers|exercise books|the kids|mocks|coursework|set texts|sixth formers|<year>|<form>|maths|english|science|history|geography|drama|music|languages|french|physics|chemistry|biology|mfl|computing)",
    ];
    let work = [
        "(my|our) ..1 (pupils|students|classes|department|colleagues|lesson|lessons|class|form|tutor group|staff team|<year>)",
        "(my|our) ..1 $subject (class|classes|group|groups|department|team|set|sets|lesson|lessons)",
        "(inset|cpd|twilight|staff meeting|staff briefing|department meeting|break duty|bus duty|gate duty|lunch duty) ..1 (day|today|done|this|at|tomorrow)",
        "(marking|planning|moderating|laminating|invigilating|lesson planning|report writing|data drop|parents evening prep) ..4 (mocks|books|lessons|reports|essays|assessments|papers|scripts|tests|coursework|folders|marking|year|<year>|resources|displays|exam|exams)",
        "(my|our) ..1 (pigeonhole|lanyard|payslip|classroom|staffroom|photocopier|appraisal|workload|timetable|contract|tutees|ppa|whiteboard|whiteboards|department office)",
        "(service certificate|long service|staff christmas do|staff (quiz|netball|football|rounders|photo|breakfast|social|fridge|toilet|kitchen|lunch)|staff do|staff party|secret santa|staff night out|staff pantomime|staff panto)",
    ];
    let strong = [
        "(lab tech|tutor time|my (gcse|btec|a level) (group|class|set|lot)|fire drill|on reception|(teach|mark) (themselves|itself)|marked (till|until|all)|payday|payslip|lanyard|pigeonhole|staffroom|inset|twilight|ppa|photocopier|laminator|laminating|marking|mocks|timetabled|free period|period (1|2|3|4|5|6|one|two|three|four|five|six)|bus duty|gate duty|break duty|lunch duty|playground duty|on duty|cover lesson|covering|whiteboard pen|board pen|board pens|whiteboard pens|glue sticks|red pen|registers|data drop|learning walk|book look|book scrutiny|lesson obs|observed|report writing|writing reports|seating plan|seating plans|staff briefing|staff meeting|display board|invigilating|invigilation|exam hall|moderation|department meeting|workload|contract|appraisal|headship|the classroom|mat leave|maternity leave|my (form|tutor|classroom|class|room|desk|lesson|lessons|pupils|students|kids|office|colleagues|department|job|shift|boss|interview lesson))",
    ];
    let rows = (told.into_iter().map(|row| (Sign::Told, row)))
        .chain(opening.map(|row| (Sign::Opening, row)))
        .chain(more.map(|row| (Sign::Near, row)))
        .chain(strong.map(|row| (Sign::Strong, row)))
        .chain(job.map(|row| (Sign::Job, row)))
        .chain(profile.map(|row| (Sign::Profile, row)))
        .chain(post.map(|row| (Sign::Post, row)))
        .chain(vocabulary.map(|row| (Sign::Talk, row)))
        .chain(work.map(|row| (Sign::Work, row)));
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        ("i've", "i've|ive|i have|i|we've"),
        ("i", "i|we|ah|a"),
        (
            "still",
            "(currently|now|also|still|just|actually|have|proudly|happily|already|only|sometimes|usually|mostly|even|really|both|do|did)?",
        ),
        ("at", "at|for|in|with"),
        ("the", "(the|my|our|a)?"),
        ("place", "school|academy|college|primary|secondary|comprehensive|sixth form|mat|academy trust|multi academy trust"),
        (
            "proud",
            "proud|privileged|privilege|lucky|honoured|honored|happy|delighted|excited|thrilled|grateful|pleased|joy|pleasure|honour|chuffed|blessed|looking forward|humbled",
        ),
        ("as", "as|i'm|i am|im|being|became|become|becoming|still|we're|hi i'm"),
        (
            "fine",
            "(lovely|amazing|brilliant|wonderful|gorgeous|fantastic|superb|little|own|new|whole|poor|great|top set|bottom set|favourite|incredible|hard working|dear|gcse|a level|btec|noisy|naughty|darling|wee)?",
        ),
        (
            "room",
            "office|kitchen|kitchens|dept|department|canteen|library|staffroom|site team|prep room|lab|labs|reception|team|workshop|gatehouse",
        ),
        (
            "task",
            "part time|full time|lesson|lessons|job|placement|classroom|classrooms|parents evening|invigilator|invigilators|pgce|ect year|nqt year|training day|shift|contract|role|janny|jannie|janitor|dinner lady|lollipop man|lollipop lady|timetable|half term|headship|promotion|maternity cover|supply|department|rehearsals|detention|detentions|lunch club|after school club|revision session|revision sessions|mock interviews|report deadline|data deadline|staff training|set change|open evening shift|first aider|prep room|boiler room|janitorial|job share",
        ),
        (
            "job",
            "$role|site team|ict technician|network manager|cook|chef|kitchen staff|catering|cleaner|exams|data manager|finance|admin|office manager|school office|office|minibus driver|chair of governors|ceo|second in ..1 $subject|2ic ..1|lead|maths|english|science|history|geography|drama|music|languages|french|german|spanish|physics|chemistry|biology|textiles|mfl|pe|sociology|psychology|computing|supply|supply teaching|lunchtime|midday|welfare|trainee|apprentice|coach|premises|groundsman|instructor|director of ..2|coordinator|practitioner|nursery nurse|key worker",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// The words of a text that say where its author works.
pub fn shown(text: &Text, is_profile: bool) -> Option<Range<usize>> {
    let found = SIGNS.find(text);
    if found.is_empty() {
        return None;
    }
    let counts = |sign: Sign, words: &Range<usize>| match sign {
        Sign::Told => true,
        Sign::Opening => text.starts_sentence(words.start) && !is_outsider(text),
        Sign::Job => is_set_off(text, words),
        Sign::Profile => is_profile && (words.len() > 1 && !has_left(text) || !is_outsider(text)),
        Sign::Talk => !is_profile && !is_outsider(text) && own_near(text, words).is_some_and(|own| is_ones_own(text, own)),
        // "Mum of two at Larkfield".
        Sign::Post => {
            is_profile && !is_outsider(text) && own_near(text, words).is_some() && !(words.start > 1 && text.fold(words.start - 2) == "of")
        }
        Sign::Near => !is_outsider(text) && own_near(text, words).is_some() && !voice::is_denied(text, words),
        Sign::Work | Sign::Strong => !is_profile && !is_outsider(text) && own_near(text, words).is_some(),
    };
    let told = found.into_iter().filter(|found| counts(*found.tag, &found.words) && is_told(text, &found.words));
    let widen = |words: Range<usize>, sign: Sign| match own_near(text, &words) {
        Some(own) if matches!(sign, Sign::Work | Sign::Strong | Sign::Near | Sign::Talk) => words.start.min(own)..words.end.max(own + 1),
        _ => words,
    };
    told.map(|found| widen(found.words, *found.tag)).min_by_key(|words| (words.start, usize::MAX - words.end))
}

/// A job set off by a comma or opening a sentence, in a text that says "I".
fn is_set_off(text: &Text, words: &Range<usize>) -> bool {
    static ME: LazyLock<Words> = LazyLock::new(|| Words::new("i|i'm|i've|my|me|im|ive|i'll|i'd|confirm"));
    let off = text.words.get(words.start).is_some_and(|word| word.gap >= Gap::Comma)
        || (words.start > 0 && matches!(text.fold(words.start - 1), "a" | "as" | "new"));
    let around = voice::around(text, words);
    let alone = off && text.words.get(words.end).is_none_or(|next| next.gap >= Gap::Comma);
    let was = (words.start.saturating_sub(3)..words.start).any(|at| matches!(text.fold(at), "was" | "were"));
    let around = if alone { 0..text.words.len().min(60) } else { around };
    off && !was && (alone && words.start > 0 || around.into_iter().any(|at| ME.has(text, at)))
}

/// "Ex teacher", "formerly Larkfield": of somebody who has left.
fn has_left(text: &Text) -> bool {
    (0..text.words.len().min(60)).any(|at| matches!(text.fold(at), "ex" | "formerly" | "former" | "retired"))
}

/// The school's own name in the sentence of these words or beside it.
fn own_near(text: &Text, words: &Range<usize>) -> Option<usize> {
    voice::around(text, words).find(|&at| text.class(at, Class::Own).is_some())
}

/// "I … at Larkfield": the author in the same sentence, the school as a place and not as what is judged.
fn is_ones_own(text: &Text, own: usize) -> bool {
    static AUTHOR: LazyLock<Words> = LazyLock::new(|| Words::new("i|i'm|i've|my|me|im|ive|i'll|ah"));
    let sentence = voice::sentence(text, &(own..own + 1));
    let place = own > sentence.start && matches!(text.fold(own - 1), "at" | "in" | "for" | "the" | "with" | "from");
    let spoken = sentence.clone().any(|at| AUTHOR.has(text, at))
        && !sentence
            .clone()
            .any(|at| matches!(text.fold(at), "think" | "was" | "went" | "saw" | "hope" | "i'd" | "came" | "home" | "served"));
    place && spoken
}

/// Whether a text is by somebody who only knows the school: a parent, a neighbour, one who left.
fn is_outsider(text: &Text) -> bool {
    static OUTSIDE: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "daughter|son|sons|daughters|grandson|granddaughter|grandkids|nephew|niece|twins|eldest|youngest|parent|alumni|alumnus|alumna|ex|former|vote|polling|applied|ago|used|until|retired|pta|dropped|neighbour|neighbours|estate|pupil|fayre|fete|league|interview|interviewed|voted|queueing|queuing|behind|opposite|visited|visiting|love|beat|v|vs|against|cup|match|delivering|delivered|booked|born|someday|spain|quoting|quote|vacancies|vacancy|baby|mate|sister|brother|wife|husband|governors",
        )
    });
    // "Love you, team": not of an outsider.
    let fond = |at: usize| {
        text.fold(at) == "love" && matches!(text.fold(at + 1), "you" | "my" | "this" | "these" | "it" | "working" | "teaching" | "that")
    };
    (0..text.words.len().min(400)).any(|at| {
        OUTSIDE.has(text, at) && !fond(at)
            || matches!(
                (text.fold(at), text.fold(at + 1)),
                ("class", "of") | ("own" | "my", "kids" | "children" | "lad" | "lads" | "girls" | "child")
            )
    })
}

/// Whether the words are told of the author now: not asked, supposed, said of a time past or of their child.
fn is_told(text: &Text, words: &Range<usize>) -> bool {
    static SUPPOSED: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "if|when|wish|whether|do|did|does|would|unless|before|until|like|pretend|imagine|since|say|says|said|used|never|not|don't|daughter|wife|husband|son|sister|brother|mum|dad|mate|friend",
        )
    });
    static CHILD: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "daughter|daughter's|son|son's|boy|girl|child|kid|grandson|granddaughter|brother|sister|niece|nephew|self|teacher|teachers|year|friend|reunion|photo|report|leavers|mum|parents|diploma|prom|yearbook",
        )
    });
    static CHILD_DOES: LazyLock<Words> = LazyLock::new(|| Words::new("has|is|was|needs|wants|loves|hates|got|came|keeps|starts"));
    static HOBBY: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "gym|yoga|spin|pilates|dance|pottery|zumba|swimming|church|leisure|evening|fitness|uni|university|karate|ballet|art|cookery|sculpt|flow|core|workout|boxing|salsa|masterclass|webinar|college|preschool|barre|bootcamp|driving",
        )
    });
    static KIN: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "sister|brother|mum|dad|wife|husband|partner|mate|friend|daughter|son|niece|nephew|cousin|neighbour|aunt|auntie|uncle|girlfriend|boyfriend|fiance|fiancee|gran|nan|mam|eldest|youngest|flatmate|best",
        )
    });
    static PAST: LazyLock<Words> = LazyLock::new(|| Words::new("ago|until|til|till|retired|former|formerly|ex"));
    let sentence = voice::sentence(text, words);
    let kin = (sentence.start..=words.start).any(|at| text.fold(at) == "my" && KIN.has(text, at + 1));
    let joined = words.start > 0 && !text.starts_sentence(words.start);
    let beside = text.words.get(words.start).is_some_and(|word| word.gap < Gap::Comma);
    let supposed = joined && beside && SUPPOSED.has(text, words.start - 1);
    let mine = matches!(text.fold(words.start), "my");
    let next = text.words.get(words.end).is_some_and(|word| word.gap <= Gap::Space);
    let of_child = mine && next && CHILD.has(text, words.end);
    let one_child =
        mine && text.fold(words.end.saturating_sub(1)).starts_with(|c: char| c.is_ascii_digit()) && CHILD_DOES.has(text, words.end);
    let hobby = mine && (words.start..words.end + 4).any(|at| HOBBY.has(text, at));
    let left = voice::sentence(text, words).any(|at| PAST.has(text, at))
        && (words.clone()).any(|at| matches!(text.fold(at), "taught" | "worked" | "was"));
    let old = (sentence.start..words.end).any(|at| matches!(text.fold(at), "my" | "our") && text.fold(at + 1) == "old");
    !(kin || old || supposed || of_child || one_child || hobby || left)
}
