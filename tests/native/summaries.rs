//! Every renderer over whole conversations of the guide we ship.

use what_matters::guide::AnswerKind;
use what_matters::session::{Answer, Session, Wish};
use what_matters::summary::{Setting, Summary};
use what_matters::words::Catalogue;

use super::sessions::{start, walk, words_at};

fn summary(session: &Session) -> Summary {
    Summary::of(session, &Catalogue::english(), &Setting::default())
}

fn read_back(html: &str) -> String {
    html.replace("&#13;", "\r")
        .replace("&quot;", "\"")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
}

#[test]
fn every_place_that_takes_words_stands_in_text_file_and_json_as_written() {
    let mut ideas_read = 0;
    for route in ["full", "short"] {
        let (session, met) = walk(start(route).with_services(true));
        let summary = summary(&session);
        let text = summary.page().text();
        let file = read_back(&summary.page().html("my-summary.html").body);
        let json = summary.json();
        for place in met {
            let prompt = session.guide().prompt(&place.prompt).unwrap();
            let takes_words = matches!(
                prompt.answer,
                AnswerKind::ShortText | AnswerKind::LongText { .. } | AnswerKind::EachCard { .. }
            );
            let answer = session.answers().get(&place).map(|given| &given.answer);
            if takes_words {
                let words = words_at(&place);
                let in_json = serde_json::to_string(&words).unwrap();
                assert!(text.contains(&words), "{route} {words}");
                assert!(file.contains(&words), "{route} {words}");
                assert!(json.contains(&in_json), "{route} {words}");
            }
            if let Some(Answer::Ideas(ideas)) = answer {
                for opted in &ideas.options {
                    let lines = &opted.lines[..if opted.wish == Wish::NotForMe { 0 } else { 2 }];
                    for said in [&opted.name].into_iter().chain(lines) {
                        let in_json = serde_json::to_string(said.words()).unwrap();
                        assert!(text.contains(said.words()), "{route} {}", said.words());
                        assert!(file.contains(said.words()), "{route} {}", said.words());
                        assert!(json.contains(&in_json), "{route} {}", said.words());
                    }
                    ideas_read += 1;
                }
            }
        }
    }
    assert_eq!(ideas_read, 3, "on the full route alone");
}

#[test]
fn alone_there_is_a_wish_and_no_agreed_plan() {
    let (session, _) = walk(start("full"));
    let text = summary(&session).page().text();
    assert!(text.contains("\nWhat I would like to happen next\n"));
    assert!(!text.contains("Our next steps"));
}

#[test]
fn no_placeholder_is_left_unfilled() {
    for route in ["full", "short"] {
        let (session, _) = walk(start(route));
        let text = summary(&session).page().text();
        assert!(!text.contains(['{', '}']), "{text}");
    }
}
