//! How hard a text is to read: length and structure, which are the real gate, and two formulas, which only help to choose what to look at.
//!
//! The formulas hold for English alone. On short prompts the grade lies near 1 and can hardly fail;
//! no formula can say that people understand, so a score is never shown as a mark of quality.

use super::tone::Weight;

/// Words in a sentence: above the first a warning, above the second an error (GOV.UK and NHS style: 20 to 25).
const LONG: usize = 20;
const TOO_LONG: usize = 25;

/// Words of three syllables or more that one sentence can carry.
const HARD: usize = 2;

/// What is counted in some English texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Sentences. A text without a full stop is one.
    pub sentences: u32,
    /// Words.
    pub words: u32,
    /// Syllables, by a rule of thumb.
    pub syllables: u32,
    /// Words of three syllables or more.
    pub long_words: u32,
}

/// Something about a text's structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs.
    pub weight: Weight,
    /// What it is.
    pub kind: Kind,
    /// The sentence or text it is about.
    pub words: String,
}

/// What can be wrong with a text's structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A sentence of more than 20 words.
    LongSentence,
    /// More than one question at once.
    ManyQuestions,
    /// A sentence with more than two words of three syllables or more.
    HardWords,
}

impl Count {
    /// Counts each text, none running on into the next.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut count = Self::default();
        for sentence in texts.into_iter().flat_map(sentences) {
            count.sentences += 1;
            for word in words(sentence) {
                let syllables = syllables(word);
                count.words += 1;
                count.syllables += syllables;
                count.long_words += u32::from(syllables >= 3);
            }
        }
        count
    }

    /// Flesch–Kincaid grade: `0.39 W/S + 11.8 B/W − 15.59`. A reading age is about five years more.
    pub fn grade(&self) -> f64 {
        let (sentences, words) = (f64::from(self.sentences), f64::from(self.words));
        if self.words == 0 {
            return 0.0;
        }
        0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59
    }

    /// SMOG grade: `1.0430 √(30 P / S) + 3.1291`, where `P` are the words of three syllables or more.
    pub fn smog(&self) -> f64 {
        if self.sentences == 0 {
            return 0.0;
        }
        let density = f64::from(self.long_words) * 30.0 / f64::from(self.sentences);
        1.0430 * density.sqrt() + 3.1291
    }
}

/// What stands out in one text of any language: long sentences and more than one question; in English, hard words.
pub fn structure(text: &str, english: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let length = words(sentence).count();
        let mut add = |weight, kind| {
            found.push(Finding {
                weight,
                kind,
                words: sentence.trim().to_owned(),
            });
        };
        if length > TOO_LONG {
            add(Weight::Error, Kind::LongSentence);
        } else if length > LONG {
            add(Weight::Warning, Kind::LongSentence);
        }
        if english && words(sentence).filter(|word| syllables(word) >= 3).count() > HARD {
            add(Weight::Warning, Kind::HardWords);
        }
    }
    if text.matches('?').count() > 1 {
        found.push(Finding {
            weight: Weight::Error,
            kind: Kind::ManyQuestions,
            words: text.to_owned(),
        });
    }
    found
}

/// The sentences of a text: each ends with a full stop, question or exclamation mark before white space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    let next = move || {
        if rest.trim().is_empty() {
            return None;
        }
        let end = rest
            .match_indices(['.', '?', '!', '…'])
            .map(|(at, mark)| at + mark.len())
            .find(|&end| {
                let after = rest.get(end..).unwrap_or_default();
                after
                    .trim_start_matches(['’', '\'', '”', '"', ')'])
                    .chars()
                    .next()
                    .is_none_or(char::is_whitespace)
            })
            .unwrap_or(rest.len());
        let (sentence, after) = rest.split_at(end);
        rest = after;
        Some(sentence)
    };
    std::iter::from_fn(next).filter(|sentence| words(sentence).next().is_some())
}

