//! The wordings of private matters, and of the people at school whom they are about.

use crate::lexicon::MACROS;
use crate::phrase::Phrases;
use std::sync::LazyLock;

/// What a wording tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
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

/// The wordings of private matters.
pub static WORDINGS: LazyLock<Phrases<Wording>> = LazyLock::new(|| {
    let rows = [
        (
            Wording::OnFile,
            "(early help|child in need|capability proceedings|being disciplined|school counsellor|semh|safeguarding plan|lado referral|permanently excluded|dbs came|dbs check|caution on)",
        ),
        (
            Wording::Plain,
            "(heroin|crack|cocaine|methadone|leukaemia|disciplined|suspended|hiv|selectively mute|(burns|bruise|burn marks|marks|welts|scratches) ..1 on (his|her|their)|black eye|(slept|sleeping|sleeps|living) in (a|the|their) (car|tent|van)|no bed|hasn't eaten|not eaten|starving|(weeks|months|days) to live|terminal|terminally|(is|was|mum's|dad's) dying|palliative|dealer|removed from (home|her|his)|placed with|ritalin|concerta|insulin|escorted off|on bail|charged with|(husband|wife|partner) ..1 left|divorcing|overdosing|using again|(police|cops) ..6 (images|nudes|phone|statement|interview)|indecent|explicit images|out of hospital|sickness absence)",
        ),
        (
            Wording::OnFile,
            "(pex|pex hearing|exclusion hearing|exclusion meeting|excluded from|reintegration meeting|tag on (his|her)|exclusion panel|governors' panel|zero hours contract|final warning|last warning|informal warning|occupational health report|fit note|return to work meeting|sickness review|absence review|dismissal)",
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
            "(wets|wetting|soils|soiled|soiling|toileting|intimate care|catheter|peg fed|peg feed|feeding tube|colostomy|incontinent|periods|pull ups) ",
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
        (Wording::OnFile, "(social worker|social workers|social services|camhs|lado|section 47|prevent referral) "),
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
            "(budget|restructure|staffing|redundancy|exclusion|governors'|slt|pay) $paper ..10 (screenshot|attached|below|leaked)",
        ),
        (
            Wording::Paper,
            "(attached|attaching|sharing|here's|here|screenshot|leaked|got) ..3 (minutes|notes|papers) (from|of) ..1 (closed|confidential|private) ..2",
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
pub static PERSON: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(one|two|three|some|another|both|half) of (ours|mine|them|em)",
        "(bloke|guy|chap|woman|man|lady|fella|lass|lad|person|one) (who|that|in|from) ..1 (teaches|teach|runs|does|works|cleans|covers|$subject|dt|<year>|maths|office|kitchen)",
        "(the|that|our|your|another) ..1 $young (with|in|here|you|we|i|from|at) ..3",
        "(your|our|the|my) (new|old|former) ..1 (student|pupil|starter|boy|girl|child|tutee)",
        "both of (them|em|us)",
        "(<year>|student|pupil|tutee|kid|lad|girl|one|some|two) of (mine|ours)",
        "$young (who|that|whose) ..8 (my|our) ..1",
        "about a ..1 ($young|family)|(for|with) a family|(a|the|one) family (in|at|from) (my|our) ..1",
        "(brothers|sisters|cousins|siblings|parent|parents) (at|in|from) (ours|our|my) ..1",
        "(the|this|that) (candidate|applicant|employee|individual|postholder|above named|complainant|respondent)",
        "(dinner lady|ta|teacher|caretaker|cleaner|secretary) (husband|wife|son|daughter|mum|dad)|(the|that) teacher (next door|down the corridor|upstairs)",
        "(the|that|this) (family|parents|mother|father|mum|dad|boy|girl|lad|lass|kid|child|twins) ..1 (is|are|has|have|was|were|who|had|whose|been)",
        "<year> ..1 $young",
        "(one|two|three|four|some|another|couple|few|both) of (my|our) ..3",
        "(one|two|three|another) of the ..1 (ladies|tas|lads|girls|teachers|cleaners|cooks|governors|boys|staff|team|parents|mums|dads|year)",
        "(the|our|my|new) ..2 (lead|teacher|tech|technician|manager|officer|assistant|cleaner|cook|supervisor|leader|nurse|secretary|driver|clerk|caretaker|groundsman|invigilator|librarian|coordinator)",
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
