//! Appeals: what a text asks of its readers: to buy, give, vote, worship, join or pass on.

use crate::order;
use crate::phrase::{Phrases, Words};
use crate::text::{Gap, Text};
use crate::voice;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::LazyLock;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appeal {
    /// Something for sale.
    Commercial,
    /// Money for the author or a good cause.
    Personal,
    /// A vote, a signature, help for a campaign.
    Political,
    /// Coming to a faith.
    Religious,
    /// Joining or using another organisation.
    Promotion,
    /// Passing the text on.
    Chain,
    /// Joining a money-making scheme.
    Pyramid,
    /// Clicking for a prize.
    Spam,
}

/// What a wording gives: a whole appeal, or one half of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Whole(Appeal),
    Price,
    Unit,
    Wares,
    Call,
    Faith,
    Invite,
    Petition,
    Urge,
    Charity,
    Give,
    Push,
    Vote,
    Brand,
    Kin,
    Deal,
    Campaign,
    Help,
}

/// Two halves that make an appeal when one text holds both.
const PAIRS: &[(Half, Half, Appeal)] = &[
    (Half::Price, Half::Call, Appeal::Commercial),
    (Half::Wares, Half::Call, Appeal::Commercial),
    (Half::Wares, Half::Price, Appeal::Commercial),
    (Half::Kin, Half::Deal, Appeal::Promotion),
    (Half::Brand, Half::Call, Appeal::Commercial),
    (Half::Brand, Half::Invite, Appeal::Commercial),
    (Half::Campaign, Half::Help, Appeal::Political),
    (Half::Faith, Half::Invite, Appeal::Religious),
    (Half::Petition, Half::Urge, Appeal::Political),
    (Half::Charity, Half::Give, Appeal::Personal),
];

