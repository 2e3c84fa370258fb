//! The parts of a file that are known, and what must be seen next.

/// Why a walk cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// These stretches must be seen.
    Need(Vec<(u64, u64)>),
    /// Markers must be looked for from here.
    Marks(u64),
    /// The file ends.
    End,
    /// The file is not what it began as.
    Wrong,
}

/// What a walk gives, or why it cannot.
pub(super) type Step<T> = Result<T, Short>;

/// Where markers of a JPEG stand in a stretch of the file: each `0xff` before a byte that is none of `0x00`, `0xd0` to `0xd7` and `0xff`.
/// To look for them is all that is asked of whoever has a large file at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Where the looking began.
    pub from: u64,
    /// Where it ended.
    pub until: u64,
    /// Where they stand.
    pub at: Vec<u64>,
}

/// A file as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Parts<'a> {
    size: u64,
    known: Vec<(u64, &'a [u8])>,
    scans: Vec<Scan>,
}

/// Bytes asked for around what is needed: a further turn costs more than they do.
const AROUND: u64 = 4096;

impl<'a> Parts<'a> {
    /// A file of this many bytes, of which nothing is known.
    pub fn new(size: u64) -> Self {
        Self { size, ..Self::default() }
    }

    /// Takes up a stretch that begins at `from`.
    pub fn add(&mut self, from: u64, bytes: &'a [u8]) {
        let fits = self.size.saturating_sub(from).min(bytes.len() as u64) as usize;
        let at = self.known.partition_point(|(start, _)| *start <= from);
        self.known.insert(at, (from, &bytes[..fits]));
    }

    /// Takes up where markers stand.
    pub fn add_scan(&mut self, scan: Scan) {
        self.scans.push(scan);
    }

    /// How many bytes the file has.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// The first bytes; none of a file that has fewer.
    pub(super) fn head(&self, count: u64) -> Step<Option<&'a [u8]>> {
        if self.size < count { Ok(None) } else { self.get(0, count).map(Some) }
    }

    fn known(&self, from: u64, to: u64) -> Option<&'a [u8]> {
        // The nearest that begin before it: stretches overlap only when somebody sends them twice.
        let at = self.known.partition_point(|(start, _)| *start <= from);
        let mut near = self.known[..at].iter().rev().take(2);
        near.find_map(|(start, bytes)| bytes.get((from - start) as usize..usize::try_from(to - start).ok()?))
    }

    /// The bytes from `from` to `to`.
    pub(super) fn get(&self, from: u64, to: u64) -> Step<&'a [u8]> {
        if to > self.size || from > to {
            return Err(Short::End);
        }
        self.known(from, to).ok_or_else(|| Short::Need(vec![(from, to.max(from + AROUND).min(self.size))]))
    }

    /// Whether these bytes are known.
    pub(super) fn has(&self, from: u64, to: u64) -> bool {
        self.known(from, to).is_some()
    }

    /// A number of two bytes, the larger first.
    pub(super) fn two(&self, at: u64) -> Step<u64> {
        self.get(at, at + 2).map(|bytes| u64::from(bytes[0]) << 8 | u64::from(bytes[1]))
    }

    /// The next marker at or after `from`; none up to the file's end.
    pub(super) fn next_mark(&self, from: u64) -> Step<Option<u64>> {
        if let Some(rest) = self.known(from.min(self.size), self.size) {
            return Ok(mark_in(rest).map(|at| from + at as u64));
        }
        let mut from = from;
        loop {
            let Some(scan) = self.scans.iter().find(|scan| scan.from <= from && from < scan.until) else { return Err(Short::Marks(from)) };
            match scan.at.get(scan.at.partition_point(|at| *at < from)) {
                Some(at) => return Ok(Some(*at)),
                None if scan.until >= self.size => return Ok(None),
                None => from = scan.until,
            }
        }
    }
}

fn mark_in(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))
}

/// A number of four bytes, the larger first.
pub(super) fn four(bytes: &[u8]) -> u64 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A number of four bytes, the smaller first.
pub(super) fn four_back(bytes: &[u8]) -> u64 {
    bytes.iter().take(4).rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
