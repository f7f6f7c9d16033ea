//! What anything at all that is opened here is held to: the kept inputs on every run, and whatever a fuzzer thinks of for as long as it is let.
//! The fuzz targets of `pkg-config/fuzz` are made of this very file.

use std::rc::Rc;

use base64ct::{Base64, Encoding as _};
use what_matters::app::{App, Event, Travel};
use what_matters::directory::{Directory, Map, Packing, Reading, Sought};
use what_matters::guide::{Guide, RouteId};
use what_matters::ideas::Chosen;
use what_matters::keep;
use what_matters::keep::file::{File, Opened};
use what_matters::keep::lock::{Header, Key, LockError, Passphrase, Settings, unlock};
use what_matters::session::{Action, At, Field, Opted, Session, Wish};
use what_matters::summary::{Setting, Summary};
use what_matters::words::{Catalogue, Day, Language, Said};

/// So far a guide is walked. Most end before.
const STEPS: usize = 24;
/// The bytes before a locked text: what it begins with, the version, memory, passes, salt, nonce.
const HEADER: usize = 8 + 1 + 4 + 4 + 16 + 12;
/// A key that costs more than so much memory, in KiB, times its passes, takes too long to be made for each input.
const CHEAP: u64 = 1024;

thread_local! {
    static SHIPPED: Rc<Guide> = {
        let text = include_str!("../../www/guides/first-conversation.json");
        Guide::read(text).guide.expect("the guide we ship is sound")
    };
    /// The widget with that guide on its first screen.
    static BEGUN: App = {
        let text = include_str!("../../www/guides/first-conversation.json");
        let begin = [Event::Configure(Rc::default()), Event::GuideGiven(text.into())];
        begin.into_iter().fold(App::new(), drawn)
    };
}

/// A guide: it is refused with reasons, or every one of its routes can be walked, drawn and summed up.
pub(crate) fn guide(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    let reading = Guide::read(text);
    let Some(guide) = reading.guide else {
        assert!(
            !reading.report.is_empty(),
            "a guide is refused with a reason"
        );
        return;
    };
    let routes: Vec<_> = guide
        .routes()
        .iter()
        .map(|route| route.id.clone())
        .collect();
    for route in routes.iter().take(4) {
        walked(&guide, route);
    }
    let begin = [
        Event::Configure(Rc::default()),
        Event::GuideGiven(text.into()),
        Event::Start,
    ];
    let on = std::iter::repeat_n(Event::act(Action::Next), STEPS);
    let end = [Event::OpenParts, Event::CarryOn, Event::OpenSummary];
    let all = begin.into_iter().chain(on).chain(end);
    drop(all.fold(App::new(), drawn));
}

/// A saved session: it is refused, or it is written as what it is, opens again the same, and can be gone on with.
pub(crate) fn save(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    if let Ok(session) = keep::read(text, SHIPPED.with(Rc::clone)) {
        held(session);
    }
}

/// A feed, or a directory as it is packed: whatever can be offered of it is put into words, packed and found again, and each problem has a place in the text.
pub(crate) fn services(data: &[u8]) {
    if let Ok(directory) = Directory::open(data.to_vec()) {
        asked(&directory);
    }
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    let reading = Reading::of(text);
    let lines = u32::try_from(text.split('\n').count()).expect("not so many");
    for problem in &reading.problems {
        assert!(problem.line <= lines, "{problem:?}");
    }
    let map = Map::read(include_str!("../../www/services/map.json")).map;
    let today = Day::parse("2026-11-25");
    let mut packing = Packing::default();
    packing.add("feed.json", &reading, &map);
    let directory = Directory::open(packing.done()).expect("what we packed opens");
    assert_eq!(directory.len(), reading.services.len());
    for (number, service) in reading.services.iter().enumerate() {
        let marks = map.marks(service);
        drop(service.in_words(marks.has_company(), today, &Catalogue::english()));
        let mut packed = directory.service(number).expect("it is there");
        let mut ways = service.ways();
        ways.add(marks.ways);
        assert_eq!(packed.ways(), ways);
        // What its terms say is in the list by now.
        packed.ways = service.ways;
        packed.terms.clone_from(&service.terms);
        assert_eq!(packed, **service);
    }
    asked(&directory);
}

/// A directory asked for all that can be asked of it.
fn asked(directory: &Directory) {
    let sought = [
        Sought::default(),
        Sought {
            typed: "coffee mornigns",
            near: Some("ZZ1"),
            ..Sought::default()
        },
    ];
    for sought in sought {
        let found = directory.find(&sought, 8);
        assert!(found.first.len() <= found.count);
        for number in found.first {
            drop(directory.service(number));
        }
    }
    let chosen = Chosen {
        areas: vec!["people".into(), "joy".into()],
        easier: vec!["cost".into()],
        not_now: vec!["groups".into()],
        seed: 7,
        most: 3,
        ..Chosen::default()
    };
    assert!(directory.offer(&chosen).len() <= 3);
}