static WORDINGS: LazyLock<Phrases<Half>> = LazyLock::new(|| {
    let commercial = [
        "(order|buy|book|ordered|bought|tickets|available) ..5 (with|from|through|via) me",
        "(selling|for sale|i'm selling|im selling) ..8 (dm|pm|message me|inbox me|text me|offers|ono|o n o|collection only|collect|each|tenner|fiver|quid|my pigeonhole|see me|let me know|interested|first come)",
        "(off|discount|sale) ..6 (my (etsy|shop|store|website|vinted|depop|ebay|range|earrings|cards|candles|prints|handmade|new)|with code|use code|code)",
        "(use|with|quote|enter) (my)? ..1 (code|discount code|referral code|promo code|voucher code|referral link|affiliate link)",
        "(link in bio|link in my bio|link below|link in comments|linktree) ..5 (order|buy|book|shop|sign up|discount|sale)",
        "(order|buy|shop|book|discount|sale|tickets|course|shop|store|worksheets|resources|candles|bundle) ..12 (link in bio|link in my bio|link below|link in comments)",
        "(dm|pm|message|inbox|text|ring|call|email|whatsapp) (me)? ..2 (to (order|book|buy|reserve|enquire|secure)|for (prices|price|details|orders|bookings|rates|a quote|availability|a discount|more info|a price list))",
        "(my|our|her|his|wife's|husband's|partner's) ..2 (etsy|etsy shop|ebay shop|vinted|depop|tes shop|tpt store|online shop|tes resources|side hustle|small business|new business|tuition business|price list)",
        "(i|i'm|im|i am|now|currently|am|we) ..2 (tutor|tutoring|offering|offer|selling|taking bookings|taking orders|taking on|booking) ..8 (hour|hourly|hr|session|sessions|tuition|lesson|lessons|each|slots|spaces|commissions|christmas|orders|private)",
        "(private|gcse|maths|english|science|11 plus|a level|one to one|online) ..1 (tuition|tutoring|tutor) ..6 (available|hour|per hour|hr|slots|spaces|rates|dm|message|book)",
        "(spaces|places|slots|spots) (left|available|remaining|going) ..4 (my|our|course|class|workshop|sessions|tuition|on)",
        "(book now|order now|buy now|shop now|order yours|grab yours|limited time offer|special offer|pre order now|preorder now|buy one get one|free delivery|on sale now|now on sale|available to buy|available to order)",
        "(i've|i have|i) (written|published|launched|released|started|set up|opened) (a|my) ..3 (book|course|shop|business|range|ebook|podcast|planner) ..8 (buy|order|amazon|available|link|pre order)",
        "(my|our) ..1 (book|ebook|course|planner|novel|album|single|ep|podcast) ..4 (is out now|out now|on kindle|out on|on amazon|available now|is available|to buy)",
        "(avon|body shop at home|tropic|scentsy|usborne|herbalife|juice plus|arbonne|tupperware|ann summers|pampered chef|neal's yard|younique|forever living|stella and dot) ..3 (rep|party|order|orders|brochure|brochures|consultant|stall|catalogue|ambassador|books|independent|sale)",
        "(#ad|#spon|#sponsored|#affiliate|#affiliatelink|#discountcode|#shopsmall)",
        "(affiliate|referral|commission) (link|links|code)",
        "(use|with|through|via) my ..1 (link|code|referral|invite)",
        "(get|gets|earn|earns|on|make) ..2 (commission|kickback|kickbacks)|code ..1 (gets you|saves you|gives you|for money off|for a discount)",
        "(handmade|made|baked|knitted|sewn|painted) by me ..8 (order|dm|buy|message|each|pounds|available)",
        "(anyone|anybody) ..2 (want|fancy|interested in) ..2 (buy|buying|purchase|taking) ..1 (a|an|my|some)",
        "(selling|flogging) (a|an|my|some|two|three|2|3|4|these|this|our|tickets|spare|the|off|homemade|handmade|up)",
        "(buy|order|preorder|pre order|download|get) (my|our) ..3 (book|ebook|course|planner|art|prints|cards|candles|resources|guide|album|single|app|pack|bundle|calendar)",
    ];
    let kin = [
        "(my|our) ..2 (brother|sister|mate|friend|husband|wife|mum|dad|cousin|partner|uncle|aunt|neighbour|law|lad|son|daughter|mate's|nephew|niece|lass)",
    ];
    let deal = [
        "(i sent you|mention (me|my name)|best in|recommend|<money>|discount|% off|off for|percent off|give (him|her|them) a (ring|call|shout|bell)|book (him|her|them)|taking bookings|taking orders|cheap|cheapest|free quotes|quote|quotes|no job too small)",
    ];
    let brand = [
        "(tropic|avon|body shop|scentsy|usborne|herbalife|juice plus|arbonne|tupperware|ann summers|pampered chef|neal's yard|younique|forever living|utility warehouse|slimming world|weight watchers|stella and dot|temple spa|oriflame|bodyshop|mary kay|partylite|the 1 1 diet|cambridge diet)",
    ];
    let campaign = [
        "($party|candidate|candidates|by election|byelection|ward|polls|ballot|council elections|general election|manifesto|hustings|councillor)",
    ];
    let help = [
        "(deliverers|deliver leaflets|volunteers|volunteer|lend a hand|help us win|help us|get in touch|your vote|poster|posters|leaflet|leaflets|leafleting|door knocking|canvass|canvassing|needs you|need you|come and help|donate|spread the word|get registered|your cross|kick them out|vote them out|get (this|these|that) ..1 out)",
    ];
    let personal = [
        "(sponsor|donate|donating|donation|donations|contribute|fundraising|chip in) ..8 (me|us|my|justgiving|gofundme|page|what you can|whatever you can|if you can|link|generously|every penny|spare)",
        "(gofundme|go fund me|justgiving|just giving|crowdfunder|crowdfunding|virgin money giving|patreon|ko fi|buymeacoffee|buy me a coffee|gofundraise|givewheel|localgiving) ..6 (page|link|below|here|bio|please|is|for|up|donate|support|my|in)",
        "(my|our|a|the|this|their|his|her) ..2 (gofundme|justgiving|crowdfunder|kickstarter|patreon|fundraiser|fundraising page|just giving|sponsorship form|sponsor form)",
        "(please|pls|plz) ..3 (sponsor|donate|give generously|dig deep|support my|chip in)",
        "every (penny|quid|pound|little|bit|tenner|fiver|donation) (counts|helps)|(donate|contribute) (here|below|via)",
        "sponsor (me|us|my|our|a)",
        "(please|pls|kindly) (give|help|support|consider) ..8 (fund|gofundme|appeal|family|cause|page|lost)",
        "(fundraising|raising money|raising funds) for ..12 (raffle|tickets|<money>|strip|find|page|donate|give|buy|please)",
        "(give) ..2 (what you can|whatever you can|generously)",
        "(paypal me|monzo me|bank transfer me|proceeds to my|proceeds go to my|shout me a coffee|buy me a coffee|buy me a pint|fund my|help me (raise|reach|fund|hit my|smash my)|towards my (wedding|hen|stag|honeymoon|trip|house|operation|target))",
        "(raising|raise|collecting|collection) ..1 (money|funds|cash|for) ..12 (sponsor|link|page|donate|please|form|help|tin|staffroom|anything|support)",
        "(ko fi|kofi|patreon) ..6 (open|link|support|tip|coffee|members|subscribe)",
    ];
    let political = [
        "(canvassing|leafleting|leafletting|door knocking|campaigning|doorstepping|phone banking) ..10 (join|hand|help|come|volunteers|saturday|sunday|tonight|with us|welcome)",
        "(lend|give|loan) ..1 (your|ur) vote",
        "(standing|running|stood) (for|as) ..2 (council|councillor|mp|parliament|mayor|candidate|election|county council|town council|the greens|labour)",
        "(email|write to|ring|lobby|contact) ..2 (council|councillors|councillor|government|minister|mp|mps) ..4 (object|demand|oppose|say|stop|ask|complain|support|tell)",
        "(march|protest|rally|demo|vigil|demonstration) (on|this|at|against|for|tomorrow|outside) ..10 (meet|bring|join|be there|banners|placards|come|see you)",
        "put (your|an|ur) (x|cross|tick) (next to|by|against|beside|in the|for)",
        "add your (name|signature|voice) ..3 (to|the) ..4 (petition|letter|campaign|pledge)",
        "petition ..8 (needs|signatures|signature|100k|signed)",
        "(vote|voting|#vote) ..1 $party",
        "(vote|#vote) (for|against|out) ..4 ($party|councillor|candidate|mp|mayor|brexit|remain|leave|independence|government|me|starmer|sunak|badenoch|farage|davey|change)",
        "(vote (yes|no|leave|remain|them out|tory out|tactically))",
        "(please|pls|and|to|everyone|just|urge you to|go and|must|do|all)? (sign|signing|share|back|support) ..1 (this|the|my|our|a) ..3 (petition|open letter)",
        "(petition) ..4 (sign|please|here|link|below|share)",
        "(write to|email|lobby|contact|tell|ring|pressure|message) (your|ur) (mp|councillor|local mp|councillors|msp)",
        "(join|support|back|elect|re elect|campaign for|campaigning for|canvassing for|leafleting for|door knocking for|canvass for|deliver leaflets for) ..2 ($party|the campaign|our campaign)",
        "(get|kick|boot|throw|vote) ..1 ($party|this government|the government) out",
        "(#votelabour|#voteconservative|#votegreen|#votelibdem|#votesnp|#votereform|#toriesout|#torygovernmentout|#getthetoriesout|#voteplaid)",
        "(protest|demo|march|rally|demonstration) ..6 (join us|join me|be there|see you there|bring placards|bring banners|spread the word)",
        "(join us|join me|come to|come along to|come and join|come on) ..5 (protest|demo|march|rally|demonstration|hustings|picket)",
        "(vote|voting) for (my|our|this|her|his|me|us) ..8 (scheme|competition|award|takes two|link|below|here|please|online|comments)",
    ];
    let religious = [
        "(come|join|visit|you're invited|invite|invited|inviting|try|welcome|pop) ..5 (us|me|our|my|at|to|along|you|the|everyone|any) ..4 (church|mosque|temple|gurdwara|synagogue|chapel|alpha course|alpha|bible study|prayer group|prayer meeting|kingdom hall|sunday service|fellowship|worship|youth church|messy church|dawah|quran class|christian union|life group|house group|faith)",
        "(our|my) (church|mosque|temple|chapel|gurdwara|fellowship) ..8 (join us|join|all welcome|everyone welcome|come along|come and|you're invited|sign up)",
        "(accept|find|turn to|come to|invite|let|give your life to|follow|know|receive|meet|trust in|believe in) ..1 (jesus|christ|islam|allah|the lord|god|krishna|buddha|the saviour) ..6 (today|into your|saved|message me|before|now|save|and be|evening|dm me|your life|your heart|saviour)",
        "(jesus|god|allah|christ|the lord) ..4 (waiting for you|died for you|died for your|can save you|will save you|is calling you|loves you|wants you|is the answer|is the only way|has a plan for you)",
        "(easter|christmas|sunday|carol|healing|harvest|family) (service|mass|worship) ..8 (all welcome|everyone welcome|everybody welcome|come along|join us)|(come|join us|invited) ..4 (easter|sunday|christmas|carol|healing) (service|mass)",
        "(put|laid) ..2 on my heart|(give|gave) (your|my) life to (him|the lord|jesus|christ|god)|(come|be) (and)? (be)? (healed|set free)",
        "(repent|be saved|get baptised|find salvation|revert to islam|come to islam|find god|find jesus)",
    ];
    let promotion = [
        "(join|try|sign up (to|for|with)|check out|book (with|onto)|go to|head to|get down to|support) ..6 (slimming world|weight watchers|my gym|bootcamp|boot camp|zumba|pilates class|yoga class|personal trainer|franchise|my friend's|my mate's|my sister's|my husband's|my wife's|my brother's|my cousin's|my mum's)",
        "(sign up|signing up|register|subscribe|join) ..4 (my link|my referral|using my|via my|with my|through my)",
        "(highly recommend|can't recommend|cannot recommend|go and book|give them a follow|give them your business|use them|book them|hire them|get them booked|tell them i sent you|mention my name)",
        "(brand ambassador for|ambassador for|gifted by|proud to partner with|proud to be partnering with|partnering with|collab with)",
        "(my (husband|wife|partner|brother|sister|mate|friend|mum|dad|son|daughter|cousin)) ..2 (company|business|firm|shop|cafe|salon|garage|studio|gym|nursery|tuition) ..8 (book|offer|discount|check|visit|open|recommend|deal|taking|call|ring|support|follow|like)",
        "become (a|an) ..2 (member|patron|host family|foster carer|volunteer|donor|supporter)",
        "(everyone|everybody|you all) (should|needs to|must) (be with|switch to|switch|join|sign up)|i sent you",
        "(join|come to|try) my ..3 (group|class|club|choir|band|team|session|gym|studio)",
    ];
    let chain = [
        "(forward|send|pass|resend) (this|it) (on)? ..2 (to|on to) ..1 (all|everyone|everybody|ten|10|five|5|seven|7|twelve|12|fifteen|15|twenty|20|9|nine|8|eight|6|six|as many|at least|every|your|friends|others|people|another|contacts)",
        "(forward|send|pass) (on)? to (ten|10|five|5|seven|7|twelve|12|fifteen|15|twenty|20) ..1 (people|friends|contacts|others|more)|dont break (this|the chain)|(send|forward|pass) ..4 to (five|5|ten|10|seven|7|twelve|12|nine|9) ..2 (people|friends|women|contacts|mums|ladies|others)|(share|tag|like|repost|follow) ..8 (to win|to enter|in with a chance)",
        "(copy and paste|copy n paste|copy paste|cut and paste|copy & paste) ..6 (this|status|wall|share|repost|friends|don't|profile|timeline)",
        "(share|repost|retweet|tag) ..8 (bad luck|good luck will|good luck comes|break the chain|break this chain|or you will|or you'll|within 24 hours|keep it going|keep this going|keep the chain|or else)",
        "(don't|do not|dont) break (the|this) chain",
        "(copy this|paste this|paste it|don't scroll past|dont scroll past|keep scrolling if|see who reads|reads to the end|who actually reads)",
        "(repost if|share if (you|u|ur) (agree|love|support|care|know|miss|think|had|have|remember|hate|believe)|(people|friends|of you|shares) (share|repost|like) this|share this ..1 if|won't share|like and share if|type amen|93 of people|97 of people|99 of people|only 1 of people|bet you won't|i bet most of you won't)",
    ];
    let pyramid = [
        "(more people|new people|people|teammates|recruits|girls|mums|women|reps) ..2 (to join|for) my ..3 team",
        "(uncapped earnings|uncapped commission|earn from home|work from home opportunity|bring in ..3 (friends|mates|people|others)|get ..2 (friends|mates|people) to (join|sign)|bring ..2 friends ..4 gets|everyone gets <money>)",
        "(gifting circle|women helping women|blessing loom|sou sou|money circle|matrix scheme|only need ..2 more (each|people)|turn <money> into <money>|turned <money> into <money>)",
        "(be your own boss|become your own boss|be ur own boss|financial freedom|passive income|ground floor opportunity|amazing opportunity to earn|side income|residual income|work from your phone|fire your boss|quit your 9 to 5|network marketing|multi level|mlm|unlimited earning potential|get rich|life changing opportunity|business opportunity)",
        "(earn|earning|make|making) ..1 (up to|over)? ..3 (a week|a month|per week|per month|weekly|monthly|extra|a day) ..4 (from home|from your phone|your phone|your sofa|online|ask me how|dm me|message me|inbox me|part time|around your|in your spare time)",
        "(spots|places|spaces|positions) ..2 (on|in) (my|our) team",
        "(join|joining|build|building|growing|expanding|recruiting for) (my|our) ..1 (team|downline) ..6 (earn|income|boss|dm|message|inbox|opportunity|home|launch|business)",
        "(bitcoin|crypto|forex|trading) ..6 (dm me|message me|inbox me|ask me how|doubled my|double your|guaranteed|returns|join my|mentor|signals)",
        "(each|every) (person|friend|member) (you|that you|who you) (recruit|bring|refer|sign up|introduce)",
        "become (a|an) ..2 (distributor|rep|ambassador|consultant|agent|promoter|affiliate|team leader)",
        "(they|you|each|all) recruit|(on|for) (everyone|everybody|anyone|each one) (you|they|i) (bring|recruit|refer|sign)|(people|ladies|reps) under me|looking for ..2 (motivated|people who want|ladies who want|mums who want)|no experience needed|second income",
        "(thought about|interested in|fancy|looking for|want to start) ..2 (earning|earn|making|extra cash|extra income|extra money|side hustle)",
    ];
    let spam = [
        "(you have|you've|you) won ..6 (claim|click|prize|iphone|voucher|gift card|lottery|draw)",
        "(click (here|this link|the link|below)) ..3 (to claim|to win|for your free|to get your free|for a free)",
        "(free|win a|win) ..2 (iphone|ipad|gift card|gift cards|vouchers|amazon voucher|tesco voucher|robux|v bucks) ..6 (click|claim|link|sign up|follow|share)",
    ];
    let price = [
        "<money>",
        "(half price|a tenner|a pound|a fiver|two quid|a quid|cheap|bargain|tenner|fiver|twenty quid|mates rates|best offer|ono|staff discount|reasonable rates|competitive rates)",
    ];
    let unit = [
        "<money> ..1 (a|an|per|each|pp|posted|delivered|ono|only|the lot|half) (head|hour|hr|month|week|go|session|square|person|child|lesson|class|term|pop|piece|dozen|box|bag|ticket)?",
    ];
    let wares = [
        "(my|our|husband's|wife's|sister's|brother's|mum's|dad's|partner's|mate's|friend's|daughter's|son's) ..5 (business|round|company|workshop|workshops|newsletter|course|courses|shop|stall|salon|studio|range|etsy|patreon|side hustle|book|bakes|cakes|candles|cards|prints|paintings|jewellery|crochet|tuition|tutoring|classes|services|franchise|gym|cafe|webinar|planner|resources|worksheets|printables|products|clients)",
        "(ep|album|raffle tickets|raffle|coffee van|food truck|brownies|cakes|bakes|baking|candle|holiday let|caravan|removals|house clearance|clearance|jumble|car boot|app|childminder|vacancies|van|band|gig|workshop|wreath|wreaths|candles|hats|scarves|earrings|hampers|cupcakes|celebration cakes|handmade|hand made|knitted|crocheted|printables|wax melts|soaps|cards|commissions|resin|personalised|bespoke|balloon arches|face painting|dog walking|window cleaning|gardening|ironing|babysitting|puppies|kittens|tutees|tuition|tutoring|tutor|private lessons|music lessons|piano lessons|driving lessons|coaching sessions)",
        "(sofa|bike|pram|buggy|cot|car|tickets|peloton|piano|guitar|trampoline|ticket|laptop|phone|ipad|xbox|fridge|wardrobe|desk|bed|dress|boots|treadmill|tent) ..4 (for sale|to sell|going|face value|needs gone|hardly used|barely used|nearly new|good condition|excellent condition)",
    ];
    let call = [
        "(dm|pm|message|inbox|text|ring|call|email|whatsapp|paypal|contact|ask|monzo|reply to|speak to|see|tell|find) me",
        "(order|book|buy|reserve|orders|bookings) ..1 (with|from|through|via|by|to) (me|friday|monday|tuesday|wednesday|thursday|the end)",
        "(drop|give|send) me a ..1 (line|message|dm|text|shout|bell|ring|call|email)",
        "(get in touch|let me know if|dms open|dm's open|inbox open|dms are open|tell your (friends|mates|neighbours|family|friends')|first come first served|collection only|pigeonhole|book (a|your) (slot|place|space|session|table)|to (book|order|reserve)|grab (a|your) (place|space|ticket|spot)|spaces left|few left|link in|brochure|hmu|hit me up|if anyone wants|anyone want|who wants|any takers)",
        "(refs|references) available|slots free|(comment|reply|shout|type) ..1 (your|below|for|if|with|me)",
        "(go get it|get yours|get yourselves|come down|order for|thank me later|everything must go|find me|at break|in my room|taking orders|for number|number in|link in bio|see you there|get them while|help yourself|open to offers|hardly used|barely used|mention (me|my name|this post)|book (via|through|online|on|with|a)|sign up (to|for|via|at)|first (session|lesson|month|class|box) (free|half price|on me)|free (trial|taster|sample|samples|session)|(has|have|got|i've|with) ..1 (space|spaces|availability|slots|a slot|room) (for|in|on|left|available)|use my (link|code)|via my|limited (spaces|places|stock|number)|all sizes|made to order|while stocks last|in time for christmas|perfect (gift|present|stocking filler)|orders (open|close|by|taken|in by)|pop (by|in|round)|place (your|an) order|subscribe|dm)",
    ];
    let faith = [
        "(church|chapel|pastor|tabernacle|alpha|mosque|temple|gurdwara|synagogue|bible|gospel|prayer|prayers|worship|jesus|christ|god|allah|islam|quran|baptism|fellowship|ministry|congregation|discipleship|kingdom hall|jehovah's|mormon|quakers|salvation|buddhism|messy church|house group|youth group|sunday service|meditation circle|revival|holy spirit)",
    ];
    let invite = [
        "(come|join|everyone|everybody|all welcome|get yourself|get yourselves|you're welcome|you are welcome|welcome|free supper|free lunch|free meal|open to all|invite|invited|inviting|why not|drop in|see you there|doors|come along|pop along|pop in|change your life|explore faith|find out more|big questions|try|message me|ask me)",
    ];
    let petition = [
        "(petition|petitions|signatures|names so far|more names|save our|open letter|early day motion|sign this|add your name|your name to)",
    ];
    let urge = [
        "(put your|takes|forward|seconds|sign|signing|add|support|share|back|comments|link|below|signatures|help|join|spread the word|get behind|stand with|demand|stop the)",
    ];
    let charity = [
        "(hospice|charity|cancer research|macmillan|marie curie|mind|rspca|nspcc|shelter|crisis|oxfam|barnardo's|red cross|unicef|foodbank|food bank|appeal|children in need|comic relief|red nose day|movember|race for life|marathon|half marathon|great north run|10k|triathlon|skydive|sponsored|fundraiser|fundraising|dry january|three peaks|tough mudder|cancer|dementia|alzheimer's|air ambulance|lifeboat|british legion|poppy appeal|refugees|homeless|guide dogs|young minds|samaritans)",
    ];
    let give = [
        "(donate|donating|donations|sponsor|sponsoring|sponsorship|link to give|link in|link below|page|bucket|generous|generously|dig deep|chip in|pledge|support me|spare change|collection tin|collecting tin|sponsor form|justgiving|gofundme|collecting for|any amount|anything you can|if you can spare|every penny|every pound|help me reach|target)",
    ];
    let push = [
        "(join|support|follow|sponsor|visit|try|book|donate to|sign up with|volunteer with|shop at|buy from|subscribe to) (them|now|today|here|this)",
        "(sign up|join|enrol|register|subscribe|volunteer|check out|donate|head to|pop over to|get involved|support|follow|visit) ..8",
    ];
    let vote = ["vote"];
    let halves: [(Half, &[&str]); 25] = [
        (Half::Whole(Appeal::Commercial), &commercial),
        (Half::Whole(Appeal::Personal), &personal),
        (Half::Whole(Appeal::Political), &political),
        (Half::Whole(Appeal::Religious), &religious),
        (Half::Whole(Appeal::Promotion), &promotion),
        (Half::Whole(Appeal::Chain), &chain),
        (Half::Whole(Appeal::Pyramid), &pyramid),
        (Half::Whole(Appeal::Spam), &spam),
        (Half::Kin, &kin),
        (Half::Deal, &deal),
        (Half::Brand, &brand),
        (Half::Campaign, &campaign),
        (Half::Help, &help),
        (Half::Price, &price),
        (Half::Unit, &unit),
        (Half::Wares, &wares),
        (Half::Call, &call),
        (Half::Faith, &faith),
        (Half::Invite, &invite),
        (Half::Petition, &petition),
        (Half::Urge, &urge),
        (Half::Charity, &charity),
        (Half::Give, &give),
        (Half::Push, &push),
        (Half::Vote, &vote),
    ];
    let rows = halves.into_iter().flat_map(|(half, rows)| rows.iter().map(move |row| (half, *row)));
    Phrases::new(rows, MACROS)
});

