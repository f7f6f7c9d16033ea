//! The program broke and the person carries on: what was kept in the tab is kept on there, and what was kept on the device can be kept anew.

use super::*;
use crate::keep::store::faulty::Wrong;
use crate::keep::tests::Kept;

const OTHER: &str = "six other words";

impl Tab {
    /// A fresh instance in the same page, to which what was noted comes back.
    fn carried_on(self) -> Self {
        let mut noted = Kept::default();
        for effect in &self.effects {
            match effect {
                Effect::DropNotes => noted = Kept::default(),
                Effect::Note(one) => noted.note([one.piece.clone()]),
                _ => {}
            }
        }
        let options = self.options.clone();
        let tab = Self {
            app: App::new(),
            soon: Vec::new(),
            ..self
        };
        tab.after([
            Event::Rest(Rest::Missing),
            Event::TakeBack(Said::new(noted.back(&[]))),
            Event::Configure(Rc::new(options)),
            Event::GuideGiven(GUIDE.into()),
            Event::Rest(Rest::Here),
        ])
    }

    /// Another tab of the same browser, with what the passphrase opens in it.
    fn opened_with(&self, passphrase: &str) -> Self {
        Self::open(&Rc::default(), &self.device).unlocked(passphrase)
    }

    fn keeps_with(self, passphrase: &str) -> Self {
        let typed = Event::Travel(Travel::Typed(Said::new(passphrase)));
        self.choosing(Some(Form::Device))
            .after([typed, keep(Keep::Use)])
    }
}

#[test]
fn what_is_kept_in_the_tab_is_kept_on_there_and_nowhere_twice() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab)).later();
    let mut tab = tab.hear(write("fc-hope", "Seeing my sister"));
    for times in 1..3 {
        tab = tab.carried_on();
        assert!(tab.text().contains("my sister"), "newer than what was kept");
        assert_eq!(tab.foot().0, tab.words("kept-tab"));
        tab = tab.later();
        assert_eq!(tab.own.count(), 2, "two slots of one conversation");
        assert!(tab.is_kept(), "after {times}");
    }
    let tab = tab.hear(write("fc-hope", "My sister and her dog")).later();
    assert!(tab.reloaded().text().contains("her dog"));
    assert_eq!(tab.device.count(), 0);
}

#[test]
fn what_another_widget_keeps_in_the_tab_is_not_taken_for_ours() {
    let tab = Tab::fresh().started();
    let other = Tab::open(&tab.own, &tab.device).started();
    let other = other.keeps(Some(Form::Tab)).later();
    let before = other.own.texts.clone();
    let tab = tab.carried_on();
    let tab = tab.hear(write("fc-hope", "Mine alone")).later();
    assert_eq!(tab.foot().0, tab.words("kept-nowhere"));
    assert_eq!(tab.own.texts, before, "nobody chose to keep these");
}

#[test]
fn what_is_kept_on_the_device_is_kept_on_no_more_and_the_screen_says_so() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let tab = tab.hear(write("fc-hope", "Seeing my sister")).carried_on();
    assert!(tab.says("kept-before"));
    let (foot, ways) = tab.foot();
    assert_eq!(
        (foot, ways),
        (tab.words("kept-nowhere"), vec![tab.words("keep-here")])
    );
    let tab = tab.hear(write("fc-hope", "Seeing my dog")).later();
    assert!(
        tab.opened_with(SIX).text().contains(MINE),
        "it lies there as it was"
    );
}

#[test]
fn kept_anew_it_takes_the_place_of_what_was_kept_whatever_the_passphrase() {
    for again in [SIX, OTHER] {
        let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
        let tab = tab.hear(write("fc-hope", "Seeing my sister")).carried_on();
        let tab = tab.carried_on().keeps_with(again);
        assert_eq!(tab.foot().0, tab.words("kept-device"));
        assert_eq!(tab.device.count(), 1, "one conversation");
        let other = tab.opened_with(again);
        assert!(other.text().contains("my sister"));
        if again == OTHER {
            assert!(!tab.opened_with(SIX).text().contains("my sister"));
        }
    }
}

#[test]
fn where_keeping_anew_fails_what_was_kept_stays() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let tab = tab.carried_on();
    tab.device.wrong.set(Some(Wrong::Full));
    let tab = tab.keeps_with(OTHER);
    assert!(!tab.is_kept());
    tab.device.wrong.set(None);
    assert!(tab.opened_with(SIX).text().contains(MINE));
}

#[test]
fn who_keeps_nothing_after_all_or_deletes_everything_leaves_nothing_behind() {
    for ends in [
        vec![keep(Keep::Open), keep(Keep::Choose(None)), keep(Keep::Use)],
        vec![Event::Delete],
        vec![Event::Restart],
    ] {
        let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
        let tab = tab.carried_on().after(ends);
        assert_eq!(tab.device.count(), 0);
    }
}

#[test]
fn what_was_kept_is_opened_with_its_passphrase_and_kept_on() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let tab = tab.carried_on().unlocked(SIX);
    let tab = tab.hear(Event::Travel(Travel::TakeUp));
    assert_eq!(tab.foot().0, tab.words("kept-device"));
    let tab = tab.hear(write("fc-hope", "Seeing my dog")).later();
    assert_eq!(tab.device.count(), 2, "two slots of one conversation");
    assert!(tab.opened_with(SIX).text().contains("my dog"));
}
