//! Remarks that offend without an offensive word: threats, sexual remarks, and remarks against a group.

use super::{Aim, Category, Offence};
use crate::phrase::Phrases;
use crate::text::Text;
use std::sync::LazyLock;

/// What a remark is.
#[derive(Clone, Copy, Debug)]
struct Remark {
    category: Category,
    strength: u8,
    aim: Aim,
}

const fn remark(category: Category, strength: u8, aim: Aim) -> Remark {
    Remark { category, strength, aim }
}

/// Lists that patterns share.
pub(super) const MACROS: &[(&str, &str)] = &[
    (
        "will",
        "i'll|ill|i will|i'm going to|im going to|i'm gonna|im gonna|i am going to|we'll|we will|we're going to|we're gonna|gonna|i swear i'll|i'd|i would|i could|he'll|my brother will|we are going to|somebody will|someone will",
    ),
    (
        "harm",
        "kill|murder|batter|smash|break|punch|strangle|stab|shoot|hurt|slap|throttle|destroy|end|bury|kick|knock out|knock|skin|deck|beat|slit|cut|burn|burn down|hunt|track|rip|smack|hit|wring|ruin|finish",
    ),
    (
        "victim",
        "you|u|ya|him|her|them|your|his face|his head|her face|her head|his teeth|her teeth|his neck|her neck|his legs|her legs|their heads|that kid|that boy|that girl|that man|that woman|that bastard|that bitch|every one of you|every one of them",
    ),
    ("should", "should|ought to|needs to|need to|deserve to|deserves to|wants|should all|should just|must"),
    (
        "end",
        "shot|hanged|hung|drowned|strung up|put down|castrated|beaten|whipped|stabbed|gassed|exterminated|killed|burned|burnt|raped|lynched|horsewhipped|executed|thrown in a river|battered|beaten up|kicked to death",
    ),
    ("women", "women|woman|females|girls|ladies|a woman|a girl|lasses|birds"),
    ("men", "men|man|blokes|boys|males"),
    (
        "race",
        "black|blacks|black people|black kids|black boys|black girls|asian|asians|asian kids|asian people|whites|white people|white kids|indians|pakistanis|africans|chinese people|the chinese|arabs|mixed race kids|brown people|bame kids|somalis|bengalis",
    ),
    (
        "origin",
        "(polish|romanian|albanian|bulgarian|pakistani|nigerian|somali|irish|turkish|syrian|afghan|eastern european|foreign) (kids|children|lads|parents|families|workers)|immigrants|migrants|foreigners|refugees|asylum seekers|poles|romanians|albanians|bulgarians|gypsies|gypsy kids|travellers|traveller kids|traveller families|the irish|the french|the germans|the poles|the polish|mexicans|eal kids|americans|eastern europeans|roma|roma families|roma kids|scousers|the welsh|the scots|the english|syrians|nigerians|turks|ukrainians|illegals",
    ),
    (
        "faith",
        "muslims|muslim|jews|jew|the jews|catholics|christians|hindus|sikhs|islam|muslim kids|muslim girls|muslim families|muslim parents|jehovah's witnesses|evangelicals|buddhists|mormons",
    ),
    (
        "orient",
        "gays|gay|gay people|gay men|lesbians|homosexuals|trans people|transgender people|transgenders|bisexuals|lgbt people|queers|anyone who's trans|trans women|trans folk|trans kids|the gays|lgbtq people|homosexuality",
    ),
    (
        "disab",
        "disabled people|the disabled|send kids|sen kids|send pupils|sen pupils|autistic kids|autistic people|autistics|special needs kids|kids with special needs|adhd kids|kids with adhd|wheelchair users|blind people|deaf people|deaf kids|dyslexics|dyslexic kids|people with autism|people with adhd|downs kids|depressed people|people with depression|the mentally ill",
    ),
    (
        "old",
        "old people|oldies|pensioners|the elderly|boomers|older teachers|older staff|old teachers|anyone over 50|anyone over 60|over 50s|over 60s|people over 50|old women|old men|young teachers|millennials|oaps",
    ),
    (
        "looks",
        "gingers|ginger people|ginger kids|redheads|ginger hair|red hair|red heads|fat people|fat kids|fatties|fat women|ugly people|short people|bald men|obese people|fat teachers|ginger teachers|blondes",
    ),
    (
        "politics",
        "tories|labour voters|tory voters|brexiteers|remainers|leavers|leave voters|remain voters|lefties|liberals|conservatives|democrats|republicans|corbynistas|reform voters|ukip voters|trump voters|trump supporters|socialists|communists|green voters|lib dems|reform supporters|tory supporters|labour supporters|leftists|right wingers",
    ),
    ("any", "$women|$men|$race|$origin|$faith|$orient|$disab|$old|$looks|$politics"),
    ("are", "are|is|r|are all|are just|are always|are nothing but|are basically|are usually|all seem to be|were all|always are"),
    (
        "bad",
        "stupid|thick|lazy|dirty|filthy|smelly|disgusting|evil|inferior|useless|thieves|criminals|terrorists|rapists|animals|savages|vermin|scum|parasites|a disease|a plague|a cancer|a disgrace|a menace|an embarrassment|subhuman|cockroaches|idiots|morons|liars|dangerous|violent|perverts|paedophiles|paedos|disgusting|sick|mental|crazy|freaks|unnatural|abominations|abnormal|mentally ill|slow|dumb|rude|aggressive|untrustworthy|greedy|scroungers|spongers|losers|weak|emotional|hysterical|bitchy|bitches|whores|sluts|ugly|gross|vile|a waste of space|a waste of time|a waste of money|a drain|a burden|a problem|the problem|ruining this country|ruining the country|destroying this country|taking over|racist|racists|nasty|evil|gullible|brainwashed|traitors|cowards|crooks|weird|not normal|past it|uneducated|ignorant|hypocrites|crazy|inbred|inbreds|all the same|incompetent|incapable|corrupt|full of hate|violent",
    ),
    (
        "bare",
        "stupid|thick|lazy|dirty|filthy|smelly|disgusting|evil|bloody|fucking|fuckin|effing|horrible|vile|thieving|scrounging|stinking|greasy|typical|damn",
    ),
];

