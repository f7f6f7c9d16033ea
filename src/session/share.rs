//! A session as others may have it: without what is kept back, and without what stands nowhere.

use super::{Answer, At, Given, Mark, Opted, Pile, Place, Session, Voice, Wish};
use crate::guide::{AnswerKind, HeadingId, Prompt, Sources};
use crate::words::Said;

impl Session {
    /// The session without a word of what is kept back, and without what was taken back, put by or closed.
    /// That something was kept back cannot be told from it.
    #[must_use]
    pub fn shared(&self) -> Self {
        let mut shared = self.clone();
        shared.answers.retain(|place, _| self.goes_out(place));
        for (place, given) in shared.answers.iter_mut() {
            if let Some(prompt) = self.guide.prompt(&place.prompt) {
                self.strip(prompt, given);
            }
        }
        shared.answers.retain(|_, given| !given.answer.is_blank());
        shared
            .notes
            .retain(|place, note| self.notes_go_out(place) && !note.words.is_blank());
        for (_, note) in shared.notes.iter_mut() {
            note.mark.strip();
        }
        let stays = |place: &Place, said: &Said| {
            let is_used = shared.answers.contains_key(place) || shared.notes.contains_key(place);
            is_used && !said.is_blank()
        };
        let mut wordings = self.wordings.clone();
        wordings.retain(|place, said| stays(place, said));
        shared.wordings = wordings;
        if self.is_kept(self.guide.looks_back()) {
            shared.looked.clear();
        }
        shared.looked.retain(|_, looked| !looked.words.is_blank());
        if shared.company.worker.is_none() {
            shared.company.others = Said::default();
        }
        shared.sharing.retain(|_, kept_back| !*kept_back);
        if matches!(&self.at, At::Prompt(place) if self.is_of_what_is_kept(place)) {
            shared.at = self.first_place().map_or(At::Close, At::Prompt);
        }
        shared
    }

    /// Whether something of an answer is read in what goes out.
    pub(crate) fn is_read(&self, place: &Place, given: &Given) -> bool {
        let prompt = self.guide.prompt(&place.prompt);
        let prompt = prompt.filter(|prompt| prompt.feeds.is_some() && self.goes_out(place));
        prompt.is_some_and(|prompt| {
            let mut given = given.clone();
            self.strip(prompt, &mut given);
            !given.answer.is_blank()
        })
    }

    /// Whether anything at a place may go out. The cards stand under two headings, of which one may be kept back.
    fn goes_out(&self, place: &Place) -> bool {
        let Some(prompt) = self.guide.prompt(&place.prompt) else {
            return false;
        };
        let all_kept = match &prompt.answer {
            AnswerKind::Cards { well, .. } => {
                self.is_kept(prompt.feeds.as_ref()) && self.is_kept_back(well)
            }
            AnswerKind::Ideas(sources) => {
                let not = self.heading_of_not_for_me(sources);
                self.is_kept(prompt.feeds.as_ref())
                    && not.is_none_or(|heading| self.is_kept_back(heading))
            }
            _ => self.is_kept(prompt.feeds.as_ref()),
        };
        self.stands(place) && !all_kept
    }

    /// Whether what a link worker wrote at a place may go out. It stands under one heading, even with the cards.
    fn notes_go_out(&self, place: &Place) -> bool {
        let prompt = self.guide.prompt(&place.prompt);
        let heading = prompt.and_then(|prompt| prompt.feeds.as_ref());
        self.stands(place) && heading.is_some_and(|heading| !self.is_kept_back(heading))
    }

    /// The heading under which services stand that are not for the person; nowhere, where nothing asks for it.
    pub(crate) fn heading_of_not_for_me(&self, sources: &Sources) -> Option<&HeadingId> {
        let prompt = self.guide.prompt(sources.not_now.as_ref()?)?;
        prompt.feeds.as_ref()
    }

