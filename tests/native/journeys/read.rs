//! Screens and effects, as a transcript shows them.

use std::fmt::Write as _;

use what_matters::app::screen::{AnswerScreen, CueScreen, Frame, Look, Screen, Way};
use what_matters::app::{Effect, Tell};

use super::nearby::{read_ideas, read_near};

/// What is worth reading of an effect. The day is asked for so often that it would drown the rest.
pub(super) fn effect_line(effect: &Effect) -> Option<String> {
    Some(match effect {
        Effect::AskDay | Effect::Note(_) => return None,
        Effect::DropNotes => "drops every note".to_owned(),
        Effect::Fetch(_, url) => format!("fetches {url}"),
        Effect::Print(page) => format!("prints a page of {} blocks", page.blocks.len()),
        Effect::Copy(_) => "copies".to_owned(),
        Effect::Download(document) => format!("downloads {}", document.name),
        Effect::GuardLeaving(true) => "the browser will ask before the page goes away".to_owned(),
        Effect::GuardLeaving(false) => "the browser asks no longer".to_owned(),
        Effect::ReadyToLeave(way) if way.hears_shift => "Shift three times leaves".to_owned(),
        Effect::ReadyToLeave(_) => "Shift does nothing".to_owned(),
        Effect::Deleted => "tells every other tab that everything was deleted".to_owned(),
        Effect::LookKept(_) => "looks for what was kept".to_owned(),
        Effect::OpenIdeas(source) => format!("opens {} lists", source.feeds.len()),
        Effect::AskIdeas(..) => "asks the list".to_owned(),
        Effect::WipeKept => "takes away all that was kept".to_owned(),
        Effect::Leave(address) => format!("leaves for {address}"),
        Effect::Tell(Tell::Moved(stage)) => format!("tells the host: at stage {}", stage.name()),
        Effect::Tell(Tell::Ready) => "tells the host: ready".to_owned(),
        Effect::Tell(Tell::Finished) => "tells the host: finished".to_owned(),
        Effect::Tell(Tell::Given(_)) => "tells the host: given".to_owned(),
        Effect::Tell(Tell::Trouble { code, problems, .. }) => format!(
            "tells the host: trouble {code}, {} problems",
            problems.len()
        ),
        _ => "something else".to_owned(),
    })
}

/// The screen as a person reads it, without what stands on every screen.
pub(super) fn read(frame: &Frame) -> String {
    let mut out = String::new();
    let mut put = |line: &str| {
        let _ = writeln!(out, "  {line}");
    };
    match &frame.screen {
        Screen::Blank => put("(nothing)"),
        Screen::Welcome(welcome) => {
            put(&format!("# {}", welcome.title.text));
            welcome
                .lead
                .iter()
                .chain(&welcome.points)
                .for_each(|line| put(&line.text));
            put(&ways(&welcome.ways));
            put(&ways(&welcome.also));
        }
        Screen::Prompt(prompt) => {
            put(&format!("{} > {}", prompt.stage.text, prompt.ask.text));
            if let Some(help) = &prompt.help {
                let title = help.title.as_ref().map_or("help", |title| &title.text);
                put(&format!("({title}: {} lines)", help.lines.len()));
            }
            put(&answer(&prompt.answer));
            put(&ways(&prompt.ways));
            if let Some(next) = &prompt.next {
                put(&next.text);
            }
        }
        Screen::Parts(parts) => {
            put(&format!("# {}", parts.title.text));
            for stage in &parts.stages {
                let notes = [&stage.here, &stage.has_words]
                    .into_iter()
                    .flatten()
                    .map(|line| format!(" ({})", line.text));
                put(&format!(
                    "- {}{}",
                    stage.way.label.text,
                    notes.collect::<String>()
                ));
            }
        }
        Screen::Summary(summary) => {
            put(&format!("# {}", summary.title.text));
            let top = summary.proxy.iter().chain(&summary.hint);
            top.for_each(|line| put(&line.text));
            for part in &summary.parts {
                let kept = if part.kept_back { " (kept back)" } else { "" };
                put(&format!(
                    "## {}{kept}: {} entries",
                    part.title.text,
                    part.entries.len()
                ));
            }
            summary
                .about
                .iter()
                .chain(&summary.left_out)
                .chain(&summary.empty)
                .for_each(|line| put(&line.text));
            put(&ways(&summary.out));
            put(&ways(&summary.ways));
        }
        Screen::Close(close) => {
            put(&format!("# {}", close.title.text));
            close.lead.iter().for_each(|line| put(&line.text));
            if let Some((ask, ..)) = &close.closing {
                put(&ask.text);
            }
            put(&ways(&close.ways));
            if let Some(delete) = &close.delete {
                delete.ask.iter().for_each(|line| put(&line.text));
            }
        }
        Screen::Help(help) => {
            put(&format!("# {}", help.title.text));
            help.first.iter().for_each(|line| put(&line.line.name));
        }
        Screen::Trouble(trouble) => put(&format!("# {}", trouble.title.text)),
        other => read_beside(other, &mut put),
    }
    if let Some(cue) = &frame.cue {
        beside(cue, &mut put);
    }
    if let Some(notice) = &frame.notice {
        put(&format!("! {}", notice.line.text));
    }
    if frame.top.as_ref().is_some_and(|top| !top.leave.is_empty()) {
        put("(Leave this page stands here)");
    }
    out
}

