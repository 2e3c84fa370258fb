//! Where an offensive term is innocent, and where it is told or objected to rather than said.

use super::Offence;
use crate::phrase::{Phrases, Words};
use crate::text::{Gap, Text};
use std::ops::Range;
use std::sync::LazyLock;

/// Wordings in which a term means something else; the whole wording is innocent.
const ROWS: &[&str] = &[
    "(maine|maine's) (coon|coons)",
    "(blue|great|coal|marsh|willow|bearded|crested|long tailed|penduline) ..1 (tit|tits)",
    "(tit|tits) (for tat|nesting|nest|boxes|box|feeder|on the feeder|in the garden)",
    "pussy (cat|cats|willow|willows|riot|foot|galore)",
    "(slag) (heap|heaps|iron|off|wool)",
    "shag on ..3 (wall|rock|rocks|harbour|cliff|cliffs|pier|buoy)",
    "(shag) (pile|carpet|rug|dance|nest)",
    "spastic (diplegia|quadriplegia|hemiplegia|cerebral|paraplegia|paralysis|muscle|muscles|colon|bowel|tetraplegia|cp)",
    "(retarded|retard) (growth|development|the|by|progress|combustion|depth)",
    "(fire|flame|growth|developmentally) (retarded|retard)",
    "(bloody) (mary|sunday|mess|nose|knee|noses|knees|war|wars|battle|battles|tower|assizes|chamber|lip|brother|hands)",
    "(dick) (van|turpin|whittington|cheney|tracy|grayson|francis|king|clark|wolf|smith|jones|and dom|dastardly|barton|emery|advocaat|button)",
    "(moby|uncle|spotted|grandpa|cousin|philip k|tom|clever) (dick|dicks)",
    "(cock|cocks) (and|a hoop|crow|crowed|pheasant|fighting|robin|tail)",
    "(weather|wood|stop|pea|hay|shuttle|ball) (cock|cocks)",
    "(garden|rake|spade|dutch|draw|and a) (hoe|hoes)",
    "(hoe|hoes) (the|and rake|in the garden|raking)",
    "(white|black|bed|pig|dog|tar|fig|sea|wood) (spade|spades|slug|slugs)",
    "homo (sapiens|erectus|habilis|neanderthalensis|economicus|naledi|floresiensis)",
    "(faggot|faggots) (and|in|with|peas|for tea|n)|(slut|slag) (shaming|shamed|shame)|tea towel (head|heads)",
    "(van|offa's|dick van|offas) (dyke|dykes)",
    "(dykes|dyke) (and ditches|in the fens|burst|in holland)",
    "(queer|queers) (theory|studies|history|eye|community|people|artists|literature|cinema|youth|identity|culture|spaces|pitch|inclusion)",
    "negro (spiritual|spirituals|league|leagues)",
    "(sambo) (wrestling|martial|fighter|champion)",
    "(golden|lost|rescue|adopted|show|brood|breeding|pregnant|spayed) (bitch|bitches)",
    "(bitch|bitches) (and her|with her|had|has) ..2 (pups|puppies|litter)",
    "(william|jon snow) (the)? ..1 bastard",
    "(tart) (recipe|shell|shells|cherries|apples|sweet)",
    "(special|wild|free|sweet|lemon|jam|bakewell|custard|egg|treacle|apple|pop) (tart|tarts)",
    "(donkey|horse|mule|jack) (and|on) ..2 (ass|asses)",
    "(the|an|wild|his|a|thy|ox and|ox or) (ass|asses) (and|speaks|jawbone|in the bible|sanctuary|spoke|carried)",
    "my ass off|(work|worked|working|works|laugh|laughed|laughing|freeze|froze|freezing|run|ran) ..1 (ass|arse|asses|arses) off",
    "(kick|kicked|kicking|kicks) ..1 (ass|arse)",
    "(bad|badass) ass|badass",
    "(prick|pricks) (up|your finger|ears|his ears|her ears|your ears|the skin|test|tests|with a fork|the balloon)",
    "(pin|finger|skin|blood) (prick|pricks)",
    "(vermin|rat) (control|infestation|problem|proof)",
    "(suckers|sucker) (up|the|in|water)",
    "(dumb|stupid) (question|questions|phone|mistake|mistakes|idea|luck|bell|bells|thing|things|o'clock|show|waiter)",
    "play dumb|played dumb|struck dumb|deaf and dumb|dumb down",
    "(toerag|scum) (villain)",
    "(nancy) (drew|mitford|astor|pelosi|reagan)",
    "(gammon) (steak|and|joint|egg|chips|for|roast|dinner|with|sandwich)",
    "(roast|boiled|baked|honey|glazed|cooked|smoked|the|some|of|lovely) gammon",
    "(horny) (goat|toad|devil)",
    "(in|as|like|of|no|the) snowflakes",
    "(paper|making|make|made|cut|cutting|little|first|tiny|six|pretty|falling|christmas|white|crochet|glitter|giant|of) (snowflake|snowflakes)",
    "(snowflakes) (are|and|falling|on|with|for|in|made|from|out|today|this|display|decorations)",
    "(balls) (of|and bats|and|in the air|bounced|rolling)",
    "(crackhead|crackheads) (energy|hours)",
];

