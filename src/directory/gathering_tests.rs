//! Lists put together a piece at a time: the same as all at once, whatever was packed before, and what is told of each.

use super::*;

const MAP: &str = r#"{"format":1,"terms":[{"term":"Walks","areas":["moving"],"interests":["outdoors"],"eases":["go-with-me"],"kinds":["groups"]}]}"#;

fn map() -> Map {
    Map::read(MAP).map
}

/// A feed of services by their ids and names, each filed under walks.
fn feed(services: &[(&str, &str)]) -> String {
    let one = |(id, name): &(&str, &str)| {
        format!(
            r#"{{"id":"{id}","name":"{name}","status":"active","attributes":[{{"taxonomy_term":{{"name":"Walks"}}}}],"service_at_locations":[{{"location":{{"latitude":53.8,"longitude":-1.55,"addresses":[{{"postal_code":"LS6 2AB"}}]}}}}]}}"#
        )
    };
    let all: Vec<_> = services.iter().map(one).collect();
    format!("[{}]", all.join(","))
}

fn many(count: usize) -> String {
    let ids: Vec<_> = (0..count)
        .map(|at| (format!("s{at}"), format!("Walk number {at}")))
        .collect();
    let services: Vec<_> = ids
        .iter()
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect();
    feed(&services)
}

fn packed(feeds: &[&str]) -> Vec<u8> {
    let mut packing = Packing::default();
    for text in feeds {
        packing.add("", &Reading::of(text), &map());
    }
    packing.done()
}

fn gathered(lists: &[Vec<u8>]) -> Option<Directory> {
    let mut gathering = Gathering::new(map());
    for bytes in lists {
        gathering.add(bytes.clone());
    }
    gathering.done().map(|(directory, _)| directory)
}

fn told(bytes: &[u8]) -> Option<Trouble> {
    let mut gathering = Gathering::new(map());
    gathering.add(bytes.to_vec());
    gathering.trouble()
}

#[test]
fn a_feed_that_is_read_a_piece_at_a_time_is_packed_to_the_very_bytes() {
    let feeds = [many(250), feed(&[("s3", "Another"), ("own", "Our own")])];
    let texts: Vec<&str> = feeds.iter().map(String::as_str).collect();
    let lists: Vec<_> = feeds.iter().map(|text| text.clone().into_bytes()).collect();
    let directory = gathered(&lists).unwrap();
    assert_eq!(directory.len(), 251);
    assert!(directory.into_bytes() == packed(&texts));
}

#[test]
fn work_comes_in_pieces() {
    let mut gathering = Gathering::new(map());
    gathering.add(many(1_000).into_bytes());
    let mut pieces = 0;
    while gathering.go_on() {
        pieces += 1;
    }
    assert!(pieces >= 20, "{pieces}");
}

#[test]
fn a_packed_list_alone_is_taken_as_it_is() {
    let bytes = packed(&[&many(3)]);
    let mut gathering = Gathering::new(Map::default());
    gathering.add(bytes.clone());
    assert!(!gathering.go_on(), "there is nothing to do");
    assert_eq!(gathering.trouble(), None);
    let (directory, was_packed_here) = gathering.done().unwrap();
    assert!(!was_packed_here);
    assert!(directory.into_bytes() == bytes);
}

#[test]
fn packed_lists_and_feeds_go_together_in_their_order_as_if_none_had_been_packed() {
    let own = feed(&[("own", "Our own walk"), ("s7", "Seven, as we know it")]);
    let (council, other) = (many(2_500), feed(&[("last", "The last walk")]));
    let whole = packed(&[&own, &council, &other]);
    for (case, lists) in [
        (
            "a feed, a packed list, a feed",
            [
                own.clone().into_bytes(),
                packed(&[&council]),
                other.clone().into_bytes(),
            ],
        ),
        (
            "packed lists alone",
            [packed(&[&own]), packed(&[&council]), packed(&[&other])],
        ),
        (
            "a packed list before feeds",
            [
                packed(&[&own]),
                council.clone().into_bytes(),
                other.clone().into_bytes(),
            ],
        ),
    ] {
        assert!(gathered(&lists).unwrap().into_bytes() == whole, "{case}");
    }
}

#[test]
fn what_cannot_be_read_leaves_what_can() {
    let lists = [
        packed(&[&many(2)]),
        b"<html>Sign in</html>".to_vec(),
        vec![0xff, 0xfe],
        b"[]".to_vec(),
        b"what-matters services 1\nand then nothing".to_vec(),
        feed(&[("own", "Our own")]).into_bytes(),
    ];
    assert_eq!(gathered(&lists).unwrap().len(), 3);
    assert_eq!(gathered(&lists[1..5]), None);
    assert_eq!(gathered(&[]), None);
}

