//! What a file holds is read wherever it is opened, and what does not fit changes nothing.

use super::*;

#[test]
fn a_copy_made_before_a_file_is_opened_holds_what_is_kept_back_as_well() {
    let file = Told::first().after([write("fc-hope", "Sleep")]).file();
    let here = told().after([keep_back("hope", true), came(&file)]);
    let ways = here.opening().ways;
    let full = |way: &Way| way.label == here.app.words.line("download-first-full");
    let first = ways.iter().find(|way| full(way)).unwrap().event.clone();
    let made = here.after([first]);
    assert!(all_in(made.files().last().unwrap()).contains("Rest"));
    assert!(!made.asks(), "all of it is in the file");
}

#[test]
fn words_that_came_with_a_file_are_not_lost_to_a_guide_that_comes_late_or_not_at_all() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let opened = Told::with(&review, 9).open(&told().file());
    let options = Options {
        guide: Some("g.json".to_owned()),
        ..Options::default()
    };
    let missing = Event::Fetched(Resource::Guide, "g.json".into(), Err(Fault::Unreachable));
    let late = opened.after([Event::Configure(Rc::new(options)), missing]);
    assert!(late.text().contains("My dog"));
    let other = late.after([Event::GuideGiven("{}".into())]);
    assert!(other.text().contains("My dog"));
}

#[test]
fn a_choice_and_words_that_a_later_version_has_no_room_for_stand_as_they_were() {
    let guide: serde_json::Value = serde_json::from_str(FIRST).unwrap();
    let prompts = guide.pointer("/stages/6/prompts").or(None);
    assert!(prompts.is_some());
    let at = guide["stages"].as_array().unwrap();
    let stage = at.iter().position(|one| one["id"] == "touch").unwrap();
    let path = format!("/stages/{stage}/prompts/0/answer/choices");
    let all = guide.pointer(&path).unwrap().as_array().unwrap().clone();
    let (gone, kept) = (all[0].clone(), all[1].clone());
    let id = |choice: &serde_json::Value| choice["id"].as_str().unwrap().to_owned();
    let title = |choice: &serde_json::Value| {
        let title = &choice["title"];
        title.as_str().or(title["en"].as_str()).unwrap().to_owned()
    };
    let file = Told::first()
        .after([
            choose("fc-touch", &id(&gone)),
            choose("fc-touch", &id(&kept)),
        ])
        .file();
    let fewer = later(FIRST, &[(&path, all[1..].to_vec().into())]);
    let opened = Told::with(&fewer, 6).open(&file);
    let text = opened.text();
    assert_eq!(text.matches(&title(&gone)).count(), 1, "{text}");
    assert_eq!(text.matches(&title(&kept)).count(), 1, "{text}");
    let again = Told::first().open(&file).text();
    assert_eq!(again.matches(&title(&gone)).count(), 1, "{again}");
}

#[test]
fn a_question_of_another_kind_in_a_later_version_can_be_answered_and_the_words_before_stay() {
    let plan = serde_json::json!({
        "id": "fc-hope", "ask": "What will you do?", "why": "So.", "feeds": "hope", "answer": { "kind": "plan" }
    });
    let changed = later(FIRST, &[("/stages/0/prompts/1", plan)]);
    let opened = Told::with(&changed, 6).open(&told().file());
    let what = Field::What(StepId(0));
    let row = [
        Action::AddStep(place("fc-hope")),
        Action::Write(place("fc-hope"), what, Said::new("Ring Ann")),
    ];
    let text = opened.after(row.map(Event::act)).text();
    assert!(text.contains("Ring Ann") && text.contains("Rest"), "{text}");
}

#[test]
fn a_file_comes_back_the_same_to_the_byte_whatever_was_kept_back_or_brought() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let full = told().after([keep_back("hope", true)]).full();
    assert_eq!(Told::first().open(&full).full(), full);
    let brought = Told::with(&review, 9).open(&full).full();
    assert_eq!(Told::with(&review, 9).open(&brought).full(), brought);
    let beside = Told::review()
        .open(&full)
        .after([write("rv-good", "Walks")]);
    let beside = beside.full();
    assert_eq!(Told::review().open(&beside).full(), beside);
}

