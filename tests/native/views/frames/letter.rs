//! The summary, with an entry open and the question before deleting.

use std::rc::Rc;

use what_matters::app::Event;
use what_matters::app::screen::{
    AnswerScreen, DeleteScreen, Frame, Look, Screen, SummaryEntry, SummaryPart, SummaryScreen,
};
use what_matters::guide::HeadingId;
use what_matters::session::Voice;
use what_matters::summary::Piece;
use what_matters::words::Said;

use super::asked::words;
use super::{frame, line, lines, place, way};

fn entry(prompt: &str, pieces: Vec<Piece>) -> SummaryEntry {
    SummaryEntry {
        brought: None,
        place: place(prompt),
        voice: Voice::Person,
        by: None,
        label: None,
        pieces,
        edit: way("Edit", Look::Plain),
        editing: None,
        mark: None,
    }
}

fn said(words: &str) -> Piece {
    Piece::Said(Said::new(words))
}

fn part(name: &str, title: &str, entries: Vec<SummaryEntry>) -> SummaryPart {
    SummaryPart {
        id: HeadingId::new(name).unwrap(),
        title: line(title),
        entries,
        kept_back: name == "myself",
        share: (line("Share"), Event::CarryOn),
        keep: (line("Keep to myself"), Event::CarryOn),
        copy: Some(way("Copy this part", Look::Plain)),
    }
}

/// A heading for each kind of piece; one has an entry open.
fn letter() -> Vec<SummaryPart> {
    let step = Piece::Step {
        who: Some(line("Link worker, I hope")),
        what: Said::new("Write to the landlord together."),
        when: Some((line("When"), Said::new("After chapel"))),
        help: None,
    };
    let open = SummaryEntry {
        edit: way("Done", Look::Other),
        editing: Some((
            line("What do you hope for?"),
            AnswerScreen::Words(words(
                "fc-hope",
                None,
                "To have someone to call who knows me.",
                true,
            )),
        )),
        ..entry(
            "fc-hope",
            vec![said("To have someone to call who knows me.")],
        )
    };
    let home = SummaryEntry {
        label: Some(line("Home and where I live")),
        ..entry(
            "fc-area-now",
            vec![said("The damp is back and my chest is bad with it.")],
        )
    };
    let fares = Piece::Chosen {
        choice: line("Bus fares (not in my control)"),
        detail: None,
    };
    let other = Piece::Chosen {
        choice: line("Something else"),
        detail: Some(Said::new("The landlord has not replied.")),
    };
    let ring = Piece::Labelled {
        label: line("Is it all right to leave a message?"),
        said: Said::new("Yes, with my sister."),
    };
    vec![
        part(
            "matters",
            "What matters to me",
            vec![entry(
                "fc-matters",
                vec![said(
                    "My dog, Biscuit, and getting to chapel on Sundays.\n\nAnd Mo's roses.",
                )],
            )],
        ),
        part("hope", "What I hope for", vec![open]),
        part(
            "with",
            "What I would like help with",
            vec![
                home,
                entry(
                    "fc-soon",
                    vec![said("Since Mo died the house is too quiet.")],
                ),
            ],
        ),
        part(
            "way",
            "What gets in the way",
            vec![entry("fc-inway", vec![fares, other])],
        ),
        part(
            "myself",
            "How I have been in myself",
            vec![entry(
                "fc-hardday",
                vec![said("Some mornings I stay in bed.")],
            )],
        ),
        part(
            "touch",
            "Staying in touch",
            vec![entry("fc-touch", vec![ring])],
        ),
        part(
            "next",
            "What I would like to happen next",
            vec![entry("fc-step", vec![step])],
        ),
    ]
}

pub(in super::super) fn summary() -> Frame {
    frame(Screen::Summary(Rc::new(SummaryScreen {
        title: line("My summary"),
        proxy: None,
        hint: lines(&[
            "These are your words. You can change any of them, or keep a part to yourself.",
            "Nothing has been sent.",
        ]),
        empty: None,
        parts: letter(),
        about: lines(&[
            "Written by Sam on 3 June 2026. These are Sam’s own words.",
            "It is not a medical assessment.",
        ]),
        left_out: Some(line(
            "Left out of what you print, copy or download: How I have been in myself.",
        )),
        out: vec![
            way("Print", Look::Main),
            way("Copy as text", Look::Other),
            way("Download", Look::Other),
        ],
        give: Some((
            way("Give this to Millbrook Surgery", Look::Other),
            line(
                "Millbrook Surgery then has the parts you share. You cannot take them back from here.",
            ),
        )),
        ways: vec![
            way("Carry on", Look::Other),
            way("Delete everything here", Look::Plain),
        ],
        delete: Some(DeleteScreen {
            ask: lines(&["Delete everything you wrote here? It cannot be brought back."]),
            ways: vec![
                way("Delete everything", Look::Other),
                way("Keep my words", Look::Other),
            ],
        }),
    })))
}

/// The summary before anything was written.
pub(in super::super) fn without_words() -> Frame {
    let mut frame = summary();
    if let Screen::Summary(shown) = &mut frame.screen {
        let shown = Rc::make_mut(shown);
        shown.parts.clear();
        shown.empty = Some(line("Nothing is here yet. What you write comes here."));
        shown.delete = None;
        shown.left_out = None;
    }
    frame
}
