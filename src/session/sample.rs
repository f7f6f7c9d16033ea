//! Sessions on the sample guide, and random actions, for tests.

use proptest::prelude::*;
use proptest::sample::select;

use super::{
    Action, Answer, Field, Mode, Opted, Pile, Place, Session, StepId, Verdict, Voice, Who, Wish,
};
use crate::guide::sample::{choice_id, heading_id, prompt_id, shared};
use crate::guide::{RouteId, StageId};
use crate::words::{Day, Language, Said};

/// A session at the first place of a route of the sample guide.
pub(crate) fn session(route: &str) -> Session {
    let route = RouteId::new(route).unwrap();
    Session::start(shared(), Some(&route), Language::english()).unwrap()
}

/// A place by its prompt and card, as in `now/home`.
pub(crate) fn place(name: &str) -> Place {
    match name.split_once('/') {
        Some((prompt, card)) => Place {
            prompt: prompt_id(prompt),
            card: Some(choice_id(card)),
        },
        None => Place::of(&prompt_id(name)),
    }
}

/// A stage's id.
pub(crate) fn stage_id(name: &str) -> StageId {
    StageId::new(name).unwrap()
}

/// A writing of words in the box of a place.
pub(crate) fn write(at: &str, words: &str) -> Action {
    Action::Write(place(at), Field::Words, Said::new(words))
}

/// A choice taken.
pub(crate) fn choose(at: &str, choice: &str) -> Action {
    Action::Choose(place(at), choice_id(choice), true)
}

/// Cards put under *Want a change*, and said more about.
pub(crate) fn change_cards(cards: &[&str]) -> Vec<Action> {
    let sort = |card: &&str| Action::Sort(place("areas"), choice_id(card), Some(Pile::Change));
    let more = |card: &&str| Action::SayMoreOf(place("areas"), choice_id(card), true);
    let sorted = cards.iter().map(sort);
    sorted.chain(cards.iter().map(more)).collect()
}

/// The session after some actions.
pub(crate) fn after(session: Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session, Session::apply)
}

/// What stands in a box now, or in a row that *Undo* can put back.
pub(crate) fn words_in(session: &Session, place: &Place, field: &Field) -> Vec<Said> {
    match field {
        Field::Note => {
            let note = session.notes().get(place);
            return note.map(|note| note.words.clone()).into_iter().collect();
        }
        Field::Beside(voice) => {
            let mark = session.mark(place, *voice);
            return mark.map(|mark| mark.beside.clone()).into_iter().collect();
        }
        Field::Wording => {
            return session.wordings().get(place).cloned().into_iter().collect();
        }
        Field::Others => return vec![session.company().others.clone()],
        Field::Looked(at) => {
            let looked = session.looked().get(at);
            return looked
                .map(|looked| looked.words.clone())
                .into_iter()
                .collect();
        }
        _ => {}
    }
    let Some(given) = session.answers().get(place) else {
        return Vec::new();
    };
    let steps = |id: &StepId| match &given.answer {
        Answer::Planned(planned) => {
            let out = planned.taken_out.iter().map(|(_, step)| step);
            let all = planned.steps.iter().chain(out);
            all.filter(|step| step.id == *id).cloned().collect()
        }
        _ => Vec::new(),
    };
    match (field, &given.answer) {
        (Field::Words, Answer::Words(words) | Answer::Rated { words, .. }) => vec![words.clone()],
        (Field::Words, Answer::Chosen(chosen)) => vec![chosen.words.clone()],
        (Field::Detail(id), Answer::Chosen(chosen)) => {
            chosen.details.get(id).cloned().into_iter().collect()
        }
        (Field::Detail(id), Answer::Sorted(sorted)) => {
            sorted.details.get(id).cloned().into_iter().collect()
        }
        (Field::What(id), _) => steps(id).into_iter().map(|step| step.what).collect(),
        (Field::When(id), _) => steps(id).into_iter().map(|step| step.when).collect(),
        (Field::Help(id), _) => steps(id).into_iter().map(|step| step.help).collect(),
        _ => Vec::new(),
    }
}

/// Any words, from none to any letters there are.
pub(crate) fn any_words() -> impl Strategy<Value = Said> {
    prop_oneof![
        Just(Said::default()),
        Just(Said::new(" \n ")),
        any::<String>().prop_map(Said::new),
        "[a-z<&>\"'{}\r\n]{1,12}".prop_map(Said::new),
    ]
}

