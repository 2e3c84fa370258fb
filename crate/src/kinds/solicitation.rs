//! solicitation: a post, comment or mail sells, collects, campaigns, recruits or promotes.

use super::{Ask, Found, Proof, Report};
use crate::lexicon::MACROS;
use crate::phrase::Phrases;
use crate::text::Text;
use crate::verdict::Severity;
use crate::voice;
use crate::words::say;
use std::ops::Range;
use std::sync::LazyLock;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "academy-trust",
    flags: &[
        "15% off everything in my Etsy shop with code MISSP15, link in bio",
        "Selling my old sofa, £40, message me if you want it",
        "I tutor GCSE maths, £35 an hour, dm me to book a slot",
        "use my code AMY10 for 10% off at checkout #ad",
        "Few spaces left on my summer art course, book now",
        "new worksheets in my TES shop, £3 each, link below",
        "Vote Green on Thursday. Your street needs it.",
        "please sign this petition to save the library",
        "Sign the petition: stop the bypass https://example.com/p/1",
        "Get out and vote Labour!!",
        "write to your MP today and demand they back the bill",
        "I'm running the London Marathon for Mind, please sponsor me",
        "gofundme below, every quid counts",
        "Donate what you can to my JustGiving page x",
        "Come along to our church this Sunday, all welcome, God is waiting for you",
        "Jesus died for you. Accept him today, message me to find out more",
        "our mosque is running a come to Islam evening, join us",
        "Everyone should join Slimming World with Karen, sign up with my link",
        "be your own boss!! 3 spots left on my team, inbox me 'FREEDOM'",
        "earn £500 a week from your phone, ask me how",
        "Forward this to ten people or you'll have bad luck for a year",
        "copy and paste this to your status, don't just share",
        "Congratulations, you have won an iPhone, click here to claim",
        r#"{"moment":"email","text":"Please vote Green on Thursday. Leaflets in my pigeonhole","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"I'm an Avon rep now, brochure in the staffroom, orders to me by Friday","to":["all@larkfield.example"]}"#,
    ],
    passes: &[
        "Polls close at ten. Whoever you back, take ID.",
        "Vote at Larkfield school hall, then cake",
        "Lovely evensong at the cathedral tonight",
        "Happy Easter everyone, he is risen",
        "The bake sale is on Friday in the hall",
        "We raised £412 for Children in Need, thank you all",
        "Someone tried to sell me a sofa today",
        "My Year 9s voted for pizza",
        "I bought this at 20% off in the sale, chuffed",
        "Year 6 wrote persuasive letters to the MP about litter",
        "Marking, tea, bed",
        "Our church was freezing this morning",
        "Anyone recommend a good plumber?",
        "Teaching about the Suffragettes and votes for women",
        "Petition handed in at Downing Street today, says the BBC",
        "I can't believe people fall for pyramid schemes",
        "Please don't sign that petition, it's a scam",
        "The school council vote is on Monday",
        r#"{"moment":"email","text":"Could you send a quote for 30 copies of the reader please? Order to follow.","to":["sales@books.example"]}"#,
        r#"{"moment":"email","text":"The PTA cake stall is Friday in the hall from 3.15. All welcome.","to":["all@larkfield.example"]}"#,
        r#"{"moment":"post","text":"Sponsored walk on Friday, please donate!","author":{"branded":true}}"#,
        r#"{"policy":"durrington","moment":"post","text":"15% off my handmade earrings, DM to order"}"#,
    ],
};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Commercial,
    Personal,
    Political,
    Religious,
    Promotion,
    Chain,
    Pyramid,
    Spam,
    /// A sum of money: sells something beside a call to answer.
    Price,
    /// A call to answer, order or pay.
    Call,
    /// Promotes, where the text holds a link.
    Linked,
}

impl Sort {
    /// Its name in packs.
    fn name(self) -> &'static str {
        match self {
            Self::Commercial | Self::Price | Self::Call => "commercial",
            Self::Personal => "personal",
            Self::Political => "political",
            Self::Religious => "religious",
            Self::Promotion | Self::Linked => "promotion",
            Self::Chain => "chain letter",
            Self::Pyramid => "pyramid scheme",
            Self::Spam => "spam",
        }
    }

    /// What the finding says.
    fn heading(self) -> String {
        match self {
            Self::Commercial | Self::Price | Self::Call => say("solicitation.heading-commercial", &[]),
            Self::Personal => say("solicitation.heading-personal", &[]),
            Self::Political => say("solicitation.heading-political", &[]),
            Self::Religious => say("solicitation.heading-religious", &[]),
            Self::Promotion | Self::Linked => say("solicitation.heading-promotion", &[]),
            Self::Chain => say("solicitation.heading-chain", &[]),
            Self::Pyramid => say("solicitation.heading-pyramid", &[]),
            Self::Spam => say("solicitation.heading-spam", &[]),
        }
    }
}

