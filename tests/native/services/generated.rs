//! Ten thousand feeds that chance made: good services beside bad ones, in any shape, and none of the good ones is lost.

use serde_json::{Map, Value, json};
use what_matters::directory::Reading;

use super::missing::pointers;
use super::{OLDER, STANDARD, UNITED_KINGDOM};

const FEEDS: u64 = 10_000;

/// Chance that is the same on every run (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).expect("a number"))
            .expect("a number")
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        let at = self.below(list.len());
        &list[at]
    }
}

/// Things that have stood in feeds, and things that could.
fn odd(chance: &mut Chance) -> Value {
    let texts = [
        "",
        " ",
        "?",
        "<p>",
        "&lt;",
        "&amp",
        "<script>",
        "javascript:alert(1)",
        "http://x",
        "https://é.org",
        "2026-02-30",
        "2026-02-28T",
        "24:00",
        "24:01",
        "-1MO",
        "6TU",
        "MO,,TU",
        "LS6 2AB",
        "é",
        "\u{202e}",
        "\u{0}",
        "0.0000001",
        "1e400",
        "-",
        "99999999999999999999",
        "active",
        "defunct",
        "Ünïcode ".repeat(40).leak(),
    ];
    match chance.below(8) {
        0 => Value::Null,
        1 => json!(chance.below(2) == 0),
        2 => json!(chance.next()),
        3 => json!(-0.5),
        4 => json!([]),
        5 => json!({}),
        6 => json!([[{ "id": [null] }], 7, "x"]),
        _ => json!(chance.one_of(&texts)),
    }
}

/// All services of the sound feeds.
fn sound() -> Vec<Value> {
    let mut services = Vec::new();
    for text in [STANDARD, UNITED_KINGDOM, OLDER] {
        let feed: Value = serde_json::from_str(text).expect("JSON");
        let lists = [&feed, &feed["contents"], &feed["content"]];
        services.extend(
            lists
                .into_iter()
                .filter_map(Value::as_array)
                .flatten()
                .cloned(),
        );
    }
    services
}

/// A service with a few of its values changed to anything.
fn damaged(service: &Value, chance: &mut Chance) -> Value {
    let mut service = service.clone();
    for _ in 0..=chance.below(6) {
        let mut places = Vec::new();
        pointers(&service, "", &mut places);
        if places.is_empty() {
            break;
        }
        let place = chance.one_of(&places).clone();
        if let Some(value) = service.pointer_mut(&place) {
            *value = odd(chance);
        }
    }
    if chance.below(20) == 0 {
        odd(chance)
    } else {
        service
    }
}

/// The services in one of the shapes a feed has.
fn shaped(services: Vec<Value>, chance: &mut Chance) -> Value {
    match chance.below(4) {
        0 => Value::from(services),
        1 => json!({ "contents": services, "total_items": odd(chance) }),
        2 => json!({ "organizations": odd(chance), "services": services }),
        _ => {
            let (one, other) = services.split_at(chance.below(services.len()));
            json!([{ "contents": one }, { "content": other, "total_pages": odd(chance) }])
        }
    }
}

/// The feed as text, and now and then with its end cut off or a byte of it changed.
fn written(feed: &Value, chance: &mut Chance) -> (String, bool) {
    let text = if chance.below(2) == 0 {
        format!("{feed}")
    } else {
        format!("{feed:#}")
    };
    if chance.below(10) > 0 {
        return (text, true);
    }
    let mut bytes = text.into_bytes();
    let at = chance.below(bytes.len());
    if chance.below(2) == 0 {
        bytes.truncate(at);
    } else if let Some(byte) = bytes.get_mut(at) {
        *byte = *chance.one_of(b"\"{}[],:\\0x\x80 ");
    }
    (String::from_utf8_lossy(&bytes).into_owned(), false)
}