fn any_place() -> impl Strategy<Value = Place> {
    let names = vec![
        "who",
        "private",
        "name",
        "matters",
        "day",
        "areas",
        "now",
        "change",
        "soon",
        "team",
        "way",
        "pace",
        "sure",
        "near",
        "step",
        "planb",
        "extra",
        "else",
        "check",
        "close",
        "unknown",
        "now/home",
        "now/other",
        "now/joy",
        "change/home",
        "change/money",
        "change/unknown",
        "matters/home",
    ];
    select(names).prop_map(place)
}

fn any_choice() -> impl Strategy<Value = crate::guide::ChoiceId> {
    let names = vec![
        "home", "money", "people", "joy", "other", "me", "helped", "proxy", "fares", "time",
        "soon", "talk", "yes", "no", "unknown",
    ];
    select(names).prop_map(choice_id)
}

fn any_stage() -> impl Strategy<Value = StageId> {
    let names = vec![
        "welcome", "matters", "life", "pace", "plan", "more", "check", "unknown",
    ];
    select(names).prop_map(stage_id)
}

fn any_voice() -> impl Strategy<Value = Voice> {
    select(vec![Voice::Person, Voice::Helper, Voice::Worker])
}

fn any_field() -> impl Strategy<Value = Field> {
    let step = || (0_u32..4).prop_map(StepId);
    prop_oneof![
        4 => Just(Field::Words),
        2 => any_choice().prop_map(Field::Detail),
        1 => step().prop_map(Field::What),
        1 => step().prop_map(Field::When),
        1 => step().prop_map(Field::Help),
        2 => Just(Field::Note),
        1 => any_voice().prop_map(Field::Beside),
        1 => Just(Field::Wording),
    ]
}

/// A box that is there, written in.
fn any_fitting_write() -> impl Strategy<Value = Action> {
    let words = [
        "name",
        "matters",
        "now/home",
        "change/other",
        "way",
        "sure",
        "close",
    ];
    let words = words.map(|at| (at, Field::Words));
    let details = [
        ("who", "proxy"),
        ("areas", "other"),
        ("way", "other"),
        ("pace", "other"),
        ("pace", "no"),
    ];
    let details = details.map(|(at, choice)| (at, Field::Detail(choice_id(choice))));
    let boxes: Vec<_> = words.into_iter().chain(details).collect();
    (select(boxes), any_words())
        .prop_map(|((at, field), words)| Action::Write(place(at), field, words))
}

/// A choice that is there, taken or taken back.
fn any_fitting_choice() -> impl Strategy<Value = Action> {
    let there = vec![
        ("who", "proxy"),
        ("who", "me"),
        ("way", "other"),
        ("way", "fares"),
        ("pace", "other"),
        ("pace", "talk"),
    ];
    (select(there), any::<bool>())
        .prop_map(|((at, choice), taken)| Action::Choose(place(at), choice_id(choice), taken))
}

/// What is said of a service, with its details as they stand that day.
pub(crate) fn opted(id: &str, wish: Wish, name: &str, lines: &[&str]) -> Opted {
    Opted {
        id: id.into(),
        wish,
        name: Said::new(name),
        lines: lines.iter().map(|line| Said::new(*line)).collect(),
        day: None,
    }
}

/// Something said of a service at the place for it.
pub(crate) fn opt(id: &str, wish: Wish, name: &str, lines: &[&str]) -> Action {
    Action::Opt(place("near"), opted(id, wish, name, lines).into())
}

fn any_wish() -> impl Strategy<Value = Wish> {
    select(vec![Wish::More, Wish::Later, Wish::NotForMe])
}

/// Anything said of a service, at the place for it or at another.
fn any_opting() -> impl Strategy<Value = Action> {
    let at = || prop_oneof![6 => Just(place("near")), 1 => any_place()];
    let id = || select(vec!["walk", "choir", "lunch", ""]);
    let lines = proptest::collection::vec(any_words(), 0..4);
    let opting = (at(), id(), any_wish(), any_words(), lines);
    let opting = opting.prop_map(|(at, id, wish, name, lines)| {
        let name = if name.is_blank() {
            Said::new("A name")
        } else {
            name
        };
        let (id, day) = (id.into(), None);
        let opted = Opted {
            id,
            wish,
            name,
            lines,
            day,
        };
        Action::Opt(at, opted.into())
    });
    prop_oneof![
        4 => opting,
        1 => (at(), id()).prop_map(|(at, id)| Action::Unopt(at, id.into())),
        1 => (at(), 0_u32..3).prop_map(|(at, seed)| Action::AskIdeas(at, seed)),
        1 => (at(), any::<bool>()).prop_map(|(at, none)| Action::NoneFit(at, none)),
    ]
}

