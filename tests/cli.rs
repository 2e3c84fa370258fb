//! The command line, run as a person or a script runs it: answers, errors in place, exit statuses, memory.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const SCHOOL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/school.toml");
const PEOPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/people.csv");
const NOW: &str = "2026-11-22T12:00:00Z";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beforehand"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("the command ends");
    // A command that refuses its arguments closes its input unread.
    let _ = writer.join().expect("the writer ends");
    output
}

fn picture(name: &str) -> String {
    format!("{}/tests/fixtures/pictures/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn statuses_and_words() {
    #[track_caller]
    fn check(arguments: &[&str], input: &str, status: i32, out: &[&str], err: &str) {
        let output = run(arguments, input.as_bytes());
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {stdout}{stderr}");
        for part in out {
            assert!(stdout.contains(part), "{arguments:?}: no {part:?} in {stdout}");
        }
        assert!(stderr.contains(err), "{arguments:?}: no {err:?} in {stderr}");
        let preview = matches!(arguments[0], "people" | "pictures") && !stderr.contains("/no/such/file");
        assert!(status != 2 || preview || stderr.contains("Usage") || stderr.lines().count() == 1, "one line says what is wrong: {stderr}");
    }
    let draft = "Proud to teach Year 9 at Larkfield";
    check(
        &["check", "--policy", "durrington", "--school", SCHOOL],
        draft,
        1,
        &["durrington/D-disclaimer", "This says where you work", "App D personal use", "^^^^"],
        "",
    );
    check(&["check", "--policy", "maltby", "--school", SCHOOL], draft, 0, &["Nothing found"], "");
    check(&["check", "--policy", "durrington", "--school", SCHOOL, "-"], "Hello", 0, &["Nothing found"], "");
    check(&["check"], draft, 2, &[], "no policy is chosen");
    check(
        &["check", "--policy", "hogwarts"],
        draft,
        2,
        &[],
        "there is no policy \"hogwarts\"; the built-in ones are academy-trust, durrington",
    );
    check(&["check", "--policy", "no-such.toml"], draft, 2, &[], "no-such.toml: ");
    check(&["check", "--policy", "durrington", "--school", PEOPLE], draft, 2, &[], "people.csv:1:");
    check(&["check", "--policy", "durrington", "--now", "noon"], draft, 2, &[], "--now \"noon\" is not a time");
    check(&["check", "--policy", "durrington", "/no/such/file"], "", 2, &[], "/no/such/file: ");
    check(&["check", "--wrong"], "", 2, &[], "--wrong");
    check(&["people", PEOPLE], "", 0, &["6 pupils, 4 leavers, 2 staff, 1 parents", "5. \"Form\": form"], "");
    check(
        &["people", "--column", "Form=nothing", "--column", "3=surname", PEOPLE],
        "",
        0,
        &["5. \"Form\": not used", "3. \"Surname\": surname"],
        "",
    );
    check(&["people", SCHOOL], "", 2, &["nobody", "line 1: left out: no row of headings"], "");
    check(&["people", "--column", "Form=shoe", PEOPLE], "", 2, &[], "\"shoe\" is no kind of column");
    check(&["pictures", &picture("phone.jpg")], "", 1, &["phone.jpg", "GPSLatitude: 53.42"], "");
    check(&["pictures", &picture("progressive.jpg")], "", 0, &["nothing hidden"], "");
    check(&["pictures", PEOPLE], "", 0, &["not a JPEG, PNG or WebP picture"], "");
    check(&["pictures", "/no/such/file"], "", 2, &[], "/no/such/file: ");
    check(&["people", "/no/such/file"], "", 2, &[], "/no/such/file: ");
    check(
        &["spans", "--what", "profanity"],
        "oh sh*t",
        0,
        &["{\"id\":null,\"spans\":[{\"what\":\"profanity\",\"start\":3,\"end\":7}]}"],
        "",
    );
    check(
        &["spans", "--what", "names"],
        "Ask Jordan Smith",
        0,
        &["{\"id\":null,\"spans\":[{\"what\":\"name\",\"start\":4,\"end\":16}]}"],
        "",
    );
    check(&["spans", "--what", "disclaimer"], "Hm. Views my own.", 0, &["\"start\":4,\"end\":16"], "");
    check(&["thread"], "Yes.\n\nOn 1 May 2026, A B wrote:\n> No\n", 0, &["{\"id\":null,\"messages\":2,\"top\":\"Yes.\"}"], "");
}

#[test]
fn bad_lines_are_answered_in_place() {
    let mut input = Vec::new();
    let mut line = |bytes: &[u8]| {
        input.extend_from_slice(bytes);
        input.push(b'\n');
    };
    line(br#"{"id":"a","text":"Jordan Smith"}"#);
    line(br#"{"id":"b","text":"broken"#);
    line(br#"{"id":"c","tezt":"x"}"#);
    line(br#"{"id":"d","text":"\ud800 x"}"#);
    line(b"{\"id\":\"e\",\"text\":\"\xff\"}");
    line(br#"{"id":"f","policy":"hogwarts"}"#);
    line(br#"{"id":"g","at":"noon"}"#);
    line(b"");
    line(br#"{"id":"h","text":"Jordan Smith"}"#);
    let output = run(&["check", "--jsonl", "--policy", "durrington", "--roster", PEOPLE, "--now", NOW], &input);
    assert_eq!(output.status.code(), Some(2));
    let answers: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let shown: Vec<String> = answers
        .iter()
        .map(|answer| match &answer["error"] {
            Value::String(error) => {
                format!("{}: {}", answer["id"].as_str().unwrap_or("-"), error.split(", expected").next().unwrap_or_default())
            }
            _ => format!("{}: {} found", answer["id"].as_str().unwrap_or("-"), answer["findings"].as_array().map_or(0, Vec::len)),
        })
        .collect();
    let expected = [
        "a: 1 found",
        "-: EOF while parsing a string at line 1 column 24",
        "c: unknown field `tezt`",
        "d: unexpected end of hex escape at line 1 column 26",
        "e: not UTF-8 from byte 18 of the line",
        "f: there is no policy \"hogwarts\"; the built-in ones are academy-trust, durrington, maltby, st-albans, west-midlands, or give a .toml file",
        "g: `at` \"noon\" is not an RFC 3339 time; write it as 2026-11-22T09:00:00Z",
        "-: EOF while parsing a value at line 1 column 0",
        "h: 1 found",
    ];
    for (shown, expected) in shown.iter().zip(expected) {
        assert_eq!(shown.split(" at line").next(), expected.split(" at line").next());
    }
    assert_eq!(shown.len(), expected.len());
}

#[test]
fn acts_stream_in_constant_memory() {
    const ACTS: usize = 100_000;
    let mut child = command(&["check", "--jsonl", "--policy", "durrington", "--school", SCHOOL]).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("its input");
    let status = format!("/proc/{}/status", child.id());
    let writer = std::thread::spawn(move || {
        for number in 0..ACTS {
            writeln!(stdin, r#"{{"id":"{number}","text":"I teach at Larkfield, and it is raining again"}}"#).expect("the act is taken");
        }
        // Read while the command still waits for more.
        fs::read_to_string(status).ok()
    });
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(text(&output.stdout).lines().count(), ACTS);
    match writer.join().expect("the writer ends") {
        Some(status) => {
            let peak: usize = status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))
                .and_then(|rest| rest.trim().split(' ').next()?.parse().ok())
                .expect("a peak");
            assert!(peak < 40_000, "the peak is {peak} kB after {ACTS} acts");
        }
        None => eprintln!("SKIPPED: no /proc here, so the memory was not measured"),
    }
}

#[test]
fn a_mailbox_becomes_conversations() {
    let letter = |id: &str, from: &str, to: &str, subject: &str, more: &str| {
        format!(
            "From x Mon Nov  9 09:00:00 2026\nFrom: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{id}@x>\nDate: Mon, 9 Nov 2026 09:00:00 +0000\n{more}\nText\n\n"
        )
    };
    let mbox = [
        letter("1", "pat@home.example", "me@s.example", "Trip", ""),
        letter("2", "me@s.example", "pat@home.example", "Re: Trip", "In-Reply-To: <1@x>\n"),
        letter("3", "other@home.example", "me@s.example", "Trip", ""),
        letter("4", "pat@home.example", "me@s.example", "RE: trip", ""),
        letter("5", "pat@home.example", "me@s.example", "Automatic reply: Trip", "In-Reply-To: <2@x>\nAuto-Submitted: auto-replied\n"),
    ]
    .concat();
    let path = std::env::temp_dir().join(format!("beforehand-{}.mbox", std::process::id()));
    fs::write(&path, mbox).expect("a file");
    let output = run(&["thread", "--mbox", path.to_str().expect("a path")], b"");
    fs::remove_file(&path).expect("the file is ours");
    let lines: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let shown: Vec<(Value, usize)> =
        lines.iter().map(|line| (line["exchanged"].clone(), line["ids"].as_array().map_or(0, Vec::len))).collect();
    assert_eq!(shown, [(3.into(), 4), (1.into(), 1)], "{lines:?}");
}

#[test]
fn pictures_are_cleaned_beside_the_old_ones() {
    let folder = std::env::temp_dir().join(format!("beforehand-pictures-{}", std::process::id()));
    let place = folder.display().to_string();
    let clean = |name: &str, status: i32| {
        let output = run(&["pictures", "--clean", &place, name], b"");
        assert_eq!(output.status.code(), Some(status), "{}", text(&output.stderr));
    };
    clean(&picture("phone.jpg"), 1);
    clean(&folder.join("phone.jpg").display().to_string(), 2);
    let left = run(&["pictures", &folder.join("phone.jpg").display().to_string()], b"");
    fs::remove_dir_all(&folder).expect("the folder goes");
    assert_eq!(left.status.code(), Some(0), "{}", text(&left.stdout));
}
