//! A frame by hand for every screen, with the words of a real conversation.
#![expect(clippy::unwrap_used, reason = "the names here are all sound")]

mod asked;
mod letter;
pub(super) mod session;

use std::rc::Rc;

use what_matters::app::Event;
use what_matters::app::screen::{
    AnswerScreen, CloseScreen, Frame, HelpBlock, HelpLineScreen, HelpScreen, Look, Notice,
    PartScreen, PartsScreen, PlainScreen, Screen, Top, TroubleScreen, WarningScreen, Way,
    WelcomeScreen,
};
use what_matters::guide::PromptId;
use what_matters::guide::help::{Contact, HelpLine};
use what_matters::session::Place;
use what_matters::words::{Language, Line};

pub(super) use asked::text;
pub(super) use letter::{summary, without_words};

fn line(words: &str) -> Line {
    Line::new(words)
}

fn lines(words: &[&str]) -> Vec<Line> {
    words.iter().map(|one| line(one)).collect()
}

fn way(label: &str, look: Look) -> Way {
    Way {
        label: line(label),
        long: None,
        event: Event::CarryOn,
        look,
    }
}

fn place(prompt: &str) -> Place {
    Place::of(&PromptId::new(prompt).unwrap())
}

fn frame(screen: Screen) -> Frame {
    let parts = Way {
        long: Some(line("of this conversation")),
        ..way("Parts", Look::Plain)
    };
    Frame {
        language: Language::english(),
        heading: 2,
        top: Some(Rc::new(Top {
            label: line("Conversation"),
            nav: vec![parts, way("My summary", Look::Plain)],
            help: way("Get help now", Look::Plain),
            leave: vec![
                way("Leave this page", Look::Plain),
                Way {
                    long: Some(line("leaving")),
                    ..way("About", Look::Plain)
                },
            ],
            first_out: Some((
                way("Leave this page", Look::Plain),
                "https://example.org".into(),
            )),
        })),
        screen,
        cue: None,
        kept: None,
        together: false,
        writes: false,
        keys: false,
        focus: "here".into(),
        warning: None,
        notice: None,
    }
}

fn help_line(
    name: &str,
    what: &str,
    ways: &[(&str, &str)],
    place: Option<&str>,
    hours: &str,
) -> HelpLineScreen {
    HelpLineScreen {
        line: HelpLine {
            name: name.into(),
            what: what.into(),
            nations: Vec::new(),
            hours: hours.into(),
            contacts: ways
                .iter()
                .map(|(label, href)| Contact {
                    label: (*label).into(),
                    href: (*href).into(),
                })
                .collect(),
            first: true,
            young: false,
        },
        language: None,
        place: place.map(line),
    }
}

fn first_lines() -> Vec<HelpLineScreen> {
    vec![
        help_line(
            "Emergency",
            "Call 999 if someone is in danger now.",
            &[("Call 999", "tel:999")],
            None,
            "",
        ),
        help_line(
            "Samaritans",
            "Someone to listen. It is free, day or night.",
            &[("Call 116 123", "tel:116123")],
            None,
            "",
        ),
        help_line(
            "NHS 111",
            "Call and choose the mental health option.",
            &[
                ("Call 111", "tel:111"),
                ("Call Lifeline 0808 808 8000", "tel:08088088000"),
            ],
            Some("In Northern Ireland, call Lifeline."),
            "",
        ),
    ]
}

fn help_block(title: &str) -> Rc<HelpBlock> {
    let shout = help_line(
        "Shout",
        "Text for support, day or night.",
        &[("Text SHOUT to 85258", "sms:85258?body=SHOUT")],
        None,
        "",
    );
    let galop = help_line(
        "Galop",
        "For LGBT+ people who have been hurt.",
        &[
            ("Call 0800 999 5428", "tel:08009995428"),
            ("galop.org.uk", "https://galop.org.uk"),
        ],
        Some("In the United Kingdom"),
        "Monday to Thursday, 10am to 8:30pm",
    );
    Rc::new(HelpBlock {
        title: Some(line(title)),
        lines: vec![shout, galop],
    })
}

