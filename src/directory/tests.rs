//! A small list, packed, looked through and offered from. Each case has its reason in one sentence.

use super::*;
use crate::ideas::{Because, Chosen};

struct Made {
    service: Service,
    marks: Marks,
}

fn made(name: &str, tags: &[&str]) -> Made {
    let service = Service {
        id: name.into(),
        name: name.into(),
        ..Service::default()
    };
    let mut marks = Marks::default();
    for tag in tags {
        let (kind, id) = tag.split_once(' ').unwrap();
        let list = match kind {
            "area" => &mut marks.areas,
            "interest" => &mut marks.interests,
            "easier" => &mut marks.eases,
            _ => &mut marks.kinds,
        };
        list.push(id.into());
    }
    Made { service, marks }
}

impl Made {
    fn on(mut self, day: u8) -> Self {
        let mut days = Days::default();
        days.add(day);
        self.service.times.push(Time {
            days,
            ..Time::default()
        });
        self
    }

    fn costs(mut self, pence: u32) -> Self {
        self.service.costs.push(Cost {
            what: None,
            amount: Some(pence),
            text: None,
            until: None,
        });
        self
    }

    fn by(mut self, ways: Ways) -> Self {
        self.service.ways.add(ways);
        self
    }

    fn at(mut self, outward: &str, at: Option<(i32, i32)>) -> Self {
        self.service.places.push(Place {
            outward: Some(outward.into()),
            at,
            ..Place::default()
        });
        self
    }
}

fn packed(all: Vec<Made>) -> Vec<u8> {
    let mut packing = Packing::default();
    for Made { service, marks } in all {
        packing.put(service, &marks);
    }
    packing.done()
}

fn town() -> Directory {
    Directory::open(bytes()).unwrap()
}

fn bytes() -> Vec<u8> {
    packed(vec![
        made(
            "Garden mornings",
            &["area joy", "interest outdoors", "kind groups"],
        )
        .on(0)
        .costs(0)
        .at("ZZ1", Some((54_700_000, 900_000))),
        made(
            "Walks for two",
            &["area joy", "interest outdoors", "easier go-with-me"],
        )
        .on(2)
        .costs(250)
        .at("ZZ2", Some((54_800_000, 900_000))),
        made("Debt line", &["area money", "interest money"])
            .costs(0)
            .by(Ways::PHONE),
        made("Online choir", &["area joy", "interest making"]).by(Ways::ONLINE),
        made("Money morning", &["area money", "interest money"])
            .on(0)
            .by(Ways::IN_PERSON)
            .by(Ways::PHONE)
            .at("ZZ2", None),
        made("Bus pass help", &["area around"]),
    ])
}

fn found(sought: &Sought<'_>) -> Vec<String> {
    let town = town();
    let found = town.find(sought, 10);
    assert_eq!(found.count, found.first.len());
    let name = |number: usize| town.service(number).unwrap().name.to_string();
    found.first.into_iter().map(name).collect()
}

#[test]
fn each_service_comes_out_as_it_went_in_without_what_it_is_filed_under() {
    let town = town();
    assert_eq!(town.len(), 6);
    let walks = town.service(1).unwrap();
    assert_eq!(
        (&*walks.id, walks.costs[0].amount),
        ("Walks for two", Some(250))
    );
    assert_eq!(town.service(6), None);
}

#[test]
fn bytes_cut_short_anywhere_are_no_list_or_one_with_less_and_break_nothing() {
    let whole = bytes();
    for end in 0..whole.len() {
        let Ok(cut) = Directory::open(whole[..end].to_vec()) else {
            continue;
        };
        cut.find(
            &Sought {
                typed: "money",
                ..Sought::default()
            },
            3,
        );
        cut.offer(&Chosen {
            areas: vec!["joy".into()],
            most: 3,
            ..Chosen::default()
        });
        for number in 0..cut.len() {
            cut.service(number);
        }
    }
    assert_eq!(
        Directory::open(b"something else, and long".to_vec()).unwrap_err(),
        Unreadable::Other
    );
    assert_eq!(
        Directory::open(b"what-matters services 2\n".to_vec()).unwrap_err(),
        Unreadable::Newer
    );
    assert_eq!(
        Directory::open(whole[..60].to_vec()).unwrap_err(),
        Unreadable::Damaged
    );
}

