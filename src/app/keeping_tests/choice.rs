//! The choice, and what comes of it.

use super::*;

#[test]
fn nothing_is_asked_of_a_storage_but_to_look_before_the_choice() {
    let tab = Tab::fresh().started().later();
    let tab = tab.after([
        Event::act(Action::Next),
        Event::OpenSummary,
        keep(Keep::Open),
    ]);
    let tab = tab.hear(keep(Keep::Choose(Some(Form::Tab)))).later();
    assert_eq!(tab.own.count() + tab.device.count(), 0);
    let stores = |effect: &&Effect| {
        matches!(
            effect,
            Effect::Save(_) | Effect::DropKept(..) | Effect::WipeKept
        )
    };
    assert_eq!(tab.effects.iter().filter(stores).count(), 0);
}

#[test]
fn what_is_kept_in_the_tab_is_there_when_the_page_loads_again_and_where_the_person_was() {
    let tab = Tab::fresh().started().hear(Event::act(Action::Next));
    let tab = tab.keeps(Some(Form::Tab));
    assert!(tab.says("kept-tab-said"));
    assert_eq!(tab.foot().0, tab.words("kept-tab"));
    let tab = tab.hear(write("fc-hope", "Seeing my garden again")).later();
    let again = tab.reloaded();
    assert!(matches!(again.app.frame().screen, Screen::Welcome(_)));
    assert_eq!(again.text(), tab.text());
    assert!(again.text().contains("garden again"));
    let again = again.hear(Event::Start);
    assert_eq!(
        again.app.session().unwrap().at(),
        tab.app.session().unwrap().at()
    );
    assert_eq!(again.foot().0, tab.words("kept-tab"));
    assert_eq!(again.device.count(), 0);
}

#[test]
fn one_conversation_lies_in_one_place_whatever_was_done_before_it_was_kept() {
    for form in [Form::Tab, Form::Device] {
        let tab = Tab::fresh().started().hear(Event::act(Action::Next));
        let tab = tab.keeps(Some(form)).later();
        let tab = tab.after([Event::act(Action::Back), write("fc-hope", "More")]);
        let tab = tab.later().hear(Event::act(Action::Next)).later();
        assert_eq!(tab.own.count() + tab.device.count(), 2, "{form:?}");
        assert!(tab.is_kept());
    }
}

#[test]
fn who_goes_on_finds_what_was_said_before_though_the_page_goes_at_once() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab));
    let tab = tab.after([
        write("fc-hope", "Seeing my sister"),
        Event::act(Action::Next),
    ]);
    let again = tab.reloaded().hear(Event::Start);
    assert!(again.text().contains("my sister"));
    let at = |tab: &Tab| tab.app.session().unwrap().at().clone();
    assert_eq!(at(&again), at(&tab));
}

#[test]
fn a_start_pressed_early_goes_on_with_what_was_kept() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab)).later();
    let begun = App::new().update(Event::Rest(Rest::Missing)).app;
    let again = Tab {
        app: begun,
        soon: Vec::new(),
        effects: Vec::new(),
        ..tab
    };
    let again = again.after([
        Event::GuideGiven(GUIDE.into()),
        Event::Start,
        Event::Rest(Rest::Here),
    ]);
    assert!(matches!(again.app.frame().screen, Screen::Prompt(_)));
    assert!(again.text().contains(MINE));
}

#[test]
fn on_the_device_nothing_can_be_read_without_the_passphrase_and_with_it_all_comes_back() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    assert!(tab.says("kept-device-said"));
    let lies = format!("{:?}", tab.device.texts);
    assert!(
        !lies.contains("garden") && !lies.contains("fc-hope"),
        "{lies}"
    );
    assert_eq!(tab.own.count(), 0);
    let again = tab.reloaded();
    assert!(!again.text().contains(MINE));
    let wrong = again.unlocked("six plain word");
    assert!(wrong.says("kept-not-unlocked"));
    assert!(!wrong.text().contains(MINE));
    let right = tab.reloaded().unlocked(SIX);
    assert_eq!(right.text(), tab.text());
    assert!(right.is_kept());
    assert!(matches!(right.app.frame().screen, Screen::Prompt(_)));
}

#[test]
fn the_key_is_made_once_and_every_write_is_locked_otherwise() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device));
    let mut seen = Vec::new();
    let mut tab = tab;
    for at in 0..20 {
        tab = tab
            .hear(write("fc-hope", &format!("{MINE} {}", at % 2)))
            .later();
        seen.extend(tab.device.texts.borrow().values().cloned());
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 21);
    let text = |stored: &str| stored.split("\"text\":\"").nth(1).unwrap()[..80].to_owned();
    let mut heads: Vec<_> = seen.iter().map(|stored| text(stored)).collect();
    // Version, settings and salt are the same in each; the nonce after them in none.
    let salts: std::collections::BTreeSet<_> =
        heads.iter().map(|head| head[..44].to_owned()).collect();
    assert_eq!(salts.len(), 1);
    heads.dedup();
    assert_eq!(heads.len(), 21);
}

