//! What a person said of what is on offer, held within bounds that nobody comes to.

use super::{Ideas, Opted, Wish};
use crate::words::Said;

/// Of so many services something can be said. Nobody reads as many.
const MOST_OPTIONS: usize = 300;
/// So many lines of a service's details are taken along.
const MOST_LINES: usize = 40;
/// So many characters of each: as many as a text of a guide may have.
const LONGEST: usize = 4_000;

impl Ideas {
    /// Puts in what was said of a service, or in the place of what was said of it before. Says whether anything is different now.
    /// One without an id or a name is none.
    pub(crate) fn put(&mut self, mut opted: Opted) -> bool {
        if opted.id.is_empty() || opted.name.is_blank() {
            return false;
        }
        opted.lines.retain(|line| !line.is_blank());
        opted.lines.truncate(MOST_LINES);
        [&mut opted.name]
            .into_iter()
            .chain(&mut opted.lines)
            .for_each(shorten);
        let is_full = self.options.len() >= MOST_OPTIONS;
        if let Some(before) = self.options.iter_mut().find(|one| one.id == opted.id) {
            let differs = *before != opted;
            *before = opted;
            return differs;
        }
        if !is_full {
            self.options.push(opted);
        }
        !is_full
    }

    /// The services the person said this of, in the order of saying.
    pub fn that_are(&self, wish: Wish) -> impl Iterator<Item = &Opted> {
        self.options.iter().filter(move |one| one.wish == wish)
    }
}

