//! Words as they are searched for: small letters without accents, and one form for one and for many.

/// The letters from U+00C0 to U+017F without what stands over, under or through them; a space where there is no letter.
const PLAIN: &[u8; 192] = b"\
aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Words so common that they tell nothing, as long as there is another.
const COMMON: &[&str] = &[
    "a", "an", "and", "any", "are", "at", "do", "for", "get", "help", "i", "in", "is", "it",
    "like", "me", "mi", "near", "need", "of", "on", "or", "some", "someone", "that", "the", "to",
    "want", "with",
];

/// So many words are looked for. Whoever pastes a page of them finds what has the first.
const MOST: usize = 20;

/// Calls `each` with every word of a text, folded.
pub(super) fn words(text: &str, mut each: impl FnMut(&str)) {
    let mut word = String::new();
    for letter in text.chars().chain([' ']) {
        match folded(letter) {
            Letter::Of(plain) => word.push(plain),
            // An apostrophe or a mark over the letter before stands within a word.
            Letter::Within => {}
            Letter::None => {
                if !word.is_empty() {
                    one_form(&mut word);
                    each(&word);
                    word.clear();
                }
            }
        }
    }
}

/// The words to look for: those that tell something, or all of them where none does.
pub(super) fn sought(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    words(text, |word| {
        if all.len() < MOST {
            all.push(word.to_owned());
        }
    });
    let tells = |word: &String| !COMMON.contains(&word.as_str());
    if all.iter().any(tells) {
        all.retain(tells);
    }
    all
}

enum Letter {
    Of(char),
    Within,
    None,
}

fn folded(letter: char) -> Letter {
    match letter {
        'a'..='z' | '0'..='9' => Letter::Of(letter),
        'A'..='Z' => Letter::Of(letter.to_ascii_lowercase()),
        '\'' | '\u{2019}' | '\u{300}'..='\u{36f}' => Letter::Within,
        '\u{c0}'..='\u{17f}' => {
            let at = usize::try_from(u32::from(letter) - 0xc0);
            match at.ok().and_then(|at| PLAIN.get(at)) {
                Some(b' ') | None => Letter::None,
                Some(plain) => Letter::Of(char::from(*plain)),
            }
        }
        // Greek and Cyrillic have their small letters at a distance.
        '\u{391}'..='\u{3a9}' | '\u{410}'..='\u{42f}' => shifted(letter, 0x20),
        '\u{400}'..='\u{40f}' => shifted(letter, 0x50),
        '\0'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => Letter::None,
        _ => Letter::Of(letter),
    }
}

fn shifted(letter: char, by: u32) -> Letter {
    char::from_u32(u32::from(letter) + by).map_or(Letter::None, Letter::Of)
}

/// Makes one form of a word that stands for one and for many: `walk` of *walks*, `class` of *classes*, `activiti` of *activity* and *activities*.
fn one_form(word: &mut String) {
    if word.len() < 4 {
        return;
    }
    let ends = |end: &str| word.ends_with(end);
    let shorter = if ["sses", "ches", "shes", "xes"].iter().any(|end| ends(end)) {
        2
    } else {
        usize::from(ends("s") && !["ss", "us", "is"].iter().any(|end| ends(end)))
    };
    word.truncate(word.len() - shorter);
    for end in ["ie", "y"] {
        if let Some(stem) = word.strip_suffix(end) {
            word.truncate(stem.len());
            word.push('i');
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |word| all.push(word.to_owned()));
        all
    }

    #[test]
    fn every_letter_of_the_languages_spoken_here_has_its_plain_one() {
        let accented = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝ àáâãäåæçèéêëìíîïðñòóôõöøùúûüýÿ ĄąĆćČčĎďĘęĚěĞğĢģĦħĪīİıĶķĹŁłŃńŇňŌōŐőŒœŔŘřŚśŞşŠšŢţŤťŪūŮůŰűŴŵŶŷŸŹźŻżŽž";
        assert_eq!(
            all(accented),
            [
                "aaaaaaaceeeeiiiidnoooooouuuui",
                "aaaaaaaceeeeiiiidnoooooouuuuyi",
                "aaccccddeeeegggghhiiiikklllnnnnoooooorrrssssssttttuuuuuuwwyyyzzzzzz"
            ]
        );
    }

    #[test]
    fn one_and_many_are_one_word_and_what_only_looks_like_many_is_itself() {
        for (one, many) in [
            ("walk", "walks"),
            ("class", "classes"),
            ("activity", "activities"),
            ("church", "churches"),
            ("box", "boxes"),
            ("carer", "carer's"),
            ("men", "men’s"),
        ] {
            assert_eq!(all(one), all(many), "{one} and {many}");
        }
        assert_eq!(
            all("bus tennis chess campus"),
            ["bus", "tennis", "chess", "campus"]
        );
    }

    #[test]
    fn marks_part_words_and_marks_over_letters_do_not() {
        assert_eq!(
            all("Tea & “cake”, drop-in (10am)"),
            ["tea", "cake", "drop", "in", "10am"]
        );
        assert_eq!(all("cafe\u{301} café"), ["cafe", "cafe"]);
        assert_eq!(all("ПРОГУЛКА чай"), ["прогулка", "чай"]);
        assert_eq!(all("  "), Vec::<String>::new());
    }

    #[test]
    fn words_that_tell_nothing_are_looked_for_only_where_there_is_no_other() {
        assert_eq!(sought("help with the garden"), ["garden"]);
        assert_eq!(sought("the"), ["the"]);
        assert_eq!(sought(&"tea cake ".repeat(500)).len(), MOST);
    }
}
