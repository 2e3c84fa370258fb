//! Private matters: what a text tells of a real person at school, of internal papers, or by a case number.

use crate::lexicon::MACROS;
use crate::names::Name;
use crate::phrase::{Phrases, Words};
use crate::text::{Class, Gap, Text};
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;

/// What sort of private matter a text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// About a person.
    Person,
    /// An internal paper.
    Paper,
    /// A number in a case system.
    Case,
}

/// What a wording tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wording {
    /// A matter that only schools and employers keep on file: enough about any "he" or "she".
    OnFile,
    /// A matter of health, home or money: enough about somebody of the school.
    Plain,
    /// Pay: the same, if the sum is a wage.
    Pay,
    /// Shares an internal paper.
    Paper,
    /// Asks for silence: enough beside a person or paper of the school.
    Hushed,
    /// A system that keeps cases.
    System,
}

static WORDINGS: LazyLock<Phrases<Wording>> = LazyLock::new(|| {
    let rows = [
        (
            Wording::OnFile,
            "(early help|child in need|capability proceedings|being disciplined|school counsellor|semh|safeguarding plan|lado referral|permanently excluded|dbs came|dbs check|caution on)",
        ),
        (Wording::Plain, "(heroin|crack|cocaine|methadone|leukaemia|disciplined|suspended|hiv|selectively mute)"),
        (
            Wording::OnFile,
            "(pex|pex hearing|exclusion hearing|exclusion panel|governors' panel|zero hours contract|final warning|last warning|informal warning|occupational health report|fit note|return to work meeting|sickness review|absence review|dismissal)",
        ),
        (Wording::OnFile, "(attendance|absence) (is|was) ..2"),
        (
            Wording::OnFile,
            "(on|put on|under|placed on) (a|the|an)? (child protection|cp|child in need|cin|early help|looked after|pep|ehc|behaviour|pastoral support) (plan|register)",
        ),
        (
            Wording::OnFile,
            "(cp|child protection|child in need|cin|looked after|lac|tac|taf|strategy|core group|mash) (conference|meeting|review|referral|plan)",
        ),
        (
            Wording::OnFile,
            "(an|a|the|has|his|her|got|with|their|gets|needs|have) ..1 (ehcp|ehc plan|education health and care plan|one page profile|idp|statement of sen)",
        ),
        (
            Wording::OnFile,
            "(safeguarding|child protection|wellbeing) (concern|concerns|note|notes|log|file|record|referral|issue|disclosure)",
        ),
        (
            Wording::OnFile,
            "(pru|pupil referral unit|reduced timetable|part time timetable|restraining order|contact order|custody battle|section 20|ed psych report|educational psychologist report|phased return|no pay progression|failed threshold|pay progression)",
        ),
        (Wording::OnFile, "attendance (is|was|at|of) ..2 (percent|50|60|<money>)"),
        (
            Wording::Plain,
            "(wets|wetting|soils|soiled|soiling|toileting|intimate care|catheter|peg fed|colostomy|incontinent|periods|pull ups) ",
        ),
        (
            Wording::Plain,
            "(came out|coming out|transitioning|trans|adopted|bereaved|grieving|asylum seeker|refugee|visa|bailiffs|evicted|hostel|sick note|operation|surgery|chemo|hysterectomy|rehab|drink problem|drinking problem|gambling|debt|debts)",
        ),
        (
            Wording::Plain,
            "(diagnosed|diagnosis|pregnant|parkinson's|alzheimer's|stroke|tumour|miscarriage|ivf|transplant|dialysis|sectioned|suicidal|self harms|meltdowns|mute|selectively mute|hiv|std|deaf|pda|odd diagnosis|colostomy|wets himself|wets herself|adhd|autism|autistic|asd|epilepsy|dyspraxia|tourette's|anorexia|seizures|breakdown|alcoholic|addict)",
        ),
        (
            Wording::OnFile,
            "(capability|support plan|disciplinary|lado|safeguarding referral|social worker|reduced timetable|county lines|foster carer|foster carers|sar|tribunal|nda|gross misconduct|garden leave|compromise agreement|dbs check)",
        ),
        (Wording::OnFile, "(on the (send|sen|sens|senco's|safeguarding|child protection|at risk) (register|list))"),
        (Wording::OnFile, "(disclosed|disclosure|made a disclosure|disclosing)"),
        (Wording::OnFile, "(final|first|verbal|formal)? written warning"),
        (
            Wording::OnFile,
            "(disciplinary|capability|grievance|misconduct|gross misconduct|performance management|absence management|competency) (hearing|procedure|procedures|meeting|process|panel|investigation|plan|case)",
        ),
        (
            Wording::OnFile,
            "(on|put on|under|into) (capability|a support plan|informal capability|formal capability|an action plan|garden leave|gardening leave|a performance plan)",
        ),
        (
            Wording::OnFile,
            "(permanently excluded|perm exed|pexed|pex'd|managed move|alternative provision|fixed term exclusion|fixed term|been excluded|was excluded|got excluded|got suspended|been suspended|was suspended|suspended for|excluded for|suspended pending|expelled)",
        ),
        (
            Wording::OnFile,
            "(referred|referral|refer) ..3 (to|the) (social services|social care|camhs|lado|children's services|prevent|channel|mash|early help)",
        ),
        (Wording::OnFile, "(social worker|social services|camhs|lado|section 47|prevent referral) "),
        (
            Wording::OnFile,
            "(pupil premium|free school meals|fsm|looked after|foster care|foster placement|foster family|foster carers|in care|fostered|in a foster|going into care|taken into care)",
        ),
        (
            Wording::Plain,
            "(self harm|self harming|self harmed|self harms|cutting herself|cutting himself|cutting themselves|cut herself|cut himself|overdose|overdosed|suicidal|suicide|eating disorder|anorexia|anorexic|bulimia|panic attacks|sectioned)",
        ),
        (
            Wording::Plain,
            "(has|have|having|with|got|had|is|are|was|on|diagnosed|diagnosis|meds|medication|tablets|for|his|her) ..3 (adhd|asd|autism|autistic|dyslexia|epilepsy|epileptic|tourette's|tourettes|cancer|leukaemia|diabetes|type 1|depression|depressed|anxiety|bipolar|schizophrenia|ptsd|ocd|hiv|pregnant|miscarriage|an abortion|dementia|hepatitis|crohn's|cystic fibrosis|chemo|chemotherapy|fertility treatment|ivf|a breakdown|antidepressants|ritalin|a seizure|seizures|seizure|a fit|fits|hearing loss|an inhaler|anaphylaxis|a stroke|a heart attack|mental health)",
        ),
        (
            Wording::Plain,
            "(signed off|off sick|on long term sick|off with stress|on sick leave|on the sick|nervous breakdown|breakdown|in rehab|in hospital|maternity leave|occupational health)",
        ),
        (
            Wording::Plain,
            "(on|earns|earning|paid|gets|salary|making|is on|takes home) ..3 (<money>|m1|m2|m3|m4|m5|m6|ups|ups1|ups2|ups3|tlr|tlr1|tlr2|l1|l2|l3)",
        ),
        (
            Wording::Pay,
            "(pay rise|payrise|pay cut|payoff|pay off|paid off|settlement agreement|salary|redundancy pay|bonus|increment|back pay|severance)",
        ),
        (
            Wording::OnFile,
            "(walked|left|gone|went|given|got|paid|offered) ..2 (settlement|payout|pay out|compromise agreement|nda) ..3 (<money>|grand|k)?",
        ),
        (
            Wording::Plain,
            "(mum|dad|mother|father|stepdad|parents|brother|uncle|parent|mam|nan|home) ..3 (in prison|inside|in jail|arrested|alcoholic|drunk|drinking|on drugs|hits|hit|beats|beat|abusive|abuse|abuses|abused|violent|left|died|terminally ill|refuge|addict|deported|asylum|homeless|evicted|splitting up|custody|divorce)",
        ),
        (
            Wording::Plain,
            "(abused|abuse at home|neglected|neglect|groomed|county lines|trafficked|sexually assaulted|raped|domestic violence|domestic abuse|fgm|forced marriage|a refuge|women's refuge|temporary accommodation|young carer|bruises|bruising|sexting|nudes)",
        ),
        (
            Wording::Plain,
            "(sacked|fired|dismissed|arrested|under investigation|being investigated|investigated for|allegation|allegations|affair|gross misconduct|police caution|dbs|criminal record|struck off|made redundant|redundancy|failed (his|her|their) (ect|nqt|probation|induction|observation)|at risk of redundancy)",
        ),
        (
            Wording::Paper,
            "(attached|attaching|enclosed|here's|here|sharing|forwarding|leaking|leaked|screenshot|screenshots|photo|copy|copies|see|seen|got hold of|find) ..4 (confidential|restricted|unpublished|leaked|internal|part two|part 2|private and confidential|official sensitive|closed session|draft restructure|draft budget|sensitive) ..5 $paper",
        ),
        (
            Wording::Paper,
            "(attached|attaching|sharing|forwarding|leaking|leaked|screenshot|screenshots|photo|copy|copies|got hold of|here's|posting) ..3 (of|the|our|a) ..4 (cpoms|myconcern|governors'|governors|governor|slt|staffing|restructure|redundancy|budget|disciplinary|safeguarding|exclusion|pay|payroll|hr|behaviour log|performance management|grievance|ehcp|sen) ..3 $paper",
        ),
        (
            Wording::Paper,
            "(confidential|private and confidential|internal only|not for circulation|not for publication|embargoed) ..4 $paper",
        ),
        (
            Wording::Hushed,
            "((this|it) goes no further|(please)? don't say i ..4|ask me how i know|i typed the letter|not for (sharing|circulation|onward|wider|publication|forwarding)|not to be (shared|circulated|forwarded)|strictly confidential|in (the)? strictest confidence|in confidence|between us|between you and me|between you me|between you n me|between ourselves|entre nous|off the record|keep (this|it) (to yourself|quiet|hush|secret|under your hat|under your hats|confidential)|bin this|delete this|burn this|before you meet|(don't|do not|dont|pls don't) (tell|repeat|share|forward|pass|circulate|screenshot) ..4|shouldn't (be saying|say|be telling|tell|be sharing|share|post) (this|you this|it|you)|not supposed to (say|tell|share|know|be)|you didn't hear (it|this) (from me|here)|you did not hear (it|this)|you never heard (it|this)|hush hush|on the quiet|internal only|confidential)",
        ),
        (
            Wording::System,
            "(cpoms|arbor|sims|bromcom|myconcern|my concern|classcharts|class charts|provision map|edukey|scholarpack|integris|isams|safeguard software|seemis|pupil asset|edulink|go4schools|satchel one|synergy|capita one|liquidlogic|mosaic)",
        ),
    ];
    let own = [(
        "paper",
        "structure|paper|papers|report|reports|minutes|document|documents|doc|letter|letters|memo|file|files|list|lists|notes|log|logs|spreadsheet|budget|plan|plans|proposal|agreement|statement|record|records|email|emails|data|entry|entries|form|draft|strategy|review|consultation|accounts|contract|pack|agenda|investigation|page|pages",
    )];
    Phrases::new(rows, &own.into_iter().chain(MACROS.iter().copied()).collect::<Vec<_>>())
});

