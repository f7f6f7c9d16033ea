//! Attributes and properties, as text, to typed options. What does not fit is named once on the console, and left out.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::app::{Allowed, HeadingLevel, Leaving, Options};
use crate::guide::RouteId;
use crate::guide::help::Nation;
use crate::platform::complain;
use crate::session::Mode;
use crate::summary::Setting;
use crate::words::Language;

/// Reads the options from a plain object of strings.
pub(super) fn read(given: &JsValue) -> Options {
    let text = |name: &str| {
        let value = Reflect::get(given, &JsValue::from_str(name))
            .ok()?
            .as_string()?;
        (!value.trim().is_empty()).then_some(value)
    };
    Options {
        guide: text("guide"),
        words: text("words"),
        help: text("help"),
        services: text("services"),
        services_map: text("servicesMap"),
        route: fit("route", text("route"), RouteId::new),
        language: fit("lang", text("lang"), Language::new),
        nation: fit("nation", text("nation"), Nation::parse),
        setting: Setting {
            worker: text("worker"),
            worker_name: text("workerName"),
            minutes: fit("minutes", text("minutes"), |minutes| {
                number(minutes).and_then(|minutes| u16::try_from(minutes).ok())
            }),
        },
        receive: text("receive"),
        mode: fit("mode", text("mode"), mode).unwrap_or_default(),
        keys: fit("keys", text("keys"), switch).unwrap_or(true),
        keep: fit("keep", text("keep"), kept_in).unwrap_or_default(),
        keep_for: fit("keep-for", text("keepFor"), |minutes| {
            number(minutes).filter(|minutes| *minutes > 0)
        }),
        leave: fit("leave", text("leave"), leaving).unwrap_or_default(),
        exit: fit("exit", text("exit"), address),
        idle: fit("idle", text("idle"), minutes),
        kiosk: fit("kiosk", text("kiosk"), switch).unwrap_or_default(),
        age: fit("age", text("age"), age)
            .or(Options::default().age)
            .filter(|years| *years > 0),
        expect: text("expect"),
        afterwards: text("afterwards"),
        heading: fit("heading", text("heading"), |level| {
            number(level)
                .and_then(|level| u8::try_from(level).ok())
                .and_then(HeadingLevel::new)
        })
        .unwrap_or_default(),
    }
}

/// A value that fits, or one message about one that does not.
fn fit<T>(name: &str, value: Option<String>, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let value = value?;
    let fitting = read(&value);
    if fitting.is_none() {
        let words = [
            "<what-matters> the attribute ",
            name,
            " has no meaning with the value it was given, and is left out: ",
            &value,
        ];
        complain(&words.concat());
    }
    fitting
}

fn mode(value: &str) -> Option<Mode> {
    Some(match value {
        "alone" => Mode::Alone,
        "together" => Mode::Together,
        _ => return None,
    })
}

fn switch(value: &str) -> Option<bool> {
    Some(match value {
        "on" => true,
        "off" => false,
        _ => return None,
    })
}

/// A whole number. All are read as one kind, since each kind more would be a reader more.
fn number(value: &str) -> Option<u32> {
    value.trim().parse().ok()
}

/// `off`, or one or both of `tab` and `device`.
fn kept_in(value: &str) -> Option<Allowed> {
    let (tab, device) = match value {
        "off" => (false, false),
        "tab" => (true, false),
        "device" => (false, true),
        "tab device" | "device tab" => (true, true),
        _ => return None,
    };
    Some(Allowed { tab, device })
}

/// Minutes, as seconds: `5` or `0.5`. To read any number there is would take more room than all the rest of this.
fn minutes(value: &str) -> Option<u32> {
    let (whole, part) = value.trim().split_once('.').unwrap_or((value.trim(), "0"));
    let scale = 10_u32.checked_pow(u32::try_from(part.len()).ok()?)?;
    let (whole, part) = (number(whole)?, number(part)?);
    let seconds = whole.checked_mul(60)? + part.checked_mul(60)? / scale;
    // A day is longer than anyone leaves a page open to come back to.
    (1..=86_400).contains(&seconds).then_some(seconds)
}

/// An age; 0 for none.
fn age(value: &str) -> Option<u8> {
    match value.trim() {
        "off" => Some(0),
        years => number(years)
            .and_then(|years| u8::try_from(years).ok())
            .filter(|years| *years > 0),
    }
}

fn leaving(value: &str) -> Option<Leaving> {
    Some(match value {
        "sensitive" => Leaving::Sensitive,
        "all" => Leaving::All,
        "off" => Leaving::Off,
        _ => return None,
    })
}

/// Where *Leave this page* may go: a page, never a script. It comes as the browser resolved it.
fn address(value: &str) -> Option<String> {
    let is_page = value.starts_with("https://") || value.starts_with("http://");
    is_page.then(|| value.to_owned())
}