/// The link worker's own screens.
fn read_beside(screen: &Screen, put: &mut dyn FnMut(&str)) {
    match screen {
        Screen::Turned(turned) => {
            put(&format!("(turned) # {}", turned.title.text));
            for part in &turned.parts {
                put(&format!("## {}: {}", part.title.text, part.entries.len()));
            }
            put(&turned.back.label.text);
        }
        Screen::Jump(jump) => {
            put(&format!("# {}", jump.title.text));
            for (way, about) in &jump.found {
                put(&format!("- {} ({})", way.label.text, about.text));
            }
            jump.none.iter().for_each(|line| put(&line.text));
        }
        Screen::Opening(opening) => {
            put(&format!("# {}", opening.title.text));
            opening.lead.iter().for_each(|line| put(&line.text));
            put(&ways(&opening.ways));
        }
        Screen::Ways(take) => {
            put(&format!("# {}", take.title.text));
            for (words, is_on, _) in take.full.iter().flat_map(|(_, both)| both) {
                put(&format!(
                    "({}) {}",
                    if *is_on { "x" } else { " " },
                    words.text
                ));
            }
            put(&ways(&take.out));
        }
        Screen::Then(then) => {
            put(&format!("# {}", then.title.text));
            for (step, boxed) in then.steps.iter().flat_map(|(_, steps)| steps) {
                put(&format!("{}: \"{}\"", step.words(), boxed.words.words()));
            }
            for (title, cells) in &then.rows {
                let cells = then.days.iter().zip(cells);
                let cells = cells.map(|(day, cell)| format!("{} {}", day.text, cell.len()));
                put(&format!(
                    "## {}: {}",
                    title.text,
                    cells.collect::<Vec<_>>().join(" | ")
                ));
            }
            put(&ways(&then.ways));
        }
        Screen::Keys(keys) => {
            put(&format!("# {}", keys.title.text));
            for (sign, does) in &keys.keys {
                put(&format!("{}: {}", sign.text, does.text));
            }
            put(&ways(&keys.ways));
        }
        Screen::Near(near) => read_near(near, put),
        _ => put("(another screen)"),
    }
}

/// The link worker's cue.
fn beside(cue: &CueScreen, put: &mut dyn FnMut(&str)) {
    let mut put = |line: &str| put(&format!("    [{line}]"));
    cue.now.iter().for_each(|line| put(&line.text));
    for (title, text) in &cue.lines {
        put(&format!("{}: {}", title.text, text.text));
    }
    cue.wait.iter().for_each(|line| put(&line.text));
    for (title, texts) in cue.sayings.iter().flat_map(|(_, lists)| lists) {
        put(&format!("{}: {}", title.text, texts.len()));
    }
    for part in cue.words.iter().flat_map(|(_, parts)| parts) {
        put(&format!("{}: {}", part.title.text, part.entries.len()));
    }
    if let Some(ending) = &cue.ending {
        ending.lines.iter().for_each(|line| put(&line.text));
        ending.way.iter().for_each(|way| put(&way.label.text));
    }
    if cue.phone.is_on {
        put("on the phone");
    }
}

fn ways(ways: &[Way]) -> String {
    let words = ways.iter().map(|way| match way.look {
        Look::Main => format!("[{}]", way.label.text),
        _ => way.label.text.to_string(),
    });
    words.collect::<Vec<_>>().join(" · ")
}

fn answer(answer: &AnswerScreen) -> String {
    match answer {
        AnswerScreen::Words(words) => format!("box: \"{}\"", words.words.words()),
        AnswerScreen::Choices(choices) => {
            let taken = choices
                .choices
                .iter()
                .filter(|choice| choice.is_on)
                .map(|choice| choice.id.name());
            format!(
                "choices: {} of {}",
                taken.collect::<Vec<_>>().join(" "),
                choices.choices.len()
            )
        }
        AnswerScreen::Cards(cards) => {
            let sorted = cards
                .cards
                .iter()
                .filter(|card| card.pile.is_some())
                .count();
            let more = cards.more.as_ref().map_or(0, |more| {
                more.choices.iter().filter(|choice| choice.is_on).count()
            });
            format!(
                "cards: {sorted} of {} sorted, {more} to say more about",
                cards.cards.len()
            )
        }
        AnswerScreen::Plan(plan) => format!("plan: {} steps", plan.steps.len()),
        AnswerScreen::Scale(scale) => format!("scale: {:?}", scale.number),
        AnswerScreen::Ideas(ideas) => read_ideas(ideas),
        AnswerScreen::Missing(line) => line.text.to_string(),
        AnswerScreen::Notice(_) => "nothing to answer".to_owned(),
        _ => "another answer".to_owned(),
    }
}
