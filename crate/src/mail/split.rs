//! A mail body taken apart: what its author wrote, and the mails it quotes.

use super::header::introduction;
use super::quote::{Line, lines};
use std::borrow::Cow;
use std::ops::Range;

/// A mail body, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body<'a> {
    /// The first piece of the newest mail, without quotes and signature.
    pub top: &'a str,
    /// Every piece of the newest mail, between and below quotes too, in bytes.
    pub own: Vec<Range<usize>>,
    /// How many mails the text holds, the newest included.
    pub messages: usize,
    /// What introduces each of the quoted mails, in bytes.
    pub introductions: Vec<Range<usize>>,
}

impl Body<'_> {
    /// The newest mail, its pieces put together.
    pub fn written<'a>(&self, body: &'a str) -> Cow<'a, str> {
        match self.own.as_slice() {
            [] => Cow::Borrowed(""),
            [one] => Cow::Borrowed(&body[one.clone()]),
            pieces => Cow::Owned(pieces.iter().map(|piece| &body[piece.clone()]).collect::<Vec<_>>().join("\n\n")),
        }
    }

    /// Whether the newest mail's author wrote what stands at a byte.
    pub fn is_own(&self, at: usize) -> bool {
        self.own.iter().any(|piece| piece.contains(&at))
    }
}

/// Takes a mail body apart into its newest part and the mails it quotes.
pub fn split(body: &str) -> Body<'_> {
    let mut splitter = Splitter {
        lines: lines(body),
        at: 0,
        introductions: Vec::new(),
        zone_end: None,
        zone_is_rule: false,
        own: Vec::new(),
        below: Below::Own,
    };
    while splitter.at < splitter.lines.len() {
        splitter.step();
    }
    let own: Vec<Range<usize>> = splitter.own.into_iter().filter_map(|piece| trimmed(body, &piece)).collect();
    let top = own.first().map_or("", |piece| &body[piece.clone()]);
    Body { top, own, messages: 1 + splitter.introductions.len(), introductions: splitter.introductions }
}

/// Whose lines stand below an introduction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// The author's, those with `>` excepted.
    Own,
    /// Somebody else's down to the end, for want of `>`.
    Quoted,
}

struct Splitter<'a> {
    lines: Vec<Line<'a>>,
    at: usize,
    introductions: Vec<Range<usize>>,
    /// One past the last line of the introduction before.
    zone_end: Option<usize>,
    zone_is_rule: bool,
    own: Vec<Range<usize>>,
    below: Below,
}

impl Splitter<'_> {
    /// Takes one introduction or one line.
    fn step(&mut self) {
        let Some(found) = introduction(&self.lines, self.at) else {
            self.take_line();
            return;
        };
        // Rules, names and dates one below the other introduce the same mail.
        let beginning = self.at;
        let joined = self.zone_end.is_some_and(|end| self.joins(end, beginning));
        self.at += found.lines;
        let (first, last) = (self.lines[beginning], self.lines[self.at - 1]);
        let end = last.start + last.raw.len();
        // Of several the last says most: a rule says nothing of the sender.
        self.introductions.pop_if(|_| joined);
        self.introductions.push(first.start..end);
        self.zone_end = Some(self.at);
        self.zone_is_rule = found.rule;
        if self.lines[beginning].depth == 0 && self.below == Below::Own {
            self.drop_name_above(beginning);
            self.below = self.style();
        }
    }

    /// Whether nothing stands between two introductions but the sender's name, as below "Forwarded by".
    fn joins(&self, end: usize, beginning: usize) -> bool {
        let between: Vec<&Line> = self.lines[end..beginning].iter().filter(|line| !line.is_blank()).take(4).collect();
        let named = self.zone_is_rule && self.lines[beginning].text.starts_with(char::is_alphanumeric);
        between.is_empty() || (named && between.len() < 4 && between.iter().all(|line| is_name(line.text)))
    }

    /// How the quote below an introduction is marked.
    fn style(&self) -> Below {
        let next = self.lines[self.at..].iter().find(|line| !line.text.is_empty() || line.depth > 0);
        if next.is_some_and(|next| next.depth > 0) { Below::Own } else { Below::Quoted }
    }

    fn take_line(&mut self) {
        let line = &self.lines[self.at];
        if line.depth == 0 && self.below == Below::Own {
            let end = line.start + line.raw.len();
            match self.own.last_mut() {
                Some(last)
                    if self.at > 0
                        && self.zone_end != Some(self.at)
                        && self.lines[self.at - 1].start < last.end + 3
                        && last.end >= self.lines[self.at - 1].start =>
                {
                    last.end = end;
                }
                _ => self.own.push(line.start..end),
            }
        }
        self.at += 1;
    }

    /// Notes writes the sender's name on the lines above the date.
    fn drop_name_above(&mut self, zone: usize) {
        let dated = self.lines[zone].text.starts_with(|c: char| c.is_ascii_digit()) && !self.lines[zone].text.contains(['@', '<']);
        let names = self.lines[..zone].iter().rev().take(3).take_while(|line| dated && is_name(line.text)).count();
        if let Some(last) = self.own.last_mut().filter(|_| names > 0) {
            last.end = last.end.min(self.lines[zone - names].start).max(last.start);
        }
    }
}