static INNOCENT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(ROWS.iter().map(|row| ((), *row)), &[]));

/// Whether these words are innocent where they stand.
pub fn is_innocent(text: &Text, words: &Range<usize>) -> bool {
    let around = words.start.saturating_sub(4)..words.end;
    let covered = INNOCENT.within(text, around).iter().any(|found| found.words.start <= words.start && found.words.end >= words.end);
    covered || is_name(text, words) || is_of_theme(text, words)
}

/// Words that mean something else beside others: "ass" among donkeys, "hoe" in a garden.
fn is_of_theme(text: &Text, words: &Range<usize>) -> bool {
    static THEMES: LazyLock<[(Words, Words); 5]> = LazyLock::new(|| {
        [
            ("ass|asses", "donkey|donkeys|farrier|stable|stables|nativity|mule|hooves"),
            ("faggot|faggots", "peas|mash|gravy|butcher|butchers|onion|onions"),
            ("hoe|hoes", "garden|allotment|soil|clay|weeds|weeding|rake|spade|veg|shed|beds"),
            ("tit|tits|boobies|cock|cocks|shag|shags", "feeder|nuthatch|bird|birds|robin|robins|nest|rspb|finch|birdwatch|hens|hen"),
            ("bitch|bitches", "pup|pups|puppies|puppy|litter|kennel|kennels|spayed|labrador|spaniel|breeder"),
        ]
        .map(|(terms, theme)| (Words::new(terms), Words::new(theme)))
    });
    let around = || words.start.saturating_sub(20)..(words.end + 20).min(text.words.len());
    THEMES.iter().any(|(terms, theme)| words.len() == 1 && terms.has(text, words.start) && around().any(|at| theme.has(text, at)))
}

/// "Dick", "Nancy", "Paddy", "Randy": with a capital in mid-sentence and no article, a name.
fn is_name(text: &Text, words: &Range<usize>) -> bool {
    let named = matches!(text.fold(words.start), "dick" | "nancy" | "mick" | "paddy" | "taff" | "cock" | "prick" | "knob" | "wally");
    let capital = |at: usize| text.words.get(at).is_some_and(|word| word.capital && word.gap <= Gap::Space);
    let shouted = text.written(words).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let articled = words.start > 0 && matches!(text.fold(words.start - 1), "a" | "an" | "you" | "such" | "absolute" | "total");
    named && !shouted && !articled && capital(words.start) && (!text.starts_sentence(words.start) || capital(words.end))
}

/// Wordings that tell of a term, or speak against it.
static TELLING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(the|this|that|a) ..1 (word|words|term|terms|slur|slurs|phrase|insult|label|language|expression)",
        "(don't|dont|never|stop|shouldn't|should not|do not|please don't|nobody should|no one should|not ok to|not okay to|wrong to|unacceptable to) ..1 (call|calling|say|saying|use|using|label|labelling) ",
        "(called|calls|calling|call) ..3 (a|an|him|her|me|them|us|others|people|names)",
        "(said|say|says|saying|shouted|shouting|yelled|yelling|wrote|writing|written|texted|messaged|heard|hearing|overheard|told|screamed|screaming|muttered|muttering|chanted|chanting|chant|chants|tweeted|posted|posting|sent|put|reported|reports|alleges|alleged|allegedly|quoted|used|using|swore|swearing|repeated|repeating|spelled|spelt|scrawled|scratched|sprayed|daubed|graffiti|commented|reads)",
        "(is|are|was|were) (a|an) ..2 (slur|insult|swear word|swearword|racist term|hate word)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// Marks what is told or objected to: in quotation marks with a verb of telling in its sentence, or behind such a wording.