fn shorten(words: &mut Said) {
    if let Some((end, _)) = words.words().char_indices().nth(LONGEST) {
        let short = words.words().get(..end).unwrap_or_default();
        *words = Said::new(short);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::{after, opt, place, session, stage_id, write};
    use crate::session::{Action, Answer, At, Mode, Session};
    use crate::words::Day;

    fn on_offer() -> Session {
        session("full").with_services(true)
    }

    fn ideas(session: &Session) -> &Ideas {
        match &session.answers()[&place("near")].answer {
            Answer::Ideas(ideas) => ideas,
            other => panic!("{other:?}"),
        }
    }

    /// Every place the way leads through, from the first on.
    fn asked(session: &Session) -> Vec<String> {
        let mut session = session.clone();
        let mut asked = Vec::new();
        while let At::Prompt(place) = session.at().clone() {
            asked.push(place.prompt.name().to_owned());
            session = session.apply(Action::Next);
        }
        asked
    }

    #[test]
    fn ideas_are_asked_for_only_where_the_page_has_services() {
        assert!(!session("full").has_services());
        assert!(!asked(&session("full")).contains(&"near".to_owned()));
        assert!(!session("full").is_open(&place("near")));
        let with = asked(&on_offer());
        let near = with.iter().position(|one| one == "near").unwrap();
        assert_eq!((&*with[near - 1], &*with[near + 1]), ("pace", "step"));
        let back = on_offer().apply(Action::GoTo(place("step")));
        assert_eq!(back.previous(), Some(place("near")));
        assert_eq!(back.with_services(false).previous(), Some(place("pace")));
    }

    #[test]
    fn who_stands_at_ideas_when_the_services_go_goes_on_and_keeps_what_they_said() {
        let told = [
            write("matters", "My dog"),
            Action::GoTo(place("near")),
            opt("walk", Wish::More, "Walking group", &["Free"]),
        ];
        let told = after(on_offer(), told);
        assert_eq!(*told.at(), At::Prompt(place("near")));
        let gone = told.clone().with_services(false);
        assert_eq!(*gone.at(), At::Prompt(place("step")));
        assert_eq!(gone.answers(), told.answers());
        assert!(gone.stands(&place("near")) && gone.has_words(&stage_id("pace")));
        let kept = crate::keep::write(&told);
        let again = crate::keep::read(&kept, told.guide().clone()).unwrap();
        let again = again.with_services(false);
        assert_eq!(*again.at(), At::Prompt(place("step")), "on another page");
    }

    #[test]
    fn services_that_go_move_nobody_who_stands_elsewhere() {
        let at = after(on_offer(), [Action::GoTo(place("step"))]);
        assert_eq!(at.clone().with_services(false).at(), at.at());
    }

    #[test]
    fn what_was_said_can_be_changed_when_the_services_are_gone_and_nothing_new_begun() {
        let told = on_offer().apply(opt("walk", Wish::More, "Walking group", &[]));
        let gone = told.with_services(false);
        let less = gone.apply(Action::Unopt(place("near"), "walk".into()));
        assert!(less.is_empty());
        let new = session("full").apply(opt("walk", Wish::More, "Walking group", &[]));
        assert!(new.answers().is_empty());
    }

    #[test]
    fn the_order_is_drawn_once_and_having_it_says_nothing() {
        let looked = on_offer().apply(Action::AskIdeas(place("near"), 7));
        let again = looked.clone().apply(Action::AskIdeas(place("near"), 9));
        assert_eq!(ideas(&again).seed, 7);
        assert!(looked.is_empty() && !looked.has_words(&stage_id("pace")));
        assert!(!looked.puts_by());
        let drawn = on_offer().apply(Action::AskIdeas(place("near"), 0));
        assert_ne!(ideas(&drawn).seed, 0, "a drawn number counts as drawn");
    }

    #[test]
    fn what_is_said_anew_of_a_service_takes_the_place_of_what_was_said_before() {
        let told = [
            opt("walk", Wish::Later, "Walking group", &["Free"]),
            opt("choir", Wish::More, "Choir", &[]),
            opt("walk", Wish::More, "Walking group", &["£2"]),
        ];
        let told = after(on_offer(), told);
        let names = |session: &Session, wish| {
            let said = ideas(session).that_are(wish);
            said.map(|one| one.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&told, Wish::More), ["walk", "choir"]);
        assert!(names(&told, Wish::Later).is_empty());
        assert_eq!(ideas(&told).options[0].lines[0].words(), "£2");
        let less = told.apply(Action::Unopt(place("near"), "walk".into()));
        assert_eq!(names(&less, Wish::More), ["choir"]);
    }

    #[test]
    fn the_details_are_of_the_day_they_were_said_on_and_stay_so_when_they_come_back() {
        let [before, day] = ["2026-05-02", "2026-11-26"].map(|day| Day::parse(day).unwrap());
        let said = opt("walk", Wish::More, "Walking group", &[]);
        let told = on_offer().on(before).apply(said).on(day);
        let opted = ideas(&told).options[0].clone();
        assert_eq!(opted.day, Some(before));
        let out = told.apply(Action::Unopt(place("near"), "walk".into()));
        let back = out.apply(Action::Opt(place("near"), opted.into()));
        assert_eq!(ideas(&back).options[0].day, Some(before));
        assert_eq!(back.answers()[&place("near")].day, Some(day));
    }

    #[test]
    fn whoever_comes_back_to_ideas_with_a_link_worker_stays_there_though_the_list_is_not_here_yet()
    {
        let mut taken_up = on_offer().apply(Action::GoTo(place("near")));
        taken_up.services = false;
        let met = taken_up.in_mode(Mode::Together, "Jo".into());
        assert_eq!(*met.at(), At::Prompt(place("near")));
    }

    #[test]
    fn that_nothing_fits_is_an_answer_and_can_be_taken_back() {
        let none = on_offer().apply(Action::NoneFit(place("near"), true));
        assert!(ideas(&none).none_fit && !none.is_empty());
        assert!(none.apply(Action::NoneFit(place("near"), false)).is_empty());
    }

    #[test]
    fn no_list_of_services_makes_an_answer_without_end() {
        let long = "é".repeat(LONGEST + 1);
        let lines = vec![&*long; MOST_LINES + 1];
        let named = |at: usize| opt(&format!("s{at}"), Wish::More, &long, &lines);
        let told = after(on_offer(), (0..=MOST_OPTIONS).map(named));
        let said = ideas(&told);
        assert_eq!(said.options.len(), MOST_OPTIONS);
        let first = &said.options[0];
        assert_eq!(first.name.words().chars().count(), LONGEST);
        assert_eq!(first.lines.len(), MOST_LINES);
        assert_eq!(first.lines[0].words().chars().count(), LONGEST);
        // One that is there already can still be changed.
        let later = told.apply(opt("s0", Wish::Later, "Choir", &[]));
        assert_eq!(ideas(&later).options[0].wish, Wish::Later);
    }

    #[test]
    fn what_has_no_id_or_no_name_is_no_service_and_blank_lines_are_none() {
        let told = [
            opt("", Wish::More, "Choir", &[]),
            opt("choir", Wish::More, " ", &[]),
        ];
        assert!(after(on_offer(), told).answers().is_empty());
        let told = on_offer().apply(opt("choir", Wish::More, "Choir", &["", " ", "Free"]));
        assert_eq!(ideas(&told).options[0].lines, [Said::new("Free")]);
    }

    #[test]
    fn what_somebody_picked_is_in_no_debug_text() {
        let told = opt("walk", Wish::More, "Walking group", &["Call 01632 960 101"]);
        let text = format!("{told:?}");
        assert!(!text.contains("Walking") && !text.contains("960"), "{text}");
    }
}
