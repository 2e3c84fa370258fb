//! Sensitive topics: where a text touches its author's own school's results, inspection, jobs, leaders, incidents or rules.

use crate::lexicon::MACROS;
use crate::order;
use crate::phrase::{Phrases, Words};
use crate::text::Text;
use crate::voice;
use std::ops::Range;
use std::sync::LazyLock;

/// What a post may touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// See `sensitive.results` in the words.
    Results,
    /// See `sensitive.inspection` in the words.
    Inspection,
    /// See `sensitive.exclusions` in the words.
    Exclusions,
    /// See `sensitive.admissions` in the words.
    Admissions,
    /// See `sensitive.jobs` in the words.
    Jobs,
    /// See `sensitive.strike` in the words.
    Strike,
    /// See `sensitive.leadership` in the words.
    Leadership,
    /// See `sensitive.incident` in the words.
    Incident,
    /// See `sensitive.position` in the words.
    Position,
    /// See `sensitive.rules` in the words.
    Rules,
    /// See `sensitive.future` in the words.
    Future,
}

/// Wordings that show both the topic and that it is the author's own school's.
static TIED: LazyLock<Phrases<Topic>> = LazyLock::new(|| {
    let rows = [
        (
            Topic::Rules,
            "(rule|rules|ban|banning|policy|policies|decision|idea) ..6 (<own>|at our place|our place|at ours|at work|our school) ..4",
        ),
        (Topic::Rules, "(<own>|our place|our school|ours) ..2 (has|have|got|is|are) the (right|wrong) (idea|approach|attitude) ..3"),
        (Topic::Rules, "(<own>|our school|our place|ours) ..1 (should|shouldn't|ought|needs to|must|mustn't) ..3"),
        (
            Topic::Jobs,
            "(tas|teachers|staff|jobs|colleagues|posts|cleaners|assistants|dinner ladies|cooks|support staff) ..2 (getting the chop|for the chop|chopped|facing the axe|at risk|being cut|let go|gone|going)",
        ),
        (Topic::Leadership, "(let|letting|booted|pushed|forced) (our|the) $leader ..2 (go|out|off)"),
        (Topic::Results, "(we|we're|we are) ..1 (below|above|in line with|way below|well below|well above) national"),
        (
            Topic::Jobs,
            "(we've|we have|we|our|ours) ..6 (no permanent|vacancies|unfilled|no maths|no science|no specialist|without a teacher|long term supply)",
        ),
        (Topic::Jobs, "(our|the trust) ..1 (ceo|head|headteacher|principal|slt) ..3 (on|paid|earns|gets) ..4 (million|<money>|k|grand)"),
        (Topic::Future, "(rumour|rumours|talk|whispers|word) ..2 (of|that|is|about) ..1 (<own>|our school|ours|the trust)"),
        (Topic::Future, "(rumour|rumours|word|gossip|talk) (in|from|round) the staffroom ..12"),
        (Topic::Leadership, "(first|second|third|fourth|fifth|sixth|nth|umpteenth) $leader (we|in|since|this)"),
        (
            Topic::Position,
            "<own> ..1 (does not|doesn't|do not|don't|will not|won't|refuses to) (support|back|agree|accept|recognise|oppose|endorse|condone|believe|approve)",
        ),
        (
            Topic::Results,
            "(our|<own>|half|most|all|loads|none) ..3 (<year>|sats|gcse|gcses|a level|a levels) ..3 (failed|passed|fail|pass|flunked|resit|resits|resitting)",
        ),
        (
            Topic::Results,
            "our ..2 (sats|gcse|gcses|phonics|reading|writing|maths|attendance|progress|a level|a levels|<year>) ..4 (went from|up from|down from|up to|down to|hit|at)",
        ),
        (
            Topic::Results,
            "our ..1 (sats|gcses|gcse|a levels|phonics|btecs|mocks|outcomes|attainment|maths|english|results|progress|attendance) ..4 $judged",
        ),
        (
            Topic::Rules,
            "(<own>|our school|our academy|slt|the trust|our trust|the academy|our head|our slt|our governors|our place|ours) ..2 (moving to|move to|bringing in|brought in|introducing|introduced|introduce|scrapping|scrapped|scrap|banning|banned|ban|getting rid of|dropping|dropped|stopping|stopped|replacing|replaced|switching to|switched to|forcing|making us|make us|insisting|insist|rolling out|rolled out|axing|axed|ditching|ditched|adopting|shortening|shortened|cutting|extending|decided|deciding)",
        ),
        (Topic::Results, "(our|we) ..3 $results"),
        (
            Topic::Inspection,
            "(ofsted|estyn|siams|hmi|inspectors|the inspectors) ..2 (rang|rung|called us|phoned|tomorrow|next week|in tomorrow|in today|are here|arrived|have arrived|turned up|due|on monday|on tuesday|on wednesday|this week)",
        ),
        (
            Topic::Inspection,
            "(got|had|had the|waiting for|we've had|dreading) the (ofsted)? (call|phone call) ..3 (ofsted|estyn|inspection|inspectors)",
        ),
        (
            Topic::Inspection,
            "(our|we|we've|we're|we'd) ..4 (ofsted|estyn|ofsted'd|inspection|inspected|special measures|requires improvement|siams|hmi)",
        ),
        (
            Topic::Exclusions,
            "(we|we've|our) ..3 (excluded|suspended|permanently excluded|expelled|perm exed|pex'd|pexed|exclusions|suspensions)",
        ),
        (
            Topic::Admissions,
            "(we|we're|we've|our|we are) ..2 (oversubscribed|undersubscribed|under subscribed|over subscribed|admissions|pan|falling rolls|waiting list|pupil numbers|intake)",
        ),
        (
            Topic::Strike,
            "(we're|we are|i'm|i am|our staff are) ..1 (on strike|striking|walking out) ..4 (at|against) (school|work|<own>|the trust)",
        ),
        (
            Topic::Jobs,
            "(restructure|restructuring|redundancies|redundancy|job losses|job cuts|cuts) ..3 (at|here at) (work|our place|my place|school|<own>)",
        ),
        (
            Topic::Jobs,
            "(we're|we are|we've|our|we) ..3 (redundant|redundancies|redundancy|restructure|restructuring|job cuts|job losses|laid off|deficit|skint|budget cuts)",
        ),
        (Topic::Leadership, "(our|my|<own>|<own> has a|the) ..1 $leader ..1 (has|have|is|are|was|got|just)? ..1 $goes"),
        (Topic::Leadership, "(our|<own>) ..2 (new|next|acting|interim|old|former|outgoing) ..1 $leader"),
        (
            Topic::Position,
            "(the|our) (school|trust|academy|college|mat) (official|formal)? (position|stance|view|line|policy) (on|is|that|about)",
        ),
        (Topic::Position, "<own> (position|stance|view|line|policy) (on|is|that|about)"),
        (Topic::Position, "we (at|here at) (<own>|<school>) ..1 (believe|think|feel|support|oppose|condemn|stand|reject|disagree)"),
        (Topic::Position, "our (official|school) (position|stance|view|line) (on|is|that)"),
        (
            Topic::Position,
            "(<own>|our school|the school|the trust|our trust) ..1 (believes|opposes|supports|condemns|backs|stands by|refuses to|has decided|is against|is opposed)",
        ),
        (Topic::Rules, "our (school|school's|new|stupid|daft|ridiculous|own)? ..1 $rule (policy|policies|rule|rules|ban|code|system)"),
        (
            Topic::Future,
            "(our school|our trust|our mat|<own>|we're|we are|our academy) ..4 (merging|merged|closing down|closing for good|close for good|shutting down|taken over|rebrokered|academised|joining another|joining a (mat|trust|bigger)|leaving the trust)",
        ),
    ];
    Phrases::new(rows, &macros())
});