#[test]
fn no_good_service_is_lost_beside_a_bad_one_and_every_problem_has_a_place_in_the_text() {
    let sound = sound();
    let (mut kept, mut told) = (0, 0);
    for seed in 0..FEEDS {
        let chance = &mut Chance(seed);
        let mut good = Vec::new();
        let mut services = Vec::new();
        for number in 0..=chance.below(5) {
            let mut service = chance.one_of(&sound).clone();
            if chance.below(2) == 0 {
                service = damaged(&service, chance);
                // What is damaged takes the place of no other.
                if let Some(fields) = service.as_object_mut() {
                    fields.entry("id").and_modify(|id| {
                        if id.is_string() || id.is_number() {
                            *id = format!("bad-{number}").into();
                        }
                    });
                }
            } else {
                let id = format!("good-{number}");
                service["id"] = id.clone().into();
                if service["status"]
                    .as_str()
                    .is_some_and(|status| status.eq_ignore_ascii_case("active"))
                {
                    good.push(id);
                }
            }
            services.push(service);
        }
        let (text, is_whole) = written(&shaped(services, chance), chance);
        let reading = Reading::of(&text);
        let found: Vec<&str> = reading
            .services
            .iter()
            .map(|service| &*service.id)
            .collect();
        if is_whole {
            for id in &good {
                assert!(
                    found.contains(&id.as_str()),
                    "feed {seed}: {id} is lost\n{text}"
                );
            }
            kept += good.len();
        }
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in &reading.problems {
            let line = usize::try_from(problem.line)
                .expect("a line")
                .checked_sub(1)
                .and_then(|line| lines.get(line));
            let line = line.unwrap_or_else(|| panic!("feed {seed}: {problem:?}"));
            let column = usize::try_from(problem.column).expect("a column");
            assert!(
                (1..=line.chars().count() + 1).contains(&column),
                "feed {seed}: {problem:?}"
            );
            assert!(
                !problem.message.is_empty() && !problem.hint.is_empty(),
                "feed {seed}: {problem:?}"
            );
            told += 1;
        }
        safe(&reading, seed);
    }
    assert!(kept > 10_000 && told > 5_000, "{kept} kept, {told} told");
}

/// What no reading may hold, whatever was written.
fn safe(reading: &Reading, seed: u64) {
    for service in &reading.services {
        assert!(
            !service.id.is_empty() && !service.name.is_empty(),
            "feed {seed}"
        );
        for link in &service.links {
            let fits = ["https://", "tel:", "mailto:"]
                .iter()
                .any(|scheme| link.starts_with(scheme));
            assert!(fits, "feed {seed}: {link}");
        }
        for place in &service.places {
            let is_on_earth =
                |at: (i32, i32)| at.0.abs() <= 90_000_000 && at.1.abs() <= 180_000_000;
            assert!(place.at.is_none_or(is_on_earth), "feed {seed}: {place:?}");
        }
        for time in &service.times {
            let ends_later = time
                .from
                .zip(time.to)
                .is_none_or(|(from, to)| from < to && to <= 1440);
            assert!(ends_later, "feed {seed}: {time:?}");
        }
        let is_in_order = service
            .ages
            .from
            .zip(service.ages.to)
            .is_none_or(|(from, to)| from <= to);
        assert!(is_in_order, "feed {seed}: {:?}", service.ages);
        let shown = [
            Some(&service.name),
            service.about.as_ref(),
            service.alert.as_ref(),
            service.provider.as_ref(),
        ];
        for text in shown.into_iter().flatten() {
            let is_hidden = |sign: char| (sign.is_control() && sign != '\n') || sign == '\u{202e}';
            assert!(!text.contains(is_hidden), "feed {seed}: {text:?}");
        }
    }
}

#[test]
fn a_feed_of_a_hundred_thousand_holes_is_read_to_its_end() {
    let hole = Value::Object(Map::new());
    let reading = Reading::of(&Value::from(vec![hole; 100_000]).to_string());
    assert_eq!((reading.unusable, reading.problems.len()), (100_000, 200));
}
