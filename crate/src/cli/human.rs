//! Findings as a person reads them: the words underlined, the clause cited, what can be done.

use anstream::println;
use anstyle::{AnsiColor, Style};
use beforehand::{Finding, Pack, Severity, Verdict};

/// Characters shown on each side of marked words.
const AROUND: usize = 60;

/// Prints a verdict; colour only where the terminal has it.
pub fn print(text: &str, verdict: &Verdict, pack: Option<&Pack>) {
    for finding in &verdict.findings {
        print_one(text, finding);
    }
    if verdict.findings.is_empty() {
        let policy = pack.map_or("the policy", |pack| pack.short.as_str());
        println!("Nothing found under {policy}. This is a help, not a guarantee.");
    }
}

fn print_one(text: &str, finding: &Finding) {
    let style = style(finding.severity);
    println!("{style}{}{style:#}  {}", finding.heading, tier(finding.severity));
    if let (Some(start), Some(end)) = (finding.start, finding.end) {
        let (before, marked, after) = parts(text, start as usize, end as usize);
        let line = Style::new().underline();
        println!("  {before}{line}{marked}{line:#}{after}");
        println!("  {}{}", " ".repeat(before.chars().count()), "^".repeat(marked.chars().count().max(1)));
    }
    println!("  {}", finding.message);
    for fix in &finding.fixes {
        println!("  - {}", fix.label);
    }
    let dim = Style::new().dimmed();
    println!("  {dim}{} · {}{dim:#}\n", finding.clause, finding.kind);
}

fn style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Stop => AnsiColor::Red,
        Severity::Warn => AnsiColor::Yellow,
        Severity::Nudge => AnsiColor::Cyan,
        Severity::Info => AnsiColor::White,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

fn tier(severity: Severity) -> &'static str {
    match severity {
        Severity::Stop => "(pause, asks for a reason)",
        Severity::Warn => "(pause)",
        Severity::Nudge => "(note)",
        Severity::Info => "(for information)",
    }
}

/// The marked words with a little text around them, on one line; control characters become spaces.
fn parts(text: &str, start: usize, end: usize) -> (String, String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let cut = |from: usize, to: usize| {
        let part = String::from_utf16_lossy(units.get(from.min(units.len())..to.min(units.len())).unwrap_or_default());
        part.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
    };
    let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(units.len()));
    let before = if from > 0 { format!("…{}", cut(from, start)) } else { cut(from, start) };
    let after = if to < units.len() { format!("{}…", cut(end, to)) } else { cut(end, to) };
    (before, cut(start, end), after)
}