#[test]
fn what_was_brought_goes_along_in_every_file_and_in_none_but_a_full_one_once_it_is_kept_back() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let opened = |file: &str| Told::with(&review, 9).open(file);
    let here = || opened(&told().file());
    let brought = here().app.files.brought;
    assert_eq!(brought.len(), 3);
    assert_eq!(opened(&here().file()).app.files.brought, brought);
    let kept = || here().after([keep_back("hope", true)]);
    let shared = all_in(&kept().file());
    assert!(shared.contains("My dog") && !shared.contains("Rest"));
    assert_eq!(opened(&kept().full()).app.files.brought, brought);
}

#[test]
fn what_was_kept_back_and_has_no_place_any_more_stays_so_and_nothing_else_is_kept_back() {
    let file = told().after([keep_back("hope", true)]).full();
    let opened = Told::with(&without(FIRST, &["fc-hope"]), 6).open(&file);
    let summary = opened.app.summary().unwrap();
    let kept: Vec<_> = summary.kept_back().map(|part| &part.id).collect();
    assert_eq!(kept, [&heading("hope")]);
}

#[test]
fn a_card_has_the_persons_own_name_for_it_while_the_guide_asks_for_one() {
    let (areas, card) = (place("fc-areas"), ChoiceId::new("something-else").unwrap());
    let named = [
        Action::Sort(areas.clone(), card.clone(), Some(Pile::Change)),
        Action::Write(areas, Field::Detail(card), Said::new("The allotment")),
    ];
    let file = Told::first().after(named.map(Event::act)).file();
    let called = |guide: &str| {
        let opened = Told::with(guide, 6).open(&file);
        assert!(opened.text().contains("The allotment"), "no word is lost");
        let cards = opened.app.summary().unwrap().cards;
        cards[0].title.text.to_string()
    };
    assert_eq!(called(FIRST), "The allotment");
    let ask = "/stages/3/prompts/1/answer/cards/13/detail";
    let no_longer = later(FIRST, &[(ask, serde_json::Value::Null)]);
    assert_eq!(called(&no_longer), "Something else");
}

#[test]
fn what_the_person_says_of_anothers_words_stays_with_them_though_a_third_wrote_in_the_same_place() {
    let together = Options {
        mode: Mode::Together,
        ..Options::default()
    };
    let hope = place("fc-hope");
    let said = [
        Action::AnsweredFor(true),
        Action::Write(hope.clone(), Field::Words, Said::new("She wants rest")),
        Action::Mark(hope.clone(), Voice::Helper, Some(Verdict::NotQuite)),
        Action::Write(hope, Field::Note, Said::new("Her sister spoke")),
    ];
    let told = Told::first().after([Event::Configure(Rc::new(together))]);
    let file = told.after(said.map(Event::act)).file();
    let marks = |told: &Told| {
        let parts = told.app.summary().unwrap().parts.into_iter();
        let entries = parts.flat_map(|part| part.entries);
        let marks = entries.filter_map(|entry| Some((entry.voice, entry.mark?.verdict)));
        marks.collect::<Vec<_>>()
    };
    let marked = [(Voice::Helper, Verdict::NotQuite)];
    assert_eq!(marks(&Told::first().open(&file)), marked);
    let scale = serde_json::json!({
        "id": "fc-hope", "ask": "How much do you hope?", "why": "So.", "feeds": "hope",
        "answer": { "kind": "scale", "low": "Little", "high": "Much" }
    });
    let changed = later(FIRST, &[("/stages/0/prompts/1", scale)]);
    let opened = Told::with(&changed, 6).open(&file);
    assert!(opened.text().contains("Her sister spoke"));
    assert_eq!(marks(&opened), marked);
}

