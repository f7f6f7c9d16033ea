//! One view a screen. A view takes what to show and where to send.

mod close;
mod cue;
mod help;
mod jump;
mod keep;
mod keys;
mod near;
mod parts;
mod plain;
mod prompt;
mod summary;
mod then;
mod top;
mod travel;
mod trouble;
mod turned;
mod warning;
mod welcome;

use yew::prelude::*;

pub(super) use cue::cue;
pub(super) use keep::kept;
pub(super) use top::top;
pub(super) use warning::warning;

use super::el::{El, el};
use super::part::With;
use crate::app::screen::Screen;

/// The view of a screen.
pub(super) fn view(screen: &Screen, with: &With) -> Html {
    let drawn = match screen {
        Screen::Welcome(shown) => welcome::welcome(shown, with),
        Screen::Help(shown) => help::help(shown, with),
        Screen::Trouble(shown) => trouble::trouble(shown, with),
        Screen::Blank => el("div", "").hidden(true),
        _ => talking(screen, with),
    };
    drawn.done()
}

/// The screens of a conversation that has begun. All of them come with the rest of the program.
#[inline(never)]
fn talking(screen: &Screen, with: &With) -> El {
    fault!("render-talking");
    match screen {
        Screen::Prompt(shown) => prompt::prompt(shown, with),
        Screen::Parts(shown) => parts::parts(shown, with),
        Screen::Summary(shown) => summary::summary(shown, with),
        Screen::Close(shown) => close::close(shown, with),
        Screen::Turned(shown) => turned::turned(shown, with),
        Screen::Jump(shown) => jump::jump(shown, with),
        Screen::Keys(shown) => keys::keys(shown, with),
        Screen::Opening(shown) => travel::opening(shown, with),
        Screen::Ways(shown) => travel::take(shown, with),
        Screen::Codes(shown) => travel::codes(shown, with),
        Screen::Then(shown) => then::then(shown, with),
        Screen::Keep(shown) => keep::keep(shown, with),
        Screen::Near(shown) => near::near(shown, with),
        Screen::Plain(shown) => plain::plain(shown, with),
        _ => el("div", "").hidden(true),
    }
}

/// A screen's own region of the page, named by its heading.
fn sheet(class: &'static str, by: &AttrValue) -> El {
    el("section", class).has("aria-labelledby", by.clone())
}
