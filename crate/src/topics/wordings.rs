//! The wordings of sensitive topics, and how closely each must be tied to the author's own school.

use super::Topic;
use crate::lexicon::MACROS;
use crate::phrase::Phrases;
use std::sync::LazyLock;

/// How closely a wording must be tied to the author's own school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// It says so itself.
    Said,
    /// Nothing but schools has it: "we", "us" or "here" beside it will do.
    Loose,
    /// With a share of the whole ("71%") as loose.
    Share,
    /// Others have it too: the school or its people must be named beside it.
    Firm,
}

/// Wordings of a topic, with the tie that each needs.
const WORDINGS: &[(Topic, Tie, &[&str])] = &[
    (
        Topic::Results,
        Tie::Loose,
        &[
            "$exam ..2 $result",
            "(progress 8|p8|disadvantage gap|disadvantaged gap|attainment gap|pupil premium gap|predicted grades|attainment 8|ebacc|value added|league table|league tables|county tables|reading ages)",
            "($result|sats|gcses|a levels|phonics|btecs|mocks|$exam grades) ..5 $judged",
            "$judged ..4 ($exam|set of)? (results|outcomes|pass rate|grades|sats)",
            "(above|below|in line with|under|over) ..1 (national|the national average|national average|floor|floor target)",
            "((grade|grades) (4|5|7|9|c|a) ..4 (english|maths|up|down|from|both)|(5|4|7|9) ..2 in (english|maths|both|science)|worst $subject|biggest (jump|improvement|drop)|most improved school)",
            "(4th|3rd|2nd|1st|first|second|third|fourth|fifth|top|bottom|best|worst|lowest|highest|last) ..2 (in|of|out of) the ..1 (table|county|city|country|borough|region|area|trust|league|tables|authority)",
        ],
    ),
    (
        Topic::Results,
        Tie::Firm,
        &[
            "(attendance|absence) (is|at|was|of)|(minus|plus) ..1 (p8|progress)|best set|best year|worst year|lowest since|(grade|all|straight) (9s|nines|8s)|percent|headline figures|results day",
            "(attendance|absence|behaviour|progress|attainment|punctuality) ..6 ($judged|falling|rising|percent|terrible)",
            "(got|get|gets|a|any|no|only) ..1 (9|8|7|5|4|9s|8s|7s|4s|u|us) (in|for|at) $subject",
            "(failed|passed|fail|pass|flunked|resit|resits|resitting|results)",
            "(reach|reached|meet|met|get|got|hit|at|below) ..1 (expected|age related|greater depth|the expected|national expectations)",
        ],
    ),
    (Topic::Results, Tie::Share, &["($exam|attendance|absence|suspensions|turnover|pass|passed|disadvantaged|cohort|grade|grades)"]),
    (
        Topic::Inspection,
        Tie::Said,
        &[
            "$inspectors ..2 (rang|rung|called us|phoned|tomorrow|tmrw|tomoz|next week|in tomorrow|in today|here|are in|arrived|arriving|turned up|due|coming|just left|have left|downstairs|in the building|on site|this week|next door|in (on)? $day|on $day|$day)",
            "(monitoring (visit|inspection)|(day|days|hours|week|weeks|round) of $inspectors|(lost|kept|keep|retained|regained) (our|the|its) (outstanding|good))",
            "(the|that|our) (ofsted|dreaded|inspection)? (call|phone call) (came|comes|has come|finally came|at last|today|this morning|yesterday)",
            "(got|get|had|waiting for|dreading|expecting) (the|that)? (ofsted|dreaded)? (call|phone call) ..3 (ofsted|estyn|inspection|inspectors|at noon|monday|at ten)",
        ],
    ),
    (
        Topic::Inspection,
        Tie::Loose,
        &[
            "($inspectors|ofsted'd|inspection|inspections|inspected|special measures|serious weaknesses|requires improvement|deep dive|deep dives|hmie|section 5|section 8|ungraded visit|urgent improvement|embargoed|double ri|notice to improve)",
            "((got|get|given|getting|still|officially|now|are) ..1 (outstanding|inadequate|ri)|(rated|graded|judged|awarded|dropped|down from|up from|up to|down to|gone from|went from) ..2 (good|outstanding|inadequate|ri|expected standard|strong standard|needs attention))",
        ],
    ),
    (
        Topic::Inspection,
        Tie::Firm,
        &[
            "(good|outstanding|inadequate|ri|expected standard|needs attention) (in|for|across|from) ..3 (everything|behaviour|leadership|quality|ofsted|all|personal|safeguarding|every)",
            "(ri|judgement|judgment|grading|report card) ..2 (judgement|judgment|appeal|overturned|upheld|published|out)|(the|our) (inspection|final|ofsted)? report ..2 out",
        ],
    ),
    (
        Topic::Exclusions,
        Tie::Loose,
        &[
            "(permanently excluded|permanent exclusion|permanent exclusions|perm excluded|perm ex|perm exed|pexed|pex'd|fixed term exclusion|fixed term exclusions|on fixed term|fixed terms|suspended|managed move|managed moves|internal exclusion|off roll|off rolled|off rolling|exclusions|excluded|suspensions|expulsions|suspension rate)",
        ],
    ),
    (
        Topic::Exclusions,
        Tie::Firm,
        &[
            "(exclusion|off for good|out for good|booths|shown the door|got the boot|asked to leave|won't be (back|coming back)|not coming back|suspended|suspension|suspending|excluding|expelled|expelling|kicked out|sent home|part time timetable|part time timetables|reduced timetables|alternative provision|isolation|isolations|pru)",
        ],
    ),
    (
        Topic::Admissions,
        Tie::Loose,
        &[
            "(oversubscribed|undersubscribed|over subscribed|under subscribed|admissions|published admission number|falling roll|falling rolls|pupil numbers|admission appeals|appeal panel|appeals panel|form entry|waiting list|mixed age classes|mixed classes|first choice applications|first choices|reception intake|catchment|feeder schools|feeder primary|birth rate|open evening|in year admissions|(one|two|three|four) form)",
            "((turn|turned|turning) (down|away) ..4 (kids|families|pupils|applicants|applications|children|parents)|turning families away|(only|just) ..4 in (reception|nursery|<year>))",
        ],
    ),
    (
        Topic::Admissions,
        Tie::Firm,
        &[
            "(empty places|spare places|places left|half empty|first choice|full in|full for|refused ..3 families|reject ..3 applicants)",
            "(applications|applicants|pan|intake|roll|rolls|numbers|cohort) ..4 (through the roof|up|down|record|doubled|fallen|plummeted|falling|cut|reduced|shrinking|dropped|dropping|tiny|halved|lowest|half)",
            "(full|spaces|places|space|only ..3 children) ..2 (for september|in year|in reception|in <year>|for <year>|for year)",
        ],
    ),
    (
        Topic::Jobs,
        Tie::Said,
        &[
            "(tas|teachers|staff|jobs|colleagues|posts|cleaners|assistants|dinner ladies|cooks|support staff|ects) ..2 (getting the chop|for the chop|chopped|facing the axe|at risk|being cut|being let go|made redundant|to go|being axed)",
            "((at risk|redundancy|restructure|redeployment) (letter|letters|notice|notices|meeting|meetings|talks|process)|(reapply|re apply|reapplying|apply) for (their|our|my|his|her) own (job|jobs|post|posts))",
        ],
    ),
    (
        Topic::Jobs,
        Tie::Loose,
        &[
            "(redundant|redundancy|redundancies|restructure|restructuring|restructured|job cuts|job losses|staff cuts|laid off|laying off|deficit|budget cuts|voluntary severance|section 188|staff turnover|recruitment freeze|in the red|rationing|overspent|jobs going|posts going|tupe|teachers down|teachers short|staff down|staff short|unfilled|no specialist|long term supply|without a teacher|no one to replace|nobody to replace|no pay rise)",
            "(not|isn't|aren't|won't be|never|nobody) ..1 (replacing|replaced|renewed|renewing) ..4",
        ],
    ),
    (
        Topic::Jobs,
        Tie::Firm,
        &[
            "(getting the chop|staffing review|voluntary redundancy|letters went out|cut to the bone|contracts|capability|(being|been|was|were|got|are) let go|letting ..3 go|face the axe|facing the axe|p45|p45s|redeployed|redeployment|pay off|hours cut|cut hours|consultation|budget|staff leaving|advert|readvert|contract|go down to ..2 days|mass exodus|pay cut|pay freeze|can't afford|cannot afford|skint|(is|are|flat|stony) broke|no money|vacancies|can't recruit|cannot recruit|nobody applied)",
            "(lose|losing|lost|cutting|cut|sacking|shedding|axing|slashed|freezing|frozen|froze) ..3 (staff|teachers|tas|jobs|posts|colleagues|budget|budgets|spending|recruitment|capitation|hours)",
            "((ceo|head|headteacher|principal|slt) ..4 (million|<money>|k|grand)|<money> (short|over budget|overspent|hole)|(post|posts|role|job|jobs) ..3 (deleted|axed|cut)|($subject|teachers|tas) ..2 (for the chop|gone by)|(teachers|tas|colleagues|staff) ..1 leaving)",
        ],
    ),
    (
        Topic::Strike,
        Tie::Loose,
        &[
            "(closed|closing|close|shut|shutting|open|opening) ..8 (strike|strikes|walkout)|(closed|open|shut) (to|for) ..3 (<year>|years)",
            "((neu|nasuwt|unison|gmb|union) (members|branch|group|reps) ..4 (out|voted|balloted|strike|striking|action|walk|walking)|we (walk|are walking|strike|are striking) ..1 (out|on|tuesday|wednesday|thursday|monday|friday|tomorrow))",
        ],
    ),
    (
        Topic::Strike,
        Tie::Firm,
        &[
            "(strike|strikes|striking|picket|pickets|picketing|picket line|picket duty|walkout|walk out|walking out|industrial action|work to rule|ballot|balloted|ballots|union action|action short of strike|downing tools|placard|placards|strike day)",
            "(voted|voting|vote) ..4 (to strike|for strike|to walk|action|strike)",
        ],
    ),
    (
        Topic::Leadership,
        Tie::Said,
        &[
            "no confidence in (the|our) ($leader|governors|leadership)|(two|three|four|five|six|2|3|4|5|6) (heads|headteachers|principals|deputies|ceos) in ..2 (years|year|terms|months|weeks)",
            "(first|second|third|fourth|fifth|sixth|nth|umpteenth|new|next) $leader (we|in (as many|two|three|four|five|$month)|since|this|starts|starting|from|announced|appointed)",
        ],
    ),
    (
        Topic::Leadership,
        Tie::Loose,
        &[
            "($leader ..4 $quits|isn't (the)? head (any more|anymore)|(slt|leadership|staffing) (reshuffle|shake up|exodus|clear out|changes)|(parachuted|parachuting|drafted|drafting|seconded|seconding) ..3 in)",
        ],
    ),
    (
        Topic::Leadership,
        Tie::Firm,
        &[
            "$leader ..4 ($goes|pregnant|new job|another school|last day|final term|leaving do|investigation|sick|affair)",
            "(new|acting|interim|next|another|temporary|departing|outgoing|third|fourth|lost|losing|lose|through|appointed|former|no) ..1 $leader",
            "$leader ..8 (off|leaving|going|finishing|retiring) (at|in|come) $month|(let|letting|booted|pushed|forced) (our|the) $leader ..2 (go|out|off)|$leader (we've|we have|in) ..3 (lost|had|years|year|months)",
        ],
    ),
    (
        Topic::Incident,
        Tie::Firm,
        &[
            "(stabbed|stabbing|knife|knives|machete|arrested|arrests|intruder|bomb threat|bomb scare|hoax call|evacuated|evacuation|evacuate|lockdown|locked down|data breach|cyber attack|hacked|ransomware|gas leak|asbestos|raac|norovirus|scabies|measles|chicken pox|chickenpox|meningitis|scarlet fever|sickness bug|outbreak|vandalised|vandals|broken into|broke into|break in|burgled|assaulted|assault|attacked|ambulance|air ambulance|overdose|overdosed|drugs|drug|weapon|weapons|collapsed|sexual assault|sexual harassment|allegations|investigation|under investigation|death|died|die|dies|passed away|bullying|bullied|racism|racist incident|brawl|riot|county lines|spiked|hanged|suicide|flasher|abducted|abduction|suspicious man|pervert|exposed himself|unconscious|stretcher|gone missing|pupil missing|missing pupil|hit by a car|run over|knocked down|hospital|hospitalised|rushed to hospital)",
            "(blue lights|helicopter|a and e|sniffer dog|sniffer dogs|bags searched|knuckleduster|bb gun|needles|hazmat|robbery|fire alarm|fire alarms|fire engine|fire engines|fire brigade|riot van|paramedics|vape|vapes|vaping|flood|flooded|burst pipe|burnt down|burned down|explosion|leak|gas smell|smell of gas|rats|mice|mould|legionella|collapsed roof|came down|payslips|infested|mouse|hurt|sprinklers|lashed out|cockroaches|bed bugs|sewage|no heating|no water|sent home early|shut early|closed early|smashed|trashed|set fire|alight|arson|stolen|theft|thefts|robbed|mugged|graffiti|threatened|trespassers|air rifle|e coli|food poisoning|minibus crash|injured|injury|fell|fallen|punched|headbutted|kicked off)",
            "((covid|flu|sickness|a bug|nits|impetigo) ..2 (ripped|going round|ripping|sweeping|taken out|outbreak)|(coach|minibus|bus) (crash|accident|fire)|data ..2 (leaked|breached|stolen|exposed)|(ceiling|roof|wall) ..6 (came|fell|collapsed|fallen|coming)|off sick with)",
            "(broke|broken|fractured|dislocated) ..1 (leg|arm|wrist|elbow|shoulder|collarbone|nose|jaw|finger|neck|back)",
            "(put|bricks) through|(registers|server|systems) ..4 (down|paper|out)|(police|cops|feds) ..4 (were|was|came|called|here|in|at|outside|turned|again|on site|involved|everywhere|car|cars)|police (car|cars|van|vans|officers)",
            "(fight|fights|fighting|scrap|punch up) ..4 (corridor|canteen|playground|field|gates|gate|site|<own>|bus|lunch|break|school|boys|girls|lads|<year>|pupils|kids)",
        ],
    ),
    (
        Topic::Incident,
        Tie::Loose,
        &[
            "(pupil|pupils|student|students|child) ..2 (die|died|passed away|killed|arrested|missing|stabbed|attacked|assaulted)|(brought|brings|bringing|had|pulled) ..3 (knife|machete|blade|weapon|bb gun)|(got|getting|broke|broken) into ..2 (block|office|gym|hall|classroom|school)|(machete|lockdown|stabbing|stabbed|intruder|bomb threat|raac|norovirus|ransomware|gas leak|burst pipe|data breach)",
        ],
    ),
    (
        Topic::Incident,
        Tie::Said,
        &["(colleague|ta|caretaker|member of staff|dinner lady) ..3 (attacked|assaulted|punched|headbutted|threatened|spat at|arrested)"],
    ),
    (
        Topic::Position,
        Tie::Said,
        &[
            "(the|our) (school|trust|academy|college|mat) (official|formal)? $stance (on|is|that|about)",
            "(<own>|our official|our school) $stance (on|is|that|about)|(statement|reply|response|announcement|speaking) (from|for|on behalf of) (<own>|(our|the) (school|trust|academy))",
            "we (at|here at) (<own>|<school>) ..1 ($holds|don't|do not|won't|will|expect|require|insist|allow)|(at|here at) (<own>|our school) we ..1 $holds|(as a (school|trust|academy|college) we|we as a (school|trust|academy|college)) ..2|(governors|trustees|the trust|slt) ..1 (approved|decided|voted|agreed|rejected|refused|ruled|announced)",
            "(<own>|our school|the school|the trust|our trust|our mat|the academy|our academy|our governors|the governors) ..1 (believes|thinks|opposes|oppose|supports|support|condemns|backs|back|stands by|refuses to|will (always|never|not)|won't|would never|has decided|have decided|has said|has ruled|has voted|have voted|has agreed|voted|said no|said yes|is against|is opposed|are against|is in favour|does not (support|back|agree|accept|recognise|oppose|endorse|condone|believe|approve)|doesn't (support|back|agree|accept|recognise|oppose|endorse|condone|believe|approve))",
        ],
    ),
    (
        Topic::Rules,
        Tie::Said,
        &[
            "(<own>|our place|our school|ours) ..2 (has|have|got|is|are) the (right|wrong) (idea|approach|attitude) ..3",
            "(<own>|our school|our place|ours) ..1 (should|shouldn't|ought|needs to|need to|must|mustn't) ..3",
            "$inst ..3 (moving to|move to|bringing in|brought in|introducing|introduced|introduce|scrapping|scrapped|scrap|banning|banned|ban|getting rid of|dropping|dropped|stopping|stopped|replacing|replaced|switching to|switched to|forcing|making|make us|insisting|insist|want (us|every|all|everyone)|wants (us|every|all|everyone)|rolling out|rolled out|axing|axed|ditching|ditched|adopting|shortening|shortened|cutting|extending|decided|deciding)",
            "our (school|school's|new|stupid|daft|ridiculous|own)? ..1 $rule (policy|policies|rule|rules|ban|code|system)",
        ],
    ),
    (
        Topic::Rules,
        Tie::Firm,
        &[
            "(new|daft|stupid|latest) (rule|rules|policy)|no longer (do|have|allow|let|allowed)|not allowed ..2|line ups|one way system|zero tolerance|$rule (policy|policies|rule|rules|ban|bans|code|sanctions|pouches)",
            "(rule|rules|ban|banned|banning|policy|policies) ..8 $verdict|$verdict ..6 (rule|rules|ban|banning|policy|policies)",
            "($rule|silent corridors|timetable|pouches|lockers|lunchtime|setting|curriculum|options|start time|finish time|ties|shoes|hoodies|trousers|skirts|blazers|detentions|parents evening|whatsapp group) ..10 $verdict",
            "($verdict|disagree with|against|gutted|livid|fuming) ..10 ($rule|timetable|pouches|ties|skirts|trousers|blazers|detentions|lockers)",
            "(uniform|trip|trips|school dinners|meals|parking|lockers) ..3 <money>",
            "(no more|axed|axing|scrapped|scrapping|dropped|dropping|cancelled|cancelling|banned|cut|cutting|end of) ..3 ($subject|physics|trips|clubs|prom|choir|homework|phones|sports day|productions|provision)",
            "($subject|trips|clubs|prom|choir|homework|phones|mobiles|sports day) ..6 (axed|scrapped|dropped|cancelled|banned|pouches|locked|cut)",
        ],
    ),
    (Topic::Rules, Tie::Loose, &["we've (finally|now|just) (banned|scrapped|dropped|brought in|introduced|ditched) ..4 $rule"]),
    (
        Topic::Future,
        Tie::Said,
        &[
            "(rumour|rumours|talk|whispers|word|gossip) (of|that|is|about|has it|in|from|round|that's)? ..3 (<own>|our school|ours|the trust|the staffroom|the academy)",
            "(our school|our trust|our mat|<own>|our academy) ..4 (merging|merged|closing down|closing for good|close for good|shutting down|taken over|rebrokered|academised|joining another|joining a (mat|trust|bigger)|leaving the trust)",
        ],
    ),
    (
        Topic::Future,
        Tie::Loose,
        &[
            "(academisation|academised|academise|becoming an academy|being merged|selling (off)? our|phone free from|academy order|rebrokered|federation|leaving the trust|join the trust|joining the trust|join(ing)? ..2 (mat|trust)|joining a (mat|trust|bigger)|taken over by|taking us over|close our ..3|closing our ..3|closing for good|close for good)",
        ],
    ),
    (
        Topic::Future,
        Tie::Firm,
        &[
            "(rebrand|rebranding|rebranded|name change|selling ..2 field|sold ..2 field|swallowed|rumours|merger|merging|merge|closing down|shutting down|closure|takeover|taken over|new site|new build|new building|demolished|knocked down)",
            "(shutting|closing|shut|close|axing|axe|scrapping|cutting) ..3 (sixth form|nursery|school|site|unit|provision|down|department|resource base|sports hall|pool|library)",
            "(taken|taking|take) (the|our) (sixth form|nursery|playing field|field|library)|joined up with|(sixth form|nursery|site|school|department|unit|provision) ..2 (closing|is closing|to close|shutting|being axed|for the chop|merging|under threat)",
        ],
    ),
];

