//! Row A: sixteen things that go wrong with a storage, in six moments, with each of the three forms; and every operation of a long way failing, once and for ever.

use super::*;
use crate::keep::store::faulty::Wrong;

const FORMS: [Option<Form>; 3] = [None, Some(Form::Tab), Some(Form::Device)];

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Storage(Wrong),
    Foreign,
    Vanishes,
    Cleared,
    Partitioned,
    Slow,
    Newer,
    Older,
    ClockBack,
}

const FAULTS: [Fault; 16] = [
    Fault::Storage(Wrong::Denied),
    Fault::Storage(Wrong::Missing),
    Fault::Storage(Wrong::Full),
    Fault::Storage(Wrong::FullAfter(3_000)),
    Fault::Storage(Wrong::Deaf),
    Fault::Storage(Wrong::Alters),
    Fault::Storage(Wrong::Cuts),
    Fault::Storage(Wrong::Opaque),
    Fault::Foreign,
    Fault::Vanishes,
    Fault::Cleared,
    Fault::Partitioned,
    Fault::Slow,
    Fault::Newer,
    Fault::Older,
    Fault::ClockBack,
];

/// When it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Look,
    Choose,
    Write,
    ComeBack,
    Stop,
    Delete,
}

const MOMENTS: [Moment; 6] = [
    Moment::Look,
    Moment::Choose,
    Moment::Write,
    Moment::ComeBack,
    Moment::Stop,
    Moment::Delete,
];

/// Makes it go wrong from now on.
fn strike(tab: &mut Tab, fault: Fault) {
    for store in [&tab.own, &tab.device] {
        match fault {
            Fault::Storage(wrong) => store.wrong.set(Some(wrong)),
            Fault::Foreign => store.change(|_| "{\"items\":[1,2,3]}".to_owned()),
            Fault::Vanishes => {
                let mut texts = store.texts.borrow_mut();
                texts.pop_first();
            }
            Fault::Cleared => store.texts.borrow_mut().clear(),
            Fault::Newer => store.change(|text| text.replacen("kept 1", "kept 2", 1)),
            Fault::Older => store.change(|text| text.replacen("kept 1", "kept 0", 1)),
            Fault::Partitioned | Fault::Slow | Fault::ClockBack => {}
        }
    }
    match fault {
        // Another site around the same frame has a storage of its own.
        Fault::Partitioned => (tab.own, tab.device) = (Rc::default(), Rc::default()),
        Fault::Slow => tab.now += 60,
        Fault::ClockBack => tab.now = 1,
        _ => {}
    }
}

/// What a tab that is opened now on the same storage can show of the words.
fn comes_back(tab: &Tab, form: Form) -> String {
    for store in [&tab.own, &tab.device] {
        store.wrong.set(None);
        store.fails.set(None);
    }
    let again = tab.reloaded();
    match form {
        Form::Tab => again.text(),
        Form::Device => again.unlocked(SIX).text(),
    }
}

/// The person's words are on the page, and what the page says of keeping is so.
fn holds(tab: &Tab, words: &str, what: &str) {
    assert!(tab.text().contains(words), "{what}: the words on the page");
    let (line, ways) = tab.foot();
    let on = tab.app.keeping.on.as_ref();
    if tab.is_kept() {
        let form = on.expect("kept means on").form;
        assert_eq!(comes_back(tab, form), tab.text(), "{what}: said to be kept");
    } else if on.is_some() {
        assert!(
            ways.contains(&tab.words("download")),
            "{what}: {line}: {ways:?}"
        );
    } else {
        assert_eq!(line, tab.words("kept-nowhere"), "{what}");
    }
}

#[test]
fn where_it_is_said_that_words_could_not_be_kept_they_can_be_downloaded() {
    let tab = Tab::fresh().started();
    tab.own.fails.set(Some((1, true)));
    let tab = tab.keeps(Some(Form::Tab));
    assert!(!tab.is_kept());
    let way = tab
        .app
        .frame()
        .notice
        .and_then(|notice| notice.way)
        .unwrap();
    assert_eq!(*way.label.text, *tab.words("download"));
    let tab = tab.hear(way.event);
    let has = |effect: &Effect| matches!(effect, Effect::Download(..));
    assert!(tab.effects.iter().any(has), "{:?}", tab.effects);
}

#[test]
fn sixteen_faults_in_six_moments_with_three_forms() {
    let mut cases = 0;
    for form in FORMS {
        for moment in MOMENTS {
            for fault in FAULTS {
                let what = format!("{form:?}, {moment:?}, {fault:?}");
                run(form, moment, fault, &what);
                cases += 1;
            }
        }
    }
    assert_eq!(cases, 288);
}