/// Wordings that mean a real person of the author's school.
static PERSON: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(one|two|three|some|another|both|half) of (ours|mine|them|em)",
        "(bloke|guy|chap|woman|man|lady|fella|lass|lad|person|one) (who|that|in|from) ..1 (teaches|teach|runs|does|works|cleans|covers|$subject|dt|<year>|maths|office|kitchen)",
        "(the|that|our) ..1 (little one|boy|girl|lad|lass|kid|child) (with|in) ..3",
        "(your|our|the|my) (new|old|former) ..1 (student|pupil|starter|boy|girl|child|tutee)",
        "both of (them|em|us)",
        "(the|that|this) (family|parents|mother|father|mum|dad|boy|girl|lad|lass|kid|child|twins) ..1 (is|are|has|have|was|were|who|had|whose|been)",
        "<year> ..1 $young",
        "(one|two|three|four|some|another|couple|few|both) of (my|our) ..3",
        "(one|two|three|another) of the ..1 (ladies|tas|lads|girls|teachers|cleaners|cooks|governors|boys|staff|team|parents|mums|dads|year)",
        "(the|our|my|new) ..2 (lead|teacher|technician|manager|officer|assistant|cleaner|cook|supervisor|leader|nurse|secretary|driver|clerk|caretaker|groundsman|invigilator|librarian|coordinator)",
        "(hr|slt) (have|has|got|are|told|is)",
        "$young (in|from) (my|our) ..3",
        "(my|our) ..1 (lot|bunch|gang|set|top set|bottom set|nurture group)",
        "$young ..3 (in|from|of|at) (my|our|this|the) ..2 (form|class|tutor group|<year>|set|lesson|school|group|tutor|register|house|cohort|department)",
        "$young ..1 (in|from) <year>",
        "$young (i|we) ..1 (teach|taught|tutor|support|work with|have|had)",
        "$young ..2 (at|in|from) (<own>|work|school|my school|our school|our place)",
        "<form> ..1 $young",
        "(one|two|three|four|some|another|couple|few|both|all) of (my|our|the) ..2 ($young|<year>|tutees|form|class|tas|teachers|colleagues|staff|team|governors|parents|year group|support staff|girls|lads|boys|lot)",
        "(my|our) ..3 ($young|tutee|site manager|cleaner|cook|technician|receptionist|business manager|ta|tas|colleague|colleagues|boss|line manager|hod|hoy|hlta|lsa|ect|nqt|$role|caretaker|site manager|<year>)",
        "(colleague|colleagues|teacher|ta|member of staff|someone|somebody|guy|woman|bloke|lad|lady|parent|parents|mum|dad|mate|staff) ..3 (at|in|from) (<own>|work|my school|our school|school|our place|my place|my department|our department|the department|my team|our team|the office|my class|our class|my form|<year>)",
        "colleague of mine",
        "(the|new|a|our) ..1 ($role|deputy head|deputy|head|headteacher|head teacher|principal|caretaker|receptionist|senco|premises manager|site manager|business manager|cover supervisor|bursar|ta|hlta|new ta|head of year|head of department|head of maths|head of english|head of science|head of pe|assistant head|dsl)",
        "(the|that|this|my|our|another) ..1 (tutee|pupil|student|kid|lad|lass|boy|girl|child) (who|whose|that|with|has|had|is|was|got|told|disclosed|came|sits|in)",
        "a ..1 (tutee|pupil|student|kid|lad|lass|boy|girl|child) (was|had|got|told|disclosed|came|who was|who had|who got|who's just|who's been|whose mum|whose dad|asked|turned|broke|sat|cried|collapsed|tried)",
        "(parents|mum|dad|mother|father|family|sister|brother) of ..3 (<year>|pupil|student|in my|in our)",
    ];
    let own = [(
        "young",
        "lad|lads|girl|girls|boy|boys|kid|kids|child|pupil|pupils|student|students|tutee|tutees|lass|teen|teenager|learner|sibling|siblings|twins|little one|leaver",
    )];
    Phrases::new(rows.map(|row| ((), row)), &own.into_iter().chain(MACROS.iter().copied()).collect::<Vec<_>>())
});