#[test]
fn what_rests_on_an_answer_that_is_kept_back_is_read_where_the_file_is_opened() {
    let card = ChoiceId::new("home").unwrap();
    let now = Place {
        prompt: PromptId::new("fc-area-change").unwrap(),
        card: Some(card.clone()),
    };
    let areas = place("fc-areas");
    let sorted = [
        Action::Sort(areas.clone(), card.clone(), Some(Pile::Change)),
        Action::SayMoreOf(areas, card, true),
        Action::Write(now, Field::Words, Said::new("A dry wall")),
        Action::KeepBack(heading("help-with"), true),
    ];
    let file = Told::first().after(sorted.map(Event::act)).file();
    let opened = Told::first().open(&file);
    assert_eq!(opened.text().matches("A dry wall").count(), 1);
    let again = Told::first().open(&opened.file());
    assert_eq!(again.text().matches("A dry wall").count(), 1);
}

#[test]
fn words_someone_gave_for_the_person_are_theirs_wherever_the_file_is_opened() {
    let proxy = [
        choose("fc-who", "for-someone"),
        write("fc-matters", "Her dog"),
    ];
    let guide: serde_json::Value = serde_json::from_str(FIRST).unwrap();
    let choices = &guide["stages"][0]["prompts"][0]["answer"]["choices"];
    let writer = choices.as_array().unwrap().iter();
    let mut writer = writer.filter(|one| one["writer"] == "proxy");
    let id = writer.next().unwrap()["id"].as_str().unwrap().to_owned();
    let file = Told::first()
        .after([choose("fc-who", &id)])
        .after(proxy.into_iter().skip(1))
        .file();
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let opened = Told::with(&review, 9).open(&file).text();
    assert!(
        opened.contains("Answered by someone else: Her dog"),
        "{opened}"
    );
    let then = Told::review().open(&file).then();
    let mut cells = then
        .rows
        .iter()
        .flat_map(|(_, cells)| cells.iter().flatten());
    assert!(cells.all(|entry| entry.by.is_some()));
}

#[test]
fn each_thing_brought_is_taken_out_by_its_own_button_and_by_no_other() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let own = |told: Told| told.after([write("rv-matters", "Tea")]);
    let file = told().after([write("fc-hardday", "Call Ann")]).file();
    let opened = own(Told::with(&review, 9).open(&file));
    let screen = opened.summary();
    let part = screen
        .parts
        .iter()
        .find(|part| part.id == heading("work-with-me"));
    let entries = &part.unwrap().entries;
    let is = |words: &str| {
        let words = crate::summary::Piece::Said(Said::new(words));
        entries
            .iter()
            .find(|entry| entry.pieces.contains(&words))
            .unwrap()
    };
    assert_eq!(is("Sam").edit.label, opened.app.words.line("take-out"));
    let left = opened.after([is("Call Ann").edit.event.clone()]);
    let text = left.text();
    assert!(!text.contains("Call Ann") && text.contains("Sam") && text.contains("My dog"));
    assert!(text.contains("Tea"));
    let first = Told::with(&review, 9).open(&file);
    assert!(!first.asks());
    let out = travel(Travel::TakeOut(heading("matters"), 0));
    assert!(first.after([out]).asks(), "the file does not know of it");
}

#[test]
fn what_is_said_anew_stands_beside_what_was_brought_and_is_edited_by_itself() {
    let changed = later(
        FIRST,
        &[("/stages/0/prompts/1/answer/kind", "short-text".into())],
    );
    let file = told().after([keep_back("hope", true)]).full();
    // The words of a prompt that was gone for a while, and is back with words of its own.
    let gone = Told::with(&without(&changed, &["fc-hope"]), 6).open(&file);
    let back = Told::first().open(&gone.full());
    let both = back.after([write("fc-hope", "Sleep"), Event::OpenSummary]);
    let entry = (heading("hope"), place("fc-hope"), Voice::Person);
    let open = both.after([Event::Edit(Some(Rc::new(entry)))]);
    let screen = open.summary();
    let part = screen
        .parts
        .into_iter()
        .find(|part| part.id == heading("hope"));
    let part = part.unwrap();
    let keys: Vec<_> = part.entries.iter().map(|one| one.brought).collect();
    assert_eq!(keys, [None, Some(0)]);
}