fn run(form: Option<Form>, moment: Moment, fault: Fault, what: &str) {
    const MORE: &str = "Seeing my garden, and my sister";
    let mut tab = Tab::fresh();
    if moment == Moment::Look {
        strike(&mut tab, fault);
        let tab = tab.reloaded().started();
        return holds(&tab, MINE, what);
    }
    tab = tab.started();
    if moment == Moment::Choose {
        strike(&mut tab, fault);
        let tab = tab.keeps(form).later();
        holds(&tab, MINE, what);
        let tab = tab.hear(write("fc-hope", MORE)).later();
        return holds(&tab, MORE, what);
    }
    tab = tab.keeps(form).later();
    tab = tab.hear(write("fc-hope", "Seeing my garden soon")).later();
    strike(&mut tab, fault);
    match moment {
        Moment::Write => {
            let tab = tab.hear(write("fc-hope", MORE)).later();
            holds(&tab, MORE, what);
        }
        Moment::ComeBack => {
            let again = tab.reloaded();
            let again = if form == Some(Form::Device) {
                again.unlocked(SIX)
            } else {
                again
            };
            // All of it, the state before the last write, or nothing; never a part.
            let texts = [
                tab.text(),
                tab.text().replace(" soon", ""),
                Tab::fresh().text(),
            ];
            assert!(texts.contains(&again.text()), "{what}: {}", again.text());
            let again = again
                .after([Event::CarryOn, Event::Start, write("fc-hope", MORE)])
                .later();
            holds(&again, MORE, what);
        }
        Moment::Stop => {
            let tab = tab.keeps(None).later();
            holds(&tab, "Seeing my garden soon", what);
        }
        Moment::Delete => {
            let tab = tab
                .after([Event::OpenSummary, Event::AskDelete, Event::Delete])
                .later();
            assert!(!tab.text().contains(MINE), "{what}");
            let left = tab.own.count() + tab.device.count();
            assert!(left == 0 || tab.says("not-wiped"), "{what}: {left} left");
        }
        Moment::Look | Moment::Choose => {}
    }
}

/// A long way: chosen, written, loaded again, changed, stopped, chosen again, deleted. It calls `at` before each step that could lose words.
fn long_way(own: &Rc<Faulty>, device: &Rc<Faulty>, what: &str) {
    let mut tab = Tab::open(own, device).started();
    holds(&tab, MINE, what);
    for form in [Some(Form::Tab), Some(Form::Device), None, Some(Form::Tab)] {
        tab = tab.keeps(form).later();
        holds_now(&tab, MINE, what);
        for words in ["Seeing my garden now", "Seeing my garden then"] {
            tab = tab.hear(write("fc-hope", words)).later();
            holds_now(&tab, words, what);
        }
        tab = tab.hear(write("fc-hope", MINE)).later();
    }
    let again = tab.reloaded();
    let nothing = Tab::fresh().text();
    let texts = [
        tab.text(),
        tab.text().replace(MINE, "Seeing my garden then"),
        nothing,
    ];
    assert!(texts.contains(&again.text()), "{what}: {}", again.text());
    let tab = tab
        .after([Event::OpenSummary, Event::AskDelete, Event::Delete])
        .later();
    assert!(!tab.text().contains(MINE), "{what}");
}

/// The same as `holds`, without a new tab, whose own looking would count.
fn holds_now(tab: &Tab, words: &str, what: &str) {
    assert!(tab.text().contains(words), "{what}");
    let is_on = tab.app.keeping.on.is_some();
    let offers = tab.foot().1.contains(&tab.words("download"));
    assert!(
        !is_on || tab.is_kept() || offers,
        "{what}: {:?}",
        tab.foot()
    );
}

#[test]
fn every_operation_of_a_long_way_fails_once_and_for_ever() {
    let (own, device) = (Rc::new(Faulty::default()), Rc::new(Faulty::default()));
    long_way(&own, &device, "with nothing wrong");
    let counts = [own.asked.get(), device.asked.get()];
    assert!(counts.iter().sum::<usize>() >= 60, "{counts:?}");
    for (which, count) in counts.into_iter().enumerate() {
        for at in 1..=count {
            for for_ever in [false, true] {
                let stores = [Rc::new(Faulty::default()), Rc::new(Faulty::default())];
                stores[which].fails.set(Some((at, for_ever)));
                let what = format!("storage {which}, operation {at}, for ever: {for_ever}");
                long_way(&stores[0], &stores[1], &what);
            }
        }
    }
}