#[test]
fn a_passphrase_has_to_be_typed_first() {
    let tab = Tab::fresh().started().choosing(Some(Form::Device));
    let tab = tab.hear(keep(Keep::Use));
    assert!(tab.says("passphrase-first"));
    assert_eq!(tab.device.count(), 0);
    let boxed = tab.screen().passphrase.clone().unwrap();
    let offered = boxed.offered.unwrap().0;
    assert_eq!(offered.words().split(' ').count(), 6);
    let tab = tab.hear(keep(Keep::Choose(Some(Form::Tab))));
    assert!(!tab.says("passphrase-first"), "another choice needs none");
    let tab = tab.after([keep(Keep::Choose(Some(Form::Device))), keep(Keep::Use)]);
    assert!(tab.says("passphrase-first"));
    let tab = tab.hear(Event::Travel(Travel::UseOffered));
    assert!(!tab.says("passphrase-first"), "and there is one now");
    assert!(tab.hear(keep(Keep::Use)).is_kept());
}

#[test]
fn a_write_that_ends_does_not_shut_the_choice_that_was_opened_meanwhile() {
    for form in [Form::Tab, Form::Device] {
        let tab = Tab::fresh().started().keeps(Some(form)).later();
        let tab = tab.hear(write("fc-hope", "More")).hear(keep(Keep::Open));
        let tab = tab.later();
        assert_eq!(tab.screen().forms.iter().filter(|one| one.is_on).count(), 1);
        assert!(tab.hear(Event::CarryOn).is_kept());
    }
}

#[test]
fn nothing_is_said_of_keeping_before_there_is_a_word_to_keep() {
    for screen in [Event::OpenYoung, Event::OpenLeaving, Event::OpenSummary] {
        let tab = Tab::fresh().hear(screen);
        assert_eq!(tab.foot(), (String::new(), Vec::new()));
        let tab = tab.hear(Event::CarryOn).started();
        assert_eq!(tab.foot().0, tab.words("kept-nowhere"));
    }
}

#[test]
fn choosing_not_to_keep_any_more_takes_away_what_lay_there() {
    for form in [Form::Tab, Form::Device] {
        let tab = Tab::fresh().started().keeps(Some(form)).later();
        assert!(tab.own.count() + tab.device.count() > 0);
        let tab = tab.keeps(None);
        assert_eq!(tab.own.count() + tab.device.count(), 0);
        assert_eq!(tab.foot().0, tab.words("kept-nowhere"));
        let tab = tab.hear(write("fc-hope", "More")).later();
        assert_eq!(tab.own.count() + tab.device.count(), 0);
        assert!(tab.text().contains("More"));
    }
}

#[test]
fn changing_the_form_leaves_nothing_behind_in_the_other() {
    let tab = Tab::fresh().started().keeps(Some(Form::Tab)).later();
    let tab = tab.keeps(Some(Form::Device)).later();
    assert_eq!(tab.own.count(), 0);
    assert!(tab.device.count() > 0);
    let tab = tab.keeps(Some(Form::Tab)).later();
    assert_eq!(tab.device.count(), 0);
    assert!(tab.reloaded().text().contains(MINE));
}

#[test]
fn deleting_everything_leaves_nothing_of_any_conversation() {
    let tab = Tab::fresh().started().keeps(Some(Form::Device)).later();
    let other = Tab::open(&Rc::default(), &tab.device).started();
    let other = other.keeps(Some(Form::Device)).later();
    assert!(tab.device.count() > 1);
    let tab = other.after([Event::OpenSummary, Event::AskDelete, Event::Delete]);
    assert!(tab.says("deleted"));
    assert_eq!(tab.device.count(), 0);
    assert!(!tab.text().contains(MINE));
    let tab = tab.later();
    assert_eq!(tab.device.count(), 0, "and nothing is written after that");
}

#[test]
fn the_browser_does_not_ask_before_the_page_goes_while_the_words_are_kept() {
    let asks = |tab: &Tab| {
        let mut asked = tab.effects.iter().rev();
        asked.find_map(|effect| match effect {
            Effect::GuardLeaving(on) => Some(*on),
            _ => None,
        })
    };
    let tab = Tab::fresh().started();
    assert_eq!(asks(&tab), Some(true));
    let tab = tab.keeps(Some(Form::Tab));
    assert_eq!(asks(&tab), Some(false));
    let tab = tab.keeps(None);
    assert_eq!(asks(&tab), Some(true));
}

