//! A frame by hand for every screen, with the words of a real conversation.

use std::rc::Rc;

use what_matters::app::Event;
use what_matters::app::screen::*;
use what_matters::guide::help::{Contact, HelpLine};
use what_matters::guide::{ChoiceId, HeadingId, ICONS, PromptId};
use what_matters::session::{Field, Pile, Place, StepId, Who};
use what_matters::summary::Piece;
use what_matters::words::{Language, Line, Said};

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

fn id(name: &str) -> ChoiceId {
    ChoiceId::new(name).unwrap()
}

fn words(prompt: &str, label: Option<&str>, said: &str, is_long: bool) -> WordsBox {
    WordsBox {
        place: place(prompt),
        field: Field::Words,
        label: label.map(line),
        words: Said::new(said),
        is_long,
        starters: Vec::new(),
        starters_label: line("Ways to begin"),
    }
}

fn field(field: Field, label: &str, said: &str) -> WordsBox {
    WordsBox {
        field,
        ..words("fc-step", Some(label), said, false)
    }
}

fn choice(name: &str, title: &str, is_on: bool) -> ChoiceScreen {
    ChoiceScreen {
        id: id(name),
        title: line(title),
        is_on,
        event: Event::CarryOn,
        not_mine: None,
        detail: None,
    }
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
            leave: Some(way("Leave this page", Look::Plain)),
        })),
        screen,
        focus: "here".into(),
        notice: None,
    }
}

fn asked(prompt: &str, stage: &str, ask: &str, hint: &str, answer: AnswerScreen) -> Frame {
    frame(Screen::Prompt(Rc::new(PromptScreen {
        place: place(prompt),
        stage: line(stage),
        ask: line(ask),
        hint: Some(line(hint)),
        help: None,
        answer,
        why: Some((line("Why we ask"), line("So you pick the topics, not us."))),
        ways: vec![
            way("Continue", Look::Main),
            way("Leave this for another time", Look::Other),
            way("Back", Look::Plain),
        ],
        next: Some(line("Next: life right now. You can skip this part.")),
    })))
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
            shown: true,
        },
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
        title: line(title),
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
    })));
    frame.top = frame.top.map(|top| {
        Rc::new(Top {
            nav: Vec::new(),
            leave: None,
            ..(*top).clone()
        })
    });
    frame
}

pub(super) fn text() -> Frame {
    let matters = WordsBox {
        starters: lines(&["Someone close to me", "My home", "My faith", "Being useful"]),
        ..words(
            "fc-matters",
            None,
            "My dog, Biscuit, and getting to chapel on Sundays.",
            true,
        )
    };
    asked(
        "fc-matters",
        "What matters",
        "What matters most to you in your life right now?",
        "It could be a person, a pet, a place, your faith, your home, or something you love to do.",
        AnswerScreen::Words(matters),
    )
}

pub(super) fn notice() -> Frame {
    let tips = (
        line("If someone can see this screen"),
        lines(&[
            "Leave this page shows another page at once.",
            "It does not clear the browser's history.",
        ]),
    );
    let mut frame = asked(
        "fc-safe",
        "Life right now",
        "If you do not feel safe",
        "You do not have to write anything here.",
        AnswerScreen::Notice(Some(tips)),
    );
    if let Screen::Prompt(shown) = &mut frame.screen {
        Rc::make_mut(shown).help = Some(help_block("People to talk to"));
    }
    frame
}

pub(super) fn pace() -> Frame {
    let names = [
        "Just talk for now",
        "One small step",
        "Nothing new right now",
        "Try something soon",
        "Time to think",
    ];
    let choices = names
        .iter()
        .enumerate()
        .map(|(at, title)| choice(&format!("c{at}"), title, at == 1))
        .collect();
    let shown = ChoicesScreen {
        place: place("fc-pace"),
        is_one: true,
        choices,
        also: None,
        more: None,
        clear: Some(way("Clear my choice", Look::Plain)),
    };
    asked(
        "fc-pace",
        "Pace",
        "What feels right for you now?",
        "There is no rush. You can change your mind.",
        AnswerScreen::Choices(shown),
    )
}

pub(super) fn in_the_way() -> Frame {
    let detail = WordsBox {
        place: place("fc-inway"),
        ..field(
            Field::Detail(id("else")),
            "What is it?",
            "The landlord has not replied.",
        )
    };
    let choices = vec![
        ChoiceScreen {
            not_mine: Some((line("Not in my control"), true, Event::CarryOn)),
            ..choice("fares", "Bus fares", true)
        },
        choice("tired", "Being tired", false),
        choice("time", "Looking after someone", false),
        ChoiceScreen {
            not_mine: Some((line("Not in my control"), false, Event::CarryOn)),
            detail: Some(detail),
            ..choice("else", "Something else", true)
        },
    ];
    let also = AlsoScreen {
        ask: line("Is it all right to leave a message?"),
        choices: vec![choice("yes", "Yes", true), choice("no", "No", false)],
        clear: Some(way("Clear my choice", Look::Plain)),
    };
    let shown = ChoicesScreen {
        place: place("fc-inway"),
        is_one: false,
        choices,
        also: Some(also),
        more: Some(words(
            "fc-inway",
            Some("Which would help most to shift?"),
            "",
            true,
        )),
        clear: None,
    };
    asked(
        "fc-inway",
        "What gets in the way",
        "What gets in the way?",
        "Choose as many as you like.",
        AnswerScreen::Choices(shown),
    )
}