const MACROS: &[(&str, &str)] = &[(
    "party",
    "labour|conservative|conservatives|tory|tories|green|greens|green party|lib dem|lib dems|liberal democrat|liberal democrats|snp|plaid|plaid cymru|reform|reform uk|ukip|sinn fein|dup|alba|workers party|your party|the greens|the tories|the green party|the labour party|independent",
)];

/// What a text holds of appeals.
fn halves(text: &Text) -> Vec<(Range<usize>, Half)> {
    let found = WORDINGS.find(text).into_iter().map(|found| (found.words, *found.tag));
    found.filter(|(words, half)| is_meant(text, words, *half)).collect()
}

/// The appeals of a text and the subject above it, each sort once, with the words of the text that make it.
pub fn find(text: &Text, subject: &Text) -> Vec<(Range<usize>, Appeal)> {
    let (halves, above) = (halves(text), halves(subject));
    // Asked of the text as a whole, and once, however many halves there are.
    let offered = LazyCell::new(|| is_offered(text));
    let shouted = LazyCell::new(|| text.raw.chars().filter(|c| c.is_lowercase()).nth(2).is_none());
    let mut appeals: Vec<(Range<usize>, Appeal)> = Vec::new();
    for (words, half) in &halves {
        let whole = match half {
            Half::Whole(appeal) => Some(*appeal),
            Half::Vote => (is_for_somebody(text, words.end) && !*shouted).then_some(Appeal::Political),
            Half::Unit => (!voice::is_asked(text, words) && *offered).then_some(Appeal::Commercial),
            Half::Push => (is_urged(text, words.start) && has_link(text, words)).then_some(Appeal::Promotion),
            _ => None,
        };
        appeals.extend(whole.map(|appeal| (words.clone(), appeal)));
    }
    for (one, other, appeal) in PAIRS {
        let of = |half: &Half| halves.iter().find(|(_, found)| found == half).map(|(words, _)| words.clone());
        let said = |half: &Half| *half != Half::Faith && above.iter().any(|(_, found)| found == half);
        let pair = match (of(one), of(other)) {
            (Some(one), Some(other)) => Some(one.start.min(other.start)..one.end.max(other.end)),
            (Some(here), None) if said(other) => Some(here),
            (None, Some(here)) if said(one) => Some(here),
            _ => None,
        };
        appeals.extend(pair.filter(|_| !is_past(text, *appeal)).map(|words| (words, *appeal)));
    }
    order::by_key(&mut appeals, |(words, _)| words.start);
    let mut told: Vec<Appeal> = Vec::new();
    appeals.retain(|(_, appeal)| {
        !told.contains(appeal) && {
            told.push(*appeal);
            true
        }
    });
    appeals
}

