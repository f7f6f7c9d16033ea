//! One view a screen. A view takes what to show and where to send.

mod close;
mod help;
mod parts;
mod prompt;
mod summary;
mod top;
mod trouble;
mod welcome;

use yew::prelude::*;

pub(super) use top::top;

use super::part::With;
use crate::app::screen::Screen;

/// The view of a screen.
pub(super) fn view(screen: &Screen, with: &With) -> Html {
    match screen {
        Screen::Blank => html! { <div hidden=true></div> },
        Screen::Welcome(shown) => welcome::welcome(shown, with),
        Screen::Prompt(shown) => prompt::prompt(shown, with),
        Screen::Parts(shown) => parts::parts(shown, with),
        Screen::Summary(shown) => summary::summary(shown, with),
        Screen::Close(shown) => close::close(shown, with),
        Screen::Help(shown) => help::help(shown, with),
        Screen::Trouble(shown) => trouble::trouble(shown, with),
    }
}

/// A screen's own region of the page, named by its heading.
fn sheet(class: &'static str, by: &AttrValue, inside: Html) -> Html {
    html! { <section class={classes!("screen", class)} aria-labelledby={by.clone()}>{ inside }</section> }
}
