//! The words of all services, and which services have them.

use std::collections::BTreeMap;

use super::super::bytes::{In, Out};
use super::fold;
use super::slip::begins_but_for_one;

/// What a word of a name counts, and one that stands elsewhere: the very word, one that it begins, one that was meant.
const IN_NAME: [u8; 3] = [8, 6, 3];
const ELSEWHERE: [u8; 3] = [4, 2, 1];
/// The last of these kinds.
const MEANT: usize = 2;
/// A half of a word that is written as one has so many bytes.
const HALF: usize = 3;

/// How far the words of a packed list were taken over.
#[derive(Debug, Default)]
pub(in super::super) struct Place {
    words: usize,
    postings: usize,
    word: String,
}

impl Postings {
    /// Adds a service, once: a word that stands in its name and elsewhere is added as one of its name first.
    fn add(&mut self, service: u32, is_in_name: bool) {
        if self.last == Some(service) {
            return;
        }
        // A list that is damaged may have a word twice.
        let distance = service.saturating_sub(self.last.unwrap_or_default());
        self.bytes.number(distance << 1 | u32::from(is_in_name));
        self.last = Some(service);
    }
}

/// Collects the words of services, which come in the order of their numbers.
#[derive(Debug, Default)]
pub(in super::super) struct Collected {
    words: BTreeMap<String, Postings>,
}

/// The services that have a word: each as how far it is from the one before, and whether the word stands in its name.
#[derive(Debug, Default)]
struct Postings {
    bytes: Out,
    last: Option<u32>,
}

impl Collected {
    /// Adds the words of a service: those of its name, and all others.
    pub(in super::super) fn add(&mut self, service: u32, name: &str, others: &[&str]) {
        fold::words(name, |word| self.word(word, service, true));
        for text in others {
            fold::words(text, |word| self.word(word, service, false));
        }
    }

    fn word(&mut self, word: &str, service: u32, is_in_name: bool) {
        if let Some(postings) = self.words.get_mut(word) {
            postings.add(service, is_in_name);
        } else {
            let mut postings = Postings::default();
            postings.add(service, is_in_name);
            self.words.insert(word.to_owned(), postings);
        }
    }

    /// Adds the words of services that were packed before, so many words at a time. `numbers` has the number each of them has here, if it is taken.
    /// Where the next words stand is what comes back, until there are none.
    pub(in super::super) fn join(
        &mut self,
        index: &[u8],
        from: Place,
        most: usize,
        numbers: &[Option<u32>],
    ) -> Option<Place> {
        let mut read = In(index);
        let all = read.count().and_then(|length| read.take(length))?;
        let Place {
            words: at,
            postings: after,
            mut word,
        } = from;
        let mut words = In(all.get(at..)?);
        let mut postings = In(read.0.get(after..)?);
        for _ in 0..most {
            let own = next_word(&mut words, &mut word).and_then(|own| postings.take(own))?;
            let mut taken = Vec::new();
            each_posting(own, |service, is_in_name| {
                if let Some(Some(number)) = numbers.get(service) {
                    taken.push((*number, is_in_name));
                }
            });
            if !taken.is_empty() {
                let postings = self.words.entry(word.clone()).or_default();
                for (number, is_in_name) in taken {
                    postings.add(number, is_in_name);
                }
            }
        }
        Some(Place {
            words: all.len() - words.0.len(),
            postings: read.0.len() - postings.0.len(),
            word,
        })
    }

    /// Writes the words in their order, each with how much of it is as in the one before, and then who has them.
    pub(in super::super) fn write(&self, out: &mut Out) {
        let mut words = Out::default();
        let mut postings = Out::default();
        let mut before = "";
        for (word, own) in &self.words {
            let both = before.chars().zip(word.chars());
            let alike = both.take_while(|(one, other)| one == other);
            let alike: usize = alike.map(|(one, _)| one.len_utf8()).sum();
            words.count(alike);
            words.text(word.get(alike..).unwrap_or_default());
            words.count(own.bytes.0.len());
            postings.0.extend(&own.bytes.0);
            before = word;
        }
        out.count(words.0.len());
        out.0.extend(&words.0);
        out.0.extend(&postings.0);
    }
}