/// "We raised £412 at church", "the carol concert was lovely": told of what was, or of a school's own year.
fn is_past(text: &Text, appeal: Appeal) -> bool {
    static PAST: LazyLock<Words> = LazyLock::new(|| {
        Words::new("raised|was|were|went|had|thank|thanks|bought|loved|paid|cost|costs|sold|spent|yesterday|finished|handed")
    });
    static FEAST: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "carol|carols|concert|nativity|wedding|christening|funeral|langar|trip|visit|evensong|choir|fair|fayre|assembly|lesson|re|rs|baptist|bells|organ",
        )
    });
    static SCHOOLS: LazyLock<Words> = LazyLock::new(|| Words::new("minibus|pta|ptfa"));
    let has = |set: &Words| (0..text.words.len()).any(|at| set.has(text, at));
    // What a school raises for itself is its own affair.
    has(&PAST) || has(&SCHOOLS) && appeal != Appeal::Political || appeal == Appeal::Religious && has(&FEAST)
}

/// "£25 a head": an offer where the author speaks of what they make or do, and nobody is being thanked or complained of.
fn is_offered(text: &Text) -> bool {
    static OFFER: LazyLock<Words> = LazyLock::new(|| Words::new("i|i'm|my|me|dm|interested|comment|reply|sizes|colours|handmade"));
    (0..text.words.len()).any(|at| OFFER.has(text, at)) && !is_past(text, Appeal::Commercial)
}

