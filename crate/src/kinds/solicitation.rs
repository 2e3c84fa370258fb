//! solicitation: a post, comment or mail sells, collects, campaigns, recruits or promotes.

use super::{Ask, Found, Proof, Report};
use crate::appeal::{self, Appeal};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes; the school is `tests/fixtures/school.toml`.
pub const PROOF: Proof = Proof {
    policy: "academy-trust",
    flags: &[
        "Everyone should switch to Monzo, use my invite and get a tenner",
        "Two tickets going spare for Saturday, face value, dm me",
        "Send to 12 people you love before midnight and a blessing comes",
        "I get commission if you book your holiday through me",
        "Come to our Easter service on Sunday, all welcome",
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
        "Reform are talking sense. Get registered and get this shower out",
        "Our church is a warm lot. Would you come with me on Sunday?",
        "Sign this before Friday: petitions.example/pool",
        "You put in £100, recruit three, they recruit three, clear by June",
        "My nephew's set up a small gutter cleaning business, no job too small",
        r#"{"moment":"email","subject":"Avon","text":"Books by the kettle, orders to me by Monday","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"I'm an Avon rep now, brochure in the staffroom, orders to me by Friday","to":["all@larkfield.example"]}"#,
    ],
    passes: &[
        "Polling's in the sports hall, not the church. Bring ID",
        "We visited the mosque and Year 5 asked brilliant questions",
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
        "We visit the gurdwara next Tuesday, shoes off, lunch is given",
        "There's a mail about vouchers if you forward it to ten friends. It's rubbish",
        "Pop the forms through the door at Church Lane",
        "In lesson 4 they write their own petition and sign it with a quill",
        "Parking is tight so share if you can",
        "My discount code didn't work and the shoes have gone",
        "Brownies at break, 50p each, all for the minibus",
        r#"{"moment":"email","subject":"Re: Avon","text":"Thanks, orders to me as well please","to":["all@larkfield.example"]}"#,
        r#"{"moment":"email","text":"Could you send a quote for 30 copies of the reader please? Order to follow.","to":["sales@books.example"]}"#,
        r#"{"moment":"email","text":"The PTA cake stall is Friday in the hall from 3.15. All welcome.","to":["all@larkfield.example"]}"#,
        r#"{"moment":"post","text":"Sponsored walk on Friday, please donate!","author":{"branded":true}}"#,
        r#"{"policy":"durrington","moment":"post","text":"15% off my handmade earrings, DM to order"}"#,
    ],
};

/// Its name in packs.
fn name(appeal: Appeal) -> &'static str {
    match appeal {
        Appeal::Commercial => "commercial",
        Appeal::Personal => "personal",
        Appeal::Political => "political",
        Appeal::Religious => "religious",
        Appeal::Promotion => "promotion",
        Appeal::Chain => "chain letter",
        Appeal::Pyramid => "pyramid scheme",
        Appeal::Spam => "spam",
    }
}

/// What the finding says.
fn heading(appeal: Appeal) -> String {
    match appeal {
        Appeal::Commercial => say("solicitation.heading-commercial", &[]),
        Appeal::Personal => say("solicitation.heading-personal", &[]),
        Appeal::Political => say("solicitation.heading-political", &[]),
        Appeal::Religious => say("solicitation.heading-religious", &[]),
        Appeal::Promotion => say("solicitation.heading-promotion", &[]),
        Appeal::Chain => say("solicitation.heading-chain", &[]),
        Appeal::Pyramid => say("solicitation.heading-pyramid", &[]),
        Appeal::Spam => say("solicitation.heading-spam", &[]),
    }
}

/// Reports what a personal account asks for, of the sorts that the clause lists (all when it lists none).
pub fn check(ask: &Ask, report: &mut Report) {
    if ask.act.author.branded {
        return;
    }
    let types = &ask.clause.with.types;
    let wanted = |appeal: Appeal| types.is_empty() || types.iter().any(|one| one == name(appeal));
    // An answer's subject is not its author's.
    let subject = ask.act.subject.as_deref().filter(|subject| !subject.to_lowercase().starts_with("re:")).unwrap_or_default();
    for (words, appeal) in appeal::find(ask.text, &ask.lexicon().read(subject)).into_iter().filter(|(_, appeal)| wanted(*appeal)) {
        report.add(Found::new(Severity::Nudge, heading(appeal), say("solicitation.why", &[])).at(ask.text.span(&words)));
    }
}
