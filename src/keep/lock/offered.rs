//! A passphrase offered: six plain words.
//!
//! The words in `passphrase_words.txt` are 1,024 of the English word list of BIP 39, from `python-mnemonic`, under the MIT licence, copyright (c) 2013 Pavol Rusnak.
//! Left out are words that could hurt, frighten or shame somebody who is tired or ill, words for a family, most American words, and most that sound or look like another.

use crate::words::between_marks;

/// One word a line, sorted; between marks, for it comes with the rest of the program.
const MARKED: &str = include_str!(concat!(env!("OUT_DIR"), "/passphrase_words.txt"));

/// One word a line, sorted.
pub(super) fn words() -> &'static str {
    between_marks(MARKED)
}

/// Six words picked by eight random bytes. Ten bits name one of 1,024 words, so each is as likely as any other; the four bits left over are not used.
///
/// Six words are 60 bits. Argon2id makes each guess slow: at ten million a second, which takes some hundreds of the strongest graphics cards, half of all there are takes 1,800 years.
#[must_use]
pub fn offered(random: &[u8; 8]) -> String {
    let bits = u64::from_be_bytes(*random);
    let words = (0..6).filter_map(|word| {
        let picked = (bits >> (10 * word)) & 1023;
        let mut numbered = words().lines().zip(0..);
        numbered.find_map(|(word, number)| (number == picked).then_some(word))
    });
    words.collect::<Vec<_>>().join(" ")
}
