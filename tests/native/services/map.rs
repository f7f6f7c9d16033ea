//! The map: terms matched however they are written, and the one we ship sound and true to our guide.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use what_matters::directory::{Map, Marks, Reading, Service, Ways};

/// The map we ship.
pub(crate) const SHIPPED: &str = include_str!("../../../www/services/map.json");

fn read(map: &Value) -> Map {
    let reading = Map::read(&map.to_string());
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    reading.map
}

/// A service with these fields beside what it needs.
pub(super) fn service(fields: &Value) -> Service {
    let mut service = json!({ "id": "1", "name": "One", "status": "active" });
    let own = service.as_object_mut().expect("an object");
    own.extend(fields.as_object().expect("an object").clone());
    let reading = Reading::of(&service.to_string());
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    (**reading.services.first().expect("a service")).clone()
}

fn filed(term: &Value) -> Service {
    service(&json!({ "attributes": [{ "id": "a", "taxonomy_term": term }] }))
}

fn ids(list: &[std::rc::Rc<str>]) -> Vec<&str> {
    list.iter().map(|id| &**id).collect()
}

#[test]
fn a_term_is_found_by_its_address_its_list_and_code_or_its_words() {
    let map = read(&json!({ "format": 1, "terms": [
        { "term": "http://id.esd.org.uk/service/298", "areas": ["caring"] },
        { "term": "millbrook:12", "areas": ["home"] },
        { "term": ["Arts and crafts", "Men's sheds"], "areas": ["joy"] },
        { "term": "298", "areas": ["money"] },
    ] }));
    for (term, area) in [
        (
            json!({ "term_uri": "https://id.esd.org.uk/service/298/" }),
            Some("caring"),
        ),
        (
            json!({ "code": "http://id.esd.org.uk/service/298" }),
            Some("caring"),
        ),
        (
            json!({ "id": "http://id.esd.org.uk/service/298" }),
            Some("caring"),
        ),
        (
            json!({ "code": "12", "taxonomy": "Millbrook" }),
            Some("home"),
        ),
        (
            json!({ "term": 12, "taxonomy_detail": { "name": "millbrook" } }),
            Some("home"),
        ),
        (json!({ "id": "Millbrook:12" }), Some("home")),
        (json!({ "name": "ARTS & crafts" }), Some("joy")),
        (json!({ "name": " men’s  sheds." }), Some("joy")),
        (json!({ "code": "12" }), None),
        (json!({ "code": "298", "name": "Something" }), None),
        (json!({ "name": "Arts" }), None),
        // What a feed gives alone can be written into the map as it stands there.
        (json!({ "term": "Arts and crafts" }), Some("joy")),
        (json!({ "code": "298" }), Some("money")),
        (json!({ "code": "298", "taxonomy": "ours" }), None),
    ] {
        let service = filed(&term);
        assert_eq!(
            ids(&map.marks(&service).areas),
            area.into_iter().collect::<Vec<_>>(),
            "{term}"
        );
        assert_eq!(map.has(&service.terms[0]), area.is_some(), "{term}");
    }
}

#[test]
fn what_several_terms_say_is_joined_and_each_thing_stands_once() {
    let map = read(&json!({ "format": 1, "terms": [
        { "term": "walking", "areas": ["joy", "body"], "interests": ["outdoors"], "kinds": ["groups"] },
        { "term": "buddy", "areas": "joy", "eases": "go-with-me" },
        { "term": "nothing much" },
    ] }));
    let term = |name: &str| json!({ "id": "a", "taxonomy_term": { "name": name } });
    let walk = service(
        &json!({ "attributes": [term("Walking"), term("Buddy"), term("Nothing much"), term("Unknown")] }),
    );
    let marks = map.marks(&walk);
    assert_eq!(
        (ids(&marks.areas), ids(&marks.interests)),
        (vec!["joy", "body"], vec!["outdoors"])
    );
    assert_eq!(
        (ids(&marks.kinds), ids(&marks.eases)),
        (vec!["groups"], vec!["go-with-me"])
    );
    assert!(
        map.has(&walk.terms[2]),
        "a term that belongs to nothing is no unknown term"
    );
}

/// What a service of some terms is offered for.
fn offered_for(map: &Map, terms: &[&str]) -> Vec<String> {
    let term = |name: &&str| json!({ "id": "a", "taxonomy_term": { "name": name } });
    let terms: Vec<_> = terms.iter().map(term).collect();
    let marks = map.marks(&service(&json!({ "attributes": terms })));
    let all = marks.areas.iter().chain(&marks.interests);
    all.map(ToString::to_string).collect()
}