static WORDINGS: LazyLock<Phrases<Sort>> = LazyLock::new(|| {
    let rows = [
        (
            Sort::Linked,
            "(join|support|follow|sponsor|visit|try|book|donate to|sign up with|volunteer with|shop at|buy from|subscribe to) (them|now|today|here|this)",
        ),
        (Sort::Price, "<money>"),
        (Sort::Price, "(half price|tenner|fiver|twenty quid|mates rates|best offer|ono|staff discount|reasonable rates|competitive rates)"),
        (Sort::Call, "(dm|pm|message|inbox|text|ring|call|email|whatsapp|paypal|contact|ask|monzo|reply to|speak to|see|tell|find) me"),
        (
            Sort::Call,
            "(order|book|buy|reserve|orders|bookings) ..1 (with|from|through|via|by|to) (me|friday|monday|tuesday|wednesday|thursday|the end)",
        ),
        (Sort::Call, "(drop|give|send) me a ..1 (line|message|dm|text|shout|bell|ring|call|email)"),
        (
            Sort::Call,
            "(get in touch|let me know if|dms open|dm's open|inbox open|dms are open|tell your (friends|mates|neighbours|family|friends')|first come first served|collection only|pigeonhole|book (a|your) (slot|place|space|session|table)|to (book|order|reserve)|grab (a|your) (place|space|ticket|spot)|spaces left|few left|link in|brochure|hmu|hit me up|if anyone wants|anyone want|who wants|any takers)",
        ),
        (Sort::Commercial, "(order|buy|book) ..1 (with|from|through|via) me"),
        (
            Sort::Pyramid,
            "(gifting circle|women helping women|blessing loom|sou sou|money circle|matrix scheme|only need ..2 more (each|people)|turn <money> into <money>|turned <money> into <money>)",
        ),
        (
            Sort::Political,
            "(canvassing|leafleting|leafletting|door knocking|campaigning|doorstepping|phone banking) ..10 (join|hand|help|come|volunteers|saturday|sunday|tonight|with us|welcome)",
        ),
        (
            Sort::Commercial,
            "(selling|for sale|i'm selling|im selling) ..8 (dm|pm|message me|inbox me|text me|offers|ono|o n o|collection only|collect|each|tenner|fiver|quid|my pigeonhole|see me|let me know|interested|first come)",
        ),
        (
            Sort::Commercial,
            "(off|discount|sale) ..6 (my (etsy|shop|store|website|vinted|depop|ebay|range|earrings|cards|candles|prints|handmade|new)|with code|use code|code)",
        ),
        (
            Sort::Commercial,
            "(use|with|quote|enter) (my)? ..1 (code|discount code|referral code|promo code|voucher code|referral link|affiliate link)",
        ),
        (
            Sort::Commercial,
            "(link in bio|link in my bio|link below|link in comments|linktree) ..5 (order|buy|book|shop|sign up|discount|sale)",
        ),
        (
            Sort::Commercial,
            "(order|buy|shop|book|discount|sale|tickets|course|shop|store|worksheets|resources|candles|bundle) ..12 (link in bio|link in my bio|link below|link in comments)",
        ),
        (
            Sort::Commercial,
            "(dm|pm|message|inbox|text|ring|call|email|whatsapp) (me)? ..2 (to (order|book|buy|reserve|enquire|secure)|for (prices|price|details|orders|bookings|rates|a quote|availability|a discount|more info|a price list))",
        ),
        (
            Sort::Commercial,
            "(my|our|her|his|wife's|husband's|partner's) ..2 (etsy|etsy shop|ebay shop|vinted|depop|tes shop|tpt store|online shop|tes resources|side hustle|small business|new business|tuition business|price list)",
        ),
        (
            Sort::Commercial,
            "(i|i'm|im|i am|now|currently|am|we) ..2 (tutor|tutoring|offering|offer|selling|taking bookings|taking orders|taking on|booking) ..8 (hour|hourly|hr|session|sessions|tuition|lesson|lessons|each|slots|spaces|commissions|christmas|orders|private)",
        ),
        (
            Sort::Commercial,
            "(private|gcse|maths|english|science|11 plus|a level|one to one|online) ..1 (tuition|tutoring|tutor) ..6 (available|hour|per hour|hr|slots|spaces|rates|dm|message|book)",
        ),
        (
            Sort::Commercial,
            "(spaces|places|slots|spots) (left|available|remaining|going) ..4 (my|our|course|class|workshop|sessions|tuition|on)",
        ),
        (
            Sort::Commercial,
            "(book now|order now|buy now|shop now|order yours|grab yours|limited time offer|special offer|pre order now|preorder now|buy one get one|free delivery|on sale now|now on sale|available to buy|available to order)",
        ),
        (
            Sort::Commercial,
            "(i've|i have|i) (written|published|launched|released|started|set up|opened) (a|my) ..3 (book|course|shop|business|range|ebook|podcast|planner) ..8 (buy|order|amazon|available|link|pre order)",
        ),
        (
            Sort::Commercial,
            "(my|our) (book|ebook|course|planner|novel|album|single) ..4 (is out now|out now|on amazon|available now|is available|to buy)",
        ),
        (
            Sort::Commercial,
            "(avon|body shop at home|tropic|scentsy|usborne|herbalife|juice plus|arbonne|tupperware|ann summers|pampered chef|neal's yard|younique|forever living|stella and dot) ..3 (rep|party|order|orders|brochure|brochures|consultant|stall|catalogue|ambassador|books|independent|sale)",
        ),
        (Sort::Commercial, "#(ad|spon|sponsored|affiliate|gifted)"),
        (Sort::Commercial, "(#ad|#spon|#sponsored|#affiliate|#affiliatelink|#discountcode|#shopsmall)"),
        (Sort::Commercial, "(affiliate|referral|commission) (link|links|code)"),
        (
            Sort::Personal,
            "(sponsor|donate|donating|donation|donations|contribute|fundraising|chip in) ..8 (me|us|my|justgiving|gofundme|page|what you can|whatever you can|if you can|link|generously|every penny|spare)",
        ),
        (
            Sort::Personal,
            "(gofundme|go fund me|justgiving|just giving|crowdfunder|crowdfunding|virgin money giving|patreon|ko fi|buymeacoffee|buy me a coffee|gofundraise|givewheel|localgiving) ..6 (page|link|below|here|bio|please|is|for|up|donate|support|my|in)",
        ),
        (
            Sort::Personal,
            "(my|our|a|the|this|their|his|her) ..2 (gofundme|justgiving|crowdfunder|kickstarter|patreon|fundraiser|fundraising page|just giving|sponsorship form|sponsor form)",
        ),
        (Sort::Personal, "(please|pls|plz) ..3 (sponsor|donate|give generously|dig deep|support my|chip in)"),
        (Sort::Personal, "(every (penny|quid|pound|little|fiver|donation) (counts|helps))"),
        (Sort::Personal, "(sponsor (me|us|my|our))"),
        (Sort::Personal, "(give) ..2 (what you can|whatever you can|generously)"),
        (
            Sort::Personal,
            "(paypal me|monzo me|bank transfer me|proceeds to my|proceeds go to my|shout me a coffee|buy me a coffee|buy me a pint|fund my|help me (raise|reach|fund|hit my|smash my)|towards my (wedding|hen|stag|honeymoon|trip|house|operation|target))",
        ),
        (
            Sort::Personal,
            "(raising|raise|collecting|collection) ..1 (money|funds|cash|for) ..12 (sponsor|link|page|donate|please|form|help|tin|staffroom|anything|support)",
        ),
        (Sort::Personal, "(ko fi|kofi|patreon) ..6 (open|link|support|tip|coffee|members|subscribe)"),
        (Sort::Political, "put (your|an|ur) (x|cross|tick) (next to|by|against|beside|in the|for)"),
        (Sort::Political, "add your (name|signature|voice) ..3 (to|the) ..4 (petition|letter|campaign|pledge)"),
        (Sort::Political, "petition ..8 (needs|signatures|signature|100k|signed)"),
        (Sort::Political, "(vote|voting|#vote) ..1 $party"),
        (
            Sort::Political,
            "(vote|#vote) (for|against|out) ..4 ($party|councillor|candidate|mp|mayor|brexit|remain|leave|independence|government|me|starmer|sunak|badenoch|farage|davey|change)",
        ),
        (Sort::Political, "(vote (yes|no|leave|remain|them out|tory out|tactically))"),
        (
            Sort::Political,
            "(please|pls|and|to|everyone|just|urge you to|go and|must|do|all)? (sign|signing|share|back|support) ..1 (this|the|my|our|a) ..3 (petition|open letter)",
        ),
        (Sort::Political, "(petition) ..4 (sign|please|here|link|below|share)"),
        (Sort::Political, "(write to|email|lobby|contact|tell|ring|pressure|message) (your|ur) (mp|councillor|local mp|councillors|msp)"),
        (
            Sort::Political,
            "(join|support|back|elect|re elect|campaign for|campaigning for|canvassing for|leafleting for|door knocking for|canvass for|deliver leaflets for) ..2 ($party|the campaign|our campaign)",
        ),
        (Sort::Political, "(get|kick|boot|throw|vote) ..1 ($party|this government|the government) out"),
        (
            Sort::Political,
            "(#votelabour|#voteconservative|#votegreen|#votelibdem|#votesnp|#votereform|#toriesout|#torygovernmentout|#getthetoriesout|#voteplaid)",
        ),
        (
            Sort::Political,
            "(protest|demo|march|rally|demonstration) ..6 (join us|join me|be there|see you there|bring placards|bring banners|spread the word)",
        ),
        (
            Sort::Political,
            "(join us|join me|come to|come along to|come and join|come on) ..5 (protest|demo|march|rally|demonstration|hustings|picket)",
        ),
        (
            Sort::Religious,
            "(come|join|visit|you're invited|invite|invited|inviting|try|welcome|pop) ..5 (us|me|our|my|at|to|along|you|the|everyone|any) ..4 (church|mosque|temple|gurdwara|synagogue|chapel|alpha course|alpha|bible study|prayer group|prayer meeting|kingdom hall|sunday service|fellowship|worship|youth church|messy church|dawah|quran class|christian union|life group|house group|faith)",
        ),
        (
            Sort::Religious,
            "(our|my) (church|mosque|temple|chapel|gurdwara|fellowship) ..8 (join us|join|all welcome|everyone welcome|come along|come and|you're invited|sign up)",
        ),
        (
            Sort::Religious,
            "(accept|find|turn to|come to|invite|let|give your life to|follow|know|receive|meet|trust in|believe in) ..1 (jesus|christ|islam|allah|the lord|god|krishna|buddha|the saviour) ..6 (today|into your|saved|message me|before|now|save|and be|evening|dm me|your life|your heart|saviour)",
        ),
        (
            Sort::Religious,
            "(jesus|god|allah|christ|the lord) ..4 (waiting for you|died for you|died for your|can save you|will save you|is calling you|loves you|wants you|is the answer|is the only way|has a plan for you)",
        ),
        (Sort::Religious, "(repent|be saved|get baptised|find salvation|revert to islam|come to islam|find god|find jesus)"),
        (
            Sort::Promotion,
            "(join|try|sign up (to|for|with)|check out|book (with|onto)|go to|head to|get down to|support) ..6 (slimming world|weight watchers|my gym|bootcamp|boot camp|zumba|pilates class|yoga class|personal trainer|franchise|my friend's|my mate's|my sister's|my husband's|my wife's|my brother's|my cousin's|my mum's)",
        ),
        (Sort::Promotion, "(sign up|signing up|register|subscribe|join) ..4 (my link|my referral|using my|via my|with my|through my)"),
        (
            Sort::Promotion,
            "(highly recommend|can't recommend|cannot recommend|go and book|give them a follow|give them your business|use them|book them|hire them|get them booked|tell them i sent you|mention my name)",
        ),
        (
            Sort::Promotion,
            "(brand ambassador for|ambassador for|gifted by|proud to partner with|proud to be partnering with|partnering with|collab with)",
        ),
        (
            Sort::Promotion,
            "(my (husband|wife|partner|brother|sister|mate|friend|mum|dad|son|daughter|cousin)) ..2 (company|business|firm|shop|cafe|salon|garage|studio|gym|nursery|tuition) ..8 (book|offer|discount|check|visit|open|recommend|deal|taking|call|ring|support|follow|like)",
        ),
        (
            Sort::Chain,
            "(forward|send|pass|resend) (this|it) (on)? ..2 (to|on to) ..1 (all|everyone|everybody|ten|10|five|5|seven|7|twelve|12|fifteen|15|twenty|20|as many|at least|every|your|friends|others|people|another|contacts)",
        ),
        (
            Sort::Chain,
            "(copy and paste|copy n paste|copy paste|cut and paste|copy & paste) ..6 (this|status|wall|share|repost|friends|don't|profile|timeline)",
        ),
        (
            Sort::Chain,
            "(share|repost|retweet|tag) ..8 (bad luck|good luck will|good luck comes|break the chain|break this chain|or you will|or you'll|within 24 hours|keep it going|keep this going|keep the chain|or else)",
        ),
        (Sort::Chain, "(don't|do not|dont) break (the|this) chain"),
        (
            Sort::Chain,
            "(repost if|share if|like and share if|type amen|93 of people|97 of people|99 of people|only 1 of people|bet you won't|i bet most of you won't)",
        ),
        (
            Sort::Pyramid,
            "(be your own boss|become your own boss|be ur own boss|financial freedom|passive income|ground floor opportunity|amazing opportunity to earn|side income|residual income|work from your phone|fire your boss|quit your 9 to 5|network marketing|multi level|mlm|unlimited earning potential|get rich|life changing opportunity|business opportunity)",
        ),
        (
            Sort::Pyramid,
            "(earn|earning|make|making) ..1 (up to|over)? ..3 (a week|a month|per week|per month|weekly|monthly|extra|a day) ..4 (from home|from your phone|your phone|your sofa|online|ask me how|dm me|message me|inbox me|part time|around your|in your spare time)",
        ),
        (Sort::Pyramid, "(spots|places|spaces|positions) ..2 (on|in) (my|our) team"),
        (
            Sort::Pyramid,
            "(join|joining|build|building|growing|expanding|recruiting for) (my|our) ..1 (team|downline) ..6 (earn|income|boss|dm|message|inbox|opportunity|home|launch|business)",
        ),
        (
            Sort::Pyramid,
            "(bitcoin|crypto|forex|trading) ..6 (dm me|message me|inbox me|ask me how|doubled my|double your|guaranteed|returns|join my|mentor|signals)",
        ),
        (Sort::Pyramid, "(each|every) (person|friend|member) (you|that you|who you) (recruit|bring|refer|sign up|introduce)"),
        (Sort::Spam, "(you have|you've|you) won ..6 (claim|click|prize|iphone|voucher|gift card|lottery|draw)"),
        (Sort::Spam, "(click (here|this link|the link|below)) ..3 (to claim|to win|for your free|to get your free|for a free)"),
        (
            Sort::Spam,
            "(free|win a|win) ..2 (iphone|ipad|gift card|gift cards|vouchers|amazon voucher|tesco voucher|robux|v bucks) ..6 (click|claim|link|sign up|follow|share)",
        ),
    ];
    Phrases::new(rows, &macros())
});

