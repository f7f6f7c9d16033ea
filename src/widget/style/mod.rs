//! The widget's styles, one sheet of plain CSS a view or a part.

use crate::words::between_marks;

/// The styles of the first screens, packed by `pkg-config/build.rs`, for one constructed sheet a document.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

/// Those of a conversation, between marks, for they come with the rest of the program.
const LATER: &str = include_str!(concat!(env!("OUT_DIR"), "/style-later.css"));

/// The styles of a conversation, for a second sheet after the first. They are here once the rest of the program is.
pub fn later_style() -> &'static str {
    between_marks(LATER)
}

#[cfg(test)]
mod tests {
    use super::{STYLE, later_style};

    fn all() -> String {
        [STYLE, later_style()].concat()
    }

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
            assert!(!all().contains(feature), "{feature}");
        }
    }

    #[test]
    fn every_sheet_is_packed() {
        let packer = include_str!("../../../pkg-config/build.rs");
        let sheets = std::fs::read_dir("src/widget/style").unwrap();
        for sheet in sheets.map(|sheet| sheet.unwrap().file_name()) {
            let name = sheet.to_string_lossy();
            let is_sheet = name.ends_with(".css");
            assert!(!is_sheet || packer.contains(&format!("{name:?}")), "{name}");
        }
    }

    #[test]
    fn no_length_depends_on_the_host_pages_own_size() {
        let all = all();
        let rem = |at: usize| all[..at].ends_with(|c: char| c.is_ascii_digit());
        assert!(!all.match_indices("rem").any(|(at, _)| rem(at)));
    }
}