/// A file, what stands in one, or what stands behind a lock: it is refused, or it is written as what it is and opens again the same.
pub(crate) fn file(data: &[u8]) {
    header(data);
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    if let Ok(file) = File::read(text) {
        taken(&file);
    }
    match File::open(text) {
        Ok(Opened::File(file)) => taken(&file),
        Ok(Opened::Locked(locked)) => {
            assert!(
                Header::read(&locked).is_ok(),
                "what is taken for locked has a header"
            );
            tried(&locked);
        }
        Err(_) => {}
    }
    let open = [
        Event::Travel(Travel::Came(Ok(Said::new(text)))),
        Event::Travel(Travel::TakeUp),
        Event::OpenSummary,
    ];
    let app = BEGUN.with(App::clone);
    drop(open.into_iter().fold(app, drawn));
}

/// Walks one route with something in every box, and makes the summary.
fn walked(guide: &Rc<Guide>, route: &RouteId) {
    let start = Session::start(guide.clone(), Some(route), Language::english());
    let start = start.expect("a route of a sound guide can be begun");
    let mut session = start.with_services(true);
    for _ in 0..STEPS {
        let At::Prompt(place) = session.at().clone() else {
            break;
        };
        let write = Action::Write(place.clone(), Field::Words, Said::new("Seeing my garden"));
        let opted = Opted {
            id: "walk".into(),
            wish: Wish::More,
            name: Said::new("Walking group"),
            lines: vec![Said::new("Free")],
            day: None,
        };
        let opt = Action::Opt(place, Rc::new(opted));
        session = session.apply(write).apply(opt).apply(Action::Next);
    }
    told(&session);
    let back = keep::read(&keep::write(&session), guide.clone());
    assert!(
        back.is_ok_and(|back| back.with_services(true) == session),
        "a session reads back the same"
    );
}

/// Writes a session and opens it again.
fn held(session: Session) {
    let written = keep::write(&session);
    let back = keep::read(&written, SHIPPED.with(Rc::clone)).expect("what is written opens");
    assert!(back == session, "it opens as what it is");
    assert!(
        keep::write(&back) == written,
        "it is written the same again"
    );
    told(&session);
    let on = [Action::Next, Action::Back, Action::Next]
        .into_iter()
        .fold(session, Session::apply);
    told(&on);
}

/// Makes everything that a summary is made into.
fn told(session: &Session) {
    let summary = Summary::of(session, &Catalogue::english(), &Setting::default());
    let page = summary.page();
    drop((page.text(), page.html("my-summary.html"), summary.json()));
}

/// Makes the file again and opens it.
fn taken(file: &File) {
    let page = file.summary.page();
    let body = file.document(&page, "my-summary.html").body;
    let Ok(Opened::File(back)) = File::open(&body) else {
        panic!("a file that is made opens")
    };
    assert!(*back == *file, "it opens as what it is");
    if let Ok(Some(session)) = file.session(SHIPPED.with(Rc::clone)) {
        held(session);
    }
    let settings = Settings::new(8, 1).expect("the quickest key there is");
    let passphrase = Passphrase::new("walnut garden");
    let key = Key::derive(&passphrase, settings, [1; 16]).expect("eight kilobytes are there");
    let locked = file
        .locked(&page, "my-summary.html", &key, [2; 12])
        .expect("it is short enough")
        .body;
    let Ok(Opened::Locked(inside)) = File::open(&locked) else {
        panic!("a locked file that is made is one")
    };
    let data = unlock(&inside, &passphrase).expect("its passphrase opens it");
    assert!(
        File::read(&data).is_ok_and(|back| back == *file),
        "it opens as what it is"
    );
}

/// Takes the input for all that follows the version in a locked text, so that no luck is needed to get so far.
fn header(data: &[u8]) {
    let bytes = [&b"WMlocked\x01"[..], data].concat();
    tried(&Base64::encode_string(&bytes));
}

/// Tries a passphrase on what nobody locked. It never opens; and settings that could hang a page are refused before a key is made.
fn tried(locked: &str) {
    // Three bytes are four signs of base64.
    let signs = locked.trim().get(..HEADER / 3 * 4).unwrap_or_default();
    let bytes = Base64::decode_vec(signs).unwrap_or_default();
    let number = |at: usize| {
        let four = bytes.get(at..)?.first_chunk()?;
        Some(u32::from_be_bytes(*four))
    };
    let (memory, passes) = (
        number(9).unwrap_or_default(),
        number(13).unwrap_or_default(),
    );
    let is_refused = bytes.len() < HEADER || Settings::new(memory, passes).is_none();
    if is_refused || u64::from(memory) * u64::from(passes) <= CHEAP {
        let opened = unlock(locked, &Passphrase::new("another passphrase"));
        assert!(opened.is_err(), "nothing opens with another passphrase");
        let is_header = Header::read(locked).is_ok();
        assert!(
            !is_refused || !is_header,
            "{memory} KiB and {passes} passes are refused"
        );
        assert!(!is_header || opened == Err(LockError::CannotOpen));
    }
}

/// Sends an event, and draws what came of it.
fn drawn(app: App, event: Event) -> App {
    let app = app.update(event).app;
    drop(app.frame());
    app
}
