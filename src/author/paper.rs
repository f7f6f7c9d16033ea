//! A guide as a sheet to print and fill in by hand, for a phone that cannot run the widget, a home visit, or a person who prefers paper.

use crate::guide::help;
use crate::guide::help::{HelpLine, Nation};
use crate::guide::{AnswerKind, Audience, Card, Choice, Choices, Guide, Prompt, PromptId, Stage};
use crate::summary::{Block, Page, Run};
use crate::words::{Catalogue, Language, Line, Text};

/// Lines to write on for a name, for a few words, and for as much as a box on screen invites.
const ONE: u8 = 1;
const FEW: u8 = 2;
const MANY: u8 = 5;

/// Rows of a plan: one or two steps are enough, and one is a choice of its own.
const STEPS: usize = 2;

/// The sheet of a guide: every stage with space to write, and the help lines. No cue for a link worker, and no prompt that is only for two.
pub fn paper(guide: &Guide, words: &Catalogue) -> Page {
    let mut sheet = Sheet {
        guide,
        words,
        blocks: Vec::new(),
    };
    sheet.opening();
    for (at, stage) in guide.stages().iter().enumerate() {
        sheet.stage(at, stage);
    }
    sheet.closing();
    Page {
        title: sheet.text(guide.title()),
        language: words.language().clone(),
        is_large: false,
        blocks: sheet.blocks,
    }
}

/// A sheet as it grows.
struct Sheet<'a> {
    guide: &'a Guide,
    words: &'a Catalogue,
    blocks: Vec<Block>,
}

impl<'a> Sheet<'a> {
    /// What this is and how to use it. The welcome screen's points are left out: they speak of a window.
    fn opening(&mut self) {
        if let Some(lead) = self.guide.lead() {
            let lead = self.text(lead);
            self.say(lead);
        }
        self.heading(2, "paper-how");
        let lines = [
            "paper-how-parts",
            "paper-how-someone",
            "paper-how-yours",
            "paper-how-help",
        ];
        let items = lines.map(|key| vec![Run::Ours(self.words.line(key))]);
        self.blocks.push(Block::List(items.to_vec()));
    }

    fn stage(&mut self, at: usize, stage: &Stage) {
        let guide = self.guide;
        let asked: Vec<&'a Prompt> = guide
            .prompts()
            .iter()
            .filter(|prompt| prompt.stage == at && prompt.audience != Audience::Together)
            .collect();
        if asked.is_empty() {
            return;
        }
        self.blocks.push(Block::Rule);
        let title = self.text(&stage.title);
        self.blocks.push(Block::Heading(2, title));
        let mut rest = asked.as_slice();
        while let Some((prompt, after)) = rest.split_first() {
            if let AnswerKind::EachCard { cards, .. } = &prompt.answer {
                let more = after
                    .iter()
                    .take_while(|next| repeats_over(next, cards))
                    .count();
                let (same, after) = rest.split_at(more + 1);
                self.each_card(same, cards);
                rest = after;
            } else {
                self.prompt(prompt);
                rest = after;
            }
        }
    }

    /// A prompt asked once, with where to answer it.
    fn prompt(&mut self, prompt: &Prompt) {
        if matches!(prompt.answer, AnswerKind::Summary) {
            self.heading(3, "paper-check");
            self.say(self.words.line("paper-check-how"));
            return;
        }
        let ask = self.text(&prompt.ask);
        self.blocks.push(Block::Heading(3, ask));
        // What a notice says of where words are kept speaks of the screen.
        let speaks_of_screen = matches!(prompt.answer, AnswerKind::Notice { .. }) && !prompt.help;
        if let Some(hint) = prompt.hint.as_ref().filter(|_| !speaks_of_screen) {
            let hint = self.text(hint);
            self.say(hint);
        }
        if prompt.help {
            self.say(self.words.line("paper-help-where"));
        }
        self.answer(&prompt.answer);
    }

    fn answer(&mut self, answer: &AnswerKind) {
        match answer {
            // What a notice opens on screen speaks of the screen.
            AnswerKind::Notice { .. } | AnswerKind::Summary | AnswerKind::EachCard { .. } => {}
            AnswerKind::ShortText => self.space(ONE),
            AnswerKind::LongText { .. } => self.space(MANY),
            AnswerKind::OneChoice(choices) => self.choices(choices, "paper-tick-one"),
            AnswerKind::ManyChoices(choices) => self.choices(choices, "paper-tick-any"),
            AnswerKind::Scale { low, high, more } => self.scale(low, high, more.as_ref()),
            AnswerKind::Cards { cards, .. } => self.cards(cards),
            AnswerKind::Plan => self.plan(),
            AnswerKind::Ideas(_) => self.say(self.words.line("paper-ideas")),
        }
    }

