//! A session, written down.

use litemap::LiteMap;

use super::{PILES, VERDICTS, VERSION, VOICES, WHO, WISHES, WITH_IDEAS};
use crate::guide::{ChoiceId, StageId};
use crate::json::Writer;
use crate::session::{
    Answer, At, Company, Given, Looked, Mark, Note, Opened, Opted, Place, Session, Step,
};
use crate::words::{Day, Said};

/// Writes a session down, all but the guide itself.
pub fn write(session: &Session) -> String {
    let mut out = Writer::default();
    out.open('{');
    head(&mut out, session);
    out.name("answers");
    out.open('[');
    for (place, given) in session.answers() {
        self::given(&mut out, place, given);
    }
    out.close(']');
    out.name("notes");
    out.open('[');
    for (place, note) in session.notes() {
        self::note(&mut out, place, note);
    }
    out.close(']');
    out.name("wordings");
    out.open('[');
    for (place, words) in session.wordings() {
        wording(&mut out, place, words);
    }
    out.close(']');
    out.name("looked");
    out.open('[');
    for (at, looked) in session.looked() {
        self::looked(&mut out, *at, looked);
    }
    out.close(']');
    out.name("opened");
    out.open('{');
    for (stage, opened) in session.opened() {
        self::opened(&mut out, stage, *opened);
    }
    out.close('}');
    out.name("kept_back");
    out.open('{');
    for (heading, kept) in session.sharing() {
        flag(&mut out, heading.name(), *kept);
    }
    out.close('}');
    out.close('}');
    out.done()
}

/// The oldest version of the form that holds all of it, so that an older widget can read what it knows.
fn version(session: &Session) -> u64 {
    let mut given = session.answers().values();
    let has_ideas = given.any(|given| matches!(given.answer, Answer::Ideas(_)));
    if has_ideas { WITH_IDEAS } else { VERSION }
}

/// What there is of one: the guide, where the person is, who is there.
pub(super) fn head(out: &mut Writer, session: &Session) {
    let guide = session.guide();
    let route = guide.routes().get(session.route());
    out.name("saved");
    out.word(&version(session).to_string());
    out.field("guide", guide.id());
    out.field("version", guide.version());
    out.maybe("route", route.map(|route| route.id.name()));
    out.field("language", session.language().tag());
    day(out, session.today());
    // Absent at the last screen.
    if let At::Prompt(at) = session.at() {
        out.name("at");
        place(out, at);
    }
    company(out, session.company());
}

pub(super) fn wording(out: &mut Writer, place: &Place, words: &Said) {
    out.open('{');
    out.name("place");
    self::place(out, place);
    out.field("words", words.words());
    out.close('}');
}

pub(super) fn looked(out: &mut Writer, at: u32, looked: &Looked) {
    out.open('{');
    out.name("at");
    out.word(&at.to_string());
    out.field("step", looked.step.words());
    out.field("words", looked.words.words());
    day(out, looked.day);
    out.close('}');
}

pub(super) fn opened(out: &mut Writer, stage: &StageId, opened: Opened) {
    flag(out, stage.name(), opened == Opened::All);
}

pub(super) fn flag(out: &mut Writer, name: &str, flag: bool) {
    out.name(name);
    out.word(if flag { "true" } else { "false" });
}

fn day(out: &mut Writer, day: Option<Day>) {
    out.maybe("day", day.map(Day::iso).as_deref());
}

fn place(out: &mut Writer, place: &Place) {
    out.open('{');
    out.field("prompt", place.prompt.name());
    out.maybe("card", place.card.as_ref().map(ChoiceId::name));
    out.close('}');
}

pub(super) fn given(out: &mut Writer, place: &Place, given: &Given) {
    out.open('{');
    out.name("place");
    self::place(out, place);
    out.field("asked", &given.asked);
    day(out, given.day);
    out.name("voice");
    number(out, VOICES.iter().position(|one| *one == given.voice));
    mark(out, &given.mark);
    out.name("answer");
    out.open('{');
    answer(out, &given.answer);
    out.close('}');
    out.close('}');
}

