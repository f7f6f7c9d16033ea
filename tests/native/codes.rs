//! QR codes read back by another's reader, from the very path that is drawn.

use proptest::prelude::*;
use rqrr::PreparedImage;
use what_matters::summary::{Code, TooLong, codes};

/// What one code holds at the most, in bytes.
const ROOM: usize = 1200;
/// Pixels a module.
const SCALE: usize = 3;

/// Draws a path into modules: true is dark. It knows no command but those a code needs, and fails on any other.
fn drawn(code: &Code) -> Vec<Vec<bool>> {
    let side = usize::from(code.modules);
    let mut modules = vec![vec![false; side]; side];
    for run in code.path.split_terminator('z') {
        let run = run.strip_prefix('M').expect("a run begins with M");
        let (at, length) = run.split_once('h').expect("a run goes along");
        let (x, y) = at.split_once(' ').expect("two coordinates");
        let (wide, back) = length.split_once("v1h-").expect("a run is one module high");
        assert_eq!(wide, back, "a run ends where it began");
        let [x, y, wide] = [x, y, wide].map(|number| number.parse::<usize>().expect("a number"));
        assert!(wide > 0);
        for module in &mut modules[y][x..x + wide] {
            assert!(!*module, "nothing is drawn twice");
            *module = true;
        }
    }
    modules
}

/// What a reader finds in the code as drawn.
fn read(code: &Code) -> String {
    let modules = drawn(code);
    let side = modules.len() * SCALE;
    let mut image = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if modules[y / SCALE][x / SCALE] {
            0
        } else {
            255
        }
    });
    let found = image.detect_grids();
    assert_eq!(found.len(), 1);
    let mut bytes = Vec::new();
    found[0]
        .decode_to(&mut bytes)
        .expect("a code that can be read");
    String::from_utf8(bytes).expect("whole characters")
}

/// The codes of a text, each read back and held against what it says.
fn read_back(text: &str) -> Vec<String> {
    let codes = codes(text).expect("codes");
    let texts = codes.iter().map(|code| {
        assert_eq!(read(code), code.text);
        code.text.clone()
    });
    texts.collect()
}

#[test]
fn short_texts_read_back_the_same() {
    for text in [
        "A",
        "0123456789",
        "Seeing my garden.\n- The damp is back\n",
        "Gweld fy ngŵr a'm tŷ, pob dydd Sul.\n",
        "میرے لیے کیا اہم ہے: میرا باغ\n",
        "🌱 My dog 🐕\u{200d}🦺\n",
        " \n ",
    ] {
        assert_eq!(read_back(text), [text]);
    }
    assert_eq!(codes(""), Ok(Vec::new()));
}

#[test]
fn one_code_is_filled_to_the_last_byte() {
    for letter in ["a", "ŵ", "ہ", "�", "🌱"] {
        let text = letter.repeat(ROOM / letter.len());
        assert_eq!(text.len(), ROOM);
        assert_eq!(read_back(&text), [text]);
    }
    let text = "a".repeat(ROOM + 1);
    assert_eq!(read_back(&text), [&text[..ROOM], "a"]);
}

#[test]
fn four_codes_are_filled_to_the_last_byte_and_no_more() {
    for letter in ["a", "🌱"] {
        let full = letter.repeat(ROOM / letter.len());
        let text = full.repeat(4);
        assert_eq!(read_back(&text), [&*full; 4]);
        let too_long = TooLong {
            bytes: 4 * ROOM + 1,
            most: 4 * ROOM,
        };
        assert_eq!(codes(&format!("{text}a")), Err(too_long));
    }
}

#[test]
fn a_code_ends_with_a_line_else_with_a_word_else_with_a_character() {
    let line = format!("{}\n", "word ".repeat(60));
    assert_eq!(read_back(&line.repeat(5)), [line.repeat(3), line.repeat(2)]);
    let words = "word ".repeat(250);
    assert_eq!(read_back(&words), [&words[..ROOM], &words[ROOM..]]);
    let words = words.replace("word ", "seven words ");
    assert!(read_back(&words)[0].ends_with("seven words "));
    // 1,200 is inside the 400th of these.
    let letters = format!("a{}", "ہ".repeat(700));
    let texts = read_back(&letters);
    assert_eq!(texts[0].len(), ROOM - 1);
    assert_eq!(texts.len(), 2);
}

#[test]
fn lines_give_way_where_four_codes_would_not_do() {
    // By lines it would be five.
    let line = format!("{}\n", "a".repeat(899));
    let text = line.repeat(5);
    let texts = read_back(&text);
    assert_eq!(texts.len(), 4);
    assert_eq!(texts.concat(), text);
    assert_eq!(texts[0], line);
}

#[test]
fn the_empty_edge_belongs_to_the_code_and_a_phone_can_read_the_largest() {
    for (letters, side) in [(1, 21), (ROOM, 117)] {
        let codes = codes(&"a".repeat(letters)).expect("codes");
        let modules = drawn(&codes[0]);
        assert_eq!(modules.len(), side + 8);
        let inner = 4..side + 4;
        for (y, row) in modules.iter().enumerate() {
            for (x, is_dark) in row.iter().enumerate() {
                assert!(!is_dark || inner.contains(&x) && inner.contains(&y));
            }
        }
        assert!(modules[4][4] && modules[4][side + 3] && modules[side + 3][4]);
    }
}

#[test]
fn a_code_shows_nothing_by_accident() {
    let code = &codes("My dog").expect("codes")[0];
    assert_eq!(format!("{code:?}"), "Code(6)");
}

/// Texts around the lengths where something changes, with lines, words and letters of every length.
fn texts() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\n".to_owned()),
        Just(" ".to_owned()),
        "[a-zŵہ🌱]{1,40}",
        "[a🌱]{200,500}",
    ];
    proptest::collection::vec(part, 0..120).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_codes_together_are_the_text(text in texts()) {
        match codes(&text) {
            Ok(codes) => {
                prop_assert!(codes.len() <= 4);
                let all: String = codes.iter().map(|code| &*code.text).collect();
                prop_assert_eq!(&all, &text);
                for code in &codes {
                    prop_assert!((1..=ROOM).contains(&code.text.len()));
                }
            }
            // Each code but the last may be up to three bytes short of full.
            Err(too_long) => {
                prop_assert_eq!(too_long, TooLong { bytes: text.len(), most: 4 * ROOM });
                prop_assert!(text.len() > 4 * ROOM - 9);
            }
        }
    }
}

/// The browser's own tests hold what stands on the screen against this path.
#[test]
fn the_code_of_a_summary_is_the_one_that_is_shown_on_a_screen() {
    let text = include_str!("../data/codes/summary.txt");
    let codes = codes(text).expect("it fits");
    let [code] = &codes[..] else {
        panic!("one code")
    };
    assert_eq!(read(code), text);
    insta::with_settings!({ snapshot_path => "../data/codes", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("summary", code.path);
    });
}