    fn is_of_what_is_kept(&self, place: &Place) -> bool {
        let prompt = self.guide.prompt(&place.prompt);
        prompt.is_some_and(|prompt| self.is_kept(prompt.feeds.as_ref()))
    }

    fn is_kept(&self, heading: Option<&HeadingId>) -> bool {
        heading.is_some_and(|heading| self.is_kept_back(heading))
    }

    /// Takes out of an answer what stands nowhere, and the cards whose heading is kept back.
    fn strip(&self, prompt: &Prompt, given: &mut Given) {
        given.mark.strip();
        // What was said of words that gave way to the person's own.
        if given.voice != Voice::Helper {
            given.mark = Mark::default();
        }
        match (&mut given.answer, &prompt.answer) {
            (Answer::Chosen(chosen), _) => {
                let shown = chosen.clone();
                let is_taken = |id: &_| {
                    shown.also.as_ref() == Some(id)
                        || shown.picks.iter().any(|pick| pick.choice == *id)
                };
                chosen.details.retain(|id, _| is_taken(id));
            }
            (Answer::Sorted(sorted), AnswerKind::Cards { well, .. }) => {
                let (keeps_change, keeps_well) =
                    (self.is_kept(prompt.feeds.as_ref()), self.is_kept_back(well));
                sorted.piles.retain(|(_, pile)| match pile {
                    Pile::Well => !keeps_well,
                    // What is put by stands under no heading.
                    Pile::Change => !keeps_change,
                    Pile::NotNow => false,
                });
                let left = sorted.piles.clone();
                let is_left = |id: &_| left.iter().any(|(one, _)| one == id);
                sorted.more.retain(is_left);
                sorted.details.retain(|id, _| is_left(id));
            }
            (Answer::Ideas(ideas), AnswerKind::Ideas(sources)) => {
                let keeps = self.is_kept(prompt.feeds.as_ref());
                let not = self.heading_of_not_for_me(sources);
                let keeps_not = not.is_none_or(|heading| self.is_kept_back(heading));
                ideas.none_fit &= !keeps;
                ideas.options.retain(|one| match one.wish {
                    Wish::More | Wish::Later => !keeps,
                    Wish::NotForMe => !keeps_not,
                });
                // Of what is not for the person the name is read, and no more.
                let not_for_me = |one: &&mut Opted| one.wish == Wish::NotForMe;
                for one in ideas.options.iter_mut().filter(not_for_me) {
                    (one.lines, one.day) = (Vec::new(), None);
                }
            }
            (Answer::Planned(planned), _) => planned.taken_out.clear(),
            _ => {}
        }
    }
}

