//! The sheet to print holds the conversation of a person alone, and nothing a person alone cannot use.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::rc::Rc;

use what_matters::author::paper::paper;
use what_matters::guide::help;
use what_matters::guide::{AnswerKind, Audience, Guide};
use what_matters::summary::{Block, Page, Run};
use what_matters::words::{Catalogue, Language};

const FIRST: &str = include_str!("../../www/guides/first-conversation.json");
const REVIEW: &str = include_str!("../../www/guides/review.json");
const CARER: &str = include_str!("../../www/guides/carer.json");

fn sheet() -> (Rc<Guide>, Page) {
    sheet_of(FIRST)
}

fn sheet_of(guide: &str) -> (Rc<Guide>, Page) {
    let guide = Guide::read(guide).guide.unwrap();
    let page = paper(&guide, &Catalogue::english());
    (guide, page)
}

/// Every text on a page, a line each.
fn texts(page: &Page) -> String {
    let mut lines = vec![page.title.text.to_string()];
    let run = |run: &Run| match run {
        Run::Ours(line) | Run::Label(line) | Run::Link(line, _) => line.text.to_string(),
        Run::Said(said) | Run::Told(said) | Run::Noted(said) => said.words().to_owned(),
    };
    for block in &page.blocks {
        match block {
            Block::Heading(_, line) => lines.push(line.text.to_string()),
            Block::Paragraph(runs) => lines.push(runs.iter().map(run).collect()),
            Block::List(items) => {
                lines.extend(items.iter().map(|item| item.iter().map(run).collect()));
            }
            Block::Boxes(boxes) => lines.extend(boxes.iter().map(|line| line.text.to_string())),
            Block::Table { .. } | Block::Space(_) | Block::Rule => {}
        }
    }
    lines.join("\n")
}

#[test]

fn every_question_for_a_person_alone_is_on_it_with_space_to_answer() {
    let (guide, page) = sheet();
    let english = Language::english();
    let headings: Vec<&str> = page
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(3, line) => Some(&*line.text),
            _ => None,
        })
        .collect();
    let asked_once = guide.prompts().iter().filter(|prompt| {
        let elsewhere = matches!(
            prompt.answer,
            AnswerKind::Summary | AnswerKind::EachCard { .. }
        );
        prompt.audience != Audience::Together && !elsewhere
    });
    for prompt in asked_once {
        let ask = prompt.ask.pick(&english).text;
        assert!(headings.contains(&&*ask), "{ask}");
        if matches!(prompt.answer, AnswerKind::LongText { .. }) {
            let mut after = page
                .blocks
                .iter()
                .skip_while(|block| !matches!(block, Block::Heading(3, line) if line.text == ask))
                .skip(1)
                .take_while(|block| !matches!(block, Block::Heading(..)));
            assert!(after.any(|block| matches!(block, Block::Space(_))), "{ask}");
        }
    }
}

#[test]

fn no_cue_and_no_question_for_two_is_on_it() {
    let (guide, page) = sheet();
    let (english, all) = (Language::english(), texts(&page));
    for prompt in guide.prompts() {
        if let Some(cue) = &prompt.cue {
            for text in cue.listen.iter().chain(&cue.avoid) {
                assert!(!all.contains(&*text.pick(&english).text));
            }
        }
        if prompt.audience == Audience::Together {
            assert!(!all.contains(&*prompt.ask.pick(&english).text));
        }
    }
}

#[test]

fn nothing_a_link_worker_says_between_or_after_is_on_it() {
    for guide in [FIRST, REVIEW, CARER] {
        let (guide, page) = sheet_of(guide);
        let (english, all) = (Language::english(), texts(&page));
        let of_stages = guide
            .stages()
            .iter()
            .flat_map(|stage| stage.reflections.iter().chain(&stage.affirmations));
        let mut looked_for = 0;
        for text in guide.ending().iter().chain(of_stages) {
            let text = text.pick(&english).text;
            assert!(!all.contains(&*text), "{text}");
            looked_for += 1;
        }
        assert!(looked_for > 20, "only {looked_for} texts");
    }
}

#[test]

fn each_card_stands_with_its_three_answers_and_up_to_three_have_space() {
    let (_, page) = sheet();
    let all = texts(&page);
    assert_eq!(
        all.matches(": going well / want a change / not now")
            .count(),
        14
    );
    assert_eq!(all.matches("Which card is this about?").count(), 3);
    assert_eq!(
        all.matches("This part of life: what is it like at the moment?")
            .count(),
        3
    );
}

#[test]

fn nothing_is_left_to_fill_in_but_by_hand() {
    let (_, page) = sheet();
    let all = texts(&page);
    assert!(!all.contains('{'), "{all}");
    assert!(
        !all.lines().any(|line| line.trim().is_empty()),
        "a word is missing from the catalogue"
    );
}

#[test]

fn the_help_lines_shown_on_screen_are_on_it_and_no_other() {
    let (_, page) = sheet();
    let all = texts(&page);
    for line in help::lines(None) {
        assert!(all.contains(&*line.what), "{}", line.name);
    }
    for line in super::help::waiting() {
        let reached = line
            .contacts
            .iter()
            .any(|contact| all.contains(&*contact.label));
        assert!(!reached, "{}", line.name);
    }
}

#[test]

fn it_says_what_it_is_not_and_nothing_that_holds_only_on_a_screen() {
    let (_, page) = sheet();
    let all = texts(&page);
    assert!(all.contains("not a medical assessment") && all.contains("not for emergencies"));
    for screen in ["window", "type", "download", "this page,"] {
        assert!(!all.contains(screen), "{screen}");
    }
}
