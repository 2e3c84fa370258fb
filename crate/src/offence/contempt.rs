//! Contempt for a group told without an offensive word: who is spoken of, and near it what nobody says of people they respect.

use super::{Aim, Category, Offence};
use crate::order;
use crate::phrase::Phrases;
use crate::text::Text;
use crate::voice;
use std::sync::LazyLock;

/// Words that mean people by what they share; one of them is enough.
static GROUPS: LazyLock<Phrases<Category>> = LazyLock::new(|| {
    use Category::{Age, Appearance, Disability, Gender, Orientation, Origin, Race, Religion};
    let rows = [
        (Race, "$race|(black|asian|chinese|thai|indian|african) (lad|lads|bloke|blokes|man|woman|bird|family|families|fella)|the chinese"),
        (
            Origin,
            "$origin|boats|dinghies|dinghy|migrant|immigrant|foreigner|refugee|illegals|caravans|traveller|gypsy|polish|romanian|nigerian|scot|scots|irishman|scotsman|welshman",
        ),
        (Religion, "$faith|jewish|burka|burkas|hijab|headscarf|turban|mosque"),
        (Orientation, "$orient|lesbian|trans|drag queens"),
        (Gender, "(a|the|some|that|this) ..1 (female|woman)|women|females"),
        (Disability, "$disab|deaf|blind|disabled|autistic|wheelchair|on the spectrum|special needs"),
        (Age, "$old|oap|over (70|75|80)"),
        (Appearance, "$looks|ginger"),
    ];
    Phrases::new(rows, super::remarks::MACROS)
});

/// What is said of a group only in contempt.
static CUES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = [
        "(breed|breeding|breeds) like|(swarm|swarms|swarming|infest|infested|infestation|overrun|vermin|cockroaches|rats|plague|cull|inbred|subhuman|savages)",
        "(gas|drown|sink|shoot|torpedo|cull|deport|sterilise|burn|nuke|bomb|machine gun|castrate) (the lot|them|em|the boats|every|all)|round (them|em) ..2 up",
        "(ticks|tick|ticked|ticking) ..2 (box|boxes)|(box|boxes) (ticked|that ticks)|what box",
        "what do you call|(tight|mean|thick|drunk|dirty|stingy) as a|(never|can't|cannot|don't|wouldn't) (lend|trust|employ|hire|marry) ..3 (a|an)|whatever next|walks into a (bar|pub)|(trust|leave it to|imagine|typical) (a|an)|into the sea|whose country|doctors and engineers|bought and paid for",
        "(go|get|stay|send|sending|keep) ..3 (where they came from|at home|out of|away from|in (their|your) (box|place|lane|own country))|speak english",
        "(pass it on|before) ..2 bans|window licking|all look the same|soulless|groomers|perverts|isn't natural|not natural|against nature|knows? (her|their) place|know (her|their) place|belong in the",
        "woke|pc gone mad|positive discrimination|taking over|our own (first|people)|used to be (a)? (nice|british|white)|not (racist|sexist|homophobic) but|nothing against|as a (rat|dog|pig)",
    ];
    Phrases::new(rows.map(|row| ((), row)), &[])
});

/// How many words may stand between a group and what is said of it.
const NEAR: usize = 14;

/// Every place where a group and contempt stand together.
pub fn find(text: &Text) -> Vec<Offence> {
    let mut cues = CUES.find(text);
    if cues.is_empty() {
        return Vec::new();
    }
    let groups = GROUPS.find(text);
    order::by_key(&mut cues, |cue| cue.words.start);
    let meant = |cue: &std::ops::Range<usize>| {
        let from = groups.partition_point(|group| group.words.end + NEAR < cue.start);
        let group = groups.get(from).filter(|group| group.words.start <= cue.end + NEAR && !voice::is_denied(text, cue))?;
        let whole = group.words.start.min(cue.start)..group.words.end.max(cue.end);
        Some(Offence { place: text.span(&whole), category: *group.tag, strength: 3, aim: Aim::Other, told: false })
    };
    cues.iter().filter_map(|cue| meant(&cue.words)).collect()
}
