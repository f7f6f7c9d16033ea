//! Steps of the link worker's view, and of the file that travels.

use std::rc::Rc;

use what_matters::app::{Effect, Event, Key, Press, Travel};
use what_matters::guide::PromptId;
use what_matters::session::{Action, Field, Place, Verdict};
use what_matters::words::Said;

use super::{Walk, mode_of, voice_of};

impl Walk {
    /// A step of the link worker's view.
    pub(super) fn together(&mut self, parts: &[&str], said: Said) -> Event {
        let act = Event::act;
        let place = || self.place();
        let at = |prompt: &str| Place::of(&PromptId::new(prompt).expect("a prompt"));
        match *parts {
            ["mode", mode] => {
                self.options.mode = mode_of(mode);
                Event::Configure(Rc::new(self.options.clone()))
            }
            ["key", letter] => Event::Key(Key::Sign(letter.chars().next().expect("a letter"))),
            ["on"] => Event::Key(Key::On),
            ["escape"] => Event::Key(Key::Escape),
            ["first"] => Event::Key(Key::First),
            ["note"] => act(Action::Write(place(), Field::Note, said)),
            ["wording"] => act(Action::Write(place(), Field::Wording, said)),
            ["others"] => act(Action::Write(place(), Field::Others, said)),
            ["by", "phone"] => act(Action::ByPhone(true)),
            ["answered", "for"] => act(Action::AnsweredFor(true)),
            ["mark", prompt, voice, verdict] => {
                let verdict = match verdict {
                    "right" => Verdict::Right,
                    _ => Verdict::NotQuite,
                };
                let place = at(prompt);
                act(Action::Mark(place, voice_of(voice), Some(verdict)))
            }
            ["beside", prompt, voice] => {
                let place = at(prompt);
                act(Action::Write(place, Field::Beside(voice_of(voice)), said))
            }
            ["alone", "together"] => Event::Press(Press::Alone),
            ["away"] => Event::Press(Press::Away),
            ["seek"] => Event::Press(Press::Seek(said.words().into())),
            ["heading", n] => Event::Press(Press::Heading(n.parse().ok())),
            ["all", "headings"] => Event::Press(Press::Heading(None)),
            ["own", "step"] => Event::Press(Press::OwnStep),
            ["done"] => {
                self.editing = None;
                Event::Edit(None)
            }
            _ => self.travel(parts, said),
        }
    }

    /// A step with a file.
    fn travel(&mut self, parts: &[&str], said: Said) -> Event {
        let travel = |travel| Event::Travel(travel);
        match *parts {
            ["take", "it"] => travel(Travel::Ways),
            ["full", "copy"] => travel(Travel::Full(true)),
            ["lock", "it"] => {
                self.send(travel(Travel::Locks(true)));
                travel(Travel::Typed(said))
            }
            ["download", "it"] => travel(Travel::Download),
            ["work"] => travel(Travel::Work),
            ["open", "the", "last", "file"] => {
                let file = self.file.clone().expect("a file was made");
                travel(Travel::Came(Ok(Said::new(file))))
            }
            ["unlock"] => {
                self.send(travel(Travel::Typed(said)));
                self.send(travel(Travel::Unlock));
                travel(Travel::Work)
            }
            ["open", "it"] => travel(Travel::TakeUp),
            ["not", "now"] => Event::CarryOn,
            ["open", guide] => {
                let mut other = Self::begin(self.options.clone(), &super::shipped(guide));
                for line in [
                    "start",
                    "stage talk",
                    "write \"Sam\"",
                    "stage matters",
                    "write \"My dog, Biscuit.\"",
                    "stage life",
                    "next",
                    "sort home change",
                    "sort joy well",
                    "more home",
                    "next",
                    "write \"The damp is back.\"",
                    "stage plan",
                    "add step",
                    "step 1 what \"Ring the council\"",
                    "summary",
                    "download",
                ] {
                    other.run(line);
                }
                travel(Travel::Came(Ok(Said::new(
                    other.file.expect("a file was made"),
                ))))
            }
            ["look", "back", n] => {
                let at = n.parse::<u32>().expect("a number") - 1;
                let first = self.app().session().expect("a conversation").guide();
                let first = Place::of(&first.prompts()[0].id);
                Event::act(Action::Write(first, Field::Looked(at), said))
            }
            ["print", "then"] => Event::PrintThen,
            ["then"] => Event::OpenThen,
            _ => panic!("no such step: {}", parts.join(" ")),
        }
    }

    /// What the outside world answers at once to what is asked for a file.
    pub(super) fn answer(&mut self, effect: &Effect) {
        match effect {
            Effect::Download(document) => self.file = Some(document.body.as_str().into()),
            Effect::AskChance => {
                let chance = what_matters::app::Chance([7; 36]);
                self.send(Event::Travel(Travel::Chance(chance)));
            }
            _ => {}
        }
    }
}
