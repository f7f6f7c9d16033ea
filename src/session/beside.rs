//! What stands beside the answers: a link worker's own words, the person's marks on what others wrote, another wording of a question, and who is there.

use super::voice::{Mark, Mode, Note, Verdict, Voice};
use super::{Field, Given, Looked, Place, Session};
use crate::guide::Prompt;
use crate::words::Said;

impl Session {
    /// What a link worker wrote in their own voice, by place. An empty one is kept for what the person said of it.
    pub fn notes(&self) -> &super::Notes {
        &self.notes
    }

    /// A question as a link worker put it here, where they put it in words of their own.
    pub fn wording(&self, place: &Place) -> Option<&Said> {
        let wording = self.wordings.get(place);
        wording.filter(|words| !words.is_blank())
    }

    /// The person's mark on what stands at a place in a voice that is not theirs.
    pub fn mark(&self, place: &Place, voice: Voice) -> Option<&Mark> {
        match voice {
            Voice::Person => None,
            Voice::Helper => {
                let given = self.answers.get(place);
                given
                    .filter(|given| given.voice == Voice::Helper)
                    .map(|given| &given.mark)
            }
            Voice::Worker => self.notes.get(place).map(|note| &note.mark),
        }
    }

    /// Whether a link worker can write in their own voice here: wherever there is a heading for it to stand under.
    pub fn takes_note(&self, prompt: &Prompt) -> bool {
        prompt.feeds.is_some()
    }

    /// Writes beside an answer. Says whether it was such a place.
    pub(super) fn write_beside(&mut self, place: &Place, field: &Field, words: &Said) -> bool {
        match field {
            Field::Note => self.write_note(place, words),
            Field::Beside(voice) => {
                if let Some(mark) = self.mark_mut(place, *voice) {
                    mark.beside = words.clone();
                }
            }
            Field::Wording => {
                if self.knows_prompt(place) {
                    self.wordings.insert(place.clone(), words.clone());
                }
            }
            Field::Others => {
                self.company.others = words.clone();
                self.meet();
            }
            _ => return false,
        }
        true
    }

    /// Says how a step of an earlier plan was, in a guide that looks back.
    pub(super) fn look_back(&mut self, at: u32, step: &Said, words: &Said) {
        if self.guide.looks_back().is_none() {
            return;
        }
        let day = self.today;
        let looked = Looked {
            step: step.clone(),
            words: words.clone(),
            day,
        };
        self.looked.insert(at, looked);
        self.meet();
    }

    /// Marks what stands in a voice that is not the person's, or takes the mark back.
    pub(super) fn set_mark(&mut self, place: &Place, voice: Voice, verdict: Option<Verdict>) {
        if let Some(mark) = self.mark_mut(place, voice) {
            mark.verdict = verdict;
        }
    }

    fn mark_mut(&mut self, place: &Place, voice: Voice) -> Option<&mut Mark> {
        match voice {
            Voice::Person => None,
            Voice::Helper => {
                let given = self.answers.get_mut(place);
                given
                    .filter(|given| given.voice == Voice::Helper)
                    .map(|given| &mut given.mark)
            }
            Voice::Worker => self.notes.get_mut(place).map(|note| &mut note.mark),
        }
    }

    fn write_note(&mut self, place: &Place, words: &Said) {
        let (by, day) = (self.worker.clone(), self.today);
        if let Some(note) = self.notes.get_mut(place) {
            if note.words != *words {
                note.words = words.clone();
                note.day = day;
                note.mark.words_changed();
                // Who is alone at the screen and mends a word does not become its author.
                if self.mode == Mode::Together {
                    note.by = by;
                }
            }
            return;
        }
        let prompt = self.guide.prompt(&place.prompt);
        let takes = prompt.is_some_and(|prompt| {
            self.takes_note(prompt) && self.takes(prompt, place.card.as_ref())
        });
        if takes && self.mode == Mode::Together && *words != Said::default() {
            let (words, mark) = (words.clone(), Mark::default());
            let note = Note {
                words,
                by,
                day,
                mark,
            };
            self.notes.insert(place.clone(), note);
            self.meet();
        }
    }

    fn knows_prompt(&self, place: &Place) -> bool {
        let prompt = self.guide.prompt(&place.prompt);
        prompt.is_some_and(|prompt| self.takes(prompt, place.card.as_ref()))
    }

    /// Takes note of who is there, once anything is written together.
    pub(super) fn meet(&mut self) {
        if self.mode == Mode::Together {
            self.company.worker = Some(self.worker.clone());
        }
    }

    /// Whose words are written now.
    pub(super) fn voice(&self) -> Voice {
        let answered_for = match self.mode {
            Mode::Alone => self.is_by_proxy(),
            Mode::Together => self.company.answers,
        };
        if answered_for {
            Voice::Helper
        } else {
            Voice::Person
        }
    }
}

