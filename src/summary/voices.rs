//! Whose words stand in a summary, and what the person says of those that are not theirs.

use litemap::LiteMap;

use super::assemble::Ours;
use super::{Entry, Marked, Piece, about};
use crate::guide::{HeadingId, Prompt};
use crate::session::{Mark, Note, Place, Session, Verdict, Voice};
use crate::words::Line;

/// Whose words an answer holds, in words. Where someone wrote all of it for the person, that stands on top once and not on each.
pub(super) fn by(session: &Session, voice: Voice, ours: &Ours<'_>) -> Option<Line> {
    if voice != Voice::Helper {
        return None;
    }
    // What goes out decides, so that it reads the same wherever it is read.
    let mut answers = session.answers().iter();
    let is_mixed =
        answers.any(|(place, given)| given.voice == Voice::Person && session.is_read(place, given));
    if !is_mixed && session.company().worker.is_none() {
        return None;
    }
    Some(match session.writer() {
        Some((_, Some(helper))) => {
            let helper = helper.words().trim();
            ours.fill("by-helper-name", &[("helper", helper)])
        }
        _ => ours.line("by-helper"),
    })
}

/// What the person says of words that are not theirs.
pub(super) fn marked(session: &Session, mark: &Mark, ours: &Ours<'_>) -> Option<Marked> {
    let verdict = mark.verdict?;
    let key = match verdict {
        Verdict::Right => "mark-right",
        Verdict::NotQuite => "mark-not-quite",
    };
    Some(Marked {
        by: match about::name(session) {
            Some(name) => ours.fill("marked-by-name", &[("name", name.words().trim())]),
            None => ours.line("marked-by"),
        },
        verdict,
        says: ours.line(key),
        own: mark.own().cloned(),
    })
}

/// Puts what a link worker wrote under its heading: after the answer at its place, else where that would stand.
pub(super) fn put_notes<'a>(
    session: &'a Session,
    ours: &Ours<'_>,
    entries: &mut LiteMap<&'a HeadingId, Vec<Entry>>,
) {
    let guide = session.guide();
    let order = |place: &Place| guide.position(&place.prompt);
    let mut noted: Vec<_> = session.notes().iter().collect();
    noted.sort_by_key(|(place, _)| order(place));
    for (place, note) in noted {
        let prompt = guide.prompt(&place.prompt);
        let feeds = prompt.and_then(|prompt| Some((prompt, prompt.feeds.as_ref()?)));
        let Some((prompt, heading)) = feeds else {
            continue;
        };
        if note.words.is_blank() || !session.stands(place) {
            continue;
        }
        let stand = entries.entry(heading).or_default();
        let after = stand.iter().rposition(|entry| entry.place == *place);
        let at = match after {
            Some(at) => at + 1,
            None => stand
                .iter()
                .position(|entry| order(&entry.place) > order(place))
                .unwrap_or(stand.len()),
        };
        stand.insert(
            at,
            entry(session, prompt, place, note, ours, after.is_some()),
        );
    }
}