#[test]
fn what_is_sought_holds_for_all_that_is_found() {
    let all = |sought| {
        let mut names = found(&sought);
        names.sort();
        names
    };
    assert_eq!(all(Sought::default()).len(), 6, "nothing is asked for");
    assert_eq!(
        all(Sought {
            area: Some("money"),
            ..Sought::default()
        }),
        ["Debt line", "Money morning"]
    );
    assert_eq!(
        all(Sought {
            area: Some("home"),
            ..Sought::default()
        }),
        Vec::<String>::new()
    );
    assert_eq!(
        all(Sought {
            day: Some(0),
            ..Sought::default()
        }),
        ["Garden mornings", "Money morning"]
    );
    assert_eq!(
        all(Sought {
            is_free: true,
            ..Sought::default()
        }),
        ["Debt line", "Garden mornings"]
    );
    assert_eq!(
        all(Sought {
            ways: Ways::ONLINE,
            ..Sought::default()
        }),
        ["Online choir"]
    );
    assert_eq!(
        all(Sought {
            typed: "mornings",
            day: Some(0),
            ..Sought::default()
        }),
        ["Garden mornings", "Money morning"]
    );
}

#[test]
fn the_nearest_come_first_by_the_middle_of_an_outward_code_and_what_has_no_place_last() {
    let near = |code| {
        found(&Sought {
            near: Some(code),
            ..Sought::default()
        })
    };
    let from_one = near("zz1");
    for typed in ["ZZ1 1AB", "zz11ab", "ZZ1 1", " zz1 1a"] {
        assert_eq!(
            near(typed),
            from_one,
            "{typed}: the second half is left out"
        );
    }
    assert_eq!(from_one[0], "Garden mornings");
    let mut then: Vec<_> = from_one[1..3].to_vec();
    then.sort();
    assert_eq!(
        then,
        ["Money morning", "Walks for two"],
        "a place that is only an outward code stands in its middle"
    );
    assert_eq!(near("ZZ 2")[2], "Garden mornings");
    let town = town();
    assert!(
        town.find(
            &Sought {
                near: Some("ZZ2"),
                ..Sought::default()
            },
            1
        )
        .is_near_known
    );
    assert!(
        !town
            .find(
                &Sought {
                    near: Some("LS6"),
                    ..Sought::default()
                },
                1
            )
            .is_near_known
    );
}

#[test]
fn an_outward_code_is_known_where_no_place_says_where_it_is_and_what_is_there_comes_first() {
    let list = Directory::open(packed(vec![
        made("Far walk", &[]).at("ZZ5", Some((54_900_000, 900_000))),
        made("Near choir", &[]).at("ZZ1", Some((54_700_000, 900_000))),
        made("Letters", &[]),
        made("Lunch in the hall", &[]).at("ZZ3", None),
        made("Tea in the hall", &[]).at("ZZ3", None),
        made("Garden by the hall", &[]).at("ZZ4", Some((54_710_000, 900_000))),
        made("Swim at the edge", &[]).at("ZZ1", Some((54_780_000, 900_000))),
    ]))
    .unwrap();
    let near = |code, seed| {
        let sought = Sought {
            near: Some(code),
            seed,
            ..Sought::default()
        };
        let found = list.find(&sought, 10);
        let name = |number: usize| list.service(number).unwrap().name.to_string();
        let names: Vec<String> = found.first.into_iter().map(name).collect();
        (found.is_near_known, names)
    };
    for seed in 0..10 {
        let (is_known, mut names) = near("zz3 2ab", seed);
        names[..2].sort();
        assert!(is_known);
        assert_eq!(names[..2], ["Lunch in the hall", "Tea in the hall"]);
        assert_eq!(names.len(), 7);
        let (is_known, mut names) = near("ZZ1", seed);
        names[..2].sort();
        names[4..].sort();
        assert!(is_known);
        assert_eq!(
            names,
            [
                "Near choir",
                "Swim at the edge",
                "Garden by the hall",
                "Far walk",
                "Letters",
                "Lunch in the hall",
                "Tea in the hall"
            ],
            "what is there, then what is near, then what nobody knows the place of"
        );
        assert!(!near("ZZ2", seed).0);
    }
}

#[test]
fn a_list_is_packed_again_with_what_is_known_of_its_outward_codes() {
    let mut again = Packing::default();
    let list = Directory::open(packed(vec![
        made("Lunch", &[]).at("ZZ3", None),
        made("Tea", &[]).at("ZZ1", Some((54_700_000, 900_000))),
    ]))
    .unwrap();
    again.begin("list");
    for number in 0..list.len() {
        again.add_packed(&list, &list.tags(), number);
    }
    let again = Directory::open(again.done()).unwrap();
    let codes = [
        ("ZZ1".into(), Some((54_700_000, 900_000))),
        ("ZZ3".into(), None),
    ];
    assert_eq!(
        (list.outwards(), again.outwards()),
        (codes.to_vec(), codes.to_vec())
    );
}

#[test]
fn only_as_many_as_are_asked_for_are_put_in_order_and_all_are_counted() {
    let found = town().find(&Sought::default(), 2);
    assert_eq!((found.count, found.first.len()), (6, 2));
}

