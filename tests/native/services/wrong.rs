//! Each field wrong: it is reported with its place and left out, and the service stays with all the rest.

use serde_json::{Value, json};
use what_matters::directory::{Code, Reading, Service};
use what_matters::guide::Severity;

use super::missing::pointers;
use super::{one, whole};

fn with(place: &str, value: Value) -> Value {
    let mut service = whole();
    let (parent, last) = place.rsplit_once('/').expect("a pointer");
    let parent = service
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("no {place}"));
    match parent {
        Value::Array(all) => all[last.parse::<usize>().expect("a number")] = value,
        other => other[last] = value,
    }
    service
}

/// A field, the code it is reported under, and what is written there, as JSON.
const WRONG: &[(&str, &str, &[&str])] = &[
    (
        "/service_at_locations/0/location/latitude",
        "wrong-position",
        &["100", r#""north""#],
    ),
    (
        "/service_at_locations/0/location/longitude",
        "wrong-position",
        &["-180.5"],
    ),
    (
        "/service_at_locations/0/location/addresses/0/postal_code",
        "wrong-postcode",
        &[
            r#""ABC 1234""#,
            r#""M1 1A1""#,
            r#""ABC1 2DE""#,
            r#""90210""#,
        ],
    ),
    (
        "/schedules/0/closes_at",
        "end-before-start",
        &[r#""11:00""#, r#""12:00""#],
    ),
    ("/schedules/0/closes_at", "wrong-time", &[r#""25:00""#]),
    ("/schedules/0/opens_at", "wrong-time", &[r#""noon""#]),
    (
        "/schedules/0/until",
        "end-before-start",
        &[r#""2023-12-31""#],
    ),
    ("/schedules/0/until", "wrong-day", &[r#""2025-02-29""#]),
    ("/schedules/0/dtstart", "wrong-day", &[r#""9/1/2024""#]),
    ("/schedules/0/byday", "wrong-days", &[r#""XX""#, r#""1TU""#]),
    ("/schedules/0/freq", "wrong-days", &[r#""SOMETIMES""#]),
    ("/schedules/0/interval", "wrong-days", &["0"]),
    (
        "/service_at_locations/0/schedules/0/bymonthday",
        "wrong-days",
        &[r#""32""#],
    ),
    ("/minimum_age", "wrong-age", &["66", "-1"]),
    ("/maximum_age", "wrong-age", &[r#""adult""#]),
    (
        "/cost_options/1/amount",
        "wrong-cost",
        &["-2.5", r#""a little""#],
    ),
    ("/cost_options/0/currency", "wrong-cost", &[r#""USD""#]),
    (
        "/cost_options/1/valid_to",
        "end-before-start",
        &[r#""2025-12-31""#],
    ),
    (
        "/url",
        "wrong-link",
        &[
            r#""javascript:alert(1)""#,
            r#""http://millbrook.example.org""#,
            r#""www.millbrook.example.org""#,
            r#""https://""#,
            r#""https://council.gov.uk@elsewhere.example.org""#,
            r#""https://millbrook.example.org/\" onclick=\"x""#,
            r#""data:text/html,x""#,
        ],
    ),
    (
        "/additional_urls/0/url",
        "wrong-link",
        &[r#""ftp://millbrook.example.org""#],
    ),
    (
        "/email",
        "wrong-email",
        &[
            r#""table.millbrook.example.org""#,
            r#""table@millbrook.example.org?bcc=x@example.org""#,
            r#""a@b""#,
            r#""bcc=x&table@millbrook.example.org""#,
        ],
    ),
    (
        "/phones/0/number",
        "wrong-phone",
        &[r#""ask Joy""#, r#""12""#, r#""01632 960101,,999#""#],
    ),
    (
        "/assured_date",
        "wrong-day",
        &[r#""2026-02-30""#, r#""yesterday""#],
    ),
    (
        "/last_modified",
        "wrong-day",
        &[r#""2026-13-01T00:00:00Z""#, "2026"],
    ),
    ("/organization", "unknown-provider", &[r#""nobody""#]),
];

#[test]
fn nonsense_is_reported_and_not_shown() {
    let values = |row: &(&'static str, &'static str, &'static [&str])| {
        let (place, code, values) = *row;
        let value = move |text: &&str| {
            (
                place,
                serde_json::from_str::<Value>(text).expect("JSON"),
                code,
            )
        };
        values.iter().map(value).collect::<Vec<_>>()
    };
    for (place, value, code) in WRONG.iter().flat_map(values) {
        let wrong = with(place, value.clone());
        let reading = Reading::of(&wrong.to_string());
        let codes: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| problem.code.name())
            .collect();
        assert_eq!(codes, [code], "{place}: {value}");
        let problem = &reading.problems[0];
        assert_eq!(problem.code.severity(), Severity::Warning, "{place}");
        assert_eq!(problem.service.as_deref(), Some("Tuesday Table"), "{place}");
        let Some(service) = reading.services.first() else {
            panic!("{place}: the service is gone")
        };
        let shown = format!("{service:?}");
        let written = value.as_str().unwrap_or("no text");
        let is_short = written.len() < 4 || written.ends_with("://");
        assert!(
            is_short || !shown.contains(written),
            "{place}: {value} is shown"
        );
        assert_eq!(changed(service), section(place), "{place}: {value}");
    }
}

/// Which parts of the service differ from those of the sound one.
fn changed(service: &Service) -> Vec<&'static str> {
    let sound = one(&whole()).0.expect("it is sound");
    let parts = [
        ("costs", service.costs == sound.costs),
        ("times", service.times == sound.times),
        ("places", service.places == sound.places),
        (
            "contact",
            (&service.phones, &service.emails, &service.links)
                == (&sound.phones, &sound.emails, &sound.links),
        ),
        ("ages", service.ages == sound.ages),
        (
            "days",
            (service.checked, service.changed) == (sound.checked, sound.changed),
        ),
        ("provider", service.provider == sound.provider),
        (
            "about",
            (&service.about, &service.alert, &service.apply, &service.who)
                == (&sound.about, &sound.alert, &sound.apply, &sound.who),
        ),
        (
            "lists",
            (&service.languages, &service.covers, &service.terms)
                == (&sound.languages, &sound.covers, &sound.terms),
        ),
    ];
    parts
        .into_iter()
        .filter(|(_, is_same)| !is_same)
        .map(|(name, _)| name)
        .collect()
}

/// The part of a service that a field belongs to.
fn section(place: &str) -> Vec<&'static str> {
    let parts = [
        ("cost_options", "costs"),
        ("schedules", "times"),
        ("location/", "places"),
        ("age", "ages"),
        ("url", "contact"),
        ("email", "contact"),
        ("phones", "contact"),
        ("assured", "days"),
        ("modified", "days"),
        ("organization", "provider"),
    ];
    let part = parts.iter().find(|(word, _)| place.contains(word));
    // What is wrong in a field that says the same as having none changes nothing.
    let unchanged =
        place.ends_with("bymonthday") || place.ends_with("freq") || place.ends_with("interval");
    part.map(|(_, part)| *part)
        .filter(|_| !unchanged)
        .into_iter()
        .collect()
}

#[test]
fn where_both_degrees_are_nothing_a_form_was_not_filled_in() {
    let mut service = whole();
    let hall = &mut service["service_at_locations"][0]["location"];
    (hall["latitude"], hall["longitude"]) = (json!(0), json!("0.0"));
    let (service, codes) = one(&service);
    assert_eq!(codes, ["wrong-position"]);
    assert_eq!(service.expect("it stays").places[0].at, None);
}

#[test]
fn a_value_of_any_other_kind_leaves_the_service_and_all_the_rest() {
    let mut places = Vec::new();
    pointers(&whole(), "", &mut places);
    let others = [
        json!(true),
        json!(-1),
        json!(1e300),
        json!("?"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([1, "x", {}]),
        json!({ "id": [] }),
    ];
    let mut tried = 0;
    for place in places
        .iter()
        .filter(|place| !["/id", "/name", "/status"].contains(&&***place))
    {
        for other in &others {
            let reading = Reading::of(&with(place, other.clone()).to_string());
            let Some(service) = reading.services.first() else {
                panic!("{place}: {other} takes the service along")
            };
            let most = if place.starts_with("/service_at_locations") {
                4
            } else {
                1
            };
            assert!(
                changed(service).len() <= most,
                "{place}: {other} changes {:?}",
                changed(service)
            );
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn what_cannot_be_used_is_named_with_its_place_and_the_rest_works() {
    let text = r#"{ "contents": [
  { "id": "1", "name": "One", "status": "active" },
  { "id": "2", "name": "Two" },
  { "id": "3", "status": "active" },
  { "name": "Four", "status": "active" },
  { "id": "5", "name": "Five", "status": "activ" },
  "six",
  { "id": "1", "name": "Seven", "status": "active" },
  { "id": "8", "name": "Eight", "status": "active" }
] }"#;
    let reading = Reading::of(text);
    let names: Vec<_> = reading
        .services
        .iter()
        .map(|service| &*service.name)
        .collect();
    assert_eq!((names, reading.unusable), (vec!["One", "Eight"], 6));
    let told: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| {
            (
                problem.code.name(),
                &*problem.path,
                problem.line,
                problem.column,
                &*problem.message,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "missing-field",
                "contents[1]",
                3,
                3,
                "“Two” has no `status`."
            ),
            (
                "missing-field",
                "contents[2]",
                4,
                3,
                "This service has no `name`."
            ),
            ("missing-field", "contents[3]", 5, 3, "“Four” has no `id`."),
            (
                "unknown-status",
                "contents[4].status",
                6,
                42,
                "“activ” under `status` is no status. Did you mean `active`?"
            ),
            ("not-a-service", "contents[5]", 7, 3, "This is no service."),
            (
                "duplicate-id",
                "contents[6].id",
                8,
                11,
                "“Seven” has the id of another service before it."
            ),
        ]
    );
    assert!(
        reading
            .problems
            .iter()
            .all(|problem| !problem.hint.is_empty())
    );
    let of: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| problem.service.as_deref())
        .collect();
    assert_eq!(
        of,
        [
            Some("Two"),
            None,
            Some("Four"),
            Some("Five"),
            None,
            Some("Seven")
        ]
    );
}

#[test]
fn closed_services_are_counted_and_are_no_mistake() {
    let feed: Vec<Value> = [
        "inactive",
        "defunct",
        "temporarily closed",
        "Temporarily_Closed",
        " ACTIVE ",
    ]
    .iter()
    .enumerate()
    .map(|(id, status)| json!({ "id": id, "name": "One", "status": status, "email": "nonsense" }))
    .collect();
    let reading = Reading::of(&Value::from(feed).to_string());
    assert_eq!(
        (reading.services.len(), reading.closed, reading.unusable),
        (1, 4, 0)
    );
    assert_eq!(
        reading.problems.len(),
        1,
        "what is closed is not looked through"
    );
}

#[test]
fn what_is_no_feed_is_said_once_with_its_place() {
    for (text, code, place) in [
        ("", Code::NotJson, (1, 1)),
        ("[\n  {\"id\": 1,}\n]", Code::NotJson, (2, 12)),
        ("<html></html>", Code::NotJson, (1, 1)),
        ("7", Code::NoFeed, (1, 1)),
        ("\"services\"", Code::NoFeed, (1, 1)),
        (" {}", Code::NoFeed, (1, 2)),
        ("{\"contents\": 7}", Code::NoFeed, (1, 1)),
        ("{\"error\": \"not found\"}", Code::NoFeed, (1, 1)),
    ] {
        let reading = Reading::of(text);
        let told: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| (problem.code, (problem.line, problem.column)))
            .collect();
        assert_eq!(told, [(code, place)], "{text}");
        assert!(!reading.is_feed || code == Code::NotJson, "{text}");
        assert!(reading.services.is_empty());
    }
    let deep = "[".repeat(100) + &"]".repeat(100);
    assert_eq!(Reading::of(&deep).problems[0].code, Code::TooDeep);
    for empty in ["[]", "{\"contents\": []}"] {
        let reading = Reading::of(empty);
        assert!(reading.is_feed);
        assert_eq!(reading.problems[0].code, Code::Empty);
    }
}

#[test]
fn two_hundred_problems_are_told_and_of_the_others_how_many_there_are() {
    let wrong = |id: usize| json!({ "id": id, "name": "One", "status": "active", "email": "x", "url": "y" });
    let mut feed: Vec<Value> = (0..300).map(wrong).collect();
    feed.push(json!({ "id": "last", "name": "Last" }));
    let reading = Reading::of(&Value::from(feed).to_string());
    assert_eq!((reading.services.len(), reading.problems.len()), (300, 200));
    let last = reading.problems.last().expect("a problem");
    assert_eq!(
        last.service.as_deref(),
        Some("Last"),
        "what leaves a service out is told first"
    );
    let untold: u32 = reading.untold.iter().map(|(_, count)| count).sum();
    assert_eq!(untold, 401);
    assert!(
        reading
            .untold
            .iter()
            .all(|(code, _)| [Code::WrongEmail, Code::WrongLink].contains(code))
    );
}

#[test]
fn a_list_without_an_end_has_one() {
    let many = |field: &str| -> Value {
        (0..500)
            .map(|at| json!({ field: at.to_string() }))
            .collect()
    };
    let terms: Value = (0..500)
        .map(|at| json!({ "taxonomy_term": { "name": at.to_string() } }))
        .collect();
    let mut service = whole();
    service["languages"] = many("name");
    service["service_areas"] = many("name");
    service["cost_options"] = many("option");
    service["attributes"] = terms;
    service["service_at_locations"][0]["location"]["accessibility"] = many("description");
    for option in service["cost_options"].as_array_mut().expect("costs") {
        option["amount"] = 1.into();
    }
    let (service, codes) = one(&service);
    let service = service.expect("it stays");
    let counts = [
        service.languages.len(),
        service.covers.len(),
        service.costs.len(),
        service.terms.len(),
        service.places[0].access.len(),
    ];
    assert_eq!((counts, codes), ([100; 5], vec![]));
}

#[test]
fn text_is_text_and_never_endless() {
    let mut service = whole();
    service["name"] = "<b>Tuesday</b> \u{202e}Table\n&lt;script&gt;alert(1)&lt;/script&gt;".into();
    service["description"] = "We meet. ".repeat(1000).into();
    service["alert"] = "<script>alert(1)</script>".into();
    let (service, codes) = one(&service);
    let service = service.expect("it stays");
    assert_eq!(&*service.name, "Tuesday Table");
    assert_eq!(service.alert, None);
    let about = service.about.expect("words");
    assert!(
        about.ends_with("We meet.…") && about.chars().count() <= 4001,
        "{}",
        about.len()
    );
    assert_eq!(codes, ["text-too-long"]);
    let long = with("/name", "Table ".repeat(50).into());
    let name = one(&long).0.expect("it stays").name;
    assert!(
        name.ends_with("Table…") && name.chars().count() <= 201,
        "{name}"
    );
}

#[test]
fn a_field_under_a_name_that_is_only_near_is_told_of_unless_the_right_one_is_there_too() {
    let own = |fields: Value| {
        let mut service = json!({ "id": "1", "name": "One", "status": "active" });
        let all = service.as_object_mut().expect("an object");
        all.extend(fields.as_object().expect("an object").clone());
        let problems = Reading::of(&json!([service]).to_string()).problems;
        let told = problems
            .into_iter()
            .map(|problem| (problem.code, problem.path, problem.message));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        own(json!({ "phone": "01632 960 101" })),
        [(
            Code::UnknownField,
            "[0].phone".to_owned(),
            "`phone` is no field of a service; `phones` is.".to_owned()
        )]
    );
    let both = json!({ "phone": "01632 960 101", "phones": [{ "number": "01632 960 101" }] });
    assert_eq!(own(both), []);
    assert_eq!(
        own(json!({ "extra": 1, "fax": "1" })),
        [],
        "a feed may have more of its own"
    );
}
