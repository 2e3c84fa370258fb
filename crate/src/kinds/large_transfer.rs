//! large-transfer: a download or upload above the policy's size.

use super::{Ask, Found, Proof, Report};
use crate::verdict::Severity;
use crate::words::say;

/// Bytes of one MB.
const MB: u64 = 1_000_000;

/// Rows that show what is flagged and what passes.
pub const PROOF: Proof = Proof {
    policy: "st-albans",
    flags: &[
        r#"{"moment":"transfer","transfer":{"bytes":500000001,"direction":"down"}}"#,
        r#"{"moment":"transfer","transfer":{"bytes":18446744073709551615,"direction":"up"}}"#,
        r#"{"policy":"durrington","moment":"transfer","transfer":{"bytes":1000000001}}"#,
    ],
    passes: &[
        r#"{"moment":"transfer","transfer":{"bytes":500000000,"direction":"down"}}"#,
        r#"{"policy":"durrington","moment":"transfer","transfer":{"bytes":500000001}}"#,
        r#"{"moment":"transfer","transfer":{"direction":"down"}}"#,
        r#"{"moment":"transfer"}"#,
    ],
};

/// Reports a transfer that is too large.
pub fn check(ask: &Ask, report: &mut Report) {
    let Some(bytes) = ask.act.transfer.as_ref().and_then(|transfer| transfer.bytes) else { return };
    if let Some(most) = ask.clause.with.over_mb.filter(|most| bytes > most.saturating_mul(MB)) {
        let (size, most) = (bytes.div_ceil(MB).to_string(), most.to_string());
        let fill = [("size", size.as_str()), ("most", most.as_str())];
        report.add(Found::new(Severity::Nudge, say("transfer.heading", &fill), say("transfer.why", &fill)));
    }
}
