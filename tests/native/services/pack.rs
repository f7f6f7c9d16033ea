//! The file a page loads: made from feeds by a command, under a name that changes with what is in it.

use std::fs;
use std::io::Read as _;

use flate2::read::GzDecoder;
use what_matters::author::services::{Packed, pack};
use what_matters::directory::{Directory, Sought, Ways};
use what_matters::ideas::Chosen;
use what_matters::words::{Catalogue, Day};

const TOWN: &str = include_str!("../../../www/services/millbrook.json");
const SMALL: &str = include_str!("../../../www/services/small.json");

fn packed(feeds: &[&str], only: &[&str]) -> Option<Packed> {
    let feeds: Vec<_> = feeds
        .iter()
        .map(|text| ("feed.json", text.as_bytes()))
        .collect();
    let today = Day::parse("2026-11-25").expect("a day");
    pack(&feeds, None, only, today).0
}

fn opened(packed: &Packed) -> Directory {
    let mut bytes = Vec::new();
    let mut gzip = GzDecoder::new(&packed.bytes[..]);
    gzip.read_to_end(&mut bytes).expect("it is gzip");
    Directory::open(bytes).expect("it is a directory")
}

fn names(directory: &Directory, numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    let services = numbers.into_iter().map(|number| directory.service(number));
    services
        .map(|service| service.expect("it is there").name.to_string())
        .collect()
}

#[test]
fn the_town_is_packed_whole_and_every_service_of_it_can_be_read() {
    let file = packed(&[TOWN, SMALL], &[]).expect("something can be offered");
    let town = opened(&file);
    let all = names(&town, 0..town.len());
    assert_eq!(all.len(), 159);
    assert!(all.contains(&"Friday soup".to_owned()) && all.contains(&"Benefits check".to_owned()));
    assert!(file.bytes.len() < 60_000, "{} bytes", file.bytes.len());
}

#[test]
fn in_the_town_words_are_found_and_choices_bring_ideas() {
    let town = opened(&packed(&[TOWN], &[]).expect("something can be offered"));
    let first = |sought: Sought<'_>| {
        let found = town.find(&sought, 1);
        (found.count, names(&town, found.first))
    };
    let (count, soup) = first(Sought {
        typed: "benefit check",
        ..Sought::default()
    });
    assert!(count >= 1);
    assert_eq!(soup, ["Benefits check"]);
    assert_eq!(
        first(Sought {
            typed: "benfits check",
            ..Sought::default()
        })
        .1,
        ["Benefits check"]
    );
    let chosen = Chosen {
        interests: vec!["outdoors".into()],
        seed: 1,
        most: 3,
        ..Chosen::default()
    };
    assert_eq!(town.offer(&chosen).len(), 3);
    let no_groups = Chosen {
        not_now: vec!["groups".into()],
        most: 200,
        ..chosen
    };
    let with_groups = town.offer(&Chosen {
        not_now: Vec::new(),
        ..no_groups.clone()
    });
    let without = town.offer(&no_groups);
    assert!(without.len() < with_groups.len());
}

