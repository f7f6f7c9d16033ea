//! What is on offer nearby: lists of 1,000 to 100,000 services, made of those of the demo, for our directory and for minisearch.

use std::hint::black_box;
use std::process::Command;

use serde_json::{Value, json};
use what_matters::author;
use what_matters::directory::{Directory, Map, Packing, Reading};
use what_matters::ideas::{Asked, Chosen};
use what_matters::words::{Catalogue, Day};

use super::time;
use crate::pack::write;
use crate::{Outcome, root, tools};

/// The sizes tried, in services.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// A list a small practice has.
const FEW: usize = 128;
/// So many postcode areas the United Kingdom has.
const AREAS: usize = 124;
const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 1,
};

/// Writes the lists, and runs the comparison in a browser. The site has to be built.
pub(super) fn run() -> Outcome {
    for size in SIZES.into_iter().chain([FEW]) {
        let text = many(size)?.to_string();
        let pack = |only: &[&str]| {
            let (packed, _) =
                author::services::pack(&[("a list", text.as_bytes())], None, only, TODAY);
            packed.ok_or("nothing in the list can be offered")
        };
        let packed = pack(&[])?;
        if SIZES.last() == Some(&size) {
            let (code, name) = area(1);
            let kilobytes = pack(&[&code, &name])?.bytes.len().div_ceil(1_000);
            println!(
                "one of {AREAS} areas, packed from {size} services: {kilobytes} KB (300 are meant)"
            );
        }
        let path = |kind: &str| root().join(format!("target/bench/services-{size}.{kind}"));
        write(&path("json"), text.as_bytes())?;
        write(&path("bin"), &packed.bytes)?;
    }
    tools::run(
        Command::new("node").arg("tests/browser/bench-directory.mjs"),
        "what is on offer nearby, in a browser",
    )
}

/// Reads a small list and offers from it, on the host.
pub(super) fn native() -> Outcome {
    let text = many(FEW)?.to_string();
    let map = std::fs::read_to_string(root().join("www/services/map.json"))
        .map_err(|error| format!("map.json: {error}"))?;
    let words = Catalogue::english();
    let asked = Asked::Ideas(Chosen {
        areas: vec!["people".into()],
        interests: vec!["outdoors".into()],
        seed: 1,
        most: 3,
        ..Chosen::default()
    });
    let mut times: Vec<_> = (0..20)
        .map(|_| {
            time(|| {
                let mut packing = Packing::default();
                packing.add("a list", &Reading::of(&text), &Map::read(&map).map);
                if let Ok(directory) = Directory::open(packing.done()) {
                    black_box(directory.told(&asked, Some(TODAY), &words));
                }
            })
        })
        .collect();
    let median = super::at(&mut times, 50);
    println!(
        "{FEW} services read and matched in {median} µs, without a browser (16,000 are meant)"
    );
    Ok(())
}

/// So many services: those of the demo again and again, each time in another area, and each with words of its own,
/// so that there are as many words and places as in a list of that size.
fn many(size: usize) -> Outcome<Value> {
    let text = std::fs::read_to_string(root().join("www/services/millbrook.json"))
        .map_err(|error| format!("millbrook.json: {error}"))?;
    let town: Value =
        serde_json::from_str(&text).map_err(|error| format!("millbrook.json: {error}"))?;
    let town = town.get("contents").unwrap_or(&town);
    let town = town.as_array().ok_or("the demo has no list")?;
    let mut services = Vec::with_capacity(size);
    for (number, of) in town.iter().cycle().take(size).enumerate() {
        let text = |name: &str| of.get(name).and_then(Value::as_str).unwrap_or_default();
        let own = [
            ("id", number.to_string()),
            ("status", "active".to_owned()),
            ("name", format!("{} {}", text("name"), word(number))),
            (
                "description",
                format!(
                    "{} {} {}",
                    text("description"),
                    word(number / 3 + 1),
                    word(number * 7 + 2)
                ),
            ),
        ];
        let round = number / town.len();
        let (code, name) = area(round % AREAS);
        let moved = of.to_string().replace("\"ZZ", &["\"", &code].concat());
        let mut service: Value =
            serde_json::from_str(&moved).map_err(|error| format!("a service: {error}"))?;
        // Lines for everyone stand in the list once, and not once for each area.
        let is_everywhere = of.get("service_at_locations").is_none() && round == 0;
        if let Some(fields) = service.as_object_mut().filter(|_| !is_everywhere) {
            fields.insert("service_areas".to_owned(), json!([{ "name": name }]));
        }
        if let Some(fields) = service.as_object_mut() {
            fields.extend(own.map(|(name, value)| (name.to_owned(), json!(value))));
        }
        services.push(service);
    }
    Ok(Value::Array(services))
}

/// A postcode area that is none, and the name of its people's.
fn area(number: usize) -> (String, String) {
    let letters = ('A'..='Z').flat_map(|one| ('A'..='Z').map(move |two| [one, two]));
    let code = letters.skip(number).take(1).flatten().collect();
    (code, format!("The {} district", word(number)))
}

/// One of some 20,000 words that can be said.
fn word(number: usize) -> String {
    const PARTS: [&str; 27] = [
        "ba", "de", "fi", "go", "hu", "ja", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu",
        "wa", "ze", "bri", "clo", "dra", "fle", "gri", "pla", "sto", "tre", "cha", "sho",
    ];
    let mut left = number.wrapping_mul(7_919) % 19_683;
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(PARTS.get(left % PARTS.len()).unwrap_or(&""));
        left /= PARTS.len();
    }
    word
}