/// How well each service fits what was typed: nothing where it does not. Nobody typed anything: all fit alike.
/// A space too many or one left out is no matter.
pub(in super::super) fn scores(index: &[u8], services: usize, typed: &str) -> Vec<u16> {
    let sought = fold::sought(typed);
    let mut scores = rated(index, services, &sought);
    let pairs: Vec<String> = sought.windows(2).map(<[String]>::concat).collect();
    let joined = find(index, &pairs).into_iter().zip(pairs).enumerate();
    for (at, (found, pair)) in joined {
        if found.iter().any(|(kind, _)| *kind < MEANT) {
            let mut together = sought.clone();
            together.splice(at..at + 2, [pair]);
            let others = rated(index, services, &together);
            for (score, other) in scores.iter_mut().zip(others) {
                *score = other.max(*score);
            }
        }
    }
    scores
}

/// How well each service fits these words, which all have to be there.
fn rated(index: &[u8], services: usize, sought: &[String]) -> Vec<u16> {
    let mut scores = vec![1_u16; services];
    for (found, sought) in find(index, sought).into_iter().zip(sought) {
        let mut best = vec![0_u8; services];
        if found.is_empty() {
            apart(index, sought, &mut best);
        }
        for (kind, postings) in found {
            rate(postings, weights(kind), &mut best);
        }
        for (score, best) in scores.iter_mut().zip(best) {
            *score = match (*score, best) {
                (0, _) | (_, 0) => 0,
                (score, best) => score.saturating_add(u16::from(best)),
            };
        }
    }
    scores
}

/// What a word of a kind counts elsewhere, and in a name.
fn weights(kind: usize) -> [u8; 2] {
    [ELSEWHERE, IN_NAME].map(|all| all.get(kind).copied().unwrap_or_default())
}

/// Rates the services that have a word as two: the first of them whole, and one that begins as the rest does.
fn apart(index: &[u8], sought: &str, best: &mut [u8]) {
    let mut heads = Vec::new();
    let mut rests = Vec::new();
    each_word(index, |word, postings| {
        // Within a word an end in `y` stands as it was typed.
        let in_y = || {
            sought
                .strip_prefix(word.strip_suffix('i')?)?
                .strip_prefix('y')
        };
        let rest = sought.strip_prefix(word).or_else(in_y);
        if let Some(rest) = rest.filter(|rest| word.len() >= HALF && rest.len() >= HALF) {
            heads.push(postings);
            rests.push(rest.to_owned());
        }
    });
    for (head, found) in heads.into_iter().zip(find(index, &rests)) {
        let (mut first, mut second) = (vec![0_u8; best.len()], vec![0_u8; best.len()]);
        rate(head, weights(MEANT), &mut first);
        for (_, postings) in found.into_iter().filter(|(kind, _)| *kind < MEANT) {
            rate(postings, weights(MEANT), &mut second);
        }
        for ((best, first), second) in best.iter_mut().zip(first).zip(second) {
            *best = first.min(second).max(*best);
        }
    }
}

fn rate(postings: &[u8], [elsewhere, in_name]: [u8; 2], best: &mut [u8]) {
    each_posting(postings, |service, is_in_name| {
        let weight = if is_in_name { in_name } else { elsewhere };
        if let Some(best) = best.get_mut(service) {
            *best = weight.max(*best);
        }
    });
}

/// Calls `each` with every service of some postings, and whether the word stands in its name.
fn each_posting(postings: &[u8], mut each: impl FnMut(usize, bool)) {
    let mut read = In(postings);
    let mut service = 0_usize;
    while let Some(number) = read.number() {
        service = service.saturating_add(usize::try_from(number >> 1).unwrap_or(usize::MAX));
        each(service, number & 1 == 1);
    }
}

/// For each word that is sought, the words it is, begins or was meant to be, as their kind and who has them.
/// What was meant is asked only where no word begins so.
fn find<'b>(index: &'b [u8], sought: &[String]) -> Vec<Vec<(usize, &'b [u8])>> {
    let mut found: Vec<Vec<(usize, &[u8])>> = vec![Vec::new(); sought.len()];
    if sought.is_empty() {
        return found;
    }
    each_word(index, |word, own| {
        for (sought, found) in sought.iter().zip(&mut found) {
            if sought == word {
                found.push((0, own));
            } else if word.starts_with(sought.as_str()) {
                found.push((1, own));
            } else if begins_but_for_one(sought, word) {
                found.push((MEANT, own));
            }
        }
    });
    for found in &mut found {
        if found.iter().any(|(kind, _)| *kind < MEANT) {
            found.retain(|(kind, _)| *kind < MEANT);
        }
    }
    found
}