#[test]
fn it_is_offered_once_more_after_the_first_long_answer_and_never_again() {
    let long = "It is a long story. ".repeat(12);
    let tab = Tab::fresh().started().hear(write("fc-hope", &long));
    assert!(!tab.says("keep-offer"), "not while it is being written");
    let tab = tab.hear(Event::act(Action::Next));
    assert!(tab.says("keep-offer"));
    let way = tab.app.frame().notice.unwrap().way.unwrap();
    let tab = tab.after([way.event, Event::CarryOn, write("fc-matters", &long)]);
    let tab = tab.hear(Event::act(Action::Next));
    assert!(!tab.says("keep-offer"));
    let kept = Tab::fresh().started().keeps(Some(Form::Tab));
    let kept = kept.after([write("fc-hope", &long), Event::act(Action::Next)]);
    assert!(!kept.says("keep-offer"), "nor where it is kept");
}

#[test]
fn a_host_says_which_forms_there_are() {
    let allowed = |tab, device| Options {
        keep: Allowed { tab, device },
        ..Options::default()
    };
    let count = |options| {
        let tab = Tab::with(&Rc::default(), &Rc::default(), options).started();
        let tab = tab.hear(keep(Keep::Open));
        match tab.app.frame().screen {
            Screen::Keep(shown) => shown.forms.len(),
            _ => 0,
        }
    };
    assert_eq!(count(allowed(true, true)), 3);
    assert_eq!(count(allowed(true, false)), 2);
    assert_eq!(count(allowed(false, true)), 2);
    assert_eq!(count(allowed(false, false)), 0);
    let off = Tab::with(&Rc::default(), &Rc::default(), allowed(false, false)).started();
    let off = off.keeps(Some(Form::Tab)).later();
    assert_eq!(
        off.own.asked.get(),
        0,
        "a host that allows none: no storage is even looked into"
    );
    assert_eq!(off.app.frame().kept, None);
    let device = Tab::with(&Rc::default(), &Rc::default(), allowed(false, true)).started();
    assert_eq!(device.keeps(Some(Form::Tab)).own.count(), 0);
}

#[test]
fn where_people_take_turns_nothing_is_kept_whatever_the_host_allows() {
    let kiosk = Options {
        kiosk: true,
        ..Options::default()
    };
    let tab = Tab::with(&Rc::default(), &Rc::default(), kiosk).started();
    for form in [Form::Tab, Form::Device] {
        let kept = keep(Keep::Choose(Some(form)));
        assert!(tab.app.clone().update(kept).effects.is_empty());
    }
    let tab = tab.keeps(Some(Form::Tab)).later();
    assert_eq!(tab.own.asked.get() + tab.device.asked.get(), 0);
    assert_eq!(tab.app.frame().kept, None);
}

#[test]
fn a_time_limit_is_said_before_the_choice_and_holds() {
    let limited = Options {
        keep_for: Some(120),
        ..Options::default()
    };
    let tab = Tab::with(&Rc::default(), &Rc::default(), limited).started();
    let shown = tab.choosing(Some(Form::Tab));
    let lead: Vec<_> = shown
        .screen()
        .lead
        .iter()
        .map(|line| line.text.to_string())
        .collect();
    assert!(
        lead.iter().any(|line| line.contains("2 hours after")),
        "{lead:?}"
    );
    let tab = shown.hear(keep(Keep::Use));
    let mut late = tab.reloaded();
    assert!(late.text().contains(MINE));
    late.now += 121;
    let looked = Effect::LookKept("first-conversation".into());
    let moment = Moment {
        now: late.now,
        id: [0; 8],
        nonce: [0; 12],
    };
    let stores = Stores {
        tab: &*late.own,
        device: &*late.device,
    };
    assert!(matches!(
        stores.perform(&looked, &moment),
        Some(Event::Keep(Keep::Found(tab, _))) if tab.is_empty()
    ));
    assert_eq!(late.own.count(), 0);
}

#[test]
fn what_came_with_a_file_and_what_is_kept_back_is_kept_too() {
    let made = Tab::fresh().started();
    let heading = crate::guide::HeadingId::new("hope").unwrap();
    let made = made.hear(Event::act(Action::KeepBack(heading.clone(), true)));
    let tab = made.keeps(Some(Form::Tab)).later();
    let again = tab.reloaded();
    assert!(again.app.session().unwrap().is_kept_back(&heading));
    assert!(again.text().contains(MINE));
    let choice = ChoiceId::new("someone").unwrap();
    let again = again.hear(Event::act(Action::Choose(place("fc-who"), choice, true)));
    let third = again.later().reloaded();
    assert_eq!(third.text(), again_text(&third));
}

fn again_text(tab: &Tab) -> String {
    tab.reloaded().text()
}
