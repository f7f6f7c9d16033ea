//! The answer control of a prompt, whichever it is.

use super::cards::cards;
use super::choices::choices;
use super::ideas::ideas;
use super::plan::plan;
use super::room::room;
use super::scale::scale;
use super::words::words;
use super::{Asked, With, opens};
use crate::app::screen::AnswerScreen;
use crate::widget::el::{El, el};

/// The control, named by what asks.
pub(crate) fn answer(shown: &AnswerScreen, asked: &Asked, with: &With) -> El {
    match shown {
        AnswerScreen::Notice(None) => el("div", "").hidden(true),
        AnswerScreen::Notice(Some((title, lines))) => opens(title, lines),
        AnswerScreen::Missing(line) => el("p", "lines").is("role", "status").line(line),
        AnswerScreen::Words(shown) => words(shown, asked, with),
        AnswerScreen::Choices(shown) => choices(shown, asked, with),
        AnswerScreen::Scale(shown) => scale(shown, asked, with),
        AnswerScreen::Cards(shown) => cards(shown, asked, with),
        AnswerScreen::Plan(shown) => plan(shown, asked, with),
        AnswerScreen::Ideas(shown) => ideas(shown, with),
        AnswerScreen::Room(shown) => room(shown, with),
    }
}
