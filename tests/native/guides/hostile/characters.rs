//! Characters that end strings, hide, turn text around or look like code, in words and in names.

use serde_json::{Value, json};
use what_matters::guide::Code;
use what_matters::words::Language;

use super::{hold, hold_bad, hold_good};
use crate::guides::made::{self, prompt, put, small, with, with_prompts};

/// Words that are odd, and only words.
const ODD: [&str; 40] = [
    "\u{0}",
    "before\u{0}after",
    "\u{1}\u{2}\u{1f}",
    "\u{7f}\u{80}\u{9f}",
    "\t tab \r\n lines \u{b} \u{c}",
    "\u{feff}marked",
    "\u{202e}turned around\u{202c}",
    "\u{202a}\u{202b}\u{202d}",
    "\u{2066}\u{2067}\u{2068}kept apart\u{2069}",
    "\u{200b}\u{200c}\u{200d}\u{2060}x",
    "\u{2028}\u{2029}x",
    "\u{fffe}\u{ffff}\u{fdd0}",
    "\u{10ffff}",
    "\u{1f469}\u{200d}\u{1f467}",
    "Z\u{351}\u{343}\u{343}a",
    "ا\u{644}كلمات",
    "\\ud800 in letters",
    "\\\\ \\\" \\/ \\b",
    "\"",
    "'",
    "`",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>bold</b> &lt;i&gt; &amp; &#0;",
    "</what-matters>",
    "<!-- -->",
    "]]>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "https://example.org/?a=1&b=2#c",
    "file:///etc/passwd",
    "../../etc/passwd",
    "'; drop table guides; --",
    "%s %n %d %00",
    "null",
    "undefined",
    "[object Object]",
    "=1+1",
    "a } b }} c",
];

/// Names that mean something to JavaScript.
const PROTO: [&str; 12] = [
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "__defineGetter__",
    "tojson",
    "length",
    "then",
    "0",
    "-1",
];

#[test]
fn odd_words_are_words_and_stay_as_they_were_written() {
    let english = Language::english();
    for words in ODD {
        let mut guide = small();
        for place in ["/title", "/stages/0/prompts/0/ask", "/headings/0/title"] {
            put(&mut guide, place, json!(words));
        }
        put(&mut guide, "/note", json!(words));
        put(&mut guide, "/lead", json!({ "en": words }));
        put(&mut guide, "/version", json!(format!("1{words}")));
        let reading = hold_good(words, &guide.to_string());
        assert_eq!(reading.report, [], "{words:?}");
        let guide = reading.guide.expect("a guide");
        let lead = guide.lead().expect("a lead");
        for text in [
            guide.title(),
            lead,
            &guide.prompts()[0].ask,
            &guide.headings()[0].title,
        ] {
            assert_eq!(&*text.pick(&english).text, words);
        }
        assert_eq!(guide.version(), format!("1{words}"));
    }
}

#[test]
fn odd_words_are_no_names() {
    for words in ODD {
        for (place, value, code) in [
            (
                "/stages/0/prompts/0/feeds",
                json!(words),
                Code::UnknownHeading,
            ),
            (
                "/stages/0/prompts/0/answer/kind",
                json!(words),
                Code::UnknownValue,
            ),
            ("/stages/0/prompts/0/for", json!(words), Code::UnknownValue),
            ("/routes/0/prompts", json!([words]), Code::UnknownPrompt),
            ("/title", json!({ words: "words" }), Code::UnknownLanguage),
        ] {
            hold_bad(words, &with(place, value), code);
        }
        let mut guide = small();
        guide[words] = json!(words);
        hold_bad(words, &guide.to_string(), Code::UnknownField);
        let is_id = matches!(words, "null" | "undefined");
        let reading = hold(words, &with("/id", json!(words)));
        assert_eq!(reading.guide.is_some(), is_id, "{words:?}");
    }
}

#[test]
fn what_means_something_to_javascript_means_nothing_here() {
    for name in PROTO {
        for value in [json!({}), json!({ "id": "x" }), json!("x"), json!(null)] {
            let mut guide = small();
            guide[name] = value.clone();
            hold_bad(name, &guide.to_string(), Code::UnknownField);
            let mut inside = small();
            inside["stages"][0]["prompts"][0]["answer"][name] = value;
            hold_bad(name, &inside.to_string(), Code::UnknownField);
        }
        let mut guide = small();
        for place in [
            "/id",
            "/stages/0/id",
            "/stages/0/prompts/0/id",
            "/headings/0/id",
            "/stages/0/prompts/0/feeds",
            "/routes/0/id",
        ] {
            put(&mut guide, place, json!(name));
        }
        let own = prompt(
            "own",
            json!({ "kind": "one-choice", "choices": [{ "id": name, "title": "One" }] }),
        );
        let asked = made::shown_when("asked", json!({ "prompt": "own", "is": [name] }));
        guide["stages"][0]["prompts"]
            .as_array_mut()
            .expect("prompts")
            .splice(1..1, [own, asked]);
        for prompt in 1..3 {
            guide["stages"][0]["prompts"][prompt]["feeds"] = json!(name);
        }
        let reading = hold(name, &guide.to_string());
        let is_id = name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        assert_eq!(reading.guide.is_some(), is_id, "{name}");
    }
}

