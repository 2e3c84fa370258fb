//! People of public life, of history and of books, whom a school talks about without naming anybody of its own.

use crate::text::Text;
use std::ops::Range;

/// Full names, folded; a surname by which everybody knows somebody has its mark on the list of surnames.
const FIGURES: &str = "|william shakespeare|charles dickens|roald dahl|jk rowling|j k rowling|david walliams|michael rosen|julia donaldson|jacqueline wilson|\
    philip pullman|michael morpurgo|anne frank|mary shelley|jane austen|emily bronte|charlotte bronte|george orwell|arthur miller|john steinbeck|harper lee|\
    william blake|robert burns|dylan thomas|wilfred owen|siegfried sassoon|carol ann duffy|simon armitage|maya angelou|benjamin zephaniah|malala yousafzai|\
    rosa parks|martin luther king|nelson mandela|barack obama|michelle obama|donald trump|joe biden|greta thunberg|david attenborough|stephen hawking|\
    albert einstein|isaac newton|charles darwin|marie curie|ada lovelace|alan turing|rosalind franklin|mary anning|florence nightingale|mary seacole|\
    grace darling|guy fawkes|samuel pepys|henry viii|anne boleyn|oliver cromwell|winston churchill|adolf hitler|joseph stalin|neil armstrong|tim peake|\
    amelia earhart|christopher columbus|captain cook|walter raleigh|francis drake|julius caesar|king arthur|robin hood|harry potter|ron weasley|\
    hermione granger|oliver twist|david copperfield|bob cratchit|george milton|curley s wife|atticus finch|stanley yelnats|horrid henry|charlie bucket|\
    willy wonka|matilda wormwood|miss honey|miss trunchbull|biff chip|jesus christ|prophet muhammad|guru nanak|mother teresa|queen victoria|\
    queen elizabeth|king charles|prince william|prince harry|kate middleton|meghan markle|boris johnson|rishi sunak|keir starmer|theresa may|david cameron|\
    tony blair|gordon brown|margaret thatcher|jeremy corbyn|michael gove|gavin williamson|bridget phillipson|amanda spielman|joe wicks|marcus rashford|\
    harry kane|bukayo saka|jude bellingham|david beckham|wayne rooney|cristiano ronaldo|lionel messi|mo farah|jessica ennis|usain bolt|serena williams|\
    taylor swift|ed sheeran|harry styles|billie eilish|elton john|freddie mercury|bob marley|andy warhol|vincent van gogh|pablo picasso|frida kahlo|\
    claude monet|henri matisse|david hockney|ludwig van beethoven|gustav holst|steve jobs|bill gates|elon musk|mark zuckerberg|muhammad ali|";

/// Whether words are the name of somebody everybody knows of: a famous surname alone, or a full name of the list.
pub fn is_public(text: &Text, words: &Range<usize>) -> bool {
    if words.len() == 1 {
        return text.words.get(words.start).is_some_and(|word| word.facts.known().surname == 3);
    }
    let mut name = String::from("|");
    for at in words.clone().take(5) {
        name.push_str(text.fold(at));
        name.push(' ');
    }
    name.pop();
    name.push('|');
    !words.is_empty() && FIGURES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        for (raw, public) in [
            ("Shakespeare", true),
            ("Rosa Parks", true),
            ("rosa parks", true),
            ("Rosa Patel", false),
            ("Jordan Smith", false),
            ("|", false),
        ] {
            let text = Text::known(raw);
            assert_eq!(is_public(&text, &(0..text.words.len())), public, "{raw}");
        }
    }
}