fn macros() -> Vec<(&'static str, &'static str)> {
    let own = [(
        "party",
        "labour|conservative|conservatives|tory|tories|green|greens|green party|lib dem|lib dems|liberal democrat|liberal democrats|snp|plaid|plaid cymru|reform|reform uk|ukip|sinn fein|dup|alba|workers party|your party|the greens|the tories|the green party|the labour party|independent",
    )];
    own.into_iter().chain(MACROS.iter().copied()).collect()
}

/// Reports what a personal account asks for, of the sorts that the clause lists (all when it lists none).
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.author.branded {
        return;
    }
    let types = &ask.clause.with.types;
    let mut told: Vec<Sort> = Vec::new();
    let found = WORDINGS.find(ask.text);
    let sells = [Sort::Price, Sort::Call].iter().all(|sort| found.iter().any(|found| found.tag == sort));
    for found in found {
        let sort = match *found.tag {
            Sort::Price if sells => Sort::Commercial,
            Sort::Linked if has_link(ask.text) => Sort::Promotion,
            Sort::Price | Sort::Call | Sort::Linked => continue,
            sort => sort,
        };
        let wanted = types.is_empty() || types.iter().any(|one| one == sort.name());
        if wanted && !told.contains(&sort) && is_meant(ask.text, &found.words) {
            told.push(sort);
            report.add(Found::new(Severity::Nudge, sort.heading(), say("solicitation.why", &[])).at(ask.text.span(&found.words)));
        }
    }
}

/// Whether a text holds an address on the web.
fn has_link(text: &Text) -> bool {
    ["://", "www.", ".com", ".org", ".co.uk", ".example"].iter().any(|sign| text.raw.contains(sign))
}

/// Whether something is asked for in earnest: not denied, not reported of others, not a lesson.
fn is_meant(text: &Text, words: &Range<usize>) -> bool {
    const OTHERS: &[&str] = &[
        "he",
        "she",
        "they",
        "someone",
        "somebody",
        "people",
        "who",
        "pupils",
        "students",
        "teaching",
        "wrote",
        "lesson",
        "year",
        "suffragettes",
    ];
    let from = words.start.saturating_sub(4);
    let others = (from..words.start).rev().take_while(|&at| !text.starts_sentence(at + 1)).any(|at| OTHERS.contains(&text.fold(at)));
    !(others || voice::is_denied(text, words) || voice::is_quoted(text, words))
}
