//! What the browser asks before the page goes away.

use super::*;

#[test]
fn the_browser_asks_until_all_that_is_here_is_in_a_file() {
    let kept = || told().after([keep_back("hope", true)]);
    let ways = |full, out| {
        let all = [Travel::Ways, Travel::Full(full), out];
        all.map(travel)
    };
    assert!(kept().after([Event::Download]).asks());
    assert!(kept().after(ways(false, Travel::Download)).asks());
    let full = kept().after(ways(true, Travel::Download));
    assert!(!full.asks());
    let shared = full.after([Event::Print, Event::Done(Done::Printed(Ok(())))]);
    assert!(!shared.asks(), "the full copy is still there");
    let written = shared.after([write("fc-hope", "Rest, and tea"), Event::Download]);
    assert!(written.asks());
    let sent = kept().after(ways(true, Travel::Share));
    let more = sent.after([write("fc-hope", "Rest, and tea"), Event::Copy(None)]);
    let more = more.after([Event::Done(Done::Shared(Ok(())))]);
    assert!(more.asks(), "what was sent does not hold it");
    let refused = kept().after(ways(true, Travel::Share));
    let refused = refused.after([Event::Done(Done::Shared(Err(Fault::Blocked)))]);
    assert!(refused.after([Event::Download]).asks());
}

#[test]
fn words_put_by_go_along_in_a_full_copy() {
    let [add, what] = step(0, "Ring Ann");
    let out = Event::act(Action::TakeOut(place("fc-step"), StepId(0)));
    let put_by = told().after([add, what, out, Event::Download]);
    assert!(put_by.asks());
    let ways = put_by.after([travel(Travel::Ways)]);
    let Screen::Ways(shown) = ways.app.frame().screen else {
        panic!("no ways")
    };
    assert!(shown.full.is_some());
    let full = ways.after([Travel::Full(true), Travel::Download].map(travel));
    assert!(all_in(full.files().last().unwrap()).contains("Ring Ann"));
    assert!(!full.asks());
}
