//! Every screen as a page: what each control is called, and whether the page holds together.

mod frames;

use std::collections::BTreeSet;
use std::rc::Rc;

use futures::executor::block_on;
use what_matters::app::screen::Frame;
use what_matters::widget::{Root, RootProps};
use yew::{Callback, LocalServerRenderer};

/// A start tag of a page, with its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(own, _)| *own == name)
            .map(|(_, value)| *value)
    }
}

/// The page of a frame.
fn page(frame: Option<Frame>) -> String {
    let props = RootProps {
        frame: frame.map(Rc::new),
        send: Callback::noop(),
        number: 7,
        drawing: Callback::noop(),
    };
    block_on(
        LocalServerRenderer::<Root>::with_props(props)
            .hydratable(false)
            .render(),
    )
}

/// The start tags of a page we wrote ourselves: every value is quoted and holds no `>`.
fn tags(page: &str) -> Vec<Tag<'_>> {
    page.split('<').skip(1).filter_map(tag).collect()
}

fn tag(piece: &str) -> Option<Tag<'_>> {
    let inside = piece.split_once('>')?.0;
    let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(quoted) => {
                let (value, after) = quoted.split_once('"')?;
                rest = after;
                value
            }
            None => "",
        };
        attributes.push((name, value));
    }
    (!name.starts_with('/')).then_some(Tag { name, attributes })
}

fn each(check: impl Fn(&str, &[Tag<'_>])) {
    for (name, frame) in frames::all() {
        let page = page(Some(frame));
        check(name, &tags(&page));
    }
}

#[test]
fn every_id_that_is_named_is_there_once_and_carries_the_widgets_number() {
    each(|screen, tags| {
        let mut ids = BTreeSet::new();
        for id in tags.iter().filter_map(|tag| tag.get("id")) {
            assert!(id.starts_with("wm7-"), "{screen}: {id}");
            assert!(ids.insert(id), "{screen}: {id} twice");
        }
        for tag in tags {
            for name in ["for", "aria-labelledby", "aria-describedby"] {
                for id in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{screen}: {name}={id} leads nowhere");
                }
            }
        }
    });
}

#[test]
fn every_box_and_every_group_has_a_name() {
    each(|screen, tags| {
        let labelled: BTreeSet<_> = tags.iter().filter_map(|tag| tag.get("for")).collect();
        for tag in tags {
            let is_group = matches!(tag.get("role"), Some("radiogroup" | "group"))
                || matches!(tag.name, "section" | "nav");
            let is_box = tag.name == "textarea" || tag.get("type") == Some("text");
            if is_box || is_group {
                let is_named = tag.get("aria-labelledby").is_some()
                    || tag.get("aria-label").is_some()
                    || tag.get("id").is_some_and(|id| labelled.contains(id));
                assert!(is_named, "{screen}: a {} without a name", tag.name);
            }
        }
    });
}

#[test]
fn no_radio_or_box_to_tick_stands_outside_its_label() {
    each(|screen, tags| {
        let mut inside = false;
        for tag in tags {
            match tag.name {
                "label" => inside = true,
                "input" if tag.get("type") != Some("text") => {
                    assert!(std::mem::take(&mut inside), "{screen}");
                }
                _ => {}
            }
        }
    });
}

#[test]
fn every_button_says_that_it_is_no_submit_button() {
    each(|screen, tags| {
        let buttons = tags.iter().filter(|tag| tag.name == "button");
        assert!(buttons.clone().count() > 0, "{screen}");
        buttons.for_each(|button| assert_eq!(button.get("type"), Some("button"), "{screen}"));
    });
}

#[test]
fn one_button_a_screen_is_filled() {
    each(|screen, tags| {
        let filled = tags
            .iter()
            .filter(|tag| tag.get("part") == Some("main-action"));
        assert_eq!(filled.count(), 1, "{screen}");
    });
}

#[test]
fn headings_go_down_one_level_at_a_time_from_the_level_the_host_gave() {
    for first in 2..=5 {
        for (screen, frame) in frames::all() {
            let page = page(Some(Frame {
                heading: first,
                ..frame
            }));
            let tags = tags(&page);
            let level = |tag: &Tag<'_>| match tag.name.as_bytes() {
                [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
                _ => None,
            };
            let levels: Vec<u8> = tags.iter().filter_map(level).collect();
            assert_eq!(levels.first(), Some(&first), "{screen}");
            assert!(
                levels
                    .windows(2)
                    .all(|pair| pair[1] <= pair[0] + 1 && pair[1] > first),
                "{screen}: {levels:?}"
            );
        }
    }
}

#[test]
fn the_browser_neither_completes_nor_checks_nor_adds_to_what_a_person_writes() {
    each(|_, tags| {
        for area in tags
            .iter()
            .filter(|tag| tag.name == "textarea" && tag.get("readonly").is_none())
        {
            assert_eq!(area.get("autocomplete"), Some("off"));
            assert_eq!(area.get("spellcheck"), Some("false"));
            assert_eq!(area.get("writingsuggestions"), Some("false"));
            assert_eq!(area.get("dir"), Some("auto"));
        }
    });
}

#[test]
fn no_style_stands_in_the_page_where_a_strict_policy_would_block_it() {
    each(|screen, tags| {
        assert!(
            tags.iter()
                .all(|tag| tag.get("style").is_none() && tag.name != "style"),
            "{screen}"
        );
    });
}

#[test]
fn the_live_region_is_there_before_anything_is_said_in_it() {
    let page = page(Some(frames::welcome()));
    assert!(
        page.contains(r#"role="status" id="wm7-notice"></div>"#),
        "{page}"
    );
}

#[test]
fn edit_is_heard_with_the_heading_it_belongs_to() {
    let page = page(Some(frames::summary()));
    assert!(
        page.contains(r#"Edit<span class="heard"> What matters to me</span>"#),
        "{page}"
    );
}

#[test]
fn a_persons_words_stand_as_they_were_written() {
    let page = page(Some(frames::summary()));
    assert!(page.contains("Sundays.\n\nAnd Mo's roses."), "{page}");
}

#[test]
fn without_a_frame_there_is_an_empty_box() {
    assert_eq!(page(None), r#"<div class="wm" part="root"></div>"#);
}

#[test]
fn the_pages_of_a_prompt_and_of_an_empty_summary() {
    insta::assert_snapshot!("prompt", page(Some(frames::text())).replace("><", ">\n<"));
    insta::assert_snapshot!(
        "empty-summary",
        page(Some(frames::without_words())).replace("><", ">\n<")
    );
}

#[test]
fn the_card_beside_a_prompt_the_screen_turned_and_a_note_that_is_marked() {
    let session = [
        ("cue", frames::session::cue()),
        ("turned", frames::session::turned()),
        ("marked", frames::session::marked()),
    ];
    for (name, frame) in session {
        insta::assert_snapshot!(name, page(Some(frame)).replace("><", ">\n<"));
    }
}
