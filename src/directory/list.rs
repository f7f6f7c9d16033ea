//! All services that can be offered, in one run of bytes: what can be asked of all at once, each of them whole, and the words.
//!
//! Nothing is read before it is asked for, so a list of a hundred thousand is ready as soon as it is here.
//!
//! | bytes | what |
//! |---|---|
//! | 24 | [`BEGINS`], which names the form |
//! | 4 | how many services there are |
//! | 4 × 5 | how long each of the next five is |
//! | | the tags, each a text |
//! | | the outward codes, each a text and where it stands, which is [`facts::NOWHERE`] where no place in it says |
//! | | the facts of each service, [`facts::SIZE`] bytes |
//! | | where each service begins, 4 bytes, and where the last one ends |
//! | | the services |
//! | to the end | the words |
//!
//! Numbers of a fixed length have their lowest byte first.

use std::rc::Rc;

use super::bytes::In;
use super::facts::{self, Facts};
use super::record::Record;
use super::service::Service;

/// What the bytes begin with: what they are, and in which form.
pub(super) const BEGINS: &[u8; 24] = b"what-matters services 1\n";

/// Whether bytes say that they are a packed list, of whatever form.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    let [name @ .., _, _] = BEGINS;
    bytes.starts_with(name)
}

/// What a tag begins with: a part of life, an interest, what makes it easier to go, a kind that a person may not want now.
pub(super) const AREA: &str = "area";
pub(super) const INTEREST: &str = "interest";
pub(super) const EASIER: &str = "easier";
pub(super) const KIND: &str = "kind";

/// The bit of a tag; none where no service has it.
pub(super) fn bit(tags: &[Rc<str>], kind: &str, id: &str) -> u128 {
    let is_it = |tag: &Rc<str>| tag.split_once(' ') == Some((kind, id));
    let at = tags.iter().position(is_it);
    let at = at.and_then(|at| u32::try_from(at).ok());
    at.and_then(|at| 1_u128.checked_shl(at)).unwrap_or_default()
}

/// Why bytes are no directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// They are something else.
    Other,
    /// They are of a form that is newer than this reader.
    Newer,
    /// The end of them is missing, or they do not fit together.
    Damaged,
}

/// An outward code, and where it stands: the mean of the places in it that say where they are.
pub(super) type Outward = (Rc<str>, Option<(i32, i32)>);

/// All services that can be offered.
#[derive(PartialEq, Eq)]
pub struct Directory {
    bytes: Vec<u8>,
    count: usize,
    /// Where each part begins, and the words last.
    begins: [usize; 6],
}

impl Directory {
    /// Takes up bytes that were packed. What they hold is looked at when it is asked for.
    ///
    /// # Errors
    /// When they are something else, of a form this reader does not know, or cut short.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let mut read = In(&bytes);
        let begins = read.take(BEGINS.len()).ok_or(Unreadable::Other)?;
        if begins != BEGINS {
            return Err(if is_packed(begins) {
                Unreadable::Newer
            } else {
                Unreadable::Other
            });
        }
        let (count, begins) = parts(bytes.len(), read).ok_or(Unreadable::Damaged)?;
        Ok(Self {
            bytes,
            count,
            begins,
        })
    }

    /// How many services there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn part(&self, number: usize) -> &[u8] {
        let from = self.begins.get(number).copied().unwrap_or_default();
        let to = self
            .begins
            .get(number + 1)
            .copied()
            .unwrap_or(self.bytes.len());
        self.bytes.get(from..to).unwrap_or_default()
    }

    /// The tags, each at the place of its bit.
    pub(super) fn tags(&self) -> Vec<Rc<str>> {
        Record::read(&mut In(self.part(0))).unwrap_or_default()
    }

    /// The outward codes, and where each stands, as far as it is known; the first has the number 1.
    pub(super) fn outwards(&self) -> Vec<Outward> {
        let mut read = In(self.part(1));
        let count = read.count().unwrap_or_default();
        let all = (0..count).map_while(|_| {
            let (code, at) = (Record::read(&mut read)?, Record::read(&mut read)?);
            Some((code, Some(at).filter(|at| *at != facts::NOWHERE)))
        });
        all.collect()
    }

    /// The facts of every service.
    pub(super) fn facts(&self) -> impl Iterator<Item = Facts> {
        let all = self.part(2).chunks_exact(facts::SIZE);
        all.map(|bytes| Facts::read(bytes).unwrap_or_default())
    }

    /// The facts of one service.
    pub(super) fn facts_of(&self, number: usize) -> Facts {
        let from = number.checked_mul(facts::SIZE);
        let bytes = from.and_then(|from| self.part(2).get(from..));
        bytes.and_then(Facts::read).unwrap_or_default()
    }

    /// A service, whole; nothing where there is none of that number, or what is there cannot be read.
    pub fn service(&self, number: usize) -> Option<Service> {
        let starts = self.part(3).get(number.checked_mul(4)?..)?;
        let mut read = In(starts);
        let from = usize::try_from(read.fixed()?).ok()?;
        let to = usize::try_from(read.fixed()?).ok()?;
        Service::read(&mut In(self.part(4).get(from..to)?))
    }

    /// All of it as bytes, to be opened elsewhere.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The words, and who has them.
    pub(super) fn words(&self) -> &[u8] {
        self.part(5)
    }
}

impl std::fmt::Debug for Directory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Directory({})", self.count)
    }
}

/// How many services there are, and where each part begins, the words last; nothing where they do not fit into so many bytes.
fn parts(length: usize, mut read: In<'_>) -> Option<(usize, [usize; 6])> {
    let mut number = || read.fixed().and_then(|number| usize::try_from(number).ok());
    let count = number()?;
    let lengths = [number()?, number()?, number()?, number()?, number()?];
    let mut begins = [length - read.0.len(); 6];
    let [mut at, ..] = begins;
    for (begin, length) in begins.iter_mut().skip(1).zip(lengths) {
        at = at.checked_add(length)?;
        *begin = at;
    }
    let [_, _, facts, starts, _] = lengths;
    let fits = at <= length
        && facts == count.checked_mul(facts::SIZE)?
        && starts == count.checked_add(1)?.checked_mul(4)?;
    fits.then_some((count, begins))
}