/// "Vote Reid", "vote Green": a capital follows that is no opening of a title.
fn is_for_somebody(text: &Text, at: usize) -> bool {
    static NOBODY: LazyLock<Words> =
        LazyLock::new(|| Words::new("now|today|at|for|here|early|on|in|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i"));
    let name = text.words.get(at).is_some_and(|word| word.capital && word.gap <= Gap::Space);
    name && !NOBODY.has(text, at) && text.class(at, crate::text::Class::Own).is_none()
}

/// Whether a verb is an order: it opens a sentence, or follows "please", "and", "to".
fn is_urged(text: &Text, at: usize) -> bool {
    let opens = text.words.get(at).is_some_and(|word| word.gap >= Gap::Comma);
    opens
        || at > 0
            && matches!(text.fold(at - 1), "please" | "and" | "just" | "do" | "go" | "can" | "you" | "everyone" | "pls" | "should" | "must")
}

/// Whether an address on the web stands in the same sentence or the next: what is pushed is somebody else's.
fn has_link(text: &Text, words: &Range<usize>) -> bool {
    let around = voice::around(text, words);
    let near = text.written(&(around.start..(around.end + 8).min(text.words.len())));
    ["://", "www.", ".com", ".org", ".co.uk", ".example"].iter().any(|sign| near.contains(sign))
}

