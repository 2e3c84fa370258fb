//! phishing-signs: a mail being read shows signs of phishing, each told in words.

use super::{Ask, Found, Proof, Report};
use crate::act::Moment;
use crate::mail;
use crate::phishing::{Letter, Sign, signs};
use crate::verdict::Severity;
use crate::words::say;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "maltby",
    flags: &[
        r#"{"moment":"email-read","from":"Courier <drop@redeliver-fee.example>","subject":"We missed you","text":"Enter your card number below.","links":[{"text":"royalmail.com/pay","href":"http://redeliver-fee.example/pay"}]}"#,
        r#"{"moment":"email-read","from":"Bishop <office@cleric.example>","subject":"favour","text":"Are you near a shop? I require Steam vouchers, reply with photo of codes."}"#,
        r#"{"moment":"email-read","from":"Exams <entries@exam-portal-login.example>","subject":"Entries","text":"Your centre login expires today.","links":[{"text":"Sign in","href":"http://exam-portal-login.example"}]}"#,
        r#"{"moment":"email-read","from":"Microsoft 365 <no-reply@ms-login-check.example>","subject":"Action required","text":"Dear user, your password expires today. Keep the same password here.","links":[{"text":"https://login.microsoftonline.com","href":"http://ms-login-check.example/l"}]}"#,
        r#"{"moment":"email-read","from":"Head <head.larkfield@gmail.com>","subject":"Quick task","text":"Are you free? I need you to get some gift cards for staff, send me the codes."}"#,
        r#"{"moment":"email-read","from":"IT <help@larkfield-example.co>","subject":"Timetable","text":"New timetable","links":[{"text":"Timetable","href":"https://larkfield-example.co/t"}]}"#,
        r#"{"moment":"email-read","from":"Parcel desk <desk@parcels.example>","text":"We was unable to deliver. Pay the delivery fee within 24 hours or it will be returned."}"#,
        r#"{"moment":"email-read","from":"Scanner <scan@prints.example>","text":"See the scan","attachments":[{"name":"Scan.pdf.exe"}]}"#,
        r#"{"moment":"email-read","from":"Mr John Barr <jb@bank.example>","text":"Dear friend, I am the lawyer of a late client who left a sum of 4 million dollars. You are the next of kin."}"#,
        r#"{"policy":"st-albans","moment":"email-read","from":"Finance <accounts@hillviewcoachs.example>","known":["accounts@hillviewcoaches.example"],"text":"Hello, please see our invoice."}"#,
        r#"{"policy":"durrington","moment":"email-read","from":"PayPal <service@paypal-account.example>","text":"Unusual activity. Confirm your account.","links":[{"text":"Confirm","href":"http://192.0.2.7/x"}]}"#,
    ],
    passes: &[
        r#"{"moment":"email-read","from":"Weekly <news@weekly.example>","subject":"This week","text":"Read it at the BBC. Unsubscribe at any time.","links":[{"text":"bbc.co.uk/news","href":"http://weekly.example/c"}]}"#,
        r#"{"moment":"email-read","from":"Owen Teale <o.teale@larkfield.example>","subject":"URGENT","text":"Dear all, send me your data within 24 hours or it will be deleted"}"#,
        r#"{"moment":"email-read","from":"ParentPay <no-reply@parentpay.com>","text":"Dear Aisha, log in to see balances","links":[{"text":"https://app.parentpay.com","href":"https://app.parentpay.com/public"}]}"#,
        r#"{"moment":"email-read","from":"Pat Ray <pat@home.example>","text":"I am very angry. If I do not hear from you within 24 hours I shall go to the governors."}"#,
        r#"{"moment":"email-read","from":"Pat Ray <pat@home.example>","known":["pat@home.example"],"text":"Dear sir, kindly call me immediately, urgent"}"#,
        r#"{"moment":"email-read","from":"Royal Mail <no-reply@royalmail.com>","text":"Your parcel will be delivered today","links":[{"text":"Track your item","href":"https://www.royalmail.com/track"}]}"#,
        r#"{"moment":"email-read","from":"Oxford Press <news@email.oup.com>","text":"Dear Tom, order by the end of term for 20% off. Limited time!","links":[{"text":"Order","href":"https://email.oup.com/c/1"},{"text":"global.oup.com","href":"https://global.oup.com/e"}]}"#,
        r#"{"policy":"west-midlands","moment":"email-read","from":"Micros0ft <x@micros0ft.example>","text":"Enter your password"}"#,
    ],
};

/// Reports the signs, when there is a strong one or there are two.
pub fn check(ask: &Ask, report: &mut Report) {
    let act = ask.act;
    let from = mail::address(act.from.as_deref().unwrap_or_default());
    if act.moment != Moment::EmailRead || mail::is_trusted(ask, &from) {
        return;
    }
    let seen = signs(&Letter::of(ask));
    let Some(first) = seen.first() else { return };
    let heading =
        if seen.len() > 1 { say("phishing.heading-many", &[("count", &seen.len().to_string())]) } else { say("phishing.heading", &[]) };
    let mut why: Vec<String> = seen.iter().take(6).map(|seen| seen.says.clone()).collect();
    let report_to = if ask.clause.with.report_to.is_empty() { "ICT" } else { &ask.clause.with.report_to };
    let who = [("who", report_to)];
    why.push(if first.sign == Sign::Attachment { say("phishing.then-file", &who) } else { say("phishing.then", &who) });
    report.add(Found::new(Severity::Nudge, heading, why.join(" ")));
}