    fn choices(&mut self, choices: &Choices, how: &str) {
        self.say(self.words.line(how));
        if choices.not_mine {
            self.say(self.words.line("paper-not-mine"));
        }
        self.boxes(&choices.choices);
        if let Some(also) = &choices.also {
            self.ask(&also.ask);
            self.boxes(&also.choices);
        }
        if let Some(more) = &choices.more {
            self.ask(more);
            self.space(FEW);
        }
    }

    /// Choices to tick, then space for what some of them ask in words.
    fn boxes(&mut self, choices: &[Choice]) {
        let titles = choices.iter().map(|choice| self.text(&choice.title));
        let titles = titles.collect();
        self.blocks.push(Block::Boxes(titles));
        for choice in choices {
            if let Some(detail) = &choice.detail {
                let runs = self.labelled(&choice.title, detail);
                self.blocks.push(Block::Paragraph(runs));
                self.space(ONE);
            }
        }
    }

    fn scale(&mut self, low: &Text, high: &Text, more: Option<&Text>) {
        let (low, high) = (self.text(low), self.text(high));
        let how = [("low", &*low.text), ("high", &*high.text)];
        self.say(self.words.fill("paper-scale", &how));
        self.say(Line::new("0   1   2   3   4   5   6   7   8   9   10"));
        if let Some(more) = more {
            self.ask(more);
            self.space(FEW);
        }
    }

    /// Every card with the three piles' words, one of which takes a ring.
    fn cards(&mut self, cards: &[Card]) {
        self.say(self.words.line("paper-cards-how"));
        let piles = ["paper-well", "paper-change", "paper-not-now"];
        let piles = piles.map(|key| self.words.line(key).text).join(" / ");
        let rows = cards.iter().map(|card| {
            vec![
                self.label(&card.title),
                Run::Ours(Line::new(piles.as_str())),
            ]
        });
        let rows = rows.collect();
        self.blocks.push(Block::List(rows));
        for card in cards {
            if let Some(detail) = &card.detail {
                let runs = self.labelled(&card.title, detail);
                self.blocks.push(Block::Paragraph(runs));
                self.space(ONE);
            }
        }
    }

    /// Prompts that repeat over the same cards: one block for each card a person may say more about.
    fn each_card(&mut self, prompts: &[&Prompt], cards: &PromptId) {
        let most = self.guide.routes().first().map_or(1, |route| route.cards);
        let number = most.to_string();
        self.heading(3, "paper-more-about");
        self.say(
            self.words
                .fill("paper-more-about-how", &[("number", &number)]),
        );
        for prompt in prompts {
            self.own_questions(prompt, cards);
        }
        for _ in 0..most {
            self.blocks
                .push(Block::Heading(4, self.words.line("paper-which-card")));
            self.space(ONE);
            for prompt in prompts {
                self.ask(&prompt.ask);
                self.space(MANY);
            }
        }
    }

    /// The questions some cards bring, each beside its card.
    fn own_questions(&mut self, prompt: &Prompt, cards: &PromptId) {
        let AnswerKind::EachCard { questions, .. } = &prompt.answer else {
            return;
        };
        let Some(AnswerKind::Cards { cards, .. }) = self.guide.prompt(cards).map(|of| &of.answer)
        else {
            return;
        };
        let rows: Vec<Vec<Run>> = cards
            .iter()
            .filter_map(|card| Some(self.labelled(&card.title, questions.get(&card.id)?)))
            .collect();
        if !rows.is_empty() {
            self.say(self.words.line("paper-own-questions"));
            self.blocks.push(Block::List(rows));
        }
    }

    fn plan(&mut self) {
        let worker = self.words.line("fallback-worker").text;
        for _ in 0..STEPS {
            self.asked("paper-step-what");
            self.space(FEW);
            self.asked("paper-step-who");
            let who = ["who-me", "who-worker", "who-both"];
            let who = who.map(|key| self.words.fill(key, &[("worker", &worker)]));
            self.blocks.push(Block::Boxes(who.to_vec()));
            for key in ["step-when", "step-help"] {
                self.asked(key);
                self.space(ONE);
            }
        }
    }