/// Whether a line may be a sender's name, address or office.
fn is_name(line: &str) -> bool {
    (1..80).contains(&line.len())
        && !line.ends_with(['.', '!', '?', ',', ':', ';'])
        && line.split_whitespace().count() <= 8
        && line.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '<'))
}

/// A piece without blank edges, underscores above a quote, and signature; none when nothing is left.
fn trimmed(body: &str, piece: &Range<usize>) -> Option<Range<usize>> {
    let text = without_signature(&body[piece.clone()]);
    let rest = text.trim_start();
    let start = piece.start + text.len() - rest.len();
    let rest = without_rules(rest);
    (!rest.is_empty()).then_some(start..start + rest.len())
}

/// A text without the lines of dashes at its end.
fn without_rules(mut text: &str) -> &str {
    loop {
        text = text.trim_end();
        let start = text.rfind('\n').map_or(0, |at| at + 1);
        let last = text[start..].trim();
        if last.len() < 5 || !last.bytes().all(|b| b"-_=*".contains(&b)) {
            return text;
        }
        text = &text[..start];
    }
}

/// Openings of the last line that phones and programs add.
const CLOSINGS: &[&str] = &[
    "sent from my ",
    "sent from outlook",
    "sent from mail for",
    "sent from yahoo",
    "sent from proton",
    "sent via ",
    "sent with ",
    "get outlook for",
    "von meinem ",
    "gesendet von ",
    "envoyé de mon ",
    "envoyé depuis ",
    "enviado desde mi ",
    "enviado do meu ",
    "inviato da ",
    "verstuurd vanaf ",
    "verzonden vanaf ",
    "wysłane z ",
    "wysłano z ",
    "skickat från ",
    "sendt fra ",
    "lähetetty ",
    "anfonwyd o fy ",
    "odesláno z ",
];

/// A text up to its signature.
fn without_signature(text: &str) -> &str {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_signature(line.trim_end_matches(['\r', '\n'])) {
            return &text[..start];
        }
        start += line.len();
    }
    text
}

