//! What a passphrase locks, and how long it stays.

use super::*;

#[test]
fn a_locked_file_is_made_with_the_passphrase_and_the_choice_that_stood_there_when_it_was_asked_for()
{
    let begun = told()
        .after([keep_back("hope", true), travel(Travel::Ways)])
        .after([
            travel(Travel::Locks(true)),
            typed(SIX),
            travel(Travel::Download),
        ]);
    assert!(begun.says("locking"));
    let changed = begun.after([typed(""), travel(Travel::Full(true)), travel(Travel::Work)]);
    let file = changed.files().last().unwrap().clone();
    let opened = Told::first().after([came(&file), typed(SIX)]);
    let opened = opened.after([Travel::Unlock, Travel::Work, Travel::TakeUp].map(travel));
    let text = opened.text();
    assert!(text.contains("My dog") && !text.contains("Rest"), "{text}");
}

#[test]
fn asking_twice_for_a_locked_file_makes_one() {
    let asked = told()
        .after([
            travel(Travel::Ways),
            travel(Travel::Locks(true)),
            typed(SIX),
        ])
        .after([Travel::Download, Travel::Download].map(travel));
    assert_eq!(
        asked
            .after([Travel::Work, Travel::Work].map(travel))
            .files()
            .len(),
        1
    );
}

#[test]
fn nothing_is_locked_without_a_passphrase() {
    let blank = told()
        .after([
            travel(Travel::Ways),
            travel(Travel::Locks(true)),
            typed(" \n"),
        ])
        .after([Travel::Download, Travel::Work].map(travel));
    assert!(blank.says("passphrase-first"));
    assert!(blank.files().is_empty());
}

#[test]
fn what_was_begun_on_a_screen_the_person_left_comes_to_nothing() {
    let locked = told().locked(SIX);
    let lock = vec![
        travel(Travel::Ways),
        travel(Travel::Locks(true)),
        typed(SIX),
        travel(Travel::Download),
    ];
    let open = vec![came(&locked), typed(SIX), travel(Travel::Unlock)];
    let other = Told::first().after([write("fc-hope", "Sleep")]).file();
    for begun in [lock, open] {
        for left in [
            vec![Event::CarryOn],
            vec![Event::OpenHelp],
            vec![Event::OpenSummary],
            vec![Event::AskDelete, Event::Delete],
            vec![Event::Restart],
            vec![Event::LeavePage],
            vec![came(&other)],
        ] {
            let before = told().after(begun.clone()).after(left);
            let (screen, count) = (before.app.frame(), before.effects.len());
            let after = before.after([travel(Travel::Work)]);
            assert_eq!(after.app.frame(), screen);
            assert_eq!(after.effects.len(), count);
        }
    }
}

#[test]
fn of_a_passphrase_nothing_stays_longer_than_its_screen() {
    let locked = told().locked(SIX);
    let lock = vec![
        travel(Travel::Ways),
        travel(Travel::Locks(true)),
        typed(SIX),
    ];
    let open = vec![came(&locked), typed(SIX), travel(Travel::Unlock)];
    for begun in [lock, open] {
        for left in [
            vec![Event::CarryOn],
            vec![Event::OpenHelp],
            vec![Event::Restart],
        ] {
            let left = told().after(begun.clone()).after(left);
            let late = left.after([typed(SIX)]);
            let files = &late.app.files;
            assert_eq!(
                (&files.typed, &files.offered),
                (&Said::default(), &Said::default())
            );
            assert!(files.chance.is_none() && files.job.is_none());
        }
    }
    let opened = told().after([
        came(&locked),
        typed(SIX),
        travel(Travel::Unlock),
        travel(Travel::Work),
    ]);
    assert_eq!(opened.app.files.typed, Said::default());
}

#[test]
fn the_six_words_offered_go_into_the_box_by_a_press_that_stands_there_afterwards_too() {
    let shown = |told: &Told| match told.app.frame().screen {
        Screen::Ways(ways) => ways.passphrase.clone().unwrap(),
        other => panic!("no ways: {other:?}"),
    };
    let begun = told().after([travel(Travel::Ways)]);
    assert!(matches!(begun.app.frame().screen, Screen::Ways(ways) if ways.passphrase.is_none()));
    let begun = begun.after([travel(Travel::Locks(true))]);
    let (six, way) = shown(&begun).offered.unwrap();
    let used = begun.after([way.event.clone()]);
    assert_eq!(shown(&used).words, six);
    assert_eq!(shown(&used).offered, Some((six, way)));
}

#[test]
fn another_passphrase_and_a_damaged_file_are_told_in_the_same_words_and_change_nothing() {
    let locked = told().locked(SIX);
    let at = locked.rfind("-->").unwrap() - 40;
    let mut damaged = locked.clone();
    damaged.replace_range(
        at..=at,
        if damaged[at..].starts_with('A') {
            "B"
        } else {
            "A"
        },
    );
    let here = || Told::first().after([write("fc-hope", "Sleep")]);
    for (file, passphrase) in [
        (&locked, "seven plain words"),
        (&locked, ""),
        (&damaged, SIX),
    ] {
        let tried = here().after([came(file), typed(passphrase)]);
        let tried = tried.after([Travel::Unlock, Travel::Work, Travel::TakeUp].map(travel));
        assert!(tried.says("not-unlocked"));
        assert!(tried.opening().passphrase.is_some());
        let back = tried.after([Event::CarryOn]);
        assert!(back.text().contains("Sleep") && !back.text().contains("My dog"));
    }
}

#[test]
fn neither_words_nor_a_passphrase_are_shown_where_the_state_is_written_out() {
    let locked = told().locked("zxqv zxqv");
    let file = Told::first().after([write("fc-hope", "zxqv")]).file();
    let states = [
        told().after([
            travel(Travel::Ways),
            travel(Travel::Locks(true)),
            typed("zxqv"),
            travel(Travel::Download),
        ]),
        told().after([came(&locked), typed("zxqv zxqv"), travel(Travel::Unlock)]),
        told().after([
            came(&locked),
            typed("zxqv zxqv"),
            travel(Travel::Unlock),
            travel(Travel::Work),
        ]),
        told().after([came(&file)]),
        Told::review().open(&file),
    ];
    for told in states {
        assert!(!format!("{:?}", told.app).contains("zxqv"));
    }
    assert!(!format!("{:?}", came(&file)).contains("zxqv"));
}
