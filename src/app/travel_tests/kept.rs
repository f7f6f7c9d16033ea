//! What is kept back goes nowhere, whatever becomes of the file it came with.

use super::*;

#[test]
fn what_was_kept_back_stays_so_where_the_file_is_opened_with_another_guide() {
    let full = told().after([keep_back("hope", true)]).full();
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let opened = Told::with(&review, 9).open(&full);
    assert!(opened.text().contains("Rest"));
    assert!(!all_in(&opened.file()).contains("Rest"));
}

#[test]
fn what_was_kept_back_by_its_guide_stays_so_once_its_heading_is_gone() {
    let guide: serde_json::Value = serde_json::from_str(FIRST).unwrap();
    let last = guide["stages"].as_array().unwrap().len() - 1;
    let at = format!("/stages/{last}/prompts/2");
    let mut close = guide.pointer(&at).unwrap().clone();
    close["kept_back"] = true.into();
    let kept = later(FIRST, &[(&at, close)]);
    let close = [write("fc-close", "It was hard")];
    let full = Told::with(&kept, 6).after(close).full();
    let gone = without(FIRST, &["fc-close"]);
    let opened = Told::with(&gone, 9).open(&full);
    assert!(opened.text().contains("It was hard"));
    assert!(!all_in(&opened.file()).contains("It was hard"));
}

#[test]
fn what_was_kept_back_stays_so_under_the_heading_its_question_has_moved_to() {
    let full = told().after([keep_back("hope", true)]).full();
    let moved = later(FIRST, &[("/stages/0/prompts/1/feeds", "soon".into())]);
    let opened = Told::with(&moved, 6).open(&full);
    assert_eq!(opened.text().matches("Rest").count(), 1);
    assert!(!all_in(&opened.file()).contains("Rest"));
}

#[test]
fn what_came_with_a_file_and_is_kept_back_stays_so_when_the_person_begins_anew_or_the_host_changes_its_mind()
 {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let file = told().file();
    let options = Options {
        mode: Mode::Together,
        ..Options::default()
    };
    for between in [
        vec![Event::ToWelcome, Event::Start],
        vec![Event::ToWelcome, Event::StartShort],
        vec![
            Event::ToWelcome,
            Event::Configure(Rc::new(options)),
            Event::Start,
        ],
        vec![Event::GuideGiven(FIRST.into())],
    ] {
        let opened = Told::with(&review, 9).open(&file);
        let kept = opened.after([keep_back("hope", true)]).after(between);
        assert!(kept.text().contains("Rest"));
        assert!(!all_in(&kept.file()).contains("Rest"));
    }
}

#[test]
fn what_was_kept_back_in_an_earlier_summary_goes_along_in_a_full_copy_alone() {
    let full = told().after([keep_back("hope", true)]).full();
    let review = || {
        Told::review()
            .open(&full)
            .after([write("rv-matters", "Tea")])
    };
    assert!(!all_in(&review().file()).contains("Rest"));
    assert!(all_in(&review().full()).contains("Rest"));
    let printed = review().after([Event::PrintThen]);
    let page = printed.effects.iter().find_map(|effect| match effect {
        Effect::Print(page) => Some(page.text()),
        _ => None,
    });
    let page = page.unwrap();
    assert!(page.contains("My dog") && !page.contains("Rest"), "{page}");
}

#[test]
fn what_is_kept_back_now_is_kept_back_of_earlier_summaries_too() {
    let file = told().file();
    let review = Told::review().open(&file);
    let kept = review.after([keep_back("work-with-me", true), write("rv-good", "Walks")]);
    let file = all_in(&kept.file());
    assert!(file.contains("My dog") && !file.contains("Sam"), "{file}");
}

#[test]
fn that_something_was_once_kept_back_cannot_be_told_from_a_file() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let full = told().after([keep_back("hope", true)]).full();
    let shared = Told::with(&review, 9)
        .open(&full)
        .after([keep_back("hope", false)]);
    let file = all_in(&shared.file());
    assert!(
        file.contains("Rest") && !file.contains("kept_back\":true"),
        "{file}"
    );
}
