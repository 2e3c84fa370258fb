//! Forenames that mean the same person: other spellings, and the short forms of full ones.

/// One set a line: spellings of one name, then behind a colon the short forms that any of them may have.
const SETS: &str = include_str!("../../data/alike.txt");

/// Every name that may mean somebody with this one (folded): its other spellings, its short forms, and what it is short for.
pub(super) fn alike(name: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    if name.is_empty() {
        return found;
    }
    let mut from = 0;
    while let Some(at) = SETS[from..].find(name).map(|at| from + at) {
        let start = SETS[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = SETS[at..].find('\n').map_or(SETS.len(), |end| at + end);
        from = end;
        let set = &SETS[start..end];
        let (full, short) = set.split_once(':').unwrap_or((set, ""));
        let has = |list: &str| list.split(' ').any(|other| other == name);
        if has(full) {
            found.extend(full.split(' ').chain(short.split(' ')));
        } else if has(short) {
            found.extend(full.split(' '));
        }
    }
    found.retain(|other| *other != name && !other.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets() {
        #[track_caller]
        fn check(one: &str, other: &str, expected: bool) {
            assert_eq!(alike(one).contains(&other), expected, "{one} and {other}");
            assert_eq!(alike(other).contains(&one), expected, "{other} and {one}");
        }
        check("mohammed", "muhammad", true);
        check("mohammed", "md", true);
        check("katherine", "kate", true);
        check("kathryn", "catherine", true);
        check("elizabeth", "beth", true);
        check("beth", "liz", false);
        check("alexander", "alexandra", false);
        check("alexander", "alex", true);
        check("alexandra", "alex", true);
        check("jordan", "jordana", false);
    }
}