pub(super) fn note(out: &mut Writer, place: &Place, note: &Note) {
    out.open('{');
    out.name("place");
    self::place(out, place);
    out.field("words", note.words.words());
    out.field("by", &note.by);
    day(out, note.day);
    mark(out, &note.mark);
    out.close('}');
}

fn mark(out: &mut Writer, mark: &Mark) {
    out.name("mark");
    out.open('[');
    let verdict = mark.verdict;
    number(
        out,
        verdict.and_then(|verdict| VERDICTS.iter().position(|one| *one == verdict)),
    );
    out.text(mark.beside.words());
    out.close(']');
}

fn company(out: &mut Writer, company: &Company) {
    out.name("company");
    out.open('{');
    out.maybe("worker", company.worker.as_deref());
    flag(out, "by_phone", company.by_phone);
    flag(out, "answers", company.answers);
    out.field("others", company.others.words());
    out.close('}');
}

fn answer(out: &mut Writer, answer: &Answer) {
    match answer {
        Answer::Words(words) => out.field("words", words.words()),
        Answer::Chosen(chosen) => {
            out.name("chosen");
            out.open('{');
            out.name("picks");
            out.open('[');
            for pick in &chosen.picks {
                out.open('[');
                out.text(pick.choice.name());
                out.word(if pick.not_mine { "true" } else { "false" });
                out.close(']');
            }
            out.close(']');
            out.maybe("also", chosen.also.as_ref().map(ChoiceId::name));
            details(out, &chosen.details);
            out.field("words", chosen.words.words());
            out.close('}');
        }
        Answer::Rated { number, words } => {
            out.name("rated");
            out.open('[');
            self::number(out, number.map(usize::from));
            out.text(words.words());
            out.close(']');
        }
        Answer::Sorted(sorted) => {
            out.name("sorted");
            out.open('{');
            out.name("piles");
            out.open('[');
            for (card, pile) in &sorted.piles {
                out.open('[');
                out.text(card.name());
                number(out, PILES.iter().position(|one| one == pile));
                out.close(']');
            }
            out.close(']');
            out.name("more");
            out.open('[');
            sorted.more.iter().for_each(|card| out.text(card.name()));
            out.close(']');
            details(out, &sorted.details);
            out.close('}');
        }
        Answer::Planned(planned) => {
            out.name("planned");
            out.open('{');
            out.name("steps");
            out.open('[');
            planned.steps.iter().for_each(|one| step(out, one));
            out.close(']');
            out.name("taken_out");
            out.open('[');
            for (at, one) in &planned.taken_out {
                out.open('[');
                number(out, Some(*at));
                step(out, one);
                out.close(']');
            }
            out.close(']');
            out.close('}');
        }
        Answer::Ideas(ideas) => {
            out.name("ideas");
            out.open('{');
            out.name("seed");
            out.word(&ideas.seed.to_string());
            flag(out, "none_fit", ideas.none_fit);
            out.name("options");
            out.open('[');
            ideas.options.iter().for_each(|one| opted(out, one));
            out.close(']');
            out.close('}');
        }
    }
}

fn opted(out: &mut Writer, opted: &Opted) {
    out.open('{');
    out.field("id", &opted.id);
    out.name("wish");
    number(out, WISHES.iter().position(|one| *one == opted.wish));
    out.field("name", opted.name.words());
    out.name("lines");
    out.open('[');
    opted.lines.iter().for_each(|line| out.text(line.words()));
    out.close(']');
    day(out, opted.day);
    out.close('}');
}

fn step(out: &mut Writer, step: &Step) {
    out.open('{');
    out.name("id");
    out.word(&step.id.0.to_string());
    out.field("what", step.what.words());
    out.name("who");
    number(
        out,
        step.who
            .and_then(|who| WHO.iter().position(|one| *one == who)),
    );
    out.field("when", step.when.words());
    out.field("help", step.help.words());
    out.close('}');
}

fn details(out: &mut Writer, details: &LiteMap<ChoiceId, Said>) {
    out.name("details");
    out.open('{');
    for (choice, said) in details {
        out.field(choice.name(), said.words());
    }
    out.close('}');
}

fn number(out: &mut Writer, number: Option<usize>) {
    match number {
        Some(number) => out.word(&number.to_string()),
        None => out.word("null"),
    }
}