fn entry(
    session: &Session,
    prompt: &Prompt,
    place: &Place,
    note: &Note,
    ours: &Ours<'_>,
    follows: bool,
) -> Entry {
    let is_led = follows || session.leads(prompt);
    Entry {
        place: place.clone(),
        voice: Voice::Worker,
        by: Some(ours.fill("by-worker", &[("worker", &note.by)])),
        label: (!is_led).then(|| ours.text(&prompt.ask)),
        pieces: vec![Piece::Said(note.words.clone())],
        mark: marked(session, &note.mark, ours),
        brought: false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Setting, Summary};
    use super::*;
    use crate::guide::sample::{choice_id, heading_id};
    use crate::session::sample::{after, beside_jo, change_cards, choose, place, session, write};
    use crate::session::{Action, Field};
    use crate::words::{Catalogue, Said};

    fn summary(session: &Session) -> Summary {
        Summary::of(session, &Catalogue::english(), &Setting::default())
    }

    fn note(at: &str, words: &str) -> Action {
        Action::Write(place(at), Field::Note, Said::new(words))
    }

    fn entries(session: &Session, heading: &str) -> Vec<(Voice, Option<String>)> {
        let parts = summary(session).parts;
        let part = parts.iter().find(|part| part.id.name() == heading).unwrap();
        let whose = |entry: &Entry| entry.by.as_ref().map(|by| by.text.to_string());
        let entries = part.entries.iter();
        entries.map(|one| (one.voice, whose(one))).collect()
    }

    #[test]
    fn a_note_stands_after_the_answer_it_is_beside_with_the_name_of_who_wrote_it() {
        let told = after(
            beside_jo(session("full")),
            [
                note("matters", "Lit up"),
                write("matters", "My dog"),
                write("day", "Walks"),
            ],
        );
        let jo = Some("Written by Jo, link worker".to_owned());
        let expected = [
            (Voice::Person, None),
            (Voice::Worker, jo),
            (Voice::Person, None),
        ];
        assert_eq!(entries(&told, "matters"), expected);
    }

    #[test]
    fn a_note_without_an_answer_stands_where_that_would() {
        let told = after(
            beside_jo(session("full")),
            [write("day", "Walks"), note("matters", "Said nothing here")],
        );
        let voices = entries(&told, "matters")
            .into_iter()
            .map(|(voice, _)| voice);
        assert_eq!(voices.collect::<Vec<_>>(), [Voice::Worker, Voice::Person]);
    }

    #[test]
    fn there_are_no_hidden_notes() {
        let all = ["name", "matters", "day", "soon", "way", "pace", "else"];
        let noted = after(
            beside_jo(session("full")),
            all.map(|at| note(at, &format!("Of {at}"))),
        );
        let alone = noted.in_mode(crate::session::Mode::Alone, "".into());
        let text = summary(&alone).page().text();
        for at in all {
            assert!(text.contains(&format!("Of {at}\n")), "{at}: {text}");
        }
        let named = text.matches("Written by Jo, link worker: ").count();
        assert_eq!(named, all.len(), "{text}");
    }

    #[test]
    fn a_mark_and_what_was_marked_both_stand() {
        let marked = after(
            beside_jo(session("full")),
            [
                write("name", "Sam"),
                note("matters", "Lonely"),
                Action::Mark(place("matters"), Voice::Worker, Some(Verdict::NotQuite)),
                Action::Write(
                    place("matters"),
                    Field::Beside(Voice::Worker),
                    Said::new("At night"),
                ),
            ],
        );
        let text = summary(&marked).page().text();
        assert!(
            text.contains("Written by Jo, link worker: Lonely"),
            "{text}"
        );
        assert!(text.contains("Sam says: Not quite: At night"), "{text}");
    }

    #[test]
    fn words_given_for_the_person_are_named_once_others_stand_beside_them() {
        let proxy = [choose("who", "proxy"), write("matters", "Her dog")];
        let told = after(session("full"), proxy);
        assert_eq!(entries(&told, "matters"), [(Voice::Helper, None)]);
        let own = after(
            told,
            [
                Action::Choose(place("who"), choice_id("proxy"), false),
                write("day", "Walks"),
            ],
        );
        let by = Some("Answered by someone else".to_owned());
        assert_eq!(
            entries(&own, "matters"),
            [(Voice::Helper, by), (Voice::Person, None)]
        );
    }

    #[test]
    fn words_that_are_read_nowhere_or_kept_back_have_nothing_named_beside_them() {
        let proxy = [choose("who", "proxy"), write("matters", "Her dog")];
        let sort_no_more = Action::Sort(place("areas"), choice_id("home"), None);
        let nowhere = change_cards(&["home"])
            .into_iter()
            .chain([write("now/home", "Damp"), sort_no_more]);
        let kept = [
            write("else", "Tea"),
            Action::KeepBack(heading_id("soon"), true),
        ];
        // Words of a card that lies on no pile.
        let apart = [Action::Write(
            place("areas"),
            Field::Detail(choice_id("other")),
            Said::new("Tea"),
        )];
        for own in [nowhere.collect::<Vec<_>>(), kept.to_vec(), apart.to_vec()] {
            let told = after(after(session("full"), own), proxy.clone());
            assert_eq!(entries(&told, "matters"), [(Voice::Helper, None)]);
        }
    }
}