#[test]
fn what_a_term_says_of_taking_part_is_found_and_shown_and_a_place_stays_one_to_go_to() {
    let feed = r#"[
        {"id":"a","name":"A visit","status":"active","attributes":[{"taxonomy_term":{"name":"Home visits"}}]},
        {"id":"b","name":"An office","status":"active","attributes":[{"taxonomy_term":{"name":"Home visits"}}],
         "locations":[{"name":"Mill House"}]},
        {"id":"c","name":"A line","status":"active","attributes":[{"taxonomy_term":{"name":"By phone"}}]}]"#;
    let list = opened(&packed(&[feed], &[]).expect("something can be offered"));
    let by = |ways| {
        let sought = Sought {
            ways,
            ..Sought::default()
        };
        let mut names = names(&list, list.find(&sought, 9).first);
        names.sort();
        names
    };
    assert_eq!(by(Ways::AT_HOME), ["A visit", "An office"]);
    assert_eq!(by(Ways::IN_PERSON), ["An office"]);
    assert_eq!(by(Ways::PHONE), ["A line"]);
    let spots = |number: usize| {
        let service = list.service(number).expect("a service");
        let words = service.in_words(false, None, &Catalogue::english());
        let lines = words.places.into_iter().flat_map(|spot| spot.lines);
        lines.map(|line| line.text.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(spots(0), ["At your home"]);
    assert_eq!(spots(1), ["Mill House", "At your home"]);
    assert_eq!(spots(2), ["By phone"]);
    let not_by_phone = Chosen {
        interests: vec!["money".into()],
        not_now: vec!["phone-calls".into()],
        most: 9,
        ..Chosen::default()
    };
    let line = feed.replace(
        "By phone\"}}",
        "By phone\"}},{\"taxonomy_term\":{\"name\":\"Debt advice\"}}",
    );
    let list = opened(&packed(&[&line], &[]).expect("something can be offered"));
    assert_eq!(list.offer(&not_by_phone), []);
    let any = Chosen {
        not_now: Vec::new(),
        ..not_by_phone
    };
    assert_eq!(list.offer(&any).len(), 1);
}

#[test]
fn each_idea_of_the_town_is_one_for_what_was_chosen() {
    let town = opened(&packed(&[TOWN], &[]).expect("something can be offered"));
    for (area, interest, is_one, are_none) in [
        (
            "people",
            "meeting-people",
            "Tuesday Table",
            &[
                "Loans and savings",
                "After a suicide",
                "Warm library",
                "Sunday at St Aldith's",
            ][..],
        ),
        (
            "",
            "outdoors",
            "Quiet wood",
            &[
                "Walk and talk in grief",
                "Gardening for those who cannot",
                "Memory walks",
            ],
        ),
        (
            "",
            "one-to-one",
            "Letters to and fro",
            &["Home visits for new parents", "Talking in Urdu or Punjabi"],
        ),
        (
            "joy",
            "",
            "Home library",
            &[
                "Friday prayers and tea",
                "Vet bills fund",
                "Phone volunteer",
            ],
        ),
        (
            "feelings",
            "",
            "Low tide",
            &[
                "Little Lanterns",
                "Hoarding group",
                "Second Morning meeting",
            ],
        ),
        (
            "money",
            "money",
            "Benefits check",
            &["The Larder", "Help with funeral costs"],
        ),
        ("essentials", "", "The Larder", &["Interview clothes"]),
        (
            "loss",
            "grief",
            "Walk and talk in grief",
            &["Churchyard friends", "When a pet dies"],
        ),
        (
            "rights",
            "",
            "Welcome House advice",
            &["English classes, beginners to level 2"],
        ),
        (
            "body",
            "",
            "Footcare mornings",
            &["Memory walks", "Second Morning meeting"],
        ),
    ] {
        let list = |id: &str| (!id.is_empty()).then(|| id.into()).into_iter().collect();
        let offers = town.offer(&Chosen {
            areas: list(area),
            interests: list(interest),
            most: 200,
            ..Chosen::default()
        });
        let names = names(&town, offers.iter().map(|offer| offer.service));
        let has = |name: &str| names.iter().any(|one| one == name);
        assert!(has(is_one), "{is_one} for {area} {interest}");
        for none in are_none {
            assert!(!has(none), "{none} for {area} {interest}");
        }
    }
}

#[test]
fn its_name_changes_with_what_is_in_it_and_with_nothing_else() {
    let name = |feeds: &[&str]| packed(feeds, &[]).expect("something can be offered").name;
    assert_eq!(name(&[SMALL]), name(&[SMALL]));
    assert_ne!(name(&[SMALL]), name(&[TOWN]));
    let own = name(&[SMALL]);
    let hash = own
        .strip_prefix("services.")
        .and_then(|rest| rest.strip_suffix(".bin"));
    assert_eq!(hash.map(str::len), Some(8), "{own}");
}

#[test]
fn for_some_places_alone_it_has_what_is_there_and_what_has_no_place() {
    let count =
        |only: &[&str]| opened(&packed(&[TOWN], only).expect("something can be offered")).len();
    let (all, one, area, elsewhere) = (count(&[]), count(&["zz1"]), count(&["ZZ"]), count(&["LS"]));
    assert!(
        elsewhere > 0 && elsewhere < one && one < all,
        "{elsewhere} {one} {all}"
    );
    assert_eq!(area, all, "all of the town is in one postcode area");
}

#[test]
fn for_some_areas_alone_it_has_what_their_people_can_come_to() {
    let feed = r#"[
        {"id":"1","name":"Line for all","status":"active"},
        {"id":"2","name":"Line for Leeds","status":"active","service_areas":[{"name":"Leeds"},{"name":"Bradford"}]},
        {"id":"3","name":"Line for York","status":"active","service_areas":[{"name":"York"}]},
        {"id":"4","name":"Walk in LS6","status":"active","service_at_locations":[{"location":{"addresses":[{"postal_code":"LS6 2AB"}]}}]},
        {"id":"5","name":"Walk in YO1","status":"active","service_at_locations":[{"location":{"addresses":[{"postal_code":"YO1 7HH"}]}}]},
        {"id":"7","name":"Line for the country","status":"active","service_areas":[{"name":"UK-wide"}]},
        {"id":"8","name":"Line for England","status":"active","service_areas":[{"name":"England"}]},
        {"id":"6","name":"Bus from YO1 for Leeds","status":"active","service_areas":[{"name":"LEEDS "}],
         "service_at_locations":[{"location":{"addresses":[{"postal_code":"YO1 7HH"}]}}]}]"#;
    for (only, has) in [
        (&["LS"][..], "1 2 3 4 7 8"),
        (&["LS6 YO1"], "1 2 3 4 5 7 8 6"),
        (&["ls6 2ab"], "1 2 3 4 7 8"),
        (&["ls6", "leeds"], "1 2 4 7 6"),
        (&["LS7", "Leeds", "England"], "1 2 7 8 6"),
        (&["Leeds"], "1 2 4 5 7 6"),
        (&["Upper Brook"], "1 4 5 7"),
        (&[], "1 2 3 4 5 7 8 6"),
    ] {
        let packed = opened(&packed(&[feed], only).expect("something can be offered"));
        let ids = (0..packed.len()).map(|number| packed.service(number).expect("it is there").id);
        assert_eq!(ids.collect::<Vec<_>>().join(" "), has, "{only:?}");
    }
}

