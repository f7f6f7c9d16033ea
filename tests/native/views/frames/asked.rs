//! Prompts, one for each kind of answer.
#![expect(clippy::indexing_slicing, reason = "lists written out here")]

use std::rc::Rc;

use what_matters::app::Event;
use what_matters::app::screen::{
    AlsoScreen, AnswerScreen, CardScreen, CardsScreen, ChoiceScreen, ChoicesScreen, Frame, Look,
    MoreScreen, PlanScreen, PromptScreen, ScaleScreen, Screen, StepScreen, WordsBox,
};
use what_matters::guide::{ChoiceId, ICONS};
use what_matters::session::{Field, Pile, StepId, Who};
use what_matters::words::Said;

use super::{frame, help_block, line, lines, place, way};

fn id(name: &str) -> ChoiceId {
    ChoiceId::new(name).unwrap()
}

pub(super) fn words(prompt: &str, label: Option<&str>, said: &str, is_long: bool) -> WordsBox {
    WordsBox {
        place: place(prompt),
        field: Field::Words,
        label: label.map(line),
        words: Said::new(said),
        is_long,
        starters: Vec::new(),
        starters_label: line("Ways to begin"),
        quote: None,
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

fn asked(prompt: &str, stage: &str, ask: &str, hint: &str, answer: AnswerScreen) -> Frame {
    frame(Screen::Prompt(Rc::new(PromptScreen {
        place: place(prompt),
        stage: line(stage),
        ask: line(ask),
        hint: Some(line(hint)),
        help: None,
        answer,
        note: None,
        why: Some((line("Why we ask"), line("So you pick the topics, not us."))),
        ways: vec![
            way("Continue", Look::Main),
            way("Leave this for another time", Look::Other),
            way("Back", Look::Plain),
        ],
        next: Some(line("Next: life right now. You can skip it.")),
    })))
}

pub(in super::super) fn text() -> Frame {
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
        enough: None,
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