impl Mark {
    /// Takes out words that the mark does not show.
    fn strip(&mut self) {
        if self.own().is_none() {
            self.beside = Said::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::sample::{choice_id, heading_id};
    use crate::session::sample::{
        after, any_actions, any_session, beside_jo, change_cards, choose, place, session, write,
    };
    use crate::session::{Action, Field};
    use crate::summary::{Setting, Summary};
    use crate::words::Catalogue;

    fn keep_back(heading: &str) -> Action {
        Action::KeepBack(heading_id(heading), true)
    }

    fn page(session: &Session) -> String {
        let summary = Summary::of(session, &Catalogue::english(), &Setting::default());
        summary.shared().page().text()
    }

    #[test]
    fn what_is_kept_back_is_not_in_it_nor_that_it_was() {
        let told = [
            write("matters", "My dog"),
            write("else", "Tea"),
            keep_back("matters"),
        ];
        let told = after(session("full"), told);
        let shared = told.shared();
        assert!(!shared.answers().contains_key(&place("matters")));
        assert!(shared.answers().contains_key(&place("else")));
        assert!(shared.sharing().is_empty());
    }

    #[test]
    fn a_link_workers_note_goes_along_and_stays_where_its_heading_is_kept_back() {
        let note = Action::Write(place("matters"), Field::Note, Said::new("By the sea"));
        let noted = after(beside_jo(session("full")), [note]);
        let goes = |session: &Session| crate::keep::write(&session.shared()).contains("By the sea");
        assert!(goes(&noted));
        assert!(!goes(&noted.apply(keep_back("matters"))));
    }

    #[test]
    fn a_card_whose_heading_is_kept_back_goes_and_the_others_stay() {
        let sorted = after(session("full"), change_cards(&["home"]));
        let well = Action::Sort(place("areas"), choice_id("joy"), Some(Pile::Well));
        let sorted = after(sorted, [well, keep_back("help")]);
        let shared = sorted.shared();
        let Answer::Sorted(left) = &shared.answers()[&place("areas")].answer else {
            panic!("no cards")
        };
        assert_eq!(left.piles, [(choice_id("joy"), Pile::Well)]);
        assert!(left.more.is_empty());
    }

    #[test]
    fn what_was_taken_back_or_out_does_not_travel() {
        let back = [
            choose("way", "other"),
            Action::Write(
                place("way"),
                Field::Detail(choice_id("other")),
                Said::new("Him"),
            ),
            Action::Choose(place("way"), choice_id("other"), false),
            choose("way", "time"),
            Action::AddStep(place("step")),
            Action::Write(
                place("step"),
                Field::What(super::super::StepId(0)),
                Said::new("Old"),
            ),
            Action::AddStep(place("step")),
            Action::Write(
                place("step"),
                Field::What(super::super::StepId(1)),
                Said::new("New"),
            ),
            Action::TakeOut(place("step"), super::super::StepId(0)),
        ];
        let shared = crate::keep::write(&after(beside_jo(session("full")), back).shared());
        assert!(
            !shared.contains("Him") && !shared.contains("Old"),
            "{shared}"
        );
        assert!(shared.contains("New"));
    }

    /// The same action, with words that no other has.
    fn marked(action: Action, number: usize) -> Action {
        let words = Said::new(format!("zx{number}zx"));
        match action {
            // How a question was put is no answer: it goes along with one.
            Action::Write(_, Field::Wording, _) => Action::Next,
            Action::Write(place, field, _) => Action::Write(place, field, words),
            Action::LookBack(at, step, _) => Action::LookBack(at, step, words),
            Action::Opt(place, opted) => {
                let lines = vec![Said::new(format!("zx{}zx", number + 1000))];
                let opted = Opted {
                    name: words,
                    lines,
                    ..(*opted).clone()
                };
                Action::Opt(place, opted.into())
            }
            other => other,
        }
    }

    /// The words of that kind in a text.
    fn marks(text: &str) -> std::collections::BTreeSet<&str> {
        let parts = text.split("zx");
        parts
            .filter(|part| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn no_word_goes_along_that_cannot_be_read(
            together in any_actions(),
            alone in any_actions(),
            kept in proptest::collection::vec(proptest::sample::select(vec!["matters", "how", "help", "hopes", "soon", "way", "pace", "plan", "ideas", "close"]), 0..4),
        ) {
            let marked = |actions: Vec<Action>, from: usize| {
                let numbered = actions.into_iter().enumerate();
                numbered.map(|(at, action)| marked(action, from + at)).collect::<Vec<_>>()
            };
            let met = after(beside_jo(session("full")).with_services(true), marked(together, 0));
            let told = after(met.in_mode(crate::session::Mode::Alone, "".into()), marked(alone, 100));
            let told = after(told, kept.into_iter().map(keep_back));
            let shared = crate::keep::write(&told.shared());
            let page = page(&told);
            let read = marks(&page);
            let hidden: Vec<_> = marks(&shared).difference(&read).copied().collect();
            prop_assert!(hidden.is_empty(), "{hidden:?} in {shared}\n{page}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn what_goes_out_reads_the_same_and_nothing_else_goes_along(session in any_session()) {
            let shared = session.shared();
            prop_assert_eq!(shared.shared(), shared.clone());
            let (all, left) = (page(&session), page(&shared));
            for line in left.lines() {
                prop_assert!(all.contains(line), "{line} is not in {all}");
            }
        }
    }
}