pub(super) fn scale() -> Frame {
    let shown = ScaleScreen {
        place: place("fc-confidence"),
        number: Some(4),
        low: line("0 Not at all"),
        high: line("10 Very sure"),
        clear: Some(way("Leave out the number", Look::Plain)),
        more: Some(words(
            "fc-confidence",
            Some("What makes it that number?"),
            "Going with someone the first time.",
            false,
        )),
    };
    asked(
        "fc-confidence",
        "Pace",
        "How sure do you feel about taking a first step?",
        "There is no right number. You can leave this out.",
        AnswerScreen::Scale(shown),
    )
}

pub(super) fn cards() -> Frame {
    let titles = [
        "Getting around and getting online",
        "Body, health and daily tasks",
        "Looking after someone",
        "Something else",
        "Food, heat and basics",
        "Family and relationships",
        "How I feel in myself",
        "Home and where I live",
        "Things I enjoy",
        "Loss and change",
        "Money and bills",
        "Friends and company",
        "Forms, rights and papers",
        "Work, learning, helping out",
    ];
    let card = |(at, icon): (usize, &&str)| {
        let pile = [
            Some(Pile::Change),
            None,
            Some(Pile::Well),
            Some(Pile::NotNow),
            None,
        ][at % 5];
        let detail = WordsBox {
            place: place("fc-areas"),
            ..field(Field::Detail(id(icon)), "What would you call it?", "")
        };
        CardScreen {
            id: id(icon),
            title: line(titles[at]),
            icon: (*icon).into(),
            pile,
            clear: pile.map(|_| way(&format!("Clear {}", titles[at]), Look::Plain)),
            detail: (*icon == "else").then_some(detail),
        }
    };
    let more = MoreScreen {
        ask: line("Which would you like to say more about now? Choose up to three."),
        choices: vec![
            choice("around", titles[0], true),
            choice("family", titles[5], true),
            choice("money", titles[10], true),
            choice("home", titles[7], false),
        ],
        full: Some(line(
            "That is three. To choose another, take one back first.",
        )),
    };
    let shown = CardsScreen {
        place: place("fc-areas"),
        piles: [
            (Pile::Well, line("Going well")),
            (Pile::Change, line("Want a change")),
            (Pile::NotNow, line("Not now")),
        ],
        cards: ICONS.iter().enumerate().map(card).collect(),
        more: Some(more),
    };
    asked(
        "fc-areas",
        "Life right now",
        "Which parts of your life would you like to talk about?",
        "You can leave any card as it is.",
        AnswerScreen::Cards(shown),
    )
}

pub(super) fn plan() -> Frame {
    let step = |at: u32, what: &str| StepScreen {
        id: StepId(at),
        title: line(&format!("Step {at}")),
        what: field(Field::What(StepId(at)), "What", what),
        who: (
            line("Who could do it?"),
            vec![
                (Who::Me, line("Me"), at == 1, Event::CarryOn),
                (Who::Worker, line("Link worker"), false, Event::CarryOn),
                (Who::Both, line("Both"), at == 2, Event::CarryOn),
            ],
        ),
        when: field(
            Field::When(StepId(at)),
            "When (if you like)",
            "After chapel",
        ),
        help: field(Field::Help(StepId(at)), "Help needed (if any)", ""),
        take_out: way(&format!("Take out step {at}"), Look::Plain),
    };
    let shown = PlanScreen {
        place: place("fc-step"),
        steps: vec![
            step(1, "Ring the advice centre."),
            step(2, "Write to the landlord together."),
        ],
        add: way("Add a step", Look::Other),
        undo: Some(way("Undo", Look::Other)),
    };
    asked(
        "fc-step",
        "Next steps",
        "What would you like to happen next?",
        "Small is fine. One step is enough.",
        AnswerScreen::Plan(shown),
    )
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

fn entry(prompt: &str, pieces: Vec<Piece>) -> SummaryEntry {
    SummaryEntry {
        place: place(prompt),
        label: None,
        pieces,
        edit: way("Edit", Look::Plain),
        editing: None,
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
        copy: way("Copy this part", Look::Plain),
    }
}

pub(super) fn summary() -> Frame {
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
    frame(Screen::Summary(Rc::new(SummaryScreen {
        title: line("My summary"),
        hint: line(
            "These are your words. You can change or take out any of them. Nothing has been sent.",
        ),
        empty: None,
        parts: vec![
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
        ],
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
            ask: line("Delete everything you wrote here? It cannot be brought back."),
            ways: vec![
                way("Delete everything", Look::Other),
                way("Keep my words", Look::Other),
            ],
        }),
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
            AnswerScreen::Words(words("fc-close", None, "", true)),
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
    vec![
        ("welcome", welcome()),
        ("text", text()),
        ("notice", notice()),
        ("pace", pace()),
        ("in-the-way", in_the_way()),
        ("scale", scale()),
        ("cards", cards()),
        ("plan", plan()),
        ("parts", parts()),
        ("summary", summary()),
        ("close", close()),
        ("help", help()),
        ("trouble", trouble()),
    ]
}

/// The summary before anything was written.
pub(super) fn without_words() -> Frame {
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