/// Whether something is asked for in earnest: not denied, not reported of others, not a lesson.
fn is_meant(text: &Text, words: &Range<usize>, half: Half) -> bool {
    static SEEKS: LazyLock<Words> = LazyLock::new(|| Words::new("you|anyone|anybody|who|where|does"));
    static OTHERS: LazyLock<Words> = LazyLock::new(|| {
        Words::new("he|she|they|someone|somebody|people|who|pupils|students|teaching|wrote|lesson|year|suffragettes|bought|tried")
    });
    match half {
        Half::Whole(appeal) if is_other(text, words, appeal) => return false,
        Half::Whole(_) | Half::Vote | Half::Push | Half::Petition => {}
        Half::Urge | Half::Give | Half::Call => return !voice::is_denied(text, words),
        Half::Invite => {
            let with = matches!(text.fold(words.end), "with" | "us" | "me" | "along");
            return with || !voice::is_asked(text, words) || text.fold(words.start) == "why";
        }
        _ => return true,
    }
    let from = words.start.saturating_sub(4);
    let others = (from..words.start).rev().take_while(|&at| !text.starts_sentence(at + 1)).any(|at| OTHERS.has(text, at));
    let yours =
        voice::is_asked(text, words) && voice::sentence(text, words).take_while(|&at| at < words.start).any(|at| SEEKS.has(text, at));
    // "If you can't be bothered to put your cross by her".
    let denied = voice::is_denied(text, words) && !(from..words.start).any(|at| matches!(text.fold(at), "bothered" | "forget"));
    !(others || yours && !matches!(half, Half::Whole(Appeal::Pyramid | Appeal::Religious)) || denied || voice::is_quoted(text, words))
}

/// "We visit the gurdwara on Tuesday", "Church Lane", "if you forward it to ten friends", "my code didn't work": no appeal.
fn is_other(text: &Text, words: &Range<usize>, appeal: Appeal) -> bool {
    let before = |at: usize| words.start.checked_sub(at).map_or("", |at| text.fold(at));
    match appeal {
        Appeal::Religious => {
            matches!(before(1), "we" | "they" | "i" | "will" | "we'll") && matches!(text.fold(words.start), "visit" | "pop" | "try")
                || matches!(text.fold(words.end), "lane" | "road" | "street" | "st" | "rd" | "hall" | "close" | "hill" | "view")
        }
        Appeal::Chain => before(2) == "if" && matches!(before(1), "you" | "we" | "i"),
        Appeal::Commercial => matches!(text.fold(words.end), "didn't" | "doesn't" | "isn't" | "won't" | "expired"),
        _ => false,
    }
}
