//! Words from a feed as plain text: no markup, no signs that cannot be seen, nothing endless.

/// Elements of HTML after which a line ends.
const BLOCKS: [&str; 14] = [
    "p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section",
];
/// Elements of HTML whose text is no text.
const HIDDEN: [&str; 2] = ["script", "style"];
/// What goes on for more bytes without an end is no tag.
const LONGEST_TAG: usize = 2000;
/// Names of characters that are often met. The others are written by their numbers.
const NAMES: [(&str, char); 17] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("pound", '£'),
    ("euro", '€'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("eacute", 'é'),
];

/// The text without markup, in lines without needless space.
pub(super) fn plain(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut plain = without_markup(text);
    // Some feeds write their tags as `&lt;p&gt;`, so that what was text becomes markup once more.
    if text.contains("&lt;") {
        plain = without_markup(&plain);
    }
    even(&plain)
}

/// Whether there is nothing to take out or to even, as in most of what a feed says: words of plain letters, one space between.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_other = !matches!(byte, b' '..=b'~') || matches!(byte, b'<' | b'&');
        if is_other || (byte == b' ' && before == b' ') {
            return false;
        }
        before = byte;
    }
    before != b' '
}

/// Takes out tags, and puts the characters in where their names stand.
fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    // How much is left after the next end of a tag, which is looked for once, and not by each of a thousand that begin before it.
    let mut after_end = usize::MAX;
    while let Some(at) = rest.find(['<', '&']) {
        let Some((before, from)) = rest.split_at_checked(at) else {
            break;
        };
        out.push_str(before);
        let taken = if from.starts_with('<') {
            if after_end >= from.len() {
                let end = from.find('>').map(|end| from.len() - end);
                after_end = end.unwrap_or_default();
            }
            tag(from, from.len() - after_end, &mut out)
        } else {
            entity(from, &mut out)
        };
        if taken == 0 {
            // It is a sign like any other. Both are one byte long.
            out.push_str(from.get(..1).unwrap_or_default());
            rest = from.get(1..).unwrap_or_default();
        } else {
            rest = from.get(taken..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// How long the tag is that stands here, where the next one ends after so many bytes; 0 when it is none.
fn tag(from: &str, end: usize, out: &mut String) -> usize {
    let inside = from.get(1..).unwrap_or_default();
    if inside.starts_with("!--") {
        return inside.find("-->").map_or(from.len(), |end| end + 4);
    }
    let is_tag = inside
        .trim_start_matches(['/', '!'])
        .starts_with(|sign: char| sign.is_ascii_alphabetic());
    if !is_tag || end > LONGEST_TAG.min(inside.len()) {
        return 0;
    }
    let is_name = |sign: char| sign.is_ascii_alphanumeric();
    let name = inside.trim_start_matches('/');
    let name = name.split(|sign| !is_name(sign)).next().unwrap_or_default();
    let is_one_of = |names: &[&str]| names.iter().any(|one| name.eq_ignore_ascii_case(one));
    if is_one_of(&BLOCKS) {
        out.push('\n');
    }
    if is_one_of(&HIDDEN) && !inside.starts_with('/') {
        let after = from.get(end..).unwrap_or_default();
        return after.find("</").map_or(from.len(), |close| end + close);
    }
    end + 1
}

/// How long the name of a character is that stands here; 0 when it is none.
fn entity(from: &str, out: &mut String) -> usize {
    let Some(end) = from.bytes().take(12).position(|byte| byte == b';') else {
        return 0;
    };
    let name = from.get(1..end).unwrap_or_default();
    let numbered = || {
        let number = name.strip_prefix('#')?;
        let digits = number.strip_prefix(['x', 'X']);
        let number = match digits {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        char::from_u32(number.ok()?)
    };
    let named = NAMES.iter().find(|(known, _)| *known == name);
    let character = named.map(|(_, character)| *character).or_else(numbered);
    match character {
        Some(character) => {
            out.push(character);
            end + 1
        }
        None => 0,
    }
}

/// Leaves out what cannot be seen, and all space but one between words and one line end between lines.
fn even(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether a space or a line end is owed before the next word.
    let mut owed = None;
    for sign in text.chars() {
        match sign {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => owed = Some('\n'),
            _ if sign.is_whitespace() => owed = owed.or(Some(' ')),
            _ if is_hidden(sign) => {}
            _ => {
                if let Some(space) = owed.take().filter(|_| !out.is_empty()) {
                    out.push(space);
                }
                out.push(sign);
            }
        }
    }
    out
}

/// Signs that nobody sees: controls, what turns the direction of others, and what is no wider than nothing.
fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether it may be a letter of another alphabet: signs that people set between words are not.
/// The tables of Unicode, which know, are larger than all else that is done here.
pub(in crate::directory) fn is_beyond_ascii(sign: char) -> bool {
    !matches!(sign, '\0'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}')
}

/// Cuts a text that has more than so many characters: at the end of a sentence, or else of a word. `None` when it is short enough.
pub(super) fn cut(text: &str, most: usize) -> Option<String> {
    let (end, _) = text.char_indices().nth(most)?;
    let kept = text.get(..end).unwrap_or_default();
    let half = kept.len() / 2;
    let sentence = [". ", "? ", "! ", ".\n", "\n"]
        .iter()
        .filter_map(|mark| kept.rfind(mark).map(|at| at + mark.trim_end().len()))
        .max();
    let at = sentence
        .filter(|at| *at > half)
        .or_else(|| kept.rfind(' ').filter(|at| *at > half))
        .unwrap_or(kept.len());
    let kept = kept.get(..at).unwrap_or(kept).trim_end();
    Some([kept, "…"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_out_and_what_it_says_stays() {
        for (written, shown) in [
            (
                "<p>Come for <b>lunch</b>.</p><p>Stay.</p>",
                "Come for lunch.\nStay.",
            ),
            ("Tea<br/>Cake<BR>Talk", "Tea\nCake\nTalk"),
            ("<ul><li>Tea</li><li>Cake</li></ul>", "Tea\nCake"),
            (
                "Food &amp; drink, &pound;2 &#8211; &#x2019;",
                "Food & drink, £2 – ’",
            ),
            ("&lt;p&gt;Tea&lt;/p&gt;", "Tea"),
            (
                "a < b > c & d; AT&T &nosuch; &",
                "a < b > c & d; AT&T &nosuch; &",
            ),
            ("Tea<script>alert('x')</script> time", "Tea time"),
            ("Tea<!-- <p> --> time", "Tea time"),
            ("<img src=x onerror=\"alert(1)\">Tea", "Tea"),
            ("Tea <3 cake", "Tea <3 cake"),
            ("Tea <script>never closed", "Tea"),
            ("&#0;&#1114112;&#xD800;Tea", "&#1114112;&#xD800;Tea"),
            ("Tea <a <b> cake <i", "Tea cake <i"),
            ("<b>Tea</b> > cake <b", "Tea > cake <b"),
        ] {
            assert_eq!(plain(written), shown, "{written}");
        }
    }

    #[test]
    fn what_begins_as_a_tag_and_goes_on_for_too_long_is_none() {
        let long = |length: usize| format!("<a {}>", "b".repeat(length));
        assert_eq!(plain(&long(LONGEST_TAG - 3)), "");
        assert_eq!(plain(&long(LONGEST_TAG)), long(LONGEST_TAG));
        let many = "<a".repeat(10_000);
        assert_eq!(plain(&many), many);
    }

    #[test]
    fn signs_that_cannot_be_seen_go_and_space_is_evened() {
        assert_eq!(
            plain(" Tea\u{202e}\u{7}\u{200b} \t and\u{a0}cake \r\n\r\n  here "),
            "Tea and cake\nhere"
        );
        assert_eq!(plain("Croeso i bawb, ŵ ac ŷ"), "Croeso i bawb, ŵ ac ŷ");
    }

    #[test]
    fn a_long_text_ends_with_a_sentence_or_else_with_a_word() {
        assert_eq!(cut("Tea. Cake.", 10), None);
        assert_eq!(
            cut("Tea and cake. Then a talk", 20).unwrap(),
            "Tea and cake.…"
        );
        assert_eq!(
            cut("One. Then tea and cake and", 20).unwrap(),
            "One. Then tea and…"
        );
        assert_eq!(cut(&"é".repeat(30), 20).unwrap(), "é".repeat(20) + "…");
    }
}