#[test]
fn what_a_service_is_for_alone_counts_for_more_than_the_rest_it_is_filed_under() {
    let map = read(&json!({ "format": 1, "terms": [
        { "term": "walking", "areas": ["joy"], "interests": ["outdoors"], "kinds": ["groups"] },
        { "term": "grief", "areas": ["loss"], "only": true },
        { "term": "family", "areas": ["family"], "only": true },
        { "term": "abuse", "only": true },
        { "term": "buddy", "eases": ["go-with-me"], "only": false },
    ] }));
    for (terms, names) in [
        (&["walking", "buddy"][..], &["joy", "outdoors"][..]),
        (&["walking", "grief", "buddy"], &["loss"]),
        (&["grief", "family"], &["loss", "family"]),
        (&["abuse", "family", "walking"], &[]),
    ] {
        assert_eq!(offered_for(&map, terms), names, "{terms:?}");
    }
    let term = |name: &str| json!({ "id": "a", "taxonomy_term": { "name": name } });
    let walk = json!({ "attributes": [term("Walking"), term("Grief"), term("Buddy")] });
    let marks = map.marks(&service(&walk));
    assert_eq!(
        (ids(&marks.kinds), ids(&marks.eases)),
        (vec!["groups"], vec!["go-with-me"]),
        "it is a group all the same, and someone goes along"
    );
}

#[test]
fn nobody_is_offered_what_our_map_leaves_to_those_who_look_for_it() {
    let map = Map::read(SHIPPED).map;
    for term in [
        "Domestic abuse",
        "Alcohol",
        "Weight management",
        "Gambling",
        "Self-harm",
        "Pets and animals",
    ] {
        let beside = ["Family support", "Social groups", "Bereavement", term];
        assert_eq!(offered_for(&map, &beside), Vec::<String>::new(), "{term}");
    }
}

#[test]
fn how_something_is_offered_is_no_reason_to_go_there() {
    let map = Map::read(SHIPPED).map;
    let how = [
        "Drop-in",
        "Groups",
        "One to one",
        "Support groups",
        "Online",
    ];
    assert_eq!(offered_for(&map, &how), Vec::<String>::new());
    assert_eq!(
        offered_for(&map, &["Money advice", "Drop-in"]),
        ["money", "money"],
        "an area and an interest, and no company"
    );
}