/// Whether a line opens a signature.
fn is_signature(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', '_', ' ', '\t']);
    if matches!(line, "-- " | "--" | "— ") || (line.len() >= 4 && line.bytes().all(|b| b == b'_')) && line.len() < 20 {
        return true;
    }
    let short = bare.len() < 80 && bare.starts_with(|c: char| c.is_alphabetic());
    let mut lower = String::new();
    short && {
        lower.extend(bare.chars().flat_map(char::to_lowercase));
        CLOSINGS.iter().any(|closing| lower.starts_with(closing)) && lower.split_whitespace().count() <= 9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, messages: usize, top: &str) {
        let found = split(body);
        assert_eq!((found.messages, found.written(body).as_ref()), (messages, top), "{body}");
    }

    #[test]
    fn gmail_and_phones() {
        check("Thanks.", 1, "Thanks.");
        check("", 1, "");
        check("Hi\n\nOn Tue, 10 Nov 2026 at 12:00, A very long name of a parent\n<parent@home.test> wrote:\n\n> x\n", 2, "Hi");
        check("Thanks.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> No.\n>\n> On 2026-11-11 09:00, Ms Jones wrote:\n>> Yes?\n", 3, "Thanks.");
        check(
            "Thanks.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> A plain one will do.\n>\n> On 2026-11-11 09:00, Ms Jones wrote:\n>> Does he need a folder?\n",
            3,
            "Thanks.",
        );
        check(
            "Thanks.\n\nOn 2026-11-12 10:00, Pat Ray wrote:\n> Monday is fine.\n>\n> On 2026-11-11 09:00, Ms Jones\n> <jones@larkfield.test\n> > wrote:\n>> Which day?\n",
            3,
            "Thanks.",
        );
        check("Ok\nSent from my iPhone\n", 1, "Ok");
        check("Ok\n\nSent from my iPhone\n\nOn 3 Nov 2026, at 12:47, Pat Ray <pat@home.test> wrote:\n\nNo quote marks here\n", 2, "Ok");
        check(
            "Will do\n\nGet Outlook for iOS<https://aka.ms/x>\n________________________________\nFrom: Pat Ray <pat@home.test>\nSent: 3 November 2026 12:47\nTo: Jo\nSubject: Trip\n\nText\n",
            2,
            "Will do",
        );
        check("2016\n\n2017-02-08 12:32 GMT-08:00 Pat Ray <pat@home.test>:\n\n> x\n", 2, "2016");
        check("Yes\n\n---- Pat Ray wrote ----\n\n> x\n", 2, "Yes");
        check("On reflection, yes.\n\nAs the head said:\nno phones.", 1, "On reflection, yes.\n\nAs the head said:\nno phones.");
        check("In his memo of 3 May 2026 he wrote:\nno phones.", 1, "In his memo of 3 May 2026 he wrote:\nno phones.");
    }

    #[test]
    fn posted_below_and_between() {
        check("On 3 May 2026 at 10:00, Pat Ray wrote:\n> Room?\n\nRoom 4.\n\n> When?\n\nAt ten.\n", 2, "Room 4.\n\nAt ten.");
        check("Hi,\n> one\n>> two\nand so on\n", 1, "Hi,\n\nand so on");
        check("Hi\n-- \nPat\n\nOn 3 May 2026, Jo wrote:\n> x\n", 2, "Hi");
    }

    #[test]
    fn outlook_in_many_languages() {
        check("Hi\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\nSubject: C\n\nText\n", 2, "Hi");
        check("Hi\n________________________________\nFrom: A\nSent: Monday\nTo: B\n\nText", 2, "Hi");
        check(
            "Hi\n\nFrom: A <a@b>\nSent: 1 May\nTo: B\nSubject: C\n\nText\n\nFrom: B\nSent: 30 April\nTo: A\nSubject: C\n\nFirst\n",
            3,
            "Hi",
        );
        check("Ok\n\nOd: Jan Nowak <jan@dom.test>\nWysłano: środa, 1 marca 2023 12:00\nDo: Ala\nTemat: Wycieczka\n\nTak\n", 2, "Ok");
        check("Ok\n\nDe : Anne <anne@ecole.test>\nEnvoyé : mardi 3 mai 2022 10:00\nÀ : Luc\nObjet : Sortie\n\nOui\n", 2, "Ok");
        check("Ok\n\nVon: Anne <anne@schule.test>\nGesendet: Dienstag, 3. Mai 2022 10:00\nAn: Luc\nBetreff: Ausflug\n\nJa\n", 2, "Ok");
        check("Ok\n\nDe: Ana <ana@escuela.test>\nEnviado el: martes, 3 de mayo de 2022 10:00\nPara: Luis\nAsunto: Salida\n\nSí\n", 2, "Ok");
        check("Ok\n\nDa: Anna <anna@scuola.test>\nInviato: martedì 3 maggio 2022 10:00\nA: Luca\nOggetto: Gita\n\nSì\n", 2, "Ok");
        check("Ok\n\nVan: Anna <anna@school.test>\nVerzonden: dinsdag 3 mei 2022 10:00\nAan: Luuk\nOnderwerp: Uitje\n\nJa\n", 2, "Ok");
        check(
            "Iawn\n\nOddi wrth: Siân <sian@ysgol.test>\nAnfonwyd: Dydd Mawrth, 3 Mai 2022 10:00\nAt: Huw\nPwnc: Taith\n\nIe\n",
            2,
            "Iawn",
        );
        check("Iawn\n\nAr Maw, 3 Mai 2022 am 10:00, ysgrifennodd Siân <sian@ysgol.test>:\n> Ie\n", 2, "Iawn");
        check("Ok\n\nAm 31.05.17 um 09:43 schrieb Anne:\n> Ja\n", 2, "Ok");
        check("Ok\n\nLe mar. 3 mai 2022 à 10:00, Anne <anne@ecole.test> a écrit :\n> Oui\n", 2, "Ok");
        check("Ok\n\nW dniu 03.05.2022 o 10:00, Jan pisze:\n> Tak\n", 2, "Ok");
        check("Ok\n\n-----Message d'origine-----\nDe : Anne\nEnvoyé : mardi\nÀ : Luc\n\nOui\n", 2, "Ok");
        check("From: the desk of me\nno block here", 1, "From: the desk of me\nno block here");
        check("Open day\nDate: 5 May\nFrom: 7pm\nTo: 9pm", 1, "Open day\nDate: 5 May\nFrom: 7pm\nTo: 9pm");
    }

    #[test]
    fn notes_and_older_clients() {
        let forwarded = "---------------------- Forwarded by Pat Ray/LON/Acme on 05/11/2001 03:12 \nPM ---------------------------\n\n\n";
        check(
            &format!("FYI\n{forwarded}Jo Lee@ACME\n05/11/2001 02:00 PM\nTo:\tPat Ray/LON/Acme@Acme\ncc:\t \n\nSubject:\tRooms\n\nText"),
            2,
            "FYI",
        );
        check(
            &format!(
                "{forwarded}\"Lee, Jo\" <jo@home.test> on 05/11/2001 02:00:11 PM\nTo: <pat@acme.test>\ncc:  \nSubject: Rooms\n\n\nText"
            ),
            2,
            "",
        );
        check(
            &format!(
                "{forwarded}   \n\t\n\n\tFrom:  Jo Lee                           05/11/2001 02:00 PM\n\t\n\n\tTo:\tPat Ray/LON/Acme@ACME\n\tcc:\t \n\tSubject:\tRooms\n\nText"
            ),
            2,
            "",
        );
        check(
            &format!(
                "See below\n{forwarded}From: Jo Lee on 05/10/2001 02:00 PM\nTo: Pat Ray/LON/Acme@Acme, Al Po/LON/Acme@Acme, \nBo Ro/LON/Acme@Acme\ncc: Cy So/LON/Acme@Acme \nSubject: Rooms\n\nText\n\n{forwarded}Text"
            ),
            3,
            "See below",
        );
        check("Yes\n\n\n\n\nJo Lee\n05/11/2001 02:00 PM\nTo: Pat Ray/LON/Acme@Acme\ncc:  \nSubject: Rooms  \n\nText", 2, "Yes");
        check(
            "Yes\n\nJo Lee <jo@home.test> on 05/11/2001 02:00:00 PM\nPlease respond to <jo@home.test>\nTo: \"Pat\" <pat@acme.test>\ncc:  \nSubject: RE: Rooms\n\nText",
            2,
            "Yes",
        );
        check("Yes\n\nJo Lee\nSent by: Al Po\n05/11/2001 02:00 PM\n\nTo\nPat Ray/LON/Acme@Acme\ncc\n\nSubject\nRooms\n\nText", 2, "Yes");
        check("Yes\n\n>>> \"Lee, Jo\" <jo@home.test> 05/11/01 02:00PM >>>\nText\n", 2, "Yes");
        check(
            "Yes\n\n----Original Message Follows----\nFrom: \"Jo\" <jo@home.test>\nTo: pat@acme.test\nSubject: Rooms\nDate: Fri, 11 May 2001 14:00:00\n\nText\n",
            2,
            "Yes",
        );
        check(
            "Yes\n______________________________ Reply Separator _____________________________\nSubject: Rooms\nAuthor:  Jo Lee at INTERNET\nDate:    5/11/01 2:00 PM\n\nText\n",
            2,
            "Yes",
        );
        check(
            "Yes\n\n -----Original Message-----\nFrom: =09Lee, Jo =20\nSent:=09Friday, May 11, 2001 2:00 PM\nTo:=09Ray, Pat\nSubject:=09RE: Rooms\n\nNo\n\n -----Original Message-----\n=09From: =09Ray, Pat\n=09Sent:=09Thursday\n=09To:=09Lee, Jo\n\nText",
            3,
            "Yes",
        );
        check("Yes\n\n--- Jo Lee <jo@home.test> wrote:\n> No\n", 2, "Yes");
        check("In a message dated 5/11/2001 2:00:00 PM GMT, jo@home.test writes:\n\n<< No >>\n\nYes", 2, "");
    }

    #[test]
    fn hostile_bodies_stay_linear() {
        for line in
            ["To: a\n", "On 5/5/05 12:00\n", "> From: a\n", ">>> a\n", "a@b <\n", "-- \n", "05/11/2001 02:00 PM\n", "To: a@b\nx@y\n"]
        {
            let body = line.repeat(200_000 / line.len());
            let began = std::time::Instant::now();
            split(&body);
            assert!(began.elapsed().as_millis() < 3_000, "{line:?} took {:?}", began.elapsed());
        }
    }

    proptest::proptest! {
        #[test]
        fn any_body_is_split(body in "((\\PC{0,20}|> |From: a|To: b|Subject: c|On 5 May 2020, x wrote:|-- |--- Forwarded by )\\n?){0,30}") {
            let found = split(&body);
            proptest::prop_assert!(found.messages >= 1);
            proptest::prop_assert!(found.own.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let _ = found.written(&body);
        }
    }
}
