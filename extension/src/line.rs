//! One line in, one line out, as `beforehand check --jsonl` does it, so that a test can compare every build byte by byte.

use beforehand::{Act, Context, Pack, Roster, School, check, clock};
use jiff::Timestamp;
use serde_json::json;

/// The verdict of one act as JSON; for a bad line or a bad setting, the error in its place.
pub fn check_line(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> String {
    match verdict(line, now, policy, school, roster) {
        Ok(verdict) => verdict,
        Err(error) => json!({ "error": error }).to_string(),
    }
}

fn verdict(line: &str, now: &str, policy: &str, school: &str, roster: &str) -> Result<String, String> {
    let act: Act = serde_json::from_str(line).map_err(|why| why.to_string())?;
    let now: Timestamp = now.parse().map_err(|why| format!("now: {why}"))?;
    let school = School::parse("school.toml", school).map_err(|why| why.to_string())?;
    let id = act.policy.as_deref().unwrap_or(policy);
    let pack = Pack::builtin(id).ok_or_else(|| format!("there is no policy {id:?}"))?;
    let today = clock::local(now, &school.time_zone).date();
    let roster = if roster.is_empty() { Roster::empty() } else { Roster::read("roster.csv", roster.as_bytes(), [0; 16], today).roster };
    let verdict = check(&act, &Context { pack: &pack, school: &school, roster: &roster, now });
    serde_json::to_string(&verdict).map_err(|why| why.to_string())
}