impl Given {
    /// Takes note of a change: the day, and whose words they are now.
    pub(super) fn changed(&mut self, day: Option<crate::words::Day>, voice: Voice) {
        self.day = day;
        self.voice = voice;
        self.mark.words_changed();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::sample::choice_id;
    use crate::session::sample::{after, beside_jo, place, session, write};
    use crate::session::{Action, Answer, At};
    use crate::words::Day;

    fn note(words: &str) -> Action {
        Action::Write(place("matters"), Field::Note, Said::new(words))
    }

    fn mark(voice: Voice, verdict: Verdict) -> Action {
        Action::Mark(place("matters"), voice, Some(verdict))
    }

    fn beside(voice: Voice, words: &str) -> Action {
        Action::Write(place("matters"), Field::Beside(voice), Said::new(words))
    }

    #[test]
    fn a_link_workers_note_holds_who_wrote_it_and_when() {
        let day = Day {
            year: 2026,
            month: 6,
            day: 3,
        };
        let noted = beside_jo(session("full")).on(day).apply(note("Lonely"));
        let written = &noted.notes()[&place("matters")];
        assert_eq!(written.words.words(), "Lonely");
        assert_eq!((&*written.by, written.day), ("Jo, link worker", Some(day)));
        assert_eq!(noted.company().worker.as_deref(), Some("Jo, link worker"));
        assert!(!noted.is_empty());
    }

    #[test]
    fn nobody_alone_begins_a_note_nor_becomes_its_author() {
        assert!(session("full").apply(note("Lonely")).is_empty());
        let noted = beside_jo(session("full")).apply(note("Lonely"));
        let alone = noted
            .in_mode(Mode::Alone, "".into())
            .apply(note("On my own"));
        let written = &alone.notes()[&place("matters")];
        assert_eq!(
            (written.words.words(), &*written.by),
            ("On my own", "Jo, link worker")
        );
    }

    #[test]
    fn a_note_stands_only_where_there_is_a_heading_for_it() {
        let at = |at| Action::Write(place(at), Field::Note, Said::new("Seen"));
        let noted = after(
            beside_jo(session("full")),
            ["who", "private", "check"].map(at),
        );
        assert!(noted.notes().is_empty());
    }

    #[test]
    fn a_yes_falls_when_the_words_change_and_a_not_quite_stays_with_the_words_beside_it() {
        let noted = beside_jo(session("full")).apply(note("Lonely"));
        let right = noted.clone().apply(mark(Voice::Worker, Verdict::Right));
        let verdict = |session: &Session| session.notes()[&place("matters")].mark.verdict;
        assert_eq!(verdict(&right), Some(Verdict::Right));
        assert_eq!(verdict(&right.apply(note("Very lonely"))), None);
        let differs = [
            mark(Voice::Worker, Verdict::NotQuite),
            beside(Voice::Worker, "Only at night"),
            note("Very lonely"),
        ];
        let differs = after(noted, differs);
        assert_eq!(verdict(&differs), Some(Verdict::NotQuite));
        let own = differs.mark(&place("matters"), Voice::Worker);
        assert_eq!(
            own.and_then(Mark::own).map(Said::words),
            Some("Only at night")
        );
    }

    #[test]
    fn words_beside_are_kept_while_another_mark_hides_them() {
        let noted = beside_jo(session("full")).apply(note("Lonely"));
        let told = [
            mark(Voice::Worker, Verdict::NotQuite),
            beside(Voice::Worker, "Only at night"),
            mark(Voice::Worker, Verdict::Right),
        ];
        let mark = after(noted, told).notes()[&place("matters")].mark.clone();
        assert_eq!(mark.own(), None);
        assert_eq!(mark.beside.words(), "Only at night");
    }

    #[test]
    fn words_someone_gave_for_the_person_are_known_as_theirs_and_can_be_marked() {
        let proxy = [
            Action::Choose(place("who"), choice_id("proxy"), true),
            write("matters", "Her dog"),
        ];
        let told = after(session("full"), proxy);
        assert_eq!(told.answers()[&place("matters")].voice, Voice::Helper);
        let marked = told.apply(mark(Voice::Helper, Verdict::Right));
        let verdict = |session: &Session| session.answers()[&place("matters")].mark.verdict;
        assert_eq!(verdict(&marked), Some(Verdict::Right));
        let own = [
            Action::Choose(place("who"), choice_id("me"), true),
            write("matters", "My dog"),
        ];
        let own = after(marked, own);
        assert_eq!(own.answers()[&place("matters")].voice, Voice::Person);
        assert_eq!(verdict(&own), None);
        assert_eq!(
            verdict(&own.apply(mark(Voice::Person, Verdict::Right))),
            None
        );
    }

    #[test]
    fn who_answers_in_the_room_is_said_there_and_not_by_who_wrote_at_home() {
        let proxy = Action::Choose(place("who"), choice_id("proxy"), true);
        let home = session("full").apply(proxy);
        let met = beside_jo(home).apply(write("matters", "My dog"));
        assert_eq!(met.answers()[&place("matters")].voice, Voice::Person);
        let answered = after(
            met,
            [Action::AnsweredFor(true), write("matters", "Her dog")],
        );
        assert_eq!(answered.answers()[&place("matters")].voice, Voice::Helper);
    }

    #[test]
    fn a_question_in_a_link_workers_own_words_is_noted_with_the_answer() {
        let asked = Action::Write(place("matters"), Field::Wording, Said::new("What counts?"));
        let told = after(
            beside_jo(session("full")),
            [asked, write("matters", "My dog")],
        );
        assert_eq!(&*told.answers()[&place("matters")].asked, "What counts?");
    }

    #[test]
    fn what_was_said_together_stands_alone_and_the_other_way_round() {
        let team = [Action::GoTo(place("team")), write("team", "Both of us")];
        let met = after(beside_jo(session("full")), team);
        assert_eq!(met.mode(), Mode::Together);
        assert!(matches!(
            &met.answers()[&place("team")].answer,
            Answer::Words(_)
        ));
        assert_eq!(*met.at(), At::Prompt(place("team")));
        let alone = met.clone().in_mode(Mode::Alone, "".into());
        assert!(alone.stands(&place("team")) && !alone.is_open(&place("team")));
        assert_ne!(
            *alone.at(),
            At::Prompt(place("team")),
            "what is not asked is not shown"
        );
        assert_eq!(alone.answers(), met.answers());
        assert_eq!(beside_jo(alone).answers(), met.answers());
    }
}