/// The wordings, ready for matching.
pub static MATTERS: LazyLock<Phrases<(Topic, Tie)>> = LazyLock::new(|| {
    let rows = WORDINGS.iter().flat_map(|(topic, tie, rows)| rows.iter().map(move |row| ((*topic, *tie), *row)));
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [
        (
            "exam",
            "gcse|gcses|a level|a levels|as level|btec|btecs|t level|t levels|sats|sat|ks2|ks1|ks4|ks5|phonics|exam|mock|mocks|<year>|sixth form|maths|english|science|reading|highers|nat 5s",
        ),
        ("result", "results|pass rate|pass rates|outcomes|grades|scores|score|data|attainment|progress scores|percent"),
        (
            "judged",
            "poor|bad|good|great|amazing|dire|awful|shocking|brilliant|disappointing|grim|bleak|superb|excellent|terrible|worst|best|dreadful|strong|weak|rubbish|abysmal|outstanding|appalling|fantastic|tanked|down|up|fell|rose|dipped|tumbled|soared|plummeted|slumped|dropped|improved|below|above|incredible|embarrassing|record|smashed it|lowest|highest|on the floor|rock bottom",
        ),
        ("inspectors", "ofsted|estyn|hmi|siams|inspectors|the inspectors|lead inspector|inspection team"),
        ("day", "monday|tuesday|wednesday|thursday|friday|mon|tues|tue|weds|wed|thurs|thur|fri"),
        ("month", "january|february|march|april|may|june|july|september|october|november|december|easter|christmas"),
        (
            "leader",
            "headteacher|head teacher|head|principal|ceo|chief exec|executive head|exec head|deputy head|deputy|vice principal|chair of governors|headship|headmaster|headmistress|slt|senior team",
        ),
        (
            "quits",
            "resigned|resigns|resigning|resignation|sacked|fired|suspended|retiring|stepping down|stepped down|quit|quits|quitting|gardening leave|notice in|her notice|his notice|their notice|signed off|off long term|long term sick|walked out",
        ),
        (
            "goes",
            "leaving|leaves|left|gone|replaced|walked|departed|starts in|starting in|announced|appointed|on sick leave|disappeared|vanished|out the door|off since|seen since|cleared (his|her|their) desk|escorted|stepped aside|moving on|on leave|handed|marched|hasn't been (in|seen)|hasnt been (in|seen)|(not|nobody has|nobody's) (been)? (seen|in) since",
        ),
        ("stance", "position|stance|view|line|policy"),
        (
            "holds",
            "believe|think|feel|support|oppose|condemn|stand|reject|disagree|back|are against|are opposed|are proud to|will never|will always|say no|say yes|welcome the|call on",
        ),
        ("inst", "<own>|our school|our academy|slt|the trust|our trust|the academy|our head|our slt|our governors|our place|ours"),
        (
            "rule",
            "uniform|behaviour|phone|phones|mobile|mobiles|mobile phone|marking|homework|attendance|toilet|toilets|lateness|detention|isolation|skirt|blazer|piercing|hair|haircut|absence|dress|cover|feedback|silent corridor|silent corridors|smoking|vaping|reward|rewards|behaviour points|sanctions|no touch|one way|silent lunches|lanyards|blazers|water bottles|isolation room|jewellery|earrings|trainer|trainers|coat|coats|inclusion|trans|religious|prayer|parking|leave of absence|term time holiday",
        ),
        (
            "verdict",
            "waste|mistake|ridiculous|nuts|daft|mad|bad idea|good idea|joke|shambles|about time|overdue|too harsh|too soft|too far|step too far|harsh|unfair|pointless|barmy|draconian|overkill|bonkers|mental|nonsense|farce|stupid|silly|petty|madness|cruel|wrong|backwards|hate it|love it|brilliant|genius|banned|unworkable|don't agree|do not agree|not sure about|not convinced|not a fan|no point|the point|best thing|barbaric|should not exist|shouldn't exist|inhumane|outdated|sensible|fair enough|needs to go|has to go|bring back|doesn't work|not working|death of me|disagree|in favour",
        ),
    ];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}
