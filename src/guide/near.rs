//! Names that may have been meant.

/// Every field a guide can have, for guessing which one was meant.
pub(super) const FIELDS: [&str; 48] = [
    "all",
    "alone",
    "also",
    "answer",
    "answered",
    "any",
    "ask",
    "avoid",
    "cards",
    "choices",
    "coming",
    "core",
    "detail",
    "easy",
    "feeds",
    "follow",
    "for",
    "format",
    "headings",
    "help",
    "high",
    "hint",
    "icon",
    "id",
    "is",
    "kept_back",
    "kind",
    "languages",
    "lead",
    "lines",
    "listen",
    "low",
    "more",
    "not",
    "not_mine",
    "note",
    "of",
    "points",
    "prompt",
    "prompts",
    "proxy",
    "questions",
    "routes",
    "say",
    "sensitive",
    "show",
    "stages",
    "starters",
];

/// The name nearest to the one written, if any is near enough to have been meant.
pub(super) fn nearest<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.chars().take(65).collect();
    let allowed = (written.len() / 3).clamp(1, 3);
    let scored = names.map(|name| (distance(&written, name, allowed), name));
    scored
        .filter(|(far, _)| *far <= allowed)
        .min_by_key(|(far, _)| *far)
        .map(|(_, name)| name)
}

/// At most the first 40 characters of something written, for quoting it.
pub(super) fn short(written: &str) -> String {
    written
        .chars()
        .filter(|c| !c.is_control())
        .take(40)
        .collect()
}

/// How many letters differ (Levenshtein), counted no further than just past what is allowed.
fn distance(written: &[char], name: &str, allowed: usize) -> usize {
    let length = name.chars().count();
    if length.abs_diff(written.len()) > allowed {
        return allowed + 1;
    }
    let mut row: Vec<usize> = (0..=written.len()).collect();
    for (at, letter) in name.chars().enumerate() {
        let mut corner = at;
        let mut left = at + 1;
        let mut next = Vec::with_capacity(row.len());
        next.push(left);
        for (own, above) in written.iter().zip(row.iter().skip(1)) {
            let here = (corner + usize::from(*own != letter))
                .min(left + 1)
                .min(above + 1);
            corner = *above;
            left = here;
            next.push(here);
        }
        row = next;
    }
    row.last().copied().unwrap_or(allowed + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_guessed_and_another_word_is_not() {
        assert_eq!(nearest("hnit", FIELDS.into_iter()), None);
        assert_eq!(nearest("hints", FIELDS.into_iter()), Some("hint"));
        assert_eq!(nearest("sensitve", FIELDS.into_iter()), Some("sensitive"));
        assert_eq!(nearest("colour", FIELDS.into_iter()), None);
    }
}