/// The remarks, by what they are.
static REMARKS: LazyLock<Phrases<Remark>> = LazyLock::new(|| {
    let groups = groups();
    Phrases::new(rows().into_iter().chain(groups.iter().map(|(what, row)| (*what, row.as_str()))), MACROS)
});

/// Threats, wishes, sexual remarks and abuse.
fn rows() -> Vec<(Remark, &'static str)> {
    use Aim::{Other, You};
    use Category::{Insult, Profanity, Sexual, Threat};
    let by = |what: Remark, rows: &[&'static str]| rows.iter().map(|row| (what, *row)).collect::<Vec<_>>();
    [
        by(remark(Threat, 4, You), &[
            "$will ..2 $harm (you|u|ya|your face|your head|your teeth|your neck|your legs|your throat|your house) ",
            "(you|u) ..1 (better|best|need to|want to|should) (watch|mind) (your|ur|yer) (back|step|mouth)",
            "(you'd|you'll|youd|ud) (better|best|want to)? (watch|be watching|regret) (your back|your step|your mouth|this|it|ever)",
            "(watch|mind) your back",
            "you'll (regret this|regret it|be sorry|pay for this|pay for that|wish you hadn't|wish you'd never|get what's coming)",
            "you will (regret this|regret it|be sorry|pay for this|pay for that|get what's coming)",
            "(i|we) know where (you|he|she|they) (live|lives|park|parks|work|works)",
            "(you're|your|youre|you are|ur) ..1 (a dead man|dead meat|so dead)",
            "i (hope|pray|wish) ..1 (you|u) ..2 (die|rot|choke|suffer|drown|burn|get cancer|get hit by a bus|get raped|drop dead)",
            "(go|just|please|u should|you should|and) (kill yourself|kill urself|hang yourself|drop dead|go die|die in a fire|jump off a bridge|top yourself|neck yourself)",
            "kill (yourself|urself)",
            "(say|do|try) (it|that) (again|once more|one more time) and (i'll|ill|i will|see what|you'll|you will)",
            "(i'll|i will|we'll) (find you|be waiting for you|come for you|come and find you|get you for this|make your life hell|make you pay|make sure you never work|have you|sort you out|see you outside|smash your|put you in hospital|put you in the ground|knock you out|end your career|wipe the floor with you)",
            "(keep|carry) (on|it up|going|talking) and (i'll|see what happens|you'll|someone will|something)",
            "(eating|eat|drinking) ..2 through a straw",
            "see you outside (mate|then|after|later|at)|(be|it'd be|would be) a (real)? shame if (something|anything|somebody|someone)|accidents happen|tick tock|see it coming|(teach|learn) (you|him|her|them) a lesson|(dig|digging) (your|his|her) own grave|(your|his|her) (own)? (teeth|kneecaps|jaw) ..2 (floor|pavement|out|back|down)|(your|his|her) kids (go|play|sleep)|in a (ditch|coffin|body bag|wheelchair|box) ..1 (mate|soon|before|by|pal)|say (it|that) to my face|never walk again|can't block me|(you'll|youll|you'd|he'll|she'll) ..6 (on crutches|in a hearse|in a neck brace|through a straw)|(stood|standing|waiting|parked|be) outside (your|his|her|their) (gate|house|door|window|work)|(i'm|im|i am) (gonna|going to|coming to) find (you|him|her|out who)",
            "$will ..1 (key|torch|trash|wreck|smash|brick|burn|slash|put) ..2 (car|van|windows|window|tyres|house|windscreen)",
            "(get|gets|getting|got) (what's|whats|what was|what is) coming to (you|him|her|them)|break (both)? (your|his|her|their) (legs|arms|jaw|nose|neck|fingers|kneecaps)|you're (going to|gonna) (regret|pay for|get what's coming|be sorry|wish)",
            "find out where (you|he|she|they) (live|lives|park|work|works)",
            "(hope|wish) (your|his|her|their) (house|car|kids|family|dog) ..2 (burns|burn|dies|die|crashes|gets)",
            "(burn|torch|bomb|petrol bomb|blow) ..6 with (them|him|her|everyone|all of them) (inside|in it|in there)",
            "(sleep with one eye open|snitches get stitches|you have been warned|your days are numbered|look over your shoulder|see you outside and)",
            "(want|wants|asking|cruising) ..1 for a (slap|smack|beating|kicking|bruising)",
        ]),
        by(remark(Threat, 3, Other), &[
            "(knock|knocked|beat|beaten|thrash|slapped|slap) (it|that|the ..1) out of (him|her|them|em|you)",
            "$will ..2 $harm (both|all|every one of)? $victim",
            "(he|she|they|that|those|all|somebody|someone|the|liberals|muslims|these) ..5 $should (be)? (publicly|all)? $end",
            "(someone|somebody) (should|needs to|ought to|please) ..1 (shoot|kill|stab|hang|slap|punch|batter|drown|beat|bomb|burn|smack|deck) ..2 (him|her|them|that|this|the|those|these)",
            "(someone|somebody) (should|needs to|ought to|please) ..1 give ..4 (hiding|slap|smack|thump|clip|beating|pasting|clout)",
            "(put|deserves|needs|wants) a bullet (in|through|between)",
            "(burn|torch|petrol bomb) ..2 (hotel|hostel|mosque|camp|centre) ..1 (down|to the ground)|round (them|em) ..2 up|bring back (hanging|the rope|the birch|the gallows) ..1 for",
            "($any|they|that lot|those|these) ..2 (want|wants|need|needs|should be|ought to be) ..1 (rounding up|rounded up|stringing up|gassing|drowning|shooting|hanging|horsewhipping|putting on a boat|put on a boat)",
            "$any ..1 should ..2 (die|hurry up and die|die out|drop dead)",
            "i (hope|pray|wish) ..1 (he|she|they|someone|somebody) ..3 (die|dies|rot|rots|choke|chokes|suffers|suffer|drown|drowns|get cancer|gets cancer|get raped|get hit by a bus|gets hit by a bus|kills him|kills her|shoots him|shoots her)",
            "(want|wanted|wanna|love|like|going|feel like|tempted) (to)? (punch|slap|strangle|throttle|stab|smack|batter|deck|headbutt|shoot) (him|her|them|that|this|the|those|every|half|some|one of)",
            "(need|needs|deserve|deserves|wants|could do with) a (good)? (slap|smack|kicking|hiding|beating|kick in|clip round|battering|punch|bullet|thrashing|caning)",
            "(shoot|hang|bomb|nuke|gas|deport|lynch|kill) (them all|all of them|the lot of them|em all|the bastards|all $any)",
        ]),
        by(remark(Sexual, 3, Other), &[
            "(i'd|id|i would|would|i'd like to|wouldn't mind) ..1 (shag|bang|do|smash|tap|bone|bonk|ride|screw|give) (her|him|that|one)",
            "(nice|lovely|cracking|fit|hot|tight|massive|huge) tits|(nice|great|lovely|cracking|fit|hot|tight|massive|huge|look at her|look at his|look at the) ..1 (arse|ass|bum|boobs|rack|legs|bod|backside|chest|booty|knockers|bulge)",
            "(show|send) (us|me) (your|ur|some|a)? (tits|boobs|nudes|bum|arse|pics|knickers|underwear)",
            "(get|take|got) (your|her|his) (kit|clothes|top|knickers|trousers|bra) off",
            "(sleep|slept|sleeping) with (me|you|half the)",
            "(looking|look|looks|looked) (so|very|well|proper|dead|really)? (sexy|fuckable|shaggable|hot enough|fit as fuck|fit enough) ..4",
            "(sexy|fit|hot) (little|young)? (schoolgirl|schoolgirls|student|students|pupil|pupils|sixth former|sixth formers|mums|teacher|teachers|ta|nqt|ect|babe|thing|lass)",
            "(want|wanna|love|like|going) ..1 (lick|spank|finger|fondle|grope|touch|undress|kiss you|taste) (you|her|him|your|that)",
            "(your|her|his) (tits|boobs|bum|cleavage|bulge|arse|ass) (look|looks|looked|in that|in those)",
            "(rubbish|shit|crap|amazing|useless) in bed",
            "(is|she's|he's|was|looks|looking) (well|proper|dead|bare|bloody|seriously) fit",
            "(love|like|wait|want) to get (her|him) ..1 (on (her|his) own|alone|into bed)",
            "(gagging|begging|up) for it|(was|were|she's|he's) ..1 asking for it|(got|earned|gets) ..5 on (her|his) (back|knees)|(sleeping|slept|shagged|shagging) (her|his) way|(let|have) (him|her) do ..1 (all sorts|anything|things|what)",
            "(wear|wearing|wore|in) ..3 (short skirt|tight top|tight trousers|low cut top|that skirt|that dress) ..3 (all day|please|again|for me|wow|phwoar|yum|hot|sexy)",
            "(give|gave|giving) ..1 (a|the|my) (boner|stiffy|hard on|erection|good seeing to|one)",
            "(eye candy|bedroom eyes|naughty (nurse|schoolgirl|secretary)|(things|what) (i'd|id|i would|i want to) (do|like to do) to (her|him|that|them)|(kick|throw|chuck) (her|him|them|that) out of bed|(keep|see|kept) me (behind|after class)|(undressing|undresses) (her|him|me)|up (her|their|that) (skirt|skirts)|down (her|their|that) (top|blouse)|bend over|(sit|bounce|bouncing) on my (face|lap|knee)|(can|could) ..3 me (any time|anytime|any day|all night)|phwoar|phwoarr|phwoooar|ooh matron)",
        ]),
        by(remark(Insult, 2, You), &[
            "(shut|stfu) (up|the fuck up|the hell up|your mouth|your face|your gob)",
            "(get|go) (to hell|and die|stuffed|screw yourself|back under your rock|back to your basement)",
            "how (stupid|dumb|thick|ignorant|pathetic|desperate|gullible|naive) (are|can|could|do) (you|u|he|she|they|people|these|liberals|the|we) ",
            "(you|u) (people|lot) (are|r) ..2 $bad",
            "(are|r) (you|u) (really|all|that|actually|just|always|so|still|naturally|just plain|both|completely)? (stupid|dumb|thick|retarded|mental|deaf|blind or|an idiot|a moron|insane|brain dead|on drugs|high|drunk|autistic|special|simple|slow|for real or just)",
            "(what|who) the (hell|fuck) (is wrong with|is the matter with|are|do|did) (you|he|she|they|these)",
            "(you|u) (make|makes|made) (me)? (sick|puke|want to vomit|want to puke)",
            "(you|u) (disgust|repulse|sicken) (me|us|everyone)",
            "(hate|despise|loathe|detest|can't stand) (you|u|your guts|ur)",
            "(nobody|no one|none of us) (likes|wants|cares about|can stand|asked) (you|u|your)",
            "(your|ur) (mum|mother|mom|momma|mama|wife|sister) (is|was)? (a|so fat|so ugly|sucks|should have|must be so)",
            "(ugly|fat|stupid|dumb|miserable|worthless|pathetic) ass",
            "(you|u) (are|r)? (a|an)? (waste of|piece of|bag of|sack of|load of|poor excuse for|sorry excuse for|pathetic excuse for|disgrace to|embarrassment to) ..3",
            "(hang your head|you should be ashamed|ashamed of yourself|have you no shame|have no shame|no shame at all)",
            "(your|ur) (a|an) (joke|disgrace|idiot|liar|fool|moron|clown|hypocrite|coward|embarrassment|disappointment|bully|loser|racist|muppet)",
            "(crawl|slither) back (to|into|under)",
            "(hope|hoping) (you|he|she|they) ..1 (rot|rots|burn|burns|choke|chokes|die|dies) ..2",
        ]),
        by(remark(Insult, 2, Other), &[
            "(lying|crooked|corrupt|evil|disgusting|pathetic|sick|vile|stupid|dumb|crazy|nasty|filthy|racist|fascist|ignorant|cowardly|ugly|traitorous|treasonous|scummy|dirty|demented|demonic|hateful|hypocritical|moronic|idiotic|brainless|brainwashed|insane|lunatic|psycho|deranged|spineless|gutless|worthless|useless|loony|nutty|rotten) ..1 (politicians|politician|liberals|liberal|democrats|democrat|dems|republicans|republican|conservatives|conservative|tories|tory|left|lefties|leftists|leftist|trump|hillary|obama|clinton|media|people|woman|women|man|men|person|human|humans|antifa|party|party members|gop|creature|creatures|senators|senator|supporters|voters|fans|kavanaugh|feinstein|pelosi|soros|maxine|waters|president|potus|mp|mps|government|bitch|cow|lot|ppl|folks|individual|individuals|cult|sob|son|scum|mob|socialists|feminists)",
            "(liberals|liberal|liberalism|democrats|dems|democrat|conservatives|republicans|tories|tory|gop|antifa|left|leftists|lefties|trump|obama|hillary|clinton|they|these people|media|msm|blm) (are|is|r) ..3 (stupid|dumb|evil|sick|pathetic|disgusting|vile|idiots|morons|liars|hypocrites|fascists|nazis|racists|racist|terrorists|scum|traitors|crazy|insane|nuts|unhinged|mental|deranged|a joke|a disgrace|a disease|a mental disorder|a cult|a cancer|trash|garbage|filth|animals|thugs|criminals|crooks|cowards|corrupt|lying|crooked|losers|clowns|fools|snowflakes|violent|brainwashed|ignorant|delusional|desperate|out of control|full of hate|hateful|rotten|dangerous|lunatics|demons|demonic|satanic|communists|commies)",
            "(he|she|trump|hillary|obama|kavanaugh|clinton|boris|corbyn) (is|was|has) ..3 (lying|crooked|corrupt|evil|pathological liar|mentally ill|a predator|a rapist|a pig|disgusting|a disgrace|a criminal|crook|insane|senile|sick in the head|a traitor|dumb|stupid|no brain|no brains|no morals|no shame|vile|repulsive|trash|garbage|a nut|nuts|a nutcase|deranged|demented|unhinged|psycho)",
            "(excuse|waste) (for|of) a (human|human being|man|woman|person|president|politician|teacher|leader|mother|father)",
            "(lock|locked) (her|him|them) up",
            "(lied|lies|lying) through (his|her|their|your) teeth",
            "(mentally|morally) (ill|deranged|bankrupt|unstable|retarded|challenged) ..1 (liberals|democrats|left|leftists|people|woman|man|person|president|politicians|trump)",
            "(rot|rots|burn|burns|burning|roast) in (hell|prison|jail)",
        ]),
        by(remark(Profanity, 2, You), &["(f|eff) (off|you|u|em|this|that|ing)", "(piss|sod|bugger|naff|bog|jog) off ..1 (you)"]),
    ]
    .concat()
}

/// What is said of any group; `#` stands for its name.
const OF_A_GROUP: &[&str] = &[
    "(all|most|these|those|the|$bare) ..1 $# $are ..1 $bad",
    "$# $are (so|very|just|all|really|too|such|always)? $bad",
    "$bare $#",
    "(hate|despise|loathe|detest|can't stand|cannot stand|sick of|fed up with|fed up of|tired of|no time for) (all)? (the|these|those|bloody|fucking)? $#",
    "(no|too many|get rid of|send back|round up|kick out|deport|ban|stop the|keep out) (all)? (the|these|more|bloody)? $#",
    "$# (shouldn't|should not|don't|do not|can't|cannot|couldn't|aren't|will never|should never) (be allowed|belong|be teaching|be in|drive|teach|lead|do maths|park|add|count|throw|think|work|integrate|speak|understand|deserve|wash|vote|be trusted|cope|fit in|manage|wear|get married|adopt|hack|handle|read)",
    "$# (out|go home|not welcome|should go|should leave|should be deported|should stay at home|should know their place|belong in|need to go back|have no place|have no soul|ruin everything|ruin it|smell|stink|suck)",
    "typical ..1 $#",
    "$# (and ..2)? (get|getting|take|taking|took|steal|stealing|got) (all|every|our|everything) ..2",
    "$# (all|always) ..1 (nick|steal|lie|cheat|moan|smell|stink|ruin|spoil|get away)",
    "$# (want|wants|need|needs|should be|ought to be) (locking up|locked up|shooting|putting down|banning|banned|sectioning|sectioned|sterilising|sterilised)",
    "(never|don't|wouldn't|would never|shouldn't|not) ..3 (trust|employ|hire|shortlist|appoint|promote|interview|listen to) ..2 $#",
];

/// Remarks against a group, by what the group shares.
fn groups() -> Vec<(Remark, String)> {
    use Aim::Other;
    let mut rows = Vec::new();
    let named = [
        (Category::Race, "race"),
        (Category::Origin, "origin"),
        (Category::Religion, "faith"),
        (Category::Orientation, "orient"),
        (Category::Gender, "women"),
        (Category::Disability, "disab"),
        (Category::Age, "old"),
        (Category::Appearance, "looks"),
        (Category::Politics, "politics"),
    ];
    for (category, name) in named {
        rows.extend(OF_A_GROUP.iter().map(|row| (remark(category, 3, Other), row.replace('#', name))));
    }
    let single: [(Category, &[&'static str]); 9] = [
        (
            Category::Origin,
            &[
                "go (back|home) (to)? (your|ur|their|her|his|where) (own)? (country|countries|you came|you come|they came|they come|she came|he came|village)",
                "(back|home) to where (you|they|he|she|these people) (came|come|belong|comes)",
                "go back to (africa|pakistan|poland|india|romania|mexico|china|bongo bongo land|somalia|bangladesh|nigeria)",
                "(speak|learn) english (or|you're in|this is|if you|properly or|when)",
                "send (them|em) all (back|packing|home)|the lot of (them|em) packing|(send|ship|sending|shipping|pack) (them|him|her|em|the lot of them|this lot|that lot) ..1 (back|home|off) ..1 (where|to) ..1 (they|he|she|their|his|her|country) ..1",
                "(want|wants|need|needs|should be) (sending|shipping|sent|shipped|deporting|deported) (back|home|off)? ..2",
                "too (foreign|black|brown|ethnic|muslim|gay|asian|polish|chinese|indian)",
                "(barely|hardly|can't|cannot|even) (speak|speaks|understand|understands) (a word of)? (english|the language)|(get|getting) our country back",
                "(come|coming|came) over here (and|taking|stealing|to)",
                "(taking|stealing|took|nicking) our (jobs|houses|places|benefits|school places)",
                "(not|aren't|isn't|never be) (really|properly|one of)? (british|english) ..2 (passport|paper|skin|just because)",
            ],
        ),
        (
            Category::Race,
            &[
                "(white|black|asian) (power|pride world wide|supremacy|genocide is)",
                "(they|you) all look (the same|alike)",
                "(you|u|he|she|they|those) ..1 (people|lot|sort|type) (are all|always|can't|don't wash|never|breed|stink|smell)",
                "(play|plays|playing|played) the race card|(diversity|quota|token|box ticking) (hire|hires|appointment|candidate)",
                "for a (black|white|asian|chinese|brown) (man|woman|girl|boy|kid|person|teacher)",
            ],
        ),
        (
            Category::Gender,
            &[
                "(belong|belongs|back|get back|stay|should be) (in|to) the kitchen",
                "(like|such|being) a (little|big|right|proper)? (girl|woman|old woman|girly girl|wimpy girl|fishwife|big girl)",
                "(typical|bloody|stupid|silly|bossy|hysterical|hormonal|emotional) (woman|women|female|females|girl|girls|men|man|bloke|male)",
                "(that|her|it's her|her) time of the month|off with (the|her) (menopause|hormones)|all hormones|baby brain|(pop|popping|churn|churning) out ..1 (babies|sprogs)",
                "(a man|men|blokes|a bloke) (would be|make|are|is) ..1 (steadier|better|stronger|calmer|more reliable|less emotional)",
                "what do you call (a|an|two) ..1 ($women|blonde|irishman|scotsman|ginger|$any)|only good for (the kitchen|breeding|one thing|cleaning)",
                "no wonder (she's|he's) (single|divorced)|with a (face|figure|backside) like (that|hers|his)",
                "(women|woman|female|girl) (driver|drivers|logic|boss|bosses|head|heads|leader|leaders) (are|is|always|can't)? ..1 (useless|hopeless|terrible|bad|emotional|awful|again|eh|for you|says it all)",
                "(not|isn't|no) (a)? (job|subject|place|sport|career) for (a|the)? (woman|women|girl|girls|ladies|lady|man|men|boy|boys|females)",
                "(man|grow a pair|grow some balls) up you",
                "(make me|get me|go make|go and make) a (sandwich|brew|cuppa|tea) (love|woman|darling|sweetheart|bitch)",
                "(hired|promoted|appointed|got (the|this|that|her|his) (job|post|role)) (only|just|purely)? because (she's|she is|she was|he's|they're|of her) ..1 (a woman|woman|black|brown|white|asian|gay|disabled|pretty|tits|muslim|legs|looks|skin)",
                "(too|all) (emotional|hormonal|hysterical) (to|for) ..3 (woman|women|girl|girls|lead|manage|head|her)",
            ],
        ),
        (
            Category::Orientation,
            &[
                "(that|this|it|he|you|she) ..1 (so|well|proper|totally|dead|bare|pretty|really) gay",
                "(that's|thats|is|it's|this is|looks|look|sounds|bit|are) (so|well|proper|totally|bare|a bit|dead|really) gay",
                "(don't|dont|stop) (be|being|acting) (so)? gay",
                "(gay|lesbian|trans|queer|lgbt) (agenda|propaganda|lifestyle choice|disease|nonsense|rubbish|brigade|mafia|ideology|perversion|freaks|freak)",
                "(little|is a|he's a) bender|(minces|mincing) (about|around|in|along|down|up|past|round)|(like a|right|little|total) (fairy|pansy|nancy boy)",
                "(adam and steve|bat for the other side|bats for the other side|on the other bus|light in the loafers|limp wristed|backs against the wall|pray the gay away)",
                "(not|isn't|aren't|never) (a)? (real|proper) (man|woman|men|women|women and|girl|boy)",
                "(man|bloke|men|boy) (in a dress|in a frock|in a skirt)",
            ],
        ),
        (
            Category::Disability,
            &[
                "(are|r) (you|u|they) (deaf|blind|thick|autistic|retarded|special|mental|disabled|simple|on the spectrum|brain damaged) (or something|or what|or just)?",
                "(bit|so|proper|acting|act|well|being|look|looks) (special|autistic|spastic|retarded|mental|schizo|spaz|downsy|on the spectrum|ocd about)",
                "(that|this|you|little|right) mongol (in|kid|boy|girl|child)",
                "(like|such) a (spastic|retard|cripple|mong|window licker|vegetable|psycho|mental patient|lunatic|downs kid)",
                "(belongs|belong|should be|needs to be|ought to be|straight) (in|from) (a|the)? (loony bin|nuthouse|nut house|funny farm|asylum|mental hospital|mental home|padded cell|madhouse|special school)",
                "(not|isn't) (all there|the full shilling|right in the head|playing with a full deck)|sandwich short of a picnic|two sandwiches short|screw loose|lights are on",
                "(playing|plays|uses|using|pulling) the (disability|autism|adhd|mental health|anxiety|dyslexia) card",
                "(so called|just an excuse|made up|all made up|fake) (adhd|autism|dyslexia|depression|anxiety)",
                "(adhd|autism|dyslexia|depression|anxiety|ptsd) (is|isn't|are) (just|only|not|all)? (an excuse|made up|real|a fad|bad parenting|laziness|naughty kids|naughtiness|lazy)",
            ],
        ),
        (
            Category::Age,
            &[
                "(too old|over the hill|past (his|her|their|your) (best|sell by date|prime)) (for this|to teach|to learn|and should|now|teacher|so)",
                "(should|needs to|time to|ought to) (have)? (retire|retired|be put out to pasture|be put down) (years ago|already|the old)",
                "(one foot in the grave|senior moment|put out to pasture|doddery old|silly old|stupid old|miserable old|useless old|bloody old|deaf old|senile old) ..1 (man|woman|bat|fool|bag|git|goat|cow|sod|fart|bird|dear|duffer|teacher|teachers|coot|crone)",
                "(he's|she's|they're|you're|he is|she is|they are|you are) (too old|over the hill|too young) (to|for)|put ..1 out to (pasture|grass)|(woman|women|man|men|anyone|someone) of (that|her|his|your|their) age",
                "(wet behind the ears|barely out of nappies|still in nappies|child playing at)",
            ],
        ),
        (
            Category::Appearance,
            &[
                "(he's|she's|you're|you are|he is|she is|they're|they are|you|you look|looks) ..2 (so|such|too|really|well|getting)? (fat|ugly|hideous|obese|minging|butters|rank) ",
                "(she|he|you|lass|bloke|woman|man) ..4 like a ..1 (horse|pig|bulldog|troll|moose|gargoyle|slug|walrus)|(put|been putting|piled) on (a lot of|so much|loads of|the) (weight|timber|pounds|beef) (haven't you|hasn't she|hasn't he|fatty|lately)",
                "(face|head|arse|backside) like (a|the) (smacked|slapped|bag|bulldog|dropped|bucket|robber's|back|bus|horse|melted|blind cobbler's|burst|wet)",
                "(ate|eaten|swallowed|eats) all the (pies|cakes|biscuits)",
                "(lay|laying) off the (pies|cakes|biscuits|burgers|doughnuts)",
                "(carrot|ginger|copper) (headed|top|head|haired) ..1 (freak|monster|minger|weirdo)|blonde ..4 (thick|dumb|stupid|ditzy|dizzy|typical)",
                "(ginger|ginge|ginga) (freak|mong|twat|tosser|wanker|cow|bitch|git|bastard|idiot|fool|prick|kid should|gene)",
                "(gingers|ginger people|ginger kids) (have no|don't have|are)",
                "(fat|ugly) ..1 (cow|git|pig|bitch|slob|bastard|hag|sod)|(fat|ugly|ginger|bald|spotty|lanky|hairy|scruffy) (cow|git|pig|bitch|slob|bastard|lump|mess|bint|sod|oaf|hag|oik|old|little)",
            ],
        ),
        (
            Category::Religion,
            &[
                "(all|every) (muslims|muslim|jews|jew|catholics|christians|hindus) (is|are|wants|want)",
                "(islam|judaism|christianity|hinduism|catholicism|religion) is (a|an) ..1 (cancer|disease|cult|plague|joke|mental illness|evil|death cult|backward)",
                "(jews|zionists|the jews) ..2 (run|control|own|rule|did|killed) ..1 (the|everything|world|media|banks|jesus|9)",
                "(letterbox|letterboxes|letter box|bin bag|bin bags|ninja|ninjas|tea towel|dishcloth) on (her|his|their) (head|heads)|(look|looks|looking|dressed) like (a)? (letterbox|letterboxes|letter boxes|bank robbers|ninjas|ninja|bin bag|bin bags)",
                "(happy clappy|god squad|bible thumpers|bible bashers|cult members) ..1",
                "(sharia|burka|burqa|hijab) (brigade|bandits|wearing freaks)",
            ],
        ),
        (
            Category::Politics,
            &[
                "(tory|labour|brexit|remainer|leftie|lefty|liberal|right wing|left wing|reform|trump) (scum|bastards|idiots|morons|filth|vermin|cretins|thickos|loons|nutters|wankers|twats|traitors|pigs|bigots|loonies|brigade|mob|snowflakes|racists|cult|trash|fascists|rats|thugs|hypocrites|liars)",
                "(anyone|anybody|people|those|everyone|idiots|teachers) (who|that) (vote|votes|voted|support|supports|supported|voting) (for)? (tory|labour|brexit|leave|remain|reform|conservative|trump|green|corbyn|boris|farage|ukip|them) (is|are|should|must|needs|need|has|have|can) ..2",
            ],
        ),
    ];
    for (category, patterns) in single {
        rows.extend(patterns.iter().map(|row| (remark(category, 3, Other), (*row).to_owned())));
    }
    rows
}

/// Every remark in a text.
pub fn find(text: &Text) -> Vec<Offence> {
    REMARKS
        .find(text)
        .into_iter()
        .filter(|found| !is_banter(text, found.words.start, found.words.end))
        .map(|found| Offence {
            place: text.span(&found.words),
            category: found.tag.category,
            strength: found.tag.strength,
            aim: found.tag.aim,
            told: false,
        })
        .collect()
}

/// Threats that nobody means: "I could kill for a coffee", "you'll regret not revising", "kill him with kindness".
fn is_banter(text: &Text, start: usize, end: usize) -> bool {
    let word = |at: usize| text.fold(at);
    matches!(word(end), "kindness" | "at" | "tomorrow" | "revising")
        || word(end) == "with" && matches!(word(end + 1), "kindness" | "love" | "questions" | "emails")
        || word(end) == "not"
        || start > 0 && matches!(word(start - 1), "not" | "never" | "don't" | "didn't" | "if" | "won't")
}
