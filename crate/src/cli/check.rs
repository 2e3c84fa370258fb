//! `beforehand check`: a draft for a person to read, or acts as JSON lines.

use super::{Failure, human, input, people, read_text};
use beforehand::{Act, Context, Pack, Roster, School, json, pack::BUILTIN};
use jiff::Timestamp;
use std::collections::HashMap;
use std::path::PathBuf;
use std::process::ExitCode;

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// A built-in policy or a policy file
    #[arg(long, value_name = "ID|FILE.toml")]
    policy: Option<String>,
    /// The school's own details
    #[arg(long, value_name = "FILE.toml")]
    school: Option<PathBuf>,
    /// People of the school, as exported by its management system; may be given several times
    #[arg(long, value_name = "FILE.csv")]
    roster: Vec<PathBuf>,
    /// One act a line in, one verdict a line out
    #[arg(long)]
    jsonl: bool,
    /// The time to check at, RFC 3339; the clock when left out
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    /// What to check; standard input when left out
    #[arg(value_name = "FILE|-")]
    file: Option<PathBuf>,
}

/// Policies as they are met, so that each is read once.
struct Desk {
    packs: HashMap<String, Pack>,
    chosen: Option<String>,
    school: School,
    roster: Roster,
    now: Option<Timestamp>,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, Failure> {
    let mut desk = Desk::set(options)?;
    if options.jsonl {
        return input::each_line(options.file.as_ref(), |line| desk.answer(line));
    }
    let act = Act { text: input::whole(options.file.as_ref())?.trim_end_matches(['\r', '\n']).to_owned(), ..Act::default() };
    let verdict = desk.check(&act).map_err(Failure)?;
    human::print(&act.text, &verdict, desk.pack(&act).ok());
    Ok(ExitCode::from(u8::from(!verdict.findings.is_empty())))
}

impl Desk {
    fn set(options: &Options) -> Result<Self, Failure> {
        let now = match &options.now {
            Some(time) => {
                Some(time.parse().map_err(|_| Failure(format!("--now {time:?} is not a time; write it as 2026-11-22T09:00:00Z")))?)
            }
            None => None,
        };
        let school = match &options.school {
            Some(path) => School::parse(&path.display().to_string(), &read_text(path)?)?,
            None => School::default(),
        };
        let mut desk = Self { packs: HashMap::new(), chosen: None, school, roster: Roster::empty(), now };
        if let Some(policy) = &options.policy {
            desk.chosen = Some(desk.load(policy)?);
        }
        desk.roster = desk.rosters(&options.roster)?;
        Ok(desk)
    }

    /// Reads the named policy and gives its id.
    fn load(&mut self, policy: &str) -> Result<String, Failure> {
        let pack = match Pack::builtin(policy) {
            Some(pack) => pack,
            None if policy.ends_with(".toml") => Pack::parse(policy, &read_text(&PathBuf::from(policy))?)?,
            None => return Err(Failure(unknown(policy))),
        };
        let id = pack.id.clone();
        self.packs.insert(id.clone(), pack);
        Ok(id)
    }

    fn rosters(&self, files: &[PathBuf]) -> Result<Roster, Failure> {
        let today = beforehand::clock::local(self.now()).date();
        let lists = people::read_lists(files, &[], today)?;
        for (name, import) in &lists {
            for row in &import.refused {
                anstream::eprintln!("{name}:{}: left out: {}", row.line, row.why);
            }
        }
        Ok(Roster::join(lists.into_iter().map(|(_, import)| import.roster)))
    }

    fn now(&self) -> Timestamp {
        self.now.unwrap_or_else(Timestamp::now)
    }

    /// The verdict on one line, as JSON.
    fn answer(&mut self, line: &str) -> Result<String, String> {
        let act: Act = json::read(line).map_err(|why| why.to_string())?;
        let verdict = self.check(&act)?;
        Ok(json::written(&verdict))
    }

    fn check(&mut self, act: &Act) -> Result<beforehand::Verdict, String> {
        if let Some(at) = act.at.as_deref().filter(|at| beforehand::clock::parse(at).is_none()) {
            return Err(format!("`at` {at:?} is not an RFC 3339 time; write it as 2026-11-22T09:00:00Z"));
        }
        if let Some(policy) = act.policy.as_deref().filter(|id| !self.packs.contains_key(*id)) {
            let pack = Pack::builtin(policy).ok_or_else(|| unknown(policy))?;
            self.packs.insert(policy.to_owned(), pack);
        }
        let pack = self.pack(act)?;
        Ok(beforehand::check(act, &Context { pack, school: &self.school, roster: &self.roster, now: self.now() }))
    }

    fn pack(&self, act: &Act) -> Result<&Pack, String> {
        let id = act.policy.as_ref().or(self.chosen.as_ref());
        id.and_then(|id| self.packs.get(id)).ok_or_else(|| format!("no policy is chosen; give --policy with one of {}", ids()))
    }
}

fn unknown(policy: &str) -> String {
    format!("there is no policy {policy:?}; the built-in ones are {}, or give a .toml file", ids())
}

fn ids() -> String {
    BUILTIN.iter().map(|source| source.id).collect::<Vec<_>>().join(", ")
}
