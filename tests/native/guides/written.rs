//! What an author writes is what is shown: every text is kept as it is, in each of its languages, with none but the known placeholders.

use serde_json::{Value, json};
use what_matters::guide::{Code, Guide};
use what_matters::words::Language;

use super::hostile::{hold_bad, hold_good};
use super::made::with;
use super::{guides_in, report};

const PLACEHOLDERS: [&str; 5] = ["{card}", "{minutes}", "{name}", "{number}", "{worker}"];

fn two_languages() -> Value {
    let good = guides_in("tests/data/guides/good");
    let own = good.iter().find(|(name, _)| name == "two-languages");
    serde_json::from_str(&own.expect("a guide in two languages").1).expect("JSON")
}

/// Puts words of its own in the place of each text in a language, and returns them.
fn mark(value: &mut Value, language: &str, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                if name == language && inner.is_string() {
                    let words = format!("Words number {}.", into.len());
                    *inner = json!(words);
                    into.push(words);
                } else {
                    mark(inner, language, into);
                }
            }
        }
        Value::Array(list) => list
            .iter_mut()
            .for_each(|inner| mark(inner, language, into)),
        _ => {}
    }
}

#[test]
fn every_text_of_every_field_is_in_the_guide_in_each_language() {
    for language in ["en", "pl"] {
        let mut guide = two_languages();
        let mut words = Vec::new();
        mark(&mut guide, language, &mut words);
        assert!(words.len() > 40, "only {} texts", words.len());
        let read = hold_good(language, &guide.to_string());
        let shown = format!("{:?}", read.guide.expect("a guide"));
        let missing: Vec<_> = words
            .iter()
            .filter(|words| !shown.contains(&**words))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn a_text_is_shown_in_the_language_asked_for() {
    let guide = Guide::read(&two_languages().to_string())
        .guide
        .expect("a guide");
    let in_language = |tag: &str| {
        let language = Language::new(tag).expect("a tag");
        guide.title().pick(&language).text.to_string()
    };
    assert_eq!(in_language("en"), "What matters to you");
    assert_eq!(in_language("pl"), "Co jest dla Ciebie ważne");
    assert_eq!(in_language("pl-PL"), "Co jest dla Ciebie ważne");
}

#[test]
fn a_plain_text_is_in_the_first_language_and_lacks_the_others() {
    let mut guide = two_languages();
    guide["title"] = json!("What matters to you");
    guide["lead"] = json!({ "pl": "Oto kilka pytań." });
    let reading = Guide::read(&guide.to_string());
    let told: Vec<_> = reading
        .report
        .iter()
        .map(|one| (one.code, &*one.path, &*one.message))
        .collect();
    assert_eq!(
        told,
        [
            (
                Code::MissingLanguage,
                "/lead",
                "This text does not stand in en."
            ),
            (
                Code::MissingLanguage,
                "/title",
                "This text does not stand in pl."
            ),
        ]
    );
    let guide = reading.guide.expect("a guide");
    let title = guide.title().pick(&Language::new("pl").expect("a tag"));
    assert_eq!(
        (&*title.text, title.language),
        ("What matters to you", Some(Language::english()))
    );
}

#[test]
fn the_five_placeholders_can_stand_in_every_text() {
    let mut guide = two_languages();
    let all = PLACEHOLDERS.join(" and ");
    let mut words = Vec::new();
    mark(&mut guide, "en", &mut words);
    let mut text = guide.to_string();
    for words in &words {
        text = text.replace(&format!("\"{words}\""), &json!(all).to_string());
    }
    assert_eq!(text.matches(&all).count(), words.len());
    let reading = hold_good("all five", &text);
    assert_eq!(reading.report, []);
}

#[test]
fn any_other_name_in_curly_brackets_is_named_in_every_text() {
    for wrong in [
        "{}",
        "{ }",
        "{Worker}",
        "{ worker}",
        "{workers}",
        "{0}",
        "{worker.name}",
        "{{worker}}",
        "{\u{200b}worker}",
        "{worker\n}",
        "{",
        "a { b",
    ] {
        for (place, value) in [
            ("/lead", json!(wrong)),
            ("/lead", json!({ "en": wrong })),
            ("/points", json!([wrong])),
        ] {
            hold_bad(wrong, &with(place, value), Code::UnknownPlaceholder);
        }
    }
    let mut guide = two_languages();
    let mut words = Vec::new();
    mark(&mut guide, "pl", &mut words);
    for own in words {
        let text = guide
            .to_string()
            .replace(&format!("\"{own}\""), "\"{helper}\"");
        let found = report(&text);
        let [problem] = &found[..] else {
            panic!("{found:?}")
        };
        assert_eq!(problem.code, Code::UnknownPlaceholder);
        assert!(problem.path.ends_with("/pl"), "{}", problem.path);
        assert!(problem.message.contains("{helper"), "{}", problem.message);
        assert!(
            PLACEHOLDERS.iter().all(|name| problem.hint.contains(name)),
            "{}",
            problem.hint
        );
    }
}

#[test]
fn what_only_closes_a_bracket_is_words() {
    for words in ["}", "a } b", "{worker}}", "worker}"] {
        let reading = hold_good(words, &with("/lead", json!(words)));
        assert_eq!(reading.report, [], "{words}");
    }
}
