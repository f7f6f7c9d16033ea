//! The widget's styles, one sheet of plain CSS.

/// The whole style sheet, for one constructed sheet a document.
pub const STYLE: &str = concat!(
    include_str!("tokens.css"),
    include_str!("page.css"),
    include_str!("button.css"),
    include_str!("words.css"),
    include_str!("choice.css"),
    include_str!("card.css"),
    include_str!("letter.css"),
    include_str!("help.css"),
    include_str!("mode.css"),
);

#[cfg(test)]
mod tests {
    use super::STYLE;

    #[test]
    fn nothing_stands_in_the_styles_that_the_oldest_browsers_lack() {
        let newer = [
            ":has(",
            "light-dark(",
            "@scope",
            ":dir(",
            "@property",
            "popover",
            "&",
        ];
        for feature in newer {
            assert!(!STYLE.contains(feature), "{feature}");
        }
    }

    #[test]
    fn no_length_depends_on_the_host_pages_own_size() {
        let rem = |at: usize| STYLE[..at].ends_with(|c: char| c.is_ascii_digit());
        assert!(!STYLE.match_indices("rem").any(|(at, _)| rem(at)));
    }
}