/// Calls `each` with every word, and who has it.
fn each_word<'b>(index: &'b [u8], mut each: impl FnMut(&str, &'b [u8])) {
    let mut read = In(index);
    let words = read.count().and_then(|length| read.take(length));
    let (mut words, mut postings) = (In(words.unwrap_or_default()), read);
    let mut word = String::new();
    while let Some(own) = next_word(&mut words, &mut word).and_then(|own| postings.take(own)) {
        each(&word, own);
    }
}

/// Reads the next word into `word`, which holds the one before. How long it is who has it.
fn next_word(words: &mut In<'_>, word: &mut String) -> Option<usize> {
    let alike = words.count()?;
    let differs = words.text()?;
    if alike > word.len() || !word.is_char_boundary(alike) {
        return None;
    }
    word.truncate(alike);
    word.push_str(differs);
    words.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICES: [(&str, &str); 5] = [
        ("Garden mornings", "Dig, plant, and have tea."),
        ("Tuesday Table", "A shared lunch in the garden room."),
        ("Gardening for all", "Raised beds."),
        ("Guardian angels", "Company at home."),
        ("Café Zażółć", "Polish company, tea and cake."),
    ];

    fn index() -> Vec<u8> {
        let mut collected = Collected::default();
        for (at, (name, about)) in (0..).zip(SERVICES) {
            collected.add(at, name, &[about]);
        }
        let mut out = Out::default();
        collected.write(&mut out);
        out.0
    }

    /// The names found, best first.
    fn names(typed: &str) -> Vec<&'static str> {
        let scores = scores(&index(), SERVICES.len(), typed);
        let mut found: Vec<_> = scores
            .iter()
            .zip(SERVICES)
            .filter(|(score, _)| **score > 0)
            .collect();
        found.sort_by_key(|(score, _)| std::cmp::Reverse(**score));
        found.into_iter().map(|(_, (name, _))| name).collect()
    }

    #[test]
    fn a_word_of_the_name_counts_more_than_one_elsewhere_and_a_whole_word_more_than_a_beginning() {
        assert_eq!(
            names("garden"),
            ["Garden mornings", "Gardening for all", "Tuesday Table"]
        );
    }

    #[test]
    fn all_words_are_sought_in_any_order() {
        assert_eq!(names("tea company"), ["Café Zażółć"]);
        assert_eq!(names("company tea"), ["Café Zażółć"]);
        assert_eq!(names("company lunch"), Vec::<&str>::new());
    }

    #[test]
    fn accents_need_not_be_typed_nor_left_out() {
        for typed in ["cafe", "CAFÉ", "zazolc", "Zażółć"] {
            assert_eq!(names(typed), ["Café Zażółć"], "{typed}");
        }
    }

    #[test]
    fn a_slip_is_forgiven_where_no_word_begins_as_typed() {
        assert_eq!(names("mornigns"), ["Garden mornings"]);
        assert_eq!(names("gurdening"), ["Gardening for all"]);
        assert_eq!(
            names("guard"),
            ["Guardian angels"],
            "and asked nowhere else"
        );
    }

    #[test]
    fn a_space_too_many_or_one_left_out_is_no_matter() {
        assert_eq!(names("guardianangels"), ["Guardian angels"]);
        assert_eq!(names("raisedbed"), ["Gardening for all"]);
        assert_eq!(names("gar den mornings"), ["Garden mornings"]);
        assert_eq!(
            names("tuesdaylunch"),
            ["Tuesday Table"],
            "wherever the two stand"
        );
        assert_eq!(
            names("guardiantea"),
            Vec::<&str>::new(),
            "both have to be there"
        );
        assert_eq!(names("teacake gar den"), Vec::<&str>::new());
    }

    #[test]
    fn where_nothing_is_typed_all_fit() {
        assert_eq!(names(" ").len(), SERVICES.len());
    }

    #[test]
    fn an_index_cut_short_anywhere_finds_less_and_breaks_nothing() {
        let index = index();
        for end in 0..index.len() {
            scores(&index[..end], SERVICES.len(), "garden tea raisedbeds");
        }
    }
}