fn chosen(areas: &[&str], interests: &[&str], easier: &[&str], not_now: &[&str]) -> Chosen {
    let ids = |all: &[&str]| all.iter().map(|id| (*id).into()).collect();
    Chosen {
        areas: ids(areas),
        interests: ids(interests),
        easier: ids(easier),
        not_now: ids(not_now),
        most: 3,
        ..Chosen::default()
    }
}

/// The names offered, in their order, for a seed.
fn offered(chosen: &Chosen, seed: u32) -> Vec<String> {
    let town = town();
    let name = |offer: Offer| town.service(offer.service).unwrap().name.to_string();
    let chosen = Chosen {
        seed,
        ..chosen.clone()
    };
    town.offer(&chosen).into_iter().map(name).collect()
}

#[test]
fn ideas_follow_what_was_chosen() {
    let sorted = |chosen: Chosen| {
        let mut names = offered(&chosen, 1);
        names.sort();
        names
    };
    for (why, chosen, names) in [
        (
            "Nothing was chosen, so nothing is offered.",
            chosen(&[], &[], &[], &[]),
            &[][..],
        ),
        (
            "A part of life brings what is filed under it.",
            chosen(&["money"], &[], &[], &[]),
            &["Debt line", "Money morning"],
        ),
        (
            "An interest brings what is filed under it.",
            chosen(&[], &["making"], &[], &[]),
            &["Online choir"],
        ),
        (
            "That it is free is no reason to look at something nobody asked for.",
            chosen(&[], &[], &["cost"], &[]),
            &[],
        ),
        (
            "Someone who wants no groups is offered none.",
            chosen(&[], &["outdoors"], &[], &["groups"]),
            &["Walks for two"],
        ),
        (
            "Someone who wants no phone calls can still go there in person.",
            chosen(&["money"], &[], &[], &["phone-calls"]),
            &["Money morning"],
        ),
        (
            "Someone who does not want to go out can still phone.",
            chosen(&["money"], &[], &[], &["going-out"]),
            &["Debt line", "Money morning"],
        ),
        (
            "Someone who would not go alone is offered what somebody goes along to, or what needs no going.",
            chosen(&["joy"], &["outdoors"], &[], &["going-alone"]),
            &["Online choir", "Walks for two"],
        ),
        (
            "Someone who would not go alone can phone where that is a way too.",
            chosen(&["money"], &[], &[], &["going-alone"]),
            &["Debt line", "Money morning"],
        ),
        (
            "What says nothing of how to take part is most likely somewhere to go, and nobody goes out who does not want to.",
            chosen(&["around"], &[], &[], &["going-out"]),
            &[],
        ),
        (
            "Nor does anybody go there alone who does not want to.",
            chosen(&["around"], &[], &[], &["going-alone"]),
            &[],
        ),
        (
            "It is for those who want no calls of either kind.",
            chosen(&["around"], &[], &[], &["phone-calls", "video-calls"]),
            &["Bus pass help"],
        ),
        (
            "Where neither way is wanted there is nothing left.",
            chosen(&["money"], &[], &[], &["going-out", "phone-calls"]),
            &[],
        ),
    ] {
        assert_eq!(sorted(chosen), names, "{why}");
    }
}

#[test]
fn what_answers_more_of_what_was_chosen_comes_first_and_says_why() {
    let chosen = chosen(&["joy"], &["outdoors"], &["go-with-me"], &[]);
    for seed in 0..20 {
        assert_eq!(
            offered(&chosen, seed),
            ["Walks for two", "Garden mornings", "Online choir"]
        );
    }
    let [first, ..] = &town().offer(&chosen)[..] else {
        panic!("nothing is offered")
    };
    assert_eq!(
        first.because,
        [
            Because::Area("joy".into()),
            Because::Interest("outdoors".into()),
            Because::Easier("go-with-me".into())
        ]
    );
}

#[test]
fn help_with_the_cost_and_starting_online_are_read_off_the_list_itself() {
    let first = |easier| offered(&chosen(&["money", "joy"], &[], &[easier], &[]), 3)[0].clone();
    assert_eq!(first("start-online"), "Online choir");
    assert!(["Garden mornings", "Debt line"].contains(&first("cost").as_str()));
}

#[test]
fn among_equals_each_conversation_has_an_order_of_its_own() {
    let chosen = chosen(&["money"], &[], &[], &[]);
    let orders: Vec<_> = (0..20).map(|seed| offered(&chosen, seed)).collect();
    assert!(orders.iter().any(|order| order != &orders[0]));
    assert_eq!(offered(&chosen, 7), offered(&chosen, 7));
}

#[test]
fn what_was_said_no_to_is_not_offered_again() {
    let mut chosen = chosen(&["money"], &[], &[], &[]);
    chosen.seen.push("Debt line".into());
    assert_eq!(offered(&chosen, 1), ["Money morning"]);
}
