//! Then and now: what stands there, and what is said of it.

use super::*;

#[test]
fn a_review_can_be_gone_on_with_or_put_beside_another() {
    let file = Told::review().after([write("rv-good", "Walks")]).file();
    let here = Told::with(REVIEW, 12).after([write("rv-good", "Tea"), came(&file)]);
    let labels: Vec<_> = here
        .opening()
        .ways
        .into_iter()
        .map(|way| way.label)
        .collect();
    assert!(labels.contains(&here.app.words.line("put-beside")));
    let beside = here.after([travel(Travel::PutBeside)]);
    assert_eq!(beside.then().days.len(), 2);
    assert!(beside.text().contains("Tea") && !beside.text().contains("Walks"));
    let first = Told::first().after([came(&file), travel(Travel::PutBeside)]);
    assert!(
        first.app.files.earlier.is_empty(),
        "this guide does not look back"
    );
}

#[test]
fn earlier_summaries_stand_by_day_and_none_of_them_twice() {
    let no_day = {
        let told = Told {
            app: App::new(),
            effects: Vec::new(),
        };
        told.after([
            Event::GuideGiven(FIRST.into()),
            Event::Start,
            write("fc-hope", "None"),
        ])
        .file()
    };
    let at = |month, words| {
        Told::with(FIRST, month)
            .after([write("fc-hope", words)])
            .file()
    };
    let (may, june, other) = (at(5, "May"), at(6, "June"), at(6, "Other"));
    let review = [&june, &may, &other, &no_day, &may]
        .iter()
        .fold(Told::review(), |told, file| told.open(file));
    let days: Vec<_> = review
        .then()
        .days
        .iter()
        .map(|day| day.text.to_string())
        .collect();
    assert_eq!(
        days,
        ["Earlier", "3 May 2026", "3 June 2026", "3 June 2026", "Now"]
    );
    let file = review.after([write("rv-good", "Walks")]).file();
    // An earlier one with earlier ones in it.
    let later = Told::with(REVIEW, 12).after([came(&file), travel(Travel::PutBeside)]);
    assert_eq!(later.then().days.len(), 6);
    assert_eq!(later.open(&may).then().days.len(), 6);
}

#[test]
fn what_is_said_of_a_step_stays_with_it_whatever_is_opened_after() {
    let [one, two] = [step(0, "Call"), step(1, "Call")];
    let file = told().after(one).after(two).file();
    let review = Told::review()
        .open(&file)
        .after([look_back(1, "The second")]);
    let said = |step: &str, words: &str| (step.to_owned(), words.to_owned());
    assert_eq!(
        review.looked(),
        [said("Call", ""), said("Call", "The second")]
    );
    let newer = Told::with(FIRST, 7).after(step(0, "Walk")).file();
    let both = review.open(&newer);
    assert_eq!(
        both.looked(),
        [said("Walk", ""), said("Call", "The second")]
    );
    let walked = both.after([look_back(0, "Daily"), Event::OpenThen]);
    assert_eq!(
        walked.looked(),
        [said("Walk", "Daily"), said("Call", "The second")]
    );
    let text = walked.text();
    assert!(text.contains("The second") && text.contains("Daily"));
}

#[test]
fn a_row_of_the_earlier_plan_that_does_not_say_what_is_no_step_to_look_back_on() {
    let only_who = [
        Action::AddStep(place("fc-step")),
        Action::SetWho(place("fc-step"), StepId(0), Some(Who::Me)),
    ];
    let file = told()
        .after(only_who.map(Event::act))
        .after(step(1, "Call"))
        .file();
    let review = Told::review().open(&file);
    assert_eq!(review.looked(), [("Call".to_owned(), String::new())]);
}

#[test]
fn each_life_card_stands_with_the_pile_it_lay_on_each_time() {
    let sort = |prompt: &str, card: &str, pile| {
        let card = ChoiceId::new(card).unwrap();
        Event::act(Action::Sort(place(prompt), card, Some(pile)))
    };
    let first = Told::first().after([
        sort("fc-areas", "home", Pile::Change),
        sort("fc-areas", "money", Pile::Well),
    ]);
    let now = Told::review()
        .open(&first.file())
        .after([sort("rv-areas", "home", Pile::Well)]);
    let (_, _, cards) = now.then().cards.unwrap();
    let cards = cards.iter().map(|card| {
        let lies = card.lies.iter().map(|lies| lies.text.to_string());
        (card.title.text.to_string(), lies.collect::<Vec<_>>())
    });
    let stood = |title: &str, lies: [&str; 2]| (title.to_owned(), lies.map(str::to_owned).to_vec());
    assert_eq!(
        cards.collect::<Vec<_>>(),
        [
            stood("Home and where I live", ["Want a change", "Going well"]),
            stood("Money and bills", ["Going well", "Not chosen"]),
        ]
    );
}

#[test]
fn a_summary_is_from_the_day_on_which_anything_in_it_was_last_changed() {
    let options = Options {
        mode: Mode::Together,
        ..Options::default()
    };
    let file = told().file();
    let day = Day {
        year: 2026,
        month: 8,
        day: 1,
    };
    let noted = Told::with(FIRST, 8)
        .after([Event::Configure(Rc::new(options))])
        .open(&file)
        .after([Event::Today(day)])
        .after([Event::act(Action::Write(
            place("fc-matters"),
            Field::Note,
            Said::new("Lit up"),
        ))]);
    assert_eq!(noted.app.summary().unwrap().day, Some(day));
}