/// Words of school life: beside them "she" is somebody at school.
static LIFE: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "supply|teach|attendance|homework|exclusion|pex|late|assembly|cover|staffroom|class|form|tutor|lesson|hr|staff|department|teacher|teachers|term|pupil|pupils|governors|slt|school|colleague|colleagues|cpoms|ta|tas|senco|head|headteacher|tutees|timetable|year|nurture|sixth|reception|academy|parents|observation|dsl",
    )
});

/// Words of papers about jobs and money: hushed up, they are internal.
static STAFFING: LazyLock<Words> = LazyLock::new(|| {
    Words::new(
        "redundancy|redundancies|restructure|attached|document|heads|restructuring|minutes|governors|governor|budget|staffing|deficit|merger|consultation|tender|grievance|payroll|settlement|appointment|shortlist|interview|interviews|report|data|draft|headship|inspection|exclusion|investigation",
    )
});

/// What a text holds for judging its wordings.
struct Scene<'a> {
    text: &'a Text<'a>,
    /// People of the school.
    people: Vec<Range<usize>>,
    /// People of any kind.
    persons: &'a [Range<usize>],
    /// Whether the text is about school, so that "she" is somebody there.
    at_school: bool,
}

/// The private matters in a text, each place once; `at_school` when the text is a mail from work.
pub fn find(text: &Text, names: &[Name], persons: &[Range<usize>], at_school: bool) -> Vec<(Range<usize>, Matter)> {
    let mut people: Vec<Range<usize>> = PERSON.find(text).into_iter().map(|found| found.words).collect();
    people.extend(names.iter().map(|name| name.words.clone()));
    people.extend((1..text.words.len()).filter(|&at| is_initials(text, at)).map(|at| at - 1..at + 1));
    let at_school = at_school
        || WORDINGS.find(text).iter().any(|found| *found.tag == Wording::Hushed)
        || (0..text.words.len()).any(|at| LIFE.has(text, at))
        || !voice::ours(text).is_empty();
    let scene = Scene { text, people, persons, at_school };
    let mut told: Vec<(Range<usize>, Matter)> = Vec::new();
    for found in WORDINGS.find(text) {
        let Some((words, matter)) = scene.judge(found.words, *found.tag) else { continue };
        if told.len() < MOST && told.iter().all(|(other, _)| other.end <= words.start || words.end <= other.start) {
            told.push((words, matter));
        }
    }
    told
}

