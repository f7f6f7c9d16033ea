//! Whether a word was meant, though one letter of it slipped.

/// A word shorter than this may mean many others.
const LEAST: usize = 4;

/// Whether what was typed begins a word but for one letter that is wrong, missing, too many, or changed places with the next.
/// The first letter is taken to be right.
pub(super) fn begins_but_for_one(typed: &str, word: &str) -> bool {
    if typed.chars().nth(LEAST - 1).is_none() {
        return false;
    }
    let (mut typed, mut word) = (typed.chars(), word.chars());
    if typed.next() != word.next() {
        return false;
    }
    loop {
        let (after_typed, after_word) = (typed.clone(), word.clone());
        match (typed.next(), word.next()) {
            (None, _) => return true,
            (Some(_), None) => return typed.next().is_none(),
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => {
                let is_wrong = begins(typed.clone(), word.clone());
                let is_missing = begins(after_typed, word.clone());
                let is_too_many = begins(typed.clone(), after_word);
                let has_changed = typed.next() == Some(other) && word.next() == Some(one);
                return is_wrong
                    || is_missing
                    || is_too_many
                    || (has_changed && begins(typed, word));
            }
        }
    }
}

fn begins(typed: std::str::Chars<'_>, word: std::str::Chars<'_>) -> bool {
    word.as_str().starts_with(typed.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_wrong_missing_too_many_or_changed_with_the_next_is_still_meant() {
        for typed in [
            "gardening",
            "gardenung",
            "gardning",
            "garddening",
            "gadrening",
            "gard",
            "gadr",
            "gardeningg",
        ] {
            assert!(begins_but_for_one(typed, "gardening"), "{typed}");
        }
    }

    #[test]
    fn two_slips_another_first_letter_and_short_words_are_not() {
        for typed in [
            "gadrenign",
            "hardening",
            "gar",
            "gardeningxx",
            "knitting",
            "",
        ] {
            assert!(!begins_but_for_one(typed, "gardening"), "{typed}");
        }
    }

    #[test]
    fn letters_are_counted_not_bytes() {
        assert!(begins_but_for_one("прогулга", "прогулка"));
        assert!(!begins_but_for_one("чай", "час"));
    }
}