pub(super) fn welcome() -> Frame {
    let mut frame = frame(Screen::Welcome(Rc::new(WelcomeScreen {
        title: line("What matters to you"),
        lead: lines(&[
            "A quiet place to put into words what matters to you, what gets in the way, and what might help. You can bring it to your first meeting with a link worker.",
        ]),
        points: lines(&[
            "It takes as long as you like. There are no wrong answers.",
            "You can leave out any part, and stop at any time.",
            "When you close this page, your words are gone, unless you keep them.",
        ]),
        privacy: line("What you write stays in this window. Nobody reads it until you share it."),
        ways: vec![
            way("Start", Look::Main),
            way("I only have five minutes", Look::Other),
        ],
        also: vec![way("How to leave this page quickly", Look::Plain)],
    })));
    frame.top = frame.top.map(|top| {
        Rc::new(Top {
            nav: Vec::new(),
            leave: Vec::new(),
            first_out: None,
            ..(*top).clone()
        })
    });
    frame
}

pub(super) fn parts() -> Frame {
    let stage = |title: &str, here: bool, has_words: bool| PartScreen {
        way: way(title, Look::Plain),
        here: here.then(|| line("You are here")),
        has_words: has_words.then(|| line("Has your words in it")),
    };
    frame(Screen::Parts(Rc::new(PartsScreen {
        title: line("Parts of this conversation"),
        hint: line("Go to any part. Your words stay where they are."),
        stages: vec![
            stage("Getting started", false, true),
            stage("What matters", false, true),
            stage("Life right now", true, true),
            stage("Strengths and what helps", false, false),
            stage("My pace", false, false),
        ],
        ways: vec![way("Carry on", Look::Main)],
    })))
}

pub(super) fn close() -> Frame {
    frame(Screen::Close(Rc::new(CloseScreen {
        title: line("That is all"),
        lead: lines(&[
            "Your words are still in this window. They go when you close it, unless you print, copy or download them.",
        ]),
        closing: Some((
            line("How was it?"),
            Some(line("This part starts as kept to yourself.")),
            AnswerScreen::Words(asked::words("fc-close", None, "", true)),
        )),
        help: help_block("If you want to talk to someone"),
        ways: vec![
            way("My summary", Look::Main),
            way("Back", Look::Plain),
            way("Delete everything here", Look::Plain),
        ],
        delete: None,
    })))
}

pub(super) fn help() -> Frame {
    frame(Screen::Help(Rc::new(HelpScreen {
        title: line("Get help now"),
        first: first_lines(),
        near: Some(help_block("Near you")),
        more: help_block("More people to talk to"),
        privacy: line("Nobody sees that you opened this page."),
        ways: vec![way("Carry on", Look::Main)],
    })))
}

pub(super) fn asked_if_there() -> Frame {
    let mut frame = text();
    frame.warning = Some(Rc::new(WarningScreen {
        line: line("Are you still there?"),
        left: Some(line("Seconds left: 30")),
        way: way("I am still here", Look::Other),
    }));
    frame
}

pub(super) fn told() -> Frame {
    let list = |title: &str, points: &[&str]| (line(title), lines(points));
    frame(Screen::Plain(Rc::new(PlainScreen {
        title: line("What Leave this page does"),
        lead: lines(&["It empties this page at once.", "What you wrote is gone."]),
        lists: vec![
            list("What it does not do", &["The browser's history stays."]),
            list("Safer ways to be here", &["A private window."]),
        ],
        help: Some(help_block("Help for young people")),
        ways: vec![way("Carry on", Look::Main)],
    })))
}

pub(super) fn trouble() -> Frame {
    let mut frame = frame(Screen::Trouble(Rc::new(TroubleScreen {
        title: line("The questions could not be fetched"),
        lead: lines(&[
            "Nothing you wrote is lost.",
            "You can try again, or come back later.",
        ]),
        ways: vec![way("Try again", Look::Main)],
    })));
    frame.notice = Some(Notice {
        line: line("The words could not be copied. They stand in this box, to copy by hand."),
        way: Some(way("Undo", Look::Plain)),
        text: Some("WHAT MATTERS TO ME\n- My dog, Biscuit".into()),
        count: 1,
    });
    frame
}

/// Every screen by its name.
pub(super) fn all() -> Vec<(&'static str, Frame)> {
    let alone = vec![
        ("welcome", welcome()),
        ("text", text()),
        ("notice", asked::notice()),
        ("pace", asked::pace()),
        ("in-the-way", asked::in_the_way()),
        ("scale", asked::scale()),
        ("cards", asked::cards()),
        ("plan", asked::plan()),
        ("parts", parts()),
        ("summary", summary()),
        ("close", close()),
        ("help", help()),
        ("told", told()),
        ("asked-if-there", asked_if_there()),
        ("trouble", trouble()),
    ];
    alone.into_iter().chain(session::all()).collect()
}