/// The words of a sentence: what stands between white space and holds a letter or digit.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// Syllables by a rule of thumb: groups of vowels, without a silent `e`, `es` or `ed` at the end; at least one.
fn syllables(word: &str) -> u32 {
    let letters: Vec<char> = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let word: String = letters.iter().collect();
    let is_vowel = |c: &char| "aeiouyáéíóúâêîôûŵŷ".contains(*c);
    let mut groups = 0_u32;
    let mut inside = false;
    for letter in &letters {
        let vowel = is_vowel(letter);
        groups += u32::from(vowel && !inside);
        inside = vowel;
    }
    let before = |ending: &str| {
        word.strip_suffix(ending)
            .and_then(|stem| stem.chars().next_back())
    };
    let silent = match (before("e"), before("es"), before("ed")) {
        // "-le" after a consonant is spoken: "table".
        (Some('l'), ..) => word
            .strip_suffix("le")
            .and_then(|stem| stem.chars().next_back())
            .is_some_and(|c| is_vowel(&c)),
        (Some(last), ..) => !is_vowel(&last),
        (_, Some(last), _) => !is_vowel(&last) && !"scxzhg".contains(last),
        (_, _, Some(last)) => !is_vowel(&last) && !"td".contains(last),
        _ => false,
    };
    (groups - u32::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_of_words_counted_by_hand() {
        for (word, count) in [
            ("cat", 1),
            ("like", 1),
            ("table", 2),
            ("home", 1),
            ("liked", 1),
            ("wanted", 2),
            ("voices", 2),
            ("people", 2),
            ("summary", 3),
            ("anything", 3),
            ("medicine", 3),
            ("the", 1),
            ("someone's", 2),
            ("999", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn a_text_is_counted_sentence_by_sentence() {
        let count = Count::of(["The cat sat. It was happy!", "A summary"]);
        assert_eq!(
            count,
            Count {
                sentences: 3,
                words: 8,
                syllables: 11,
                long_words: 1
            }
        );
    }

    #[test]
    fn the_grade_is_the_one_worked_by_hand() {
        // 0.39 × 100/10 + 11.8 × 150/100 − 15.59 = 3.9 + 17.7 − 15.59
        let count = Count {
            sentences: 10,
            words: 100,
            syllables: 150,
            long_words: 0,
        };
        assert!((count.grade() - 6.01).abs() < 1e-9, "{}", count.grade());
    }

    #[test]
    fn smog_is_the_one_worked_by_hand() {
        // 1.0430 × √(30 × 30/30) + 3.1291 = 1.0430 × 5.477226 + 3.1291
        let count = Count {
            sentences: 30,
            words: 300,
            syllables: 500,
            long_words: 30,
        };
        assert!(
            (count.smog() - 8.841_846_3).abs() < 1e-6,
            "{}",
            count.smog()
        );
    }

    #[test]
    fn nothing_to_read_is_grade_nothing() {
        assert!(Count::default().grade().abs() < f64::EPSILON);
        assert!(Count::default().smog().abs() < f64::EPSILON);
    }

    #[test]
    fn a_sentence_is_long_from_its_21st_word_and_too_long_from_its_26th() {
        let weight = |length: usize| {
            structure(&vec!["word"; length].join(" "), true)
                .first()
                .map(|found| found.weight)
        };
        assert_eq!(
            [20, 21, 25, 26].map(weight),
            [
                None,
                Some(Weight::Warning),
                Some(Weight::Warning),
                Some(Weight::Error)
            ]
        );
    }

    #[test]
    fn two_questions_and_three_hard_words_are_found() {
        let kinds = |text, english| -> Vec<Kind> {
            structure(text, english)
                .iter()
                .map(|found| found.kind)
                .collect()
        };
        assert_eq!(kinds("Who? When?", true), [Kind::ManyQuestions]);
        let hard = "Considerable community engagement.";
        assert_eq!(kinds(hard, true), [Kind::HardWords]);
        assert!(
            kinds(hard, false).is_empty(),
            "no formula holds for another language"
        );
    }

    #[test]
    fn a_number_with_a_point_ends_no_sentence() {
        assert_eq!(Count::of(["It costs 2.50 now."]).sentences, 1);
        assert_eq!(Count::of(["‘Why is that?’ Asking it again."]).sentences, 2);
    }
}