pub fn note_telling(text: &Text, found: &mut [Offence]) {
    for one in found.iter_mut().filter(|one| !one.told) {
        let at = text.words.partition_point(|word| (word.start as usize) < one.place.start);
        let (start, end) = sentence(text, at);
        let quoted = is_quoted(text, &one.place);
        let telling = TELLING.within(text, start..end);
        let before = telling.iter().any(|told| told.words.end <= at + 2 && at < told.words.end + 6);
        one.told = quoted && !telling.is_empty() || before && is_told_of(text, start, at);
    }
}

/// The words of the sentence around a word, at most 30 either way.
fn sentence(text: &Text, at: usize) -> (usize, usize) {
    let start = (at.saturating_sub(30)..=at).rev().find(|at| text.starts_sentence(*at)).unwrap_or(at.saturating_sub(30));
    let most = text.words.len().min(at + 30);
    let end = (at + 1..most).find(|at| text.starts_sentence(*at)).unwrap_or(most);
    (start, end)
}

/// Whether quotation marks stand around a place, within a few words.
pub(crate) fn is_quoted(text: &Text, place: &Range<usize>) -> bool {
    const OPENING: [char; 5] = ['"', '“', '‘', '\'', '«'];
    const CLOSING: [char; 5] = ['"', '”', '’', '\'', '»'];
    let from = (place.start.saturating_sub(60)..=place.start).find(|at| text.raw.is_char_boundary(*at)).unwrap_or(place.start);
    let to = (place.end..=text.raw.len().min(place.end + 60)).rev().find(|at| text.raw.is_char_boundary(*at)).unwrap_or(place.end);
    let (before, after) = (&text.raw[from..place.start], &text.raw[place.end..to]);
    let opens = before.char_indices().any(|(at, c)| {
        OPENING.contains(&c)
            && !before[..at].ends_with(char::is_alphanumeric)
            && !before[at + c.len_utf8()..].starts_with(char::is_whitespace)
    });
    let closes = after.char_indices().any(|(at, c)| {
        CLOSING.contains(&c)
            && !after[..at].ends_with(char::is_whitespace)
            && !after[at + c.len_utf8()..].starts_with(char::is_alphanumeric)
    });
    opens && closes
}

/// Whether the telling before a term is about others: "they said he was a …", not "I said you are a …".
fn is_told_of(text: &Text, start: usize, at: usize) -> bool {
    static SAYING: LazyLock<Words> = LazyLock::new(|| {
        Words::new(
            "call|called|calls|calling|word|words|term|slur|use|using|used|say|says|saying|shouted|shouting|yelling|screaming|chanting|chant|heard|overheard|said|wrote|scrawled|sprayed|daubed|graffiti|put|reads",
        )
    });
    let mine = (start..at).any(|word| matches!(text.fold(word), "i" | "i'd" | "i'll" | "you" | "you're"));
    (start..at).any(|word| SAYING.has(text, word))
        && (!mine
            || (start..at).any(|word| {
                matches!(text.fold(word), "don't" | "never" | "heard" | "overheard" | "not" | "called" | "stop" | "word" | "me")
            }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offence::terms::TERMS;

    /// Every wording of a row that has no brackets in brackets, without gaps and what may be left out.
    fn wordings(row: &str) -> Vec<String> {
        let mut told = vec![String::new()];
        let mut rest = row;
        while let Some(open) = rest.find('(') {
            let close = open + rest[open..].find(')').expect("a closing bracket");
            let options: Vec<String> = rest[open + 1..close].split('|').map(|option| format!("{}{option}", &rest[..open])).collect();
            let optional = rest[close + 1..].starts_with('?');
            let options = if optional { vec![rest[..open].to_owned()] } else { options };
            told = told.iter().flat_map(|told| options.iter().map(move |option| format!("{told}{option}"))).collect();
            rest = &rest[close + 1 + usize::from(optional)..];
        }
        let whole = told.into_iter().map(|told| told + rest);
        whole.flat_map(|told| told.split('|').map(|told| told.replace(" ..1", "").replace(" ..2", "")).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn each_row_covers_a_term() {
        for row in ROWS {
            assert!(wordings(row).iter().any(|told| TERMS.phrases.is_in(&Text::new(told))), "no term is in {row}");
        }
    }
}