#[test]
fn what_only_looks_like_json_is_not_and_what_is_json_is_no_guide_yet() {
    for text in [
        "",
        " ",
        "\n\n\n",
        "\u{0}",
        "\u{feff}",
        "\u{feff}\u{feff}{}",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "{]",
        "[}",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,}",
        "[1,]",
        "{,}",
        "{\"a\" 1}",
        "{}{}",
        "{},",
        "// words\n{}",
        "/* words */ {}",
        "#!",
        "---\nformat: 1\n",
        "format = 1",
        "<?xml version=\"1.0\"?><guide/>",
        "<!doctype html>",
        "a,b,c\n1,2,3\n",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "True",
        "nul",
        "undefined",
        "\u{c}{}",
        "\u{a0}{}",
        "{\"id\": \"\\x41\"}",
        "{\"id\": \"\\u12\"}",
        "{\"id\": \"\\uzzzz\"}",
        "{\"id\": \"a\nb\"}",
        "{\"id\": \"a\u{0}b\"}",
        "{\"id\": \"a\u{1f}b\"}",
        "{\"id\": \"a\tb\"}",
        "{\"id\": \"\\ud800\"}",
        "{\"id\": \"\\udc00\"}",
        "{\"id\": \"\\ud800\\u0041\"}",
        "{\"id\": \"\\ud800\\ud800\"}",
        "{\"\\ud800\": 1}",
        "{\"id\": \"\\udc00\\ud800\"}",
    ] {
        hold_bad(text, text, Code::NotJson);
    }
    let marked = format!("\u{feff}{}", small());
    hold_good("a mark before it, as some editors write", &marked);
    for text in [
        "null",
        "true",
        "0",
        "-0",
        "1e5",
        "\"a guide\"",
        "[]",
        "[{}]",
        "[[]]",
    ] {
        hold_bad(text, text, Code::WrongType);
    }
    hold_bad("an empty object", "{}", Code::UnknownFormat);
    hold_good(
        "a pair of surrogates",
        &small()
            .to_string()
            .replace("What matters to you", "\\ud83d\\ude42"),
    );
    hold_good(
        "lines of every kind",
        &format!("{:#}", small()).replace('\n', "\r\n"),
    );
    hold_good(
        "returns alone",
        &format!("{:#}", small()).replace('\n', "\r"),
    );
    hold_good("blanks after it", &format!("\t\r\n {} \n\n", small()));
}

#[test]
fn a_field_that_stands_twice_is_named() {
    let small = small().to_string();
    let twice = |first: &str, then: &str| small.replacen(first, &format!("{then}, {first}"), 1);
    let title = "\"title\":\"What matters to you\"";
    for (first, then) in [
        (title, "\"title\":7"),
        (title, "\"title\":\"\""),
        ("\"format\":1", "\"format\":2"),
        ("\"kind\":\"long-text\"", "\"kind\":\"nothing\""),
        ("\"feeds\":\"matters\"", "\"feeds\":\"nothing\""),
        ("\"id\":\"smallest\"", "\"id\":\"!\""),
    ] {
        let text = twice(first, then);
        assert_ne!(text, small, "{first} is in it");
        hold_bad(then, &text, Code::DuplicateField);
    }
    let tags = with("/title", json!({ "en": "One", "EN": "Two" }));
    hold_bad("one language in two spellings", &tags, Code::DuplicateField);
    let words = with("/title", json!("One")).replace("\"One\"", "{\"en\":\"One\",\"en\":\"Two\"}");
    hold_bad("one language twice", &words, Code::DuplicateField);
    let twice: Value = json!([
        prompt("twice", json!({ "kind": "short-text" })),
        prompt("twice", json!({ "kind": "plan" }))
    ]);
    hold_bad(
        "a prompt twice",
        &with_prompts(twice.as_array().expect("prompts").clone()),
        Code::DuplicateId,
    );
}