/// Wordings of a topic that need the author's own school in the same sentence.
static MATTER: LazyLock<Phrases<Topic>> = LazyLock::new(|| {
    let rows = [
        (
            Topic::Jobs,
            "(getting the chop|for the chop|let go|letting go|face the axe|facing the axe|p45|p45s|redeployed|redeployment|tupe|pay off|contracts not renewed|not renewed|cut hours|hours cut)",
        ),
        (
            Topic::Rules,
            "(banning|banned|ban|outlawed|forbidding|making|forcing|no earrings|no phones) ..8 (ridiculous|daft|mad|wrong|step too far|unfair|nonsense|stupid|brilliant|great|right|overdue|silly|petty|bonkers|mental)",
        ),
        (
            Topic::Future,
            "(shutting|closing|shut|close|axing|axe|merging|scrapping|cutting) ..3 (sixth form|nursery|school|site|unit|provision|down|department|resource base|sports hall|pool|library)",
        ),
        (
            Topic::Inspection,
            "(good|outstanding|inadequate|ri|requires improvement|expected standard|needs attention) (in|for|across|from) ..3 (everything|behaviour|leadership|quality|ofsted|all|personal|safeguarding|every)",
        ),
        (
            Topic::Exclusions,
            "(part time timetable|part time timetables|reduced timetables|internal exclusion|off rolled|off rolling|off roll|alternative provision|isolation)",
        ),
        (Topic::Rules, "(uniform|trip|trips|school dinners|meals|parking|lockers) ..3 <money>"),
        (Topic::Strike, "(voted|voting|vote) ..2 (to strike|for strike|to walk|action|strike)"),
        (
            Topic::Incident,
            "(fell|fallen|injured|injury|burnt down|burned down|explosion|leak|rats|mice|mould|legionella|collapsed roof|ceiling came down|roof came|sewage|no heating|bullied|bullying|racism|racist incident|sexual harassment|county lines|drug|spiked|overdosed|hanged|suicide)",
        ),
        (
            Topic::Leadership,
            "$leader ..4 (pregnant|new job|another school|last day|final term|leaving do|interview|investigation|sacking|sick|affair)",
        ),
        (Topic::Jobs, "(lose|losing|lost|cutting|sacking|shedding) ..2 (staff|teachers|tas|jobs|posts|colleagues)"),
        (
            Topic::Results,
            "(attendance|absence|behaviour|progress|attainment|outcomes|grades) ..4 (lowest|highest|worst|best|down|up|percent|poor|below|above|terrible|shocking|dire|improved|dropped)",
        ),
        (Topic::Inspection, "(ri|judgement|judgment|grading|report card) ..2 (judgement|judgment|appeal|overturned|upheld|published|out)"),
        (
            Topic::Admissions,
            "(applications|applicants|first choices) ..6 (through the roof|up|down|record|doubled|fallen|plummeted|where|falling)",
        ),
        (
            Topic::Incident,
            "(flasher|hit by a car|run over|knocked down|abducted|abduction|stranger|missing|suspicious man|pervert|exposed himself|hospital|(broke|broken|fractured|dislocated) ..1 (leg|arm|wrist|elbow|shoulder|collarbone|nose|jaw|finger|neck|back)|unconscious|stretcher|taken off)",
        ),
        (Topic::Incident, "(police|cops|feds) ..4 (came|called|here|in|outside|at)"),
        (
            Topic::Rules,
            "(no more|axed|axing|scrapped|scrapping|dropped|dropping|cancelled|cancelling|banned|cut) ..3 (maths|english|science|history|geography|drama|music|languages|french|german|spanish|physics|chemistry|biology|textiles|mfl|pe|sociology|psychology|computing|drama|music|trips|clubs|prom|choir|homework|phones|sports day|productions|food tech|art)",
        ),
        (
            Topic::Rules,
            "(maths|english|science|history|geography|drama|music|languages|french|german|spanish|physics|chemistry|biology|textiles|mfl|pe|sociology|psychology|computing|trips|clubs|prom|choir|homework|phones|sports day|phones locked|mobiles) ..6 (axed|scrapped|dropped|cancelled|banned|pouches|locked|cut)",
        ),
        (Topic::Jobs, "(rationing|rationed|can't afford|cannot afford|skint|(is|are|flat|stony) broke|no money|overspend|overspent) "),
        (
            Topic::Admissions,
            "(pan|published admission number|intake|applications|roll) ..4 (down|falling|up|cut|reduced|shrinking|dropped|tiny|halved|lowest|record|half)",
        ),
        (Topic::Strike, "(walking out|walk out|out on strike|downing tools|picket duty)"),
        (Topic::Leadership, "(lost|losing|lose|through) ..3 $leader"),
        (Topic::Leadership, "$leader (we've|we have|in) ..3 (lost|had|years|year|months)"),
        (
            Topic::Future,
            "(sixth form|nursery|site|school|department|unit|provision) ..2 (closing|is closing|to close|shutting|being axed|for the chop|merging|under threat)",
        ),
        (
            Topic::Rules,
            "(phone|phones|uniform|toilets|blazer|blazers|detentions|detention|demerits|homework|timetable|pouches|lunchtime|behaviour|setting|marking|isolation|isolation booths|curriculum|options|start time|finish time|lateness|skirts|trousers|ties|shoes|hoodies|coats) ..10 (waste|mistake|ridiculous|nuts|daft|bad idea|good idea|joke|shambles|about time|too harsh|too soft|unfair|pointless|barmy|draconian|overkill|bonkers|nonsense|farce|stupid|madness|cruel|wrong|backwards|hate it|love it|brilliant|genius|banned|unworkable)",
        ),
        (
            Topic::Results,
            "(<own>|our school|we) ..2 (bottom|top|best|worst|outperformed|outperform|beat|highest|lowest) ..4 (county|city|country|region|area|results|progress|league|local|grades)",
        ),
        (Topic::Results, "(minus|plus) ..1 (p8|progress)"),
        (
            Topic::Admissions,
            "(turned down|turned away|turning away|turn away|refused|rejected) ..3 (kids|families|pupils|applicants|applications|children|parents)",
        ),
        (Topic::Admissions, "(full|spaces|places|space) ..2 (for september|in year|in reception|in <year>|for year)"),
        (
            Topic::Jobs,
            "(frozen|froze|cut|cutting|slashed|freeze|freezing) ..3 (budget|budgets|spending|pay|recruitment|capitation|posts|hours|staff|jobs)",
        ),
        (Topic::Strike, "(ballot|balloted|ballots|union action|action short of strike)"),
        (
            Topic::Incident,
            "(fire alarm|fire alarms|vape|vapes|vaping|evacuation|evacuate|flooded|sent home early|shut early|closed early|hospitalised|rushed to hospital|smashed|trashed|set fire|arson|stolen|theft|thefts|robbed|mugged|graffiti|threatened|trespassers|air rifle|e coli|food poisoning|minibus crash)",
        ),
        (Topic::Results, "$results"),
        (
            Topic::Results,
            "(gcse|gcses|a level|a levels|sats|phonics|btec|btecs|results|highers|nat 5s|grades|attainment|progress|maths|english) ..5 (down|up|fell|dropped|rose|dipped|tanked|tumbled|soared|plummeted|improved|slumped|record|best ever|worst|percent)",
        ),
        (
            Topic::Inspection,
            "(ofsted|estyn|siams|hmi|hmie|inspection|inspections|inspector|inspectors|inspected|special measures|requires improvement|rated (good|outstanding|inadequate))",
        ),
        (
            Topic::Exclusions,
            "(excluded|permanently excluded|exclusion|exclusions|suspended|suspensions|expelled|expulsions|perm ex|pexed|pex'd|managed move|managed moves)",
        ),
        (
            Topic::Admissions,
            "(oversubscribed|undersubscribed|over subscribed|under subscribed|admissions|waiting list|falling roll|falling rolls|empty places|spare places|pupil numbers|places left|catchment|admission appeals|turning families away)",
        ),
        (
            Topic::Jobs,
            "(redundant|redundancy|redundancies|restructure|restructuring|restructured|job cuts|job losses|staff cuts|losing ..3 (jobs|staff|tas|teachers)|laid off|laying off|deficit|budget cuts|budget|voluntary severance|section 188|staff turnover|staff leaving|mass exodus|recruitment freeze|pay cut|pay freeze)",
        ),
        (Topic::Strike, "(strike|strikes|striking|picket|pickets|picketing|picket line|walkout|walk out|industrial action|work to rule)"),
        (Topic::Leadership, "(new|acting|interim|next|another|temporary|executive|departing|outgoing|our third) $leader"),
        (Topic::Leadership, "$leader ..3 $goes"),
        (
            Topic::Incident,
            "(lockdown|locked down|stabbed|stabbing|knife|knives|machete|arrested|arrests|intruder|bomb threat|bomb scare|hoax call|evacuated|data breach|cyber attack|hacked|ransomware|gas leak|asbestos|raac|norovirus|scabies|outbreak|vandalised|broken into|break in|burgled|assaulted|assault|attacked|ambulance|air ambulance|overdose|drug dealing|drugs|weapon|weapons|collapsed|missing pupil|sexual assault|abuse allegations|allegations|investigation|under investigation|death of|passed away|bullying|mass brawl|brawl|riot)",
        ),
        (
            Topic::Incident,
            "(police|cops|fire brigade|fire engine|fire engines|paramedics|riot van) ..3 (were|was|came|called|in|at|outside|turned|again|on site|involved|everywhere)",
        ),
        (
            Topic::Incident,
            "(fight|fights|fighting|punched|kicked off) ..3 (in|at|between|outside|after|on) ..2 (corridor|canteen|playground|field|gates|gate|site|<own>|bus|lunch|school)",
        ),
        (Topic::Rules, "$rule (policy|policies|rule|rules|ban|bans|code|sanctions)"),
        (
            Topic::Future,
            "(merger|merging|academisation|academised|closing down|close for good|closing for good|closure|takeover|taken over|rebrokered|leaving the trust|joining ..2 (mat|trust)|federation)",
        ),
    ];
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        (
            "results",
            "(gcse|gcses|a level|a levels|as level|btec|sats|sat|ks2|ks1|phonics|exam|exams|mock|mocks|year 11|year 6|maths|english|science|highers|best ever|worst ever)? (results|pass rate|pass rates|progress 8|p8|attainment 8|league table|league tables|league position|grades|sats scores|exam results|phonics score|phonics scores|value added)",
        ),
        (
            "judged",
            "poor|bad|good|great|amazing|dire|awful|shocking|brilliant|disappointing|grim|superb|excellent|terrible|worst|best|dreadful|strong|weak|rubbish|abysmal|outstanding|appalling|fantastic|tanked|down|up|dropped|improved|below|above|incredible|embarrassing|record|smashed it|lowest|highest",
        ),
        (
            "leader",
            "headteacher|head teacher|head|principal|ceo|chief exec|executive head|exec head|deputy head|deputy|vice principal|chair of governors|headship|headmaster|headmistress|slt|senior team",
        ),
        (
            "goes",
            "leaving|leaves|left|resigned|resigns|resigning|resignation|gone|sacked|fired|suspended|retiring|retires|stepping down|stepped down|quit|quits|quitting|on gardening leave|gardening leave|replaced|walked out|walked|off long term|departed|going at christmas|going at easter|starts in|starting in|announced|appointed|on sick leave|signed off|disappeared|vanished|out the door",
        ),
        (
            "rule",
            "uniform|behaviour|phone|phones|mobile|mobile phone|marking|homework|attendance|toilet|toilets|lateness|detention|isolation|skirt|blazer|piercing|hair|haircut|absence|dress|cover|feedback|silent corridor|silent corridors|smoking|vaping|reward|rewards|behaviour points|sanctions|no touch|one way|jewellery|trainer|trainers|coat|coats|inclusion|trans|religious|prayer|parking|leave of absence|term time holiday",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// The places that touch a topic, tied to the author's own school, in the text's order.
pub fn find(text: &Text) -> Vec<(Range<usize>, Topic)> {
    let mut touched: Vec<(Range<usize>, Topic)> = TIED.find(text).into_iter().map(|found| (found.words, *found.tag)).collect();
    let matters = MATTER.find(text);
    if !matters.is_empty() {
        let ours = voice::ours(text);
        let tied = matters.into_iter().filter_map(|found| {
            let within = |range: &Range<usize>| ours.iter().find(|place| range.start <= place.start && place.end <= range.end);
            let sentence = voice::sentence(text, &found.words);
            let near = || if is_national(text, &sentence) { None } else { within(&voice::around(text, &found.words)) };
            let place = within(&sentence).or_else(near)?;
            Some((found.words.start.min(place.start)..found.words.end.max(place.end), *found.tag))
        });
        touched.extend(tied);
    }
    touched.retain(|(words, topic)| is_meant(text, words, *topic));
    order::by_key(&mut touched, |(words, _)| (words.start, words.end));
    touched
}

/// Whether a sentence is about the country's schools rather than this one.
fn is_national(text: &Text, sentence: &Range<usize>) -> bool {
    static NATIONAL: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "government|dfe|national|nationally|nationwide|england|scotland|wales|uk|britain|minister|secretary|gov|country|bbc|guardian|schools|teachers|phillipson|labour|tory|tories|jcq|ofqual|parliament",
        )
    });
    sentence.clone().any(|at| NATIONAL.has(text, at))
}

/// Whether words touch a topic in earnest: not asked of others, not taught, not a wish for luck.
fn is_meant(text: &Text, words: &Range<usize>, topic: Topic) -> bool {
    let sentence = voice::sentence(text, words);
    let has = |list: &[&str]| sentence.clone().any(|at| list.contains(&text.fold(at)));
    let luck = topic == Topic::Results && (has(&["luck", "bake", "quiz", "raffle", "poll", "survey"]));
    let taught = has(&[
        "teaching", "taught", "lesson", "lessons", "unit", "essay", "essays", "writing", "novel", "scene", "drama", "play", "assembly",
        "learning", "debate", "history",
    ]);
    let taught = taught && !matches!(topic, Topic::Position | Topic::Rules | Topic::Results);
    let asked = voice::is_asked(text, words) && has(&["your", "you", "anyone", "anybody", "who", "does", "recommend"]);
    let wondered = matches!(topic, Topic::Position | Topic::Rules) && voice::is_asked(text, words);
    !(luck || taught || asked || wondered)
}