/// Whether a text holds a wording at all: worth asking before its names are looked for.
pub fn may_tell(text: &Text) -> bool {
    WORDINGS.is_in(text)
}

/// Places told of one text: nobody reads more.
const MOST: usize = 20;

impl Scene<'_> {
    /// What a wording tells, if it tells something private.
    fn judge(&self, words: Range<usize>, wording: Wording) -> Option<(Range<usize>, Matter)> {
        let text = self.text;
        let sentence = voice::sentence(text, &words);
        let earnest = !voice::is_asked(text, &words) && !voice::is_supposed(text, &words) && text.fold(sentence.start) != "if";
        match wording {
            Wording::System => case_number(text, words.end).map(|end| (words.start..end, Matter::Case)),
            Wording::Paper => earnest.then_some((words, Matter::Paper)),
            Wording::Hushed => {
                let whole = voice::around(text, &words);
                let paper = (whole.clone()).any(|at| STAFFING.has(text, at));
                (earnest && paper).then_some((words, Matter::Paper))
            }
            _ if !earnest || is_general(text, &sentence) || is_own(text, &words, &sentence) => None,
            Wording::OnFile => self.someone(&words, &sentence, true),
            Wording::Plain => self.someone(&words, &sentence, self.at_school),
            Wording::Pay => is_pay(text, &words).then(|| self.someone(&words, &sentence, self.at_school)).flatten(),
        }
    }

    /// "Jayden's dad": a name with somebody's family behind it is nobody famous.
    fn has_kin(&self, place: &Range<usize>) -> bool {
        static KIN: LazyLock<Words> = LazyLock::new(|| {
            Words::new("mum|dad|mam|mother|father|parents|stepdad|brother|sister|nan|carer|family|attendance|behaviour|ehcp|form|tutor")
        });
        self.text.words.get(place.end - 1).is_some_and(|word| word.possessive) && KIN.has(self.text, place.end)
    }

    /// The person whom a matter in a sentence is about; `anyone` takes a name of no known school, and "she".
    fn someone(&self, words: &Range<usize>, sentence: &Range<usize>, anyone: bool) -> Option<(Range<usize>, Matter)> {
        let near =
            |place: &&Range<usize>| sentence.start <= place.start && place.end <= sentence.end && place.start < words.start.max(place.end);
        let place = self.people.iter().find(near).cloned();
        let named = || self.persons.iter().find(|place| near(place) && (anyone || self.has_kin(place))).cloned();
        let place = place
            .or_else(|| {
                if anyone {
                    pronoun(self.text, sentence, words.start).or_else(|| pronoun(self.text, &voice::around(self.text, words), words.start))
                } else {
                    None
                }
            })
            .or_else(named)?;
        Some((words.start.min(place.start)..words.end.max(place.end), Matter::Person))
    }
}

