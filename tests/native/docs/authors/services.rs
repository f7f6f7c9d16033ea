//! The page for those who keep a feed says what the reader does: its examples are read, and its table has every code.

use what_matters::author::services::check;
use what_matters::directory::{Code, Map, Reading, Ways};
use what_matters::words::{Catalogue, Day};

use super::tables::{code, rows};
use super::{blocks, page};

fn example(mark: &str) -> String {
    let mut found = blocks().into_iter().filter(|block| block.mark == mark);
    let example = found.next().expect("an example");
    assert!(found.next().is_none(), "there is one {mark}");
    example.text
}

fn today() -> Day {
    Day::parse("2026-11-25").expect("a day")
}

#[test]
fn the_small_feed_is_whole_and_is_said_as_the_page_says() {
    let reading = Reading::of(&example("json services"));
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    let map = Map::read(&example("json map"));
    assert!(map.problems.is_empty(), "{:#?}", map.problems);
    let told = |index: usize| {
        let service = &reading.services[index];
        let marks = map.map.marks(service);
        service.in_words(marks.has_company(), Some(today()), &Catalogue::english())
    };
    let (table, line) = (told(0), told(1));
    let first = |lines: &[what_matters::words::Line]| lines[0].text.to_string();
    assert_eq!(first(&table.costs), "Free for carers");
    assert_eq!(first(&table.times), "Tuesdays, 12 noon to 2pm");
    assert!(table.company.is_some() && !table.is_old);
    assert_eq!(table.contact.len(), 3);
    assert_eq!(first(&line.costs), "Free");
    assert_eq!(
        first(&line.times),
        "First and third Monday of the month, from 6:30pm, by phone"
    );
    assert_eq!(reading.services[1].ways(), Ways::PHONE);
}

#[test]
fn only_three_fields_of_the_small_feed_have_to_be_there() {
    let feed: serde_json::Value = serde_json::from_str(&example("json services")).expect("JSON");
    let table = feed["contents"][0].as_object().expect("a service");
    for field in table.keys() {
        let mut without = table.clone();
        without.remove(field);
        let reading = Reading::of(&serde_json::Value::from(without).to_string());
        let is_needed = ["id", "name", "status"].contains(&field.as_str());
        assert_eq!(reading.services.is_empty(), is_needed, "{field}");
    }
}

#[test]
fn what_the_command_says_of_it_is_what_the_page_shows() {
    let feed = example("json services").replacen("MB6 2AB", "ABC 1234", 1);
    let (before, after) = feed
        .split_once("\"millbrook-line\"")
        .expect("the second service");
    let feed = format!(
        "{before}\"millbrook-line\"{}",
        after.replacen("      \"status\": \"active\",\n", "", 1)
    );
    let said = check(&[("our-services.json", feed.as_bytes())], None, today());
    assert_eq!(said.text, example("text services"));
    assert!(!said.is_wrong);
}

#[test]
fn the_table_of_problems_has_every_code_once_with_its_weight() {
    let text = page("services");
    let table = text
        .split("\n## Every problem of a feed")
        .nth(1)
        .expect("the table");
    let told: Vec<(String, String)> = rows(table)
        .iter()
        .map(|row| (code(&row[0]), row[1].clone()))
        .collect();
    let own: Vec<(String, String)> = Code::ALL
        .iter()
        .map(|code| (code.name().to_owned(), code.severity().name().to_owned()))
        .collect();
    assert_eq!(told, own);
    for row in rows(table) {
        assert!(
            row.len() == 4 && row.iter().all(|cell| !cell.is_empty()),
            "{row:?}"
        );
    }
}

#[test]
fn every_code_says_what_to_do_in_a_whole_sentence() {
    for code in Code::ALL {
        let hint = code.hint();
        assert!(
            hint.ends_with('.') && hint.starts_with(char::is_uppercase),
            "{hint}"
        );
    }
}