#[test]
fn a_file_that_cannot_be_opened_gets_a_sentence_and_changes_nothing() {
    let whole = told().file();
    let cut = &whole[..whole.len() - 20];
    for (file, key) in [
        ("", "file-foreign"),
        ("\u{89}PNG\r\n\u{1a}\n\0\0", "file-foreign"),
        ("<!doctype html><p>My summary", "file-foreign"),
        (cut, "file-damaged"),
        ("<!--what-matters-file:-->", "file-damaged"),
        ("<!--what-matters-locked:V01sb2NrZWQC-->", "file-newer"),
    ] {
        let here = Told::first().after([write("fc-hope", "Sleep")]);
        let before = here.app.frame().screen;
        let after = here.after([came(file), travel(Travel::TakeUp)]);
        assert!(after.says(key), "{file:?}");
        assert_eq!(after.app.frame().screen, before);
    }
    let unread = told().after([travel(Travel::Came(Err(Fault::Unreachable)))]);
    assert!(unread.says("file-unreadable"));
}

#[test]
fn a_file_survives_what_editors_and_mail_programs_do_to_it() {
    let whole = told().file();
    let (page, data) = whole.split_once("<!--").unwrap();
    let wrapped: Vec<_> = data.as_bytes().chunks(76).collect();
    let wrapped: Vec<_> = wrapped
        .iter()
        .map(|line| str::from_utf8(line).unwrap())
        .collect();
    // The mark itself is shorter than a line.
    let wrapped = [page, "<!--", &wrapped.join("\r\n")].concat();
    for file in [
        whole.replace('\n', "\r\n"),
        whole.replace('\n', "\r"),
        format!("\u{feff}{whole}"),
        format!("{whole}\n\n--\nSent from my phone <!-- and a comment -->"),
        format!("> Hello,\n> here it is\n{whole}"),
        wrapped,
    ] {
        assert_eq!(Told::first().open(&file).text(), told().text());
    }
}

#[test]
fn not_now_leaves_all_as_it_was() {
    let file = told().file();
    let here = Told::first().after([write("fc-hope", "Sleep")]);
    let (frame, asks) = (here.app.frame(), here.asks());
    let back = here.after([came(&file), Event::CarryOn]);
    assert_eq!(back.app.frame(), frame);
    assert_eq!(back.asks(), asks);
    assert!(back.app.files.is_empty());
}

#[test]
fn what_is_opened_is_nobody_elses() {
    let options = Options {
        receive: Some("the surgery".to_owned()),
        ..Options::default()
    };
    let given = Told::first().after([
        Event::Configure(Rc::new(options)),
        write("fc-hope", "Sleep"),
        Event::Give,
        Event::Copy(None),
    ]);
    let opened = given.open(&told().file());
    assert_eq!(opened.app.given(), None);
    let late = opened.after([Event::Done(Done::Copied(Err(Fault::Blocked)))]);
    let notice = late.app.frame().notice;
    assert!(notice.is_none_or(|notice| notice.text.is_none()));
}

#[test]
fn words_of_another_language_that_came_with_a_file_say_so() {
    let review = later(REVIEW, &[("/looks_back", serde_json::Value::Null)]);
    let file = told().file();
    let options = Options {
        language: Language::new("ar"),
        ..Options::default()
    };
    let host = Event::Configure(Rc::new(options));
    let there = Told::with(&review, 9).after([host.clone()]).open(&file);
    let titles = |told: &Told| {
        let parts = told.app.summary().unwrap().parts.into_iter();
        let titles = parts.map(|part| part.title.language);
        titles.collect::<Vec<_>>()
    };
    assert_eq!(titles(&there), vec![Language::new("en"); 3]);
    // At home again they are of the page's own language.
    assert_eq!(
        titles(&Told::with(&review, 9).open(&there.file())),
        [None, None, None]
    );
    let beside = Told::review().after([host]).open(&file);
    let rows = beside.then().rows.into_iter();
    assert!(
        rows.clone().count() > 0
            && rows
                .into_iter()
                .all(|(title, _)| title.language == Language::new("en"))
    );
}