/// "Training on …", "a novel about a girl who …": spoken of in general.
fn is_general(text: &Text, sentence: &Range<usize>) -> bool {
    static GENERAL: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "any|every|how|whenever|nationally|novel|film|character|training|awareness|vet|vets|cat|dog|puppy|kitten|horse|podcast|documentary|episode|article|should|reading|england|charity|actor|actress|singer|celebrity|movie|series",
        )
    });
    sentence.clone().any(|at| GENERAL.has(text, at))
}

/// "I was signed off", "my son has an EHCP": the author's own matters, or their family's.
fn is_own(text: &Text, words: &Range<usize>, sentence: &Range<usize>) -> bool {
    static SUBJECTS: LazyLock<Words> =
        LazyLock::new(|| Words::new("i|i'm|i've|i'd|im|ive|he|she|they|he's|she's|has|is|was|who|who's|been"));
    static FAMILY: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "son|daughter|husband|wife|partner|mum|dad|mam|brother|sister|nephew|niece|gran|nan|grandson|granddaughter|kids|boyfriend|girlfriend|stepson|stepdaughter|auntie|cousin|fiance|hubby|boy|girl|eldest|youngest|own|mother|father|uncle|dog|cat|neighbour|mate's",
        )
    });
    let subject = (sentence.start..words.start).rev().find(|&at| SUBJECTS.has(text, at) && !matches!(text.fold(at), "was" | "been"));
    let mine = subject.is_some_and(|at| matches!(text.fold(at), "i" | "i'm" | "i've" | "i'd" | "im" | "ive"));
    let told = (words.start..words.end).any(|at| matches!(text.fold(at), "he" | "she" | "his" | "her" | "they"));
    (mine && !told && !has_other(text, sentence)) || sentence.clone().any(|at| text.fold(at) == "my" && FAMILY.has(text, at + 1))
}