#[test]
fn a_place_that_nothing_is_in_or_for_is_named() {
    let today = Day::parse("2026-11-25").expect("a day");
    let (_, checked) = pack(
        &[("feed.json", TOWN.as_bytes())],
        None,
        &["ZZ", "LS6", "Leeeds", "Millbrook"],
        today,
    );
    let said = checked
        .text
        .lines()
        .filter(|line| line.starts_with("nothing in any"));
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["LS6", "Leeeds"].map(|place| format!(
            "nothing in any of the files is in or for “{place}”; is it written as the files have it?"
        ))
    );
}

#[test]
fn an_address_that_was_put_into_a_packed_list_by_hand_leads_nowhere() {
    let feed = r#"[{"id":"a","name":"A walk","status":"active","url":"https://abc.example","email":"hello@walk.example",
        "phones":[{"number":"01632 960 101"}]}]"#;
    let whole = opened(&packed(&[feed], &[]).expect("something can be offered")).into_bytes();
    let leads_to = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len(), "the lengths before it hold");
        let mut bytes = whole.clone();
        let at = bytes
            .windows(from.len())
            .position(|at| at == from.as_bytes());
        let at = at.expect("it stands in the list");
        bytes.splice(at..at + from.len(), to.bytes());
        let service = Directory::open(bytes).expect("a list").service(0);
        let service = service.expect("a service");
        let contact = service.in_words(false, None, &Catalogue::english()).contact;
        let hrefs = contact.iter().map(|reach| reach.href.to_string());
        hrefs.collect::<Vec<_>>()
    };
    let (call, email, page) = (
        "tel:01632960101",
        "mailto:hello@walk.example",
        "https://abc.example",
    );
    assert_eq!(leads_to(page, page), [call, email, page]);
    for other in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<b>.",
        "http:///abc.example",
        "//where.example/abc",
    ] {
        assert_eq!(leads_to(page, other), [call, email], "{other}");
    }
    assert_eq!(
        leads_to("hello@walk.example", "h?bcc=a@bc.example"),
        [call, page]
    );
    assert_eq!(leads_to("01632 960 101", "none of these"), [email, page]);
}

#[test]
fn nothing_is_packed_where_nothing_can_be_offered() {
    assert_eq!(packed(&["[]"], &[]), None);
    assert_eq!(packed(&["no feed"], &[]), None);
}

#[test]
fn the_command_writes_it_where_it_is_told_to() {
    let folder = std::env::temp_dir().join(format!("what-matters-pack-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let into = folder.display().to_string();
    let output = super::command::run(&["pack", "www/services/small.json", "--into", &into]);
    let written: Vec<_> = fs::read_dir(&folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    fs::remove_dir_all(&folder).expect("it can go");
    assert!(output.status.success(), "{output:?}");
    let [path] = &written[..] else {
        panic!("{written:?}")
    };
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    assert!(String::from_utf8_lossy(&output.stdout).contains(&name));
}
