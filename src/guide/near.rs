//! Names that may have been meant.

/// The name nearest to the one written, if any is near enough to have been meant.
pub(crate) fn nearest<'a>(
    written: &str,
    names: &mut dyn Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let written: Vec<char> = written.chars().take(65).collect();
    let allowed = (written.len() / 3).clamp(1, 3);
    let mut best = None;
    let mut least = allowed;
    for name in names {
        let far = distance(&written, name, allowed);
        if far < least || (far == least && best.is_none()) {
            (best, least) = (Some(name), far);
        }
    }
    best
}

/// At most the first 40 characters of something written, for quoting it.
pub(crate) fn short(written: &str) -> String {
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
        let near = |written| nearest(written, &mut ["core", "hint", "sensitive"].into_iter());
        assert_eq!(near("hnit"), None);
        assert_eq!(near("hints"), Some("hint"));
        assert_eq!(near("sensitve"), Some("sensitive"));
        assert_eq!(near("colour"), None);
    }
}