/// "I'm so worried about her": somebody else is in the sentence too.
fn has_other(text: &Text, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| {
        matches!(
            text.fold(at),
            "he" | "she" | "him" | "her" | "his" | "lad" | "girl" | "boy" | "kid" | "pupil" | "student" | "child" | "tutee" | "colleague"
        )
    })
}

/// "he", "her" before a matter.
fn pronoun(text: &Text, sentence: &Range<usize>, before: usize) -> Option<Range<usize>> {
    static PRONOUNS: LazyLock<Words> = LazyLock::new(|| Words::new("he|she|he's|she's|him|her|his|hers|hes|shes|he'd|she'd|he'll|she'll"));
    let at = (sentence.start..before)
        .rev()
        .take(8)
        .find(|&at| PRONOUNS.has(text, at))
        .or_else(|| (before..sentence.end).take(12).find(|&at| PRONOUNS.has(text, at)))?;
    Some(at..at + 1)
}

/// The end of a number of three digits and more within a few words: a case, not a year or a count.
fn case_number(text: &Text, from: usize) -> Option<usize> {
    static MARKS: LazyLock<Words> =
        LazyLock::new(|| Words::new("case|no|number|id|ref|reference|incident|log|entry|record|upn|report|concern|ticket|file|note"));
    static COUNTED: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "pupils|students|kids|children|minutes|schools|staff|users|times|days|quid|people|pounds|hours|things|logins|emails|records",
        )
    });
    let at = (from..from + 6)
        .take_while(|&at| text.words.get(at).is_some_and(|word| word.gap != Gap::Break))
        .find(|&at| is_number(text.fold(at)))?;
    let marked = at <= from + 1 || (from..at).any(|at| MARKS.has(text, at));
    (marked && !COUNTED.has(text, at + 1)).then_some(at + 1)
}

fn is_number(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    (3..=12).contains(&digits) && digits + 2 >= word.len() && !(word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
}

/// Whether the sum in these words is a wage and not a price.
fn is_pay(text: &Text, words: &Range<usize>) -> bool {
    if voice::is_supposed(text, words) || words.clone().any(|at| matches!(text.fold(at), "waste" | "cost" | "price")) {
        return false;
    }
    let Some(sum) = words.clone().find(|&at| text.class(at, Class::Money).is_some()) else { return true };
    let word = text.fold(sum);
    let next = text.words.get(sum + 1).is_some_and(|next| next.start == text.words[sum].end + 1 && text.fold(sum + 1).len() == 3);
    word.ends_with('k') || word.len() >= 5 || next || text.fold(sum + 1) == "grand"
}

/// "JT 9B", "JT in 9B": two or three capitals before a class; `at` is the second of the pair.
fn is_initials(text: &Text, at: usize) -> bool {
    let written = |at: usize| text.written(&(at..at + 1));
    let initials = |at: usize| (2..=3).contains(&written(at).len()) && written(at).bytes().all(|b| b.is_ascii_uppercase());
    text.class(at, Class::Year).is_some()
        && (initials(at - 1) || (at > 1 && matches!(text.fold(at - 1), "in" | "from" | "of") && initials(at - 2)))
}
