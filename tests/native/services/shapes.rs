//! The same things read out of every shape.

use serde_json::{Value, json};
use what_matters::directory::{Code, Directory, Every, Map, Packing, Reading, Service, Ways};

use super::{OLDER, STANDARD, UNITED_KINGDOM, whole};

fn sound(text: &str) -> Reading {
    let reading = Reading::of(text);
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    assert!(reading.is_feed && reading.unusable == 0);
    reading
}

fn texts<T: AsRef<str>>(list: &[T]) -> Vec<&str> {
    list.iter().map(AsRef::as_ref).collect()
}

fn day(day: Option<what_matters::words::Day>) -> String {
    day.map(what_matters::words::Day::iso).unwrap_or_default()
}

/// What a cost is for, its pence, its words, and its last day.
type Told<'s> = (Option<&'s str>, Option<u32>, Option<&'s str>, String);

fn costs(service: &Service) -> Vec<Told<'_>> {
    let cost = service.costs.iter();
    cost.map(|cost| {
        (
            cost.what.as_deref(),
            cost.amount,
            cost.text.as_deref(),
            day(cost.until),
        )
    })
    .collect()
}

#[test]
fn everything_the_standard_has_is_understood() {
    let reading = sound(STANDARD);
    assert_eq!((reading.services.len(), reading.closed), (2, 1));
    let table = &reading.services[0];
    assert_eq!(&*table.name, "Tuesday Table");
    assert_eq!(table.provider.as_deref(), Some("Millbrook Neighbours"));
    assert_eq!(
        table.about.as_deref(),
        Some(
            "A shared lunch, cooked by neighbours.\nCome for the food & stay for a chat if you like."
        )
    );
    assert_eq!(
        table.alert.as_deref(),
        Some("Closed for two weeks in August.")
    );
    assert_eq!(table.apply.as_deref(), Some("Ring Joy, or just come."));
    assert_eq!(table.who.as_deref(), Some("Anyone who lives in Millbrook."));
    assert_eq!((table.ages.from, table.ages.to), (Some(18), Some(65)));
    assert_eq!(
        (day(table.checked), day(table.changed)),
        ("2026-05-01".into(), "2026-05-03".into())
    );
    assert_eq!(texts(&table.emails), ["table@millbrook.example.org"]);
    assert_eq!(
        texts(&table.links),
        [
            "https://millbrook.example.org/tuesday-table",
            "https://millbrook.example.org/menu"
        ]
    );
    assert_eq!(
        (texts(&table.languages), texts(&table.covers)),
        (vec!["Urdu"], vec!["Millbrook and Overton"])
    );
    let phones: Vec<_> = table
        .phones
        .iter()
        .map(|phone| (&*phone.number, phone.what.as_deref(), phone.href()))
        .collect();
    assert_eq!(
        phones,
        [
            (
                "01632 960 101",
                Some("Joy answers from 10 to 4."),
                "tel:01632960101".into()
            ),
            ("01632 960102", None, "tel:01632960102".into()),
        ]
    );
    assert_eq!(
        costs(table),
        [
            (Some("Carers"), Some(0), None, String::new()),
            (
                None,
                Some(250),
                Some("for two courses"),
                "2027-03-31".into()
            ),
            (None, None, Some("Pay what you can."), String::new()),
        ]
    );
    let terms: Vec<_> = table
        .terms
        .iter()
        .map(|term| {
            [&term.vocabulary, &term.code, &term.name, &term.url]
                .map(|text| text.as_deref().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        terms,
        [
            ["", "", "Lunch clubs", ""],
            [
                "esdServiceTypes",
                "298",
                "Carers support groups",
                "http://id.esd.org.uk/service/298"
            ],
        ]
    );
}

#[test]
fn when_and_where_it_is_are_understood() {
    let table = sound(STANDARD).services[0].clone();
    let [tuesday, monday] = &table.times[..] else {
        panic!("{:?}", table.times)
    };
    assert_eq!(
        (tuesday.days.bits(), tuesday.every),
        (0b10, Every::Weeks(1))
    );
    assert_eq!((tuesday.from, tuesday.to), (Some(12 * 60), Some(14 * 60)));
    assert_eq!(
        (day(tuesday.starts), day(tuesday.ends)),
        ("2024-01-09".into(), "2027-12-21".into())
    );
    assert_eq!(tuesday.ways, Ways::IN_PERSON);
    assert_eq!(
        tuesday.text.as_deref(),
        Some("Food is served at half past twelve.")
    );
    assert_eq!(
        (monday.days.bits(), monday.every),
        (
            1,
            Every::Months {
                each: 1,
                weeks: 0b101,
                days: 0
            }
        )
    );
    assert_eq!(
        (monday.from, monday.to),
        (Some(18 * 60 + 30), Some(20 * 60))
    );
    let [hall] = &table.places[..] else {
        panic!("{:?}", table.places)
    };
    assert_eq!(hall.name.as_deref(), Some("Millbrook Hall"));
    assert_eq!(
        texts(&hall.lines),
        ["Mill Lane", "Behind the church", "Millbrook", "MB6 2AB"]
    );
    assert_eq!(
        (hall.outward.as_deref(), hall.at),
        (Some("MB6"), Some((53_819_512, -1_560_000)))
    );
    assert_eq!(
        texts(&hall.access),
        ["Level entrance. Hearing loop.", "Turn hearing aids to T."]
    );
}

#[test]
fn the_united_kingdoms_own_shape_is_understood() {
    let reading = sound(UNITED_KINGDOM);
    let [walk, coffee] = &reading.services[..] else {
        panic!("{:?}", reading.services)
    };
    assert_eq!(
        walk.about.as_deref(),
        Some("A slow walk by the river.\nWe stop often.")
    );
    assert_eq!(costs(walk), [(None, Some(0), None, String::new())]);
    assert_eq!(
        (walk.times[0].days.bits(), walk.times[0].every),
        (0b110_0000, Every::Weeks(2))
    );
    assert_eq!(
        (walk.times[0].from, walk.times[0].to),
        (Some(555), Some(645))
    );
    assert_eq!(walk.phones.len(), 1, "a fax is no number to call");
    assert!(
        walk.links.is_empty(),
        "there is another way to get in touch"
    );
    assert_eq!(walk.places[0].at, Some((53_800_000, -40)));
    assert_eq!(
        texts(&walk.places[0].lines),
        ["The Weir", "Overton", "MB6 1XY"]
    );
    assert_eq!(walk.terms[0].vocabulary.as_deref(), Some("Millbrook list"));
    assert_eq!(walk.terms[0].code.as_deref(), Some("walking"));
    assert_eq!(walk.ways(), Ways::IN_PERSON);
    assert_eq!(
        coffee.times[0].every,
        Every::Months {
            each: 1,
            weeks: 0,
            days: 1 << 1 | 1 << 15
        }
    );
    assert!(coffee.places.is_empty(), "a place online is no place");
    let mut ways = Ways::ONLINE;
    ways.add(Ways::PHONE);
    assert_eq!(coffee.ways(), ways);
}

#[test]
fn the_shape_of_the_first_version_is_understood() {
    let reading = sound(OLDER);
    let carers = &reading.services[0];
    assert_eq!(carers.who.as_deref(), Some("People who look after someone"));
    assert_eq!(
        (carers.ages.from, carers.ages.to),
        (Some(16), None),
        "120 is no highest age"
    );
    assert_eq!(
        (texts(&carers.covers), texts(&carers.languages)),
        (vec!["Millbrook"], vec!["Polish"])
    );
    assert_eq!(
        (carers.times[0].from, carers.times[0].to),
        (Some(600), Some(1440)),
        "midnight ends a day"
    );
    assert_eq!(
        (
            texts(&carers.places[0].lines),
            texts(&carers.places[0].access)
        ),
        (vec!["School Lane", "Overton", "MB7"], vec!["Step free"])
    );
    assert_eq!(carers.terms[0].code.as_deref(), Some("esdServiceType:298"));
    assert_eq!(
        texts(&carers.links),
        ["https://carers.example.org"],
        "nothing else is known of how to get in touch"
    );
    assert_eq!(carers.ways(), Ways::AT_HOME);
}

#[test]
fn a_list_a_page_pages_an_organisation_and_one_service_alone_say_the_same() {
    let (service, other) = (
        whole(),
        json!({ "id": "2", "name": "Two", "status": "active" }),
    );
    let read = |feed: Value| {
        sound(&feed.to_string())
            .services
            .iter()
            .map(|one| (**one).clone())
            .collect::<Vec<_>>()
    };
    let both = read(json!([service, other]));
    assert_eq!(both.len(), 2);
    assert_eq!(
        read(json!({ "contents": [service, other], "total_items": 2 })),
        both
    );
    assert_eq!(
        read(
            json!([{ "contents": [service], "total_pages": 2 }, { "contents": [other], "total_pages": 2 }])
        ),
        both
    );
    assert_eq!(read(json!({ "services": [service, other] })), both);
    assert_eq!(read(service.clone()), both[..1]);
    assert_eq!(read(other.clone()), both[1..]);
    let own = read(json!({ "id": "9", "name": "Millbrook Library", "services": [other] }));
    assert_eq!(own[0].provider.as_deref(), Some("Millbrook Library"));
}

#[test]
fn an_organisation_is_found_by_its_id_wherever_it_stands_whole() {
    let reading = sound(STANDARD);
    assert_eq!(
        reading.services[1].provider.as_deref(),
        Some("Millbrook Neighbours")
    );
    for by in [
        json!({ "organization_id": "9" }),
        json!({ "organization": "9" }),
        json!({ "organization": { "id": "9" } }),
    ] {
        let mut service = json!({ "id": "2", "name": "Two", "status": "active" });
        let fields = service.as_object_mut().expect("an object");
        fields.extend(by.as_object().expect("an object").clone());
        let feed = json!({ "organizations": [{ "id": "8", "name": "Eight" }, { "id": "9", "name": "Nine" }], "services": [service] });
        assert_eq!(
            sound(&feed.to_string()).services[0].provider.as_deref(),
            Some("Nine"),
            "{by}"
        );
    }
}

#[test]
fn a_page_of_several_says_that_there_are_more() {
    for (page, message) in [
        (
            json!({ "total_items": 3, "contents": [whole()] }),
            "The list has 3 services, and here are 1 of them.",
        ),
        (
            json!({ "total_pages": 2, "contents": [whole()] }),
            "The list has more pages than stand here.",
        ),
    ] {
        let reading = Reading::of(&page.to_string());
        let told: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| (problem.code, &*problem.message))
            .collect();
        assert_eq!(told, [(Code::MorePages, message)]);
        assert_eq!(reading.services.len(), 1);
    }
}

#[test]
fn of_two_feeds_with_the_same_service_the_first_counts() {
    let mut own = whole();
    own["name"] = "Our own words for it".into();
    let map = Map::default();
    let mut packing = Packing::default();
    packing.add("own.json", &sound(&own.to_string()), &map);
    packing.add("council.json", &sound(STANDARD), &map);
    let sources: Vec<_> = packing
        .sources()
        .iter()
        .map(|source| (&*source.name, source.taken, source.known))
        .collect();
    assert_eq!(sources, [("own.json", 1, 0), ("council.json", 1, 1)]);
    let directory = Directory::open(packing.done()).unwrap();
    let names = (0..3).map(|number| directory.service(number).map(|service| service.name));
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            Some("Our own words for it".into()),
            Some("Garden Group".into()),
            None
        ]
    );
}

#[test]
fn what_the_program_rehearses_with_has_nothing_wrong_with_it() {
    let text = include_str!("../../../pkg-config/directory/src/rehearsal.json");
    let reading = Reading::of(text);
    assert_eq!(reading.problems, []);
    assert_eq!(reading.services.len(), 2);
}