    /// The help lines that may be shown, and what this sheet is not.
    fn closing(&mut self) {
        self.blocks.push(Block::Rule);
        self.heading(2, "paper-help");
        let lines = help::lines(None);
        let rows = lines.iter().map(|line| self.help_line(line)).collect();
        self.blocks.push(Block::List(rows));
        self.blocks.push(Block::Rule);
        self.say(self.words.line("paper-not-medical"));
        let title = self.text(self.guide.title());
        let from = [("title", &*title.text), ("version", self.guide.version())];
        self.say(self.words.fill("paper-from", &from));
    }

    /// A help line's name and nations, what to do, when it answers, and the number itself.
    fn help_line(&self, line: &HelpLine) -> Vec<Run> {
        let mut name = line.name.to_string();
        if !line.nations.is_empty() {
            let nations: Vec<_> = line
                .nations
                .iter()
                .map(|nation| self.nation(*nation))
                .collect();
            name = format!("{name} ({})", nations.join(", "));
        }
        let mut what = format!(" {}", line.what);
        if !line.hours.is_empty() {
            what = format!("{what} {}.", line.hours);
        }
        let mut runs = vec![
            Run::Label(self.english(&format!("{name}."))),
            Run::Ours(self.english(&what)),
        ];
        for contact in &line.contacts {
            runs.push(Run::Ours(Line::new(" ")));
            runs.push(Run::Link(
                self.english(&contact.label),
                contact.href.to_string(),
            ));
        }
        runs
    }

    fn nation(&self, nation: Nation) -> String {
        let key = match nation {
            Nation::England => "paper-england",
            Nation::NorthernIreland => "paper-northern-ireland",
            Nation::Scotland => "paper-scotland",
            Nation::Wales => "paper-wales",
        };
        self.words.line(key).text.to_string()
    }

    /// Words of the help lines, which stand in English alone: no number comes from a translation nobody checked.
    fn english(&self, text: &str) -> Line {
        let english = Language::english();
        let differs = self.words.language().base() != english.base();
        Line {
            text: text.into(),
            language: differs.then_some(english),
        }
    }

    /// A text of the guide, with plain words where a name would stand and a capital at the start.
    fn text(&self, text: &Text) -> Line {
        let line = text.pick(self.words.language());
        let plain = |key: &str| self.words.line(key).text;
        let worker = plain("fallback-worker");
        let name = self
            .words
            .fill("fallback-name", &[("worker", &worker)])
            .text;
        let line = line.fill(&[
            ("worker", &worker),
            ("name", &name),
            ("minutes", &plain("fallback-minutes")),
            ("card", &plain("fallback-card")),
            ("number", &plain("fallback-number")),
        ]);
        let mut letters = line.text.chars();
        let capital = letters.next().into_iter().flat_map(char::to_uppercase);
        Line {
            text: capital.chain(letters).collect::<String>().into(),
            language: line.language,
        }
    }

    /// A label with its colon, and a space after it.
    fn label(&self, title: &Text) -> Run {
        let line = self.text(title);
        Run::Label(Line {
            text: format!("{}: ", line.text).into(),
            language: line.language,
        })
    }

    fn labelled(&self, title: &Text, text: &Text) -> Vec<Run> {
        vec![self.label(title), Run::Ours(self.text(text))]
    }

    fn heading(&mut self, level: u8, key: &str) {
        self.blocks
            .push(Block::Heading(level, self.words.line(key)));
    }

    fn say(&mut self, line: Line) {
        self.blocks.push(Block::Paragraph(vec![Run::Ours(line)]));
    }

    /// A question within a question, in the guide's words.
    fn ask(&mut self, text: &Text) {
        let line = self.text(text);
        self.blocks.push(Block::Paragraph(vec![Run::Label(line)]));
    }

    /// The same in ours.
    fn asked(&mut self, key: &str) {
        let line = self.words.line(key);
        self.blocks.push(Block::Paragraph(vec![Run::Label(line)]));
    }

    fn space(&mut self, lines: u8) {
        self.blocks.push(Block::Space(lines));
    }
}

fn repeats_over(prompt: &Prompt, over: &PromptId) -> bool {
    matches!(&prompt.answer, AnswerKind::EachCard { cards, .. } if cards == over)
}
