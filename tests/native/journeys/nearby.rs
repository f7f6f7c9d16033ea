//! Steps about what is on offer nearby. The directory answers natively, through the same texts that go between the two programs.

use std::fmt::Write as _;
use std::rc::Rc;

use what_matters::app::screen::{IdeasScreen, NearScreen, OptionRow, OptionScreen};
use what_matters::app::{Effect, Event, Feed, Ideas, Seek, Source};
use what_matters::directory::{Directory, Map, Packing, Reading};
use what_matters::ideas::{Asked, Told};
use what_matters::session::{Who, Wish};
use what_matters::words::{Catalogue, Day, Said};

use super::Walk;

/// The map we ship.
const MAP: &str = include_str!("../../../www/services/map.json");

/// The list that was opened, and the day and words it was opened with.
pub(super) struct Opened {
    directory: Directory,
    today: Option<Day>,
    words: Catalogue,
}

impl Walk {
    /// A step about what is nearby.
    pub(super) fn nearby(&mut self, parts: &[&str], said: &Said) -> Option<Event> {
        let name = || said.words();
        let seek = |seek| Ideas::Seek(seek);
        Some(Event::ideas(match *parts {
            ["show", "ideas"] => Ideas::Show,
            ["other", "ideas"] => Ideas::Others,
            ["tell", "me", "more"] => Ideas::Say(self.named(name()), Wish::More),
            ["maybe", "later"] => Ideas::Say(self.named(name()), Wish::Later),
            ["not", "for", "me"] => Ideas::Say(self.named(name()), Wish::NotForMe),
            ["unsay"] => Ideas::Unsay(self.named(name())),
            ["nothing", "fits"] => Ideas::NoneFit(true),
            ["phone", "ahead"] => Ideas::Plan(self.named(name()), Who::Worker),
            ["go", "together"] => Ideas::Plan(self.named(name()), Who::Both),
            ["look", "through"] => Ideas::LookThrough,
            ["search"] => seek(Seek::Typed(said.clone())),
            ["near"] => seek(Seek::Near(said.clone())),
            ["area", area] => seek(Seek::Area(Some(area.into()))),
            ["free"] => seek(Seek::Free(true)),
            ["leaflet"] => Ideas::Leaflet,
            _ => return None,
        }))
    }

    /// The id of a service by its name.
    fn named(&self, name: &str) -> Rc<str> {
        let opened = self.opened.as_ref().expect("a list");
        let services = (0..opened.directory.len()).filter_map(|at| opened.directory.service(at));
        let mut services = services.filter(|service| &*service.name == name);
        services.next().expect("a service of that name").id
    }

    /// What the directory answers.
    pub(super) fn answer_nearby(&mut self, effect: &Effect) {
        match effect {
            Effect::OpenIdeas(source) => self.open(source),
            Effect::AskIdeas(number, asked) => {
                let opened = self.opened.as_ref().expect("a list is open");
                let asked = Asked::read(&asked.to_text()).expect("what is asked");
                let told = opened.directory.told(&asked, opened.today, &opened.words);
                let told = Told::read(&told.to_text()).expect("what is told");
                self.send(Event::ideas(Ideas::Told(*number, Rc::new(told))));
            }
            _ => {}
        }
    }

    fn open(&mut self, source: &Source) {
        let map = Map::read(MAP).map;
        let mut packing = Packing::default();
        for feed in &source.feeds {
            let text = match feed {
                Feed::Given(text) => text.to_string(),
                Feed::At(address) => {
                    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
                    let path = root.join("www/services").join(address);
                    std::fs::read_to_string(path).expect("a list we ship")
                }
            };
            packing.add("a list", &Reading::of(&text), &map);
        }
        let directory = Directory::open(packing.done()).expect("what was packed");
        let count = u32::try_from(directory.len()).expect("not so many");
        self.opened = Some(Opened {
            directory,
            today: source.today,
            words: Catalogue::read(&source.words).unwrap_or_else(|_| Catalogue::english()),
        });
        self.send(Event::ideas(Ideas::Opened { count, chance: 7 }));
    }
}

/// Ideas, as a transcript shows them.
pub(super) fn read_ideas(shown: &IdeasScreen) -> String {
    let mut out = String::from("ideas:");
    let mut put = |line: &str| {
        let _ = write!(out, "\n    {line}");
    };
    shown.lines.iter().for_each(|line| put(&line.text));
    if let Some((label, words)) = &shown.not_now {
        put(&label.text);
        for words in words {
            put(&format!("“{}”", words.words()));
        }
    }
    shown
        .options
        .iter()
        .for_each(|one| read_option(one, &mut put));
    if let Some(picked) = &shown.picked {
        put(&format!("## {}", picked.title.text));
        for one in &picked.options {
            put(&format!("- {}: {}", one.name.words(), one.said.text));
            one.plan
                .iter()
                .for_each(|way| put(&format!("  + {}", way.label.text)));
        }
    }
    if let Some((label, is_on, _)) = &shown.none_fit {
        put(&format!(
            "({}) {}",
            if *is_on { "x" } else { " " },
            label.text
        ));
    }
    for way in &shown.ways {
        put(&way.label.text);
    }
    out
}

/// What was found, as a transcript shows it: the names say which.
pub(super) fn read_near(shown: &NearScreen, put: &mut dyn FnMut(&str)) {
    put(&format!("# {}", shown.title.text));
    put(&shown.count.text);
    for option in &shown.options {
        let said = option.said.as_ref().map(|said| format!(" – {}", said.text));
        put(&format!(
            "- {}{}",
            option.name.text,
            said.unwrap_or_default()
        ));
    }
    shown.more.iter().for_each(|way| put(&way.label.text));
}

fn read_option(shown: &OptionScreen, put: &mut dyn FnMut(&str)) {
    put(&format!("# {}", shown.name.text));
    let lines = shown.because.iter().chain(&shown.by).chain(&shown.alert);
    lines
        .chain(&shown.about)
        .for_each(|line| put(&format!("  {}", line.text)));
    let row = |row: &OptionRow| {
        let lines = row.lines.iter().map(|line| &*line.text);
        let reached = row.links.iter().map(|link| &*link.label.text);
        let all: Vec<_> = lines.chain(reached).collect();
        format!("{}: {}", row.label.text, all.join(" | "))
    };
    for one in &shown.rows {
        put(&format!("  {}", row(one)));
    }
    if let Some((title, rest)) = &shown.folded {
        put(&format!("  > {}", title.text));
        for one in rest {
            put(&format!("    {}", row(one)));
        }
    }
    let wishes = shown.wishes.iter().map(|(way, is_on)| {
        let mark = if *is_on { "✓" } else { "" };
        format!("{mark}{}", way.label.text)
    });
    put(&format!("  {}", wishes.collect::<Vec<_>>().join(" · ")));
    shown
        .said
        .iter()
        .for_each(|line| put(&format!("  {}", line.text)));
    for way in &shown.plan {
        put(&format!("  + {}", way.label.text));
    }
}
