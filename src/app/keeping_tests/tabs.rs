//! Several tabs: none writes over another, and what one deletes no other brings back.

use super::*;

fn both(device: &Rc<Faulty>) -> [Tab; 2] {
    [(); 2].map(|()| Tab::open(&Rc::default(), device).unlocked(SIX))
}

#[test]
fn two_tabs_with_the_same_kept_words_become_two() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let [one, two] = both(&tab.device);
    let two = Tab { drawn: 100, ..two };
    let one = one.hear(write("fc-hope", "I am the first")).later();
    let two = two.hear(write("fc-hope", "I am the second")).later();
    let one = one.hear(write("fc-hope", "I am still the first")).later();
    assert!(one.is_kept() && two.is_kept());
    let newest = Tab::open(&Rc::default(), &tab.device);
    assert_eq!(newest.app.keeping.found.len(), 2);
    let newest = newest.unlocked(SIX);
    let other = newest.after([
        keep(Keep::OpenKept),
        Event::Travel(Travel::Typed(Said::new(SIX))),
    ]);
    let other = other.after([Event::Travel(Travel::Unlock), Event::Travel(Travel::TakeUp)]);
    let texts = [one.text(), two.text()];
    assert!(
        texts.contains(&other.text()),
        "the other is reached after the newest"
    );
}

#[test]
fn a_tab_that_was_copied_goes_its_own_way() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab)).later();
    // A browser copies the tab's own storage when it duplicates a tab.
    let copied = Rc::new(Faulty::default());
    copied.texts.replace(tab.own.texts.borrow().clone());
    let copy = Tab::open(&copied, &tab.device);
    assert_eq!(copy.text(), tab.text());
    let copy = copy.hear(write("fc-hope", "Only in the copy")).later();
    let tab = tab.hear(write("fc-hope", "Only in the first")).later();
    assert!(copy.reloaded().text().contains("Only in the copy"));
    assert!(tab.reloaded().text().contains("Only in the first"));
}

#[test]
fn what_another_tab_deleted_is_said_to_be_gone_and_is_not_written_again() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let other = Tab::open(&Rc::default(), &tab.device).started();
    other.after([Event::OpenSummary, Event::AskDelete, Event::Delete]);
    let tab = tab.hear(write("fc-hope", "Written after")).later();
    assert!(tab.says("not-kept-gone"));
    let (line, ways) = tab.foot();
    assert_eq!(line, tab.words("not-kept-gone"));
    assert!(ways.contains(&tab.words("download")));
    let tab = tab.hear(write("fc-hope", "And more")).later();
    assert_eq!(tab.device.count(), 0);
    assert!(tab.text().contains("And more"));
    let tab = tab.keeps(Some(Form::Device));
    assert!(
        tab.is_kept() && tab.device.count() > 0,
        "it can be chosen anew"
    );
}

#[test]
fn words_kept_by_a_newer_page_stay_as_they_are() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab)).later();
    tab.own.change(|text| text.replacen("kept 1", "kept 9", 1));
    let newer = tab.own.texts.borrow().clone();
    let old = tab.reloaded().started().keeps(Some(Form::Tab)).later();
    assert!(old.is_kept());
    let now = old.own.texts.borrow();
    assert!(newer.iter().all(|(name, text)| now.get(name) == Some(text)));
}