#[test]
fn what_is_wrong_with_a_map_is_named_and_the_rest_works() {
    let text = r#"{ "format": 1, "terms": [
  { "term": "walking", "areas": ["joy"] },
  { "areas": ["joy"] },
  { "term": 7 },
  { "term": "Walking!", "areas": ["body"] },
  { "term": "choir", "areas": ["Things I enjoy", "joy"], "kinds": 3, "only": "yes" },
  { "term": "by post", "ways": ["by-post", "by-phone"] }
] }"#;
    let reading = Map::read(text);
    let told: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| (problem.code.name(), &*problem.path, problem.line))
        .collect();
    assert_eq!(
        told,
        [
            ("no-term", "terms[1]", 3),
            ("no-term", "terms[2]", 4),
            ("duplicate-term", "terms[3].term", 5),
            ("wrong-id", "terms[4].areas[0]", 6),
            ("wrong-type", "terms[4].kinds", 6),
            ("wrong-type", "terms[4].only", 6),
            ("wrong-id", "terms[5].ways", 7),
        ]
    );
    let by_post = filed(&json!({ "name": "by post" }));
    assert_eq!(reading.map.marks(&by_post).ways, Ways::PHONE);
    let areas = |name: &str| reading.map.marks(&filed(&json!({ "name": name }))).areas;
    assert_eq!(
        (ids(&areas("walking")), ids(&areas("choir"))),
        (vec!["joy"], vec!["joy"])
    );
    for (text, code) in [
        ("", "not-json"),
        ("{}", "unknown-format"),
        (r#"{ "format": 2, "terms": [] }"#, "unknown-format"),
        (r#"{ "format": 1 }"#, "empty"),
    ] {
        let reading = Map::read(text);
        let codes: Vec<_> = reading
            .problems
            .iter()
            .map(|problem| problem.code.name())
            .collect();
        assert_eq!(codes, [code], "{text}");
        assert_eq!(
            reading.map.marks(&filed(&json!({ "name": "walking" }))),
            Marks::default()
        );
    }
}

#[test]
fn the_map_we_ship_names_cards_and_choices_of_our_guide_alone() {
    let reading = Map::read(SHIPPED);
    assert!(reading.problems.is_empty(), "{:#?}", reading.problems);
    let guide: Value =
        serde_json::from_str(include_str!("../../../www/guides/first-conversation.json"))
            .expect("JSON");
    let own = |prompt: &str, list: &str| -> BTreeSet<String> {
        let stages = guide["stages"].as_array().expect("stages").iter();
        let prompts = stages.flat_map(|stage| stage["prompts"].as_array().expect("prompts"));
        let found = prompts
            .into_iter()
            .find(|one| one["id"] == prompt)
            .expect("a prompt");
        let list = found["answer"][list].as_array().expect("a list").iter();
        list.map(|one| one["id"].as_str().expect("an id").to_owned())
            .collect()
    };
    let map: Value = serde_json::from_str(SHIPPED).expect("JSON");
    for (field, prompt, list) in [
        ("areas", "fc-areas", "cards"),
        ("interests", "fc-ideas", "choices"),
        ("kinds", "fc-notnow", "choices"),
        ("eases", "fc-easier", "choices"),
    ] {
        let own = own(prompt, list);
        let mut used = BTreeSet::new();
        for line in map["terms"].as_array().expect("lines") {
            for id in line[field].as_array().into_iter().flatten() {
                let id = id.as_str().expect("an id").to_owned();
                assert!(own.contains(&id), "{prompt} has no {id}");
                used.insert(id);
            }
        }
        // What is in the person's own words, or has nothing to do with what is on offer, no term can say.
        let open = [
            "something-else",
            "used-before",
            "going-alone",
            "going-out",
            "know-what",
            "nothing",
        ];
        let missing: Vec<_> = own
            .difference(&used)
            .filter(|id| !open.contains(&id.as_str()))
            .collect();
        assert!(missing.is_empty(), "no term leads to {missing:?}");
    }
}

#[test]
fn how_people_take_part_is_said_by_a_term_too() {
    let map = Map::read(SHIPPED).map;
    let ways = |name: &str| map.marks(&filed(&json!({ "name": name }))).ways;
    for (term, way) in [
        ("Home visits", Ways::AT_HOME),
        ("By phone", Ways::PHONE),
        ("Telephone befriending", Ways::PHONE),
        ("By video call", Ways::ONLINE),
        ("Online", Ways::ONLINE),
        ("In person", Ways::IN_PERSON),
        ("Help around the house", Ways::default()),
        ("Computers and getting online", Ways::default()),
    ] {
        assert_eq!(ways(term), way, "{term}");
    }
}

/// What is called one of these is a group.
const CALLED_GROUPS: [&str; 12] = [
    "cafe", "cafes", "café", "cafés", "choir", "choirs", "class", "classes", "club", "clubs",
    "group", "groups",
];

#[test]
fn whoever_wants_no_groups_now_is_offered_nothing_that_is_called_one() {
    let map: Value = serde_json::from_str(SHIPPED).expect("JSON");
    let mut called = Vec::new();
    for line in map["terms"].as_array().expect("lines") {
        let kinds = line["kinds"].as_array();
        let has = |id: &str| kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == id));
        assert!(
            !has("groups") || has("new-people"),
            "whoever comes to a group meets people: {line}"
        );
        for term in line["term"].as_array().expect("terms") {
            let term = term.as_str().expect("words").to_lowercase();
            let is_group = term.contains("coffee morning")
                || term
                    .split(|sign: char| !sign.is_alphanumeric())
                    .any(|word| CALLED_GROUPS.contains(&word));
            if is_group {
                assert!(has("groups"), "“{term}” is a group");
                called.push(term);
            }
        }
    }
    for term in [
        "reading groups",
        "lunch club",
        "classes",
        "choir",
        "community café",
    ] {
        assert!(called.iter().any(|called| called == term), "{term}");
    }
    let map = Map::read(SHIPPED).map;
    for term in [
        "Dance",
        "Health walks",
        "Knit and natter",
        "Men in sheds",
        "Singing",
        "Walking football",
        "Yoga",
    ] {
        let kinds = map.marks(&filed(&json!({ "name": term }))).kinds;
        assert_eq!(ids(&kinds), ["groups", "new-people"], "{term}");
    }
}

#[test]
fn common_terms_stand_in_the_map_we_ship() {
    let map = Map::read(SHIPPED).map;
    for (term, area) in [
        (json!({ "name": "Lunch Clubs" }), "people"),
        (json!({ "name": "Food Pantry" }), "essentials"),
        (json!({ "id": "esdServiceType:298" }), "caring"),
        (
            json!({ "code": "298", "taxonomy": "esdServiceTypes" }),
            "caring",
        ),
        (json!({ "name": "Debt advice" }), "money"),
        (json!({ "name": "Bereavement" }), "loss"),
        (json!({ "name": "Advocacy & Legal Aid" }), "rights"),
    ] {
        assert_eq!(ids(&map.marks(&filed(&term)).areas), [area], "{term}");
    }
}

#[test]
fn every_choice_of_what_is_not_wanted_now_rules_something_out_or_asks_for_words() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).expect(path);
    let guide: Value =
        serde_json::from_str(&read("www/guides/first-conversation.json")).expect("JSON");
    let stages = guide["stages"].as_array().expect("stages");
    let prompts = stages
        .iter()
        .flat_map(|stage| stage["prompts"].as_array().expect("prompts"));
    let mut prompts = prompts.filter(|prompt| prompt["id"] == "fc-notnow");
    let choices = &prompts.next().expect("fc-notnow")["answer"]["choices"];
    let known = [SHIPPED.to_owned(), read("src/directory/offer.rs")].concat();
    let choices = choices.as_array().expect("choices").iter();
    let unknown: Vec<_> = choices
        .filter(|choice| choice.get("detail").is_none())
        .map(|choice| choice["id"].as_str().expect("an id"))
        .filter(|id| !known.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unknown.is_empty(), "nothing is ruled out by {unknown:?}");
}