/// Any action a person could ever do, and many nobody could.
pub(crate) fn any_action() -> impl Strategy<Value = Action> {
    let pile = prop_oneof![
        Just(None),
        select(vec![Pile::Well, Pile::Change, Pile::Change, Pile::NotNow]).prop_map(Some)
    ];
    let who = prop_oneof![
        Just(None),
        select(vec![Who::Me, Who::Worker, Who::Both]).prop_map(Some)
    ];
    let verdict = proptest::option::of(select(vec![Verdict::Right, Verdict::NotQuite]));
    let heading = select(vec!["matters", "how", "help", "close", "unknown"]);
    let step = || (0_u32..4).prop_map(StepId);
    prop_oneof![
        6 => any_fitting_write(),
        4 => any_fitting_choice(),
        4 => (any_place(), any_field(), any_words()).prop_map(|(p, f, w)| Action::Write(p, f, w)),
        4 => (any_place(), any_choice(), any::<bool>()).prop_map(|(p, c, b)| Action::Choose(p, c, b)),
        2 => (any_place(), any_choice(), any::<bool>()).prop_map(|(p, c, b)| Action::NotMine(p, c, b)),
        2 => (any_place(), proptest::option::of(any_choice())).prop_map(|(p, c)| Action::Also(p, c)),
        2 => (any_place(), proptest::option::of(0_u8..13)).prop_map(|(p, n)| Action::Rate(p, n)),
        4 => (any_choice(), pile).prop_map(|(c, pile)| Action::Sort(place("areas"), c, pile)),
        4 => (any_choice(), any::<bool>()).prop_map(|(c, b)| Action::SayMoreOf(place("areas"), c, b)),
        2 => Just(Action::AddStep(place("step"))),
        1 => any_place().prop_map(Action::AddStep),
        2 => step().prop_map(|id| Action::TakeOut(place("step"), id)),
        2 => Just(Action::PutBack(place("step"))),
        2 => (step(), who).prop_map(|(id, who)| Action::SetWho(place("step"), id, who)),
        3 => (step(), any_words()).prop_map(|(id, w)| Action::Write(place("step"), Field::What(id), w)),
        2 => (any_place(), any_words()).prop_map(|(p, w)| Action::Write(p, Field::Note, w)),
        2 => (any_place(), any_voice(), verdict).prop_map(|(p, v, m)| Action::Mark(p, v, m)),
        1 => any_words().prop_map(|w| Action::Write(place("who"), Field::Others, w)),
        1 => any::<bool>().prop_map(Action::ByPhone),
        1 => any::<bool>().prop_map(Action::AnsweredFor),
        6 => any_opting(),
        6 => Just(Action::Next),
        2 => Just(Action::Leave),
        4 => Just(Action::Back),
        2 => any_stage().prop_map(Action::GoToStage),
        2 => any_place().prop_map(Action::GoTo),
        2 => any_stage().prop_map(Action::SayMore),
        1 => (heading, any::<bool>()).prop_map(|(h, b)| Action::KeepBack(heading_id(h), b)),
    ]
}

/// Some random actions.
pub(crate) fn any_actions() -> impl Strategy<Value = Vec<Action>> {
    proptest::collection::vec(any_action(), 0..60)
}

/// A session on either route after some random actions, some of them together with a link worker.
pub(crate) fn any_session() -> impl Strategy<Value = Session> {
    let day = (2000_u16..2100, 1_u8..13, 1_u8..29);
    let day = day.prop_map(|(year, month, day)| Day { year, month, day });
    let all = (
        any::<bool>(),
        any::<bool>(),
        any_actions(),
        day,
        any_actions(),
    );
    all.prop_map(|(short, services, together, day, alone)| {
        let session = session(if short { "short" } else { "full" });
        let session = session.with_services(services);
        let met = after(beside_jo(session), together).on(day);
        after(met.in_mode(Mode::Alone, "".into()), alone)
    })
}

/// The same session, with a link worker at the screen.
pub(crate) fn beside_jo(session: Session) -> Session {
    session.in_mode(Mode::Together, "Jo, link worker".into())
}