#[test]
fn the_host_is_told_what_is_wrong_with_a_list_where_and_what_to_do() {
    for (bytes, code, said) in [
        (
            &b"<html>"[..],
            "services-wrong",
            "cannot be used\n  line 1, column 1: The file is not JSON",
        ),
        (
            b"{}",
            "services-wrong",
            "cannot be used\n  line 1, column 1: There is no list of services here. Name a list",
        ),
        (
            b"[]",
            "services-wrong",
            "has no service that can be offered; closed: 0; not to be used: 0\n  line 1, column 1: There is no service",
        ),
        (
            br#"[{"id":"a","name":"A","status":"defunct"}]"#,
            "services-wrong",
            "has no service that can be offered; closed: 1; not to be used: 0",
        ),
        (
            &[0xff],
            "services-wrong",
            "is no text in UTF-8, nor was it packed",
        ),
        (
            b"what-matters services 2\n",
            "services-wrong",
            "was packed for a newer version",
        ),
        (
            b"what-matters services 1\n...",
            "services-wrong",
            "was packed, and its end is missing",
        ),
        (&packed(&[]), "services-wrong", "has no service"),
        (
            br#"[{"id":"a","name":"A","status":"active"},{"name":"B"}]"#,
            "services-warnings",
            "has services that cannot be used and are left out: 1; `what-matters services check` says all that is wrong\n  line 1, column 42: “B” has no `id`. Add it.",
        ),
    ] {
        let trouble = told(bytes).unwrap_or_else(|| panic!("nothing is told: {said}"));
        assert_eq!(trouble.code, code, "{said}");
        assert!(trouble.message.starts_with(said), "{}", trouble.message);
        assert!(!trouble.message.ends_with('.'), "{}", trouble.message);
    }
}

#[test]
fn of_a_list_or_a_map_that_is_not_even_read_the_host_is_told_why_and_the_others_are_there() {
    assert_eq!(Refused::of(0), None);
    assert_eq!(Refused::of(4), None);
    for (number, code, said) in [
        (
            1,
            "services-missing",
            "could not be fetched; is its address right",
        ),
        (
            2,
            "services-large",
            "has more than 8 MB and is not read; pack it with `what-matters services pack`",
        ),
        (3, "services-wrong", "is packed and cannot be unpacked"),
    ] {
        let refused = Refused::of(number).unwrap();
        let mut gathering = Gathering::new(map());
        gathering.add(many(2).into_bytes());
        gathering.refuse(refused);
        let trouble = gathering.trouble().unwrap();
        assert_eq!(trouble.code, code);
        assert!(trouble.message.starts_with(said), "{}", trouble.message);
        assert_eq!(gathering.trouble(), None, "it is told once");
        assert_eq!(
            gathering.done().map(|(directory, _)| directory.len()),
            Some(2)
        );
        let of_map = refused.of_map();
        assert_eq!(of_map.code, "services-map");
        assert!(
            !of_map.message.contains("services pack"),
            "no map is packed: {}",
            of_map.message
        );
    }
}

#[test]
fn of_what_is_only_left_out_of_a_service_nothing_is_told() {
    assert_eq!(
        told(br#"[{"id":"a","name":"A","status":"active","email":"nobody"}]"#),
        None
    );
}

#[test]
fn the_first_few_problems_are_told_and_what_leaves_a_service_out_before_the_rest() {
    let text = r#"[{"id":"a","name":"A","status":"active","email":"x","minimum_age":300},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"}]"#;
    let trouble = told(text.as_bytes()).unwrap();
    assert_eq!(
        trouble.message.matches("\n  line ").count(),
        3,
        "{}",
        trouble.message
    );
    assert!(!trouble.message.contains("email"), "{}", trouble.message);
}

#[test]
fn of_a_map_with_mistakes_the_host_is_told_and_of_a_good_one_nothing() {
    assert_eq!(trouble_with_map(&Map::read(MAP).problems), None);
    let trouble = trouble_with_map(&Map::read("{}").problems).unwrap();
    assert_eq!(trouble.code, "services-map");
    assert!(
        trouble
            .message
            .starts_with("has mistakes\n  line 1, column 1: This is no map of format 1. Write"),
        "{}",
        trouble.message
    );
}

#[test]
fn what_was_put_together_is_found_by_all_its_words_and_offered_by_its_tags() {
    let directory = gathered(&[
        packed(&[&many(2)]),
        feed(&[("own", "Our own")]).into_bytes(),
    ])
    .unwrap();
    let found = |typed: &str| {
        let sought = Sought {
            typed,
            ..Sought::default()
        };
        directory.find(&sought, 10).count
    };
    assert_eq!(
        found("walks"),
        3,
        "what they are filed under is a word of theirs"
    );
    assert_eq!(found("number"), 2);
    let chosen = crate::ideas::Chosen {
        interests: vec!["outdoors".into()],
        most: 9,
        ..Default::default()
    };
    assert_eq!(directory.offer(&chosen).len(), 3);
}

#[test]
fn a_packed_list_that_is_damaged_anywhere_is_put_together_with_others_and_breaks_nothing() {
    let bytes = packed(&[&many(3)]);
    let own = feed(&[("own", "Our own")]).into_bytes();
    for at in 24..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        if let Some(directory) = gathered(&[own.clone(), damaged]) {
            assert!(
                directory
                    .service(0)
                    .is_some_and(|service| &*service.id == "own"),
                "byte {at}"
            );
            let sought = Sought {
                typed: "walk",
                ..Sought::default()
            };
            directory.find(&sought, 10);
        }
    }
}
