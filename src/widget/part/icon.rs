//! Line drawings for the life cards: 1.5 px strokes on a grid of 32, for the eye only.

use crate::widget::el::{El, el};

/// The drawing of a card. A name that has none is drawn as *Something else*.
pub(crate) fn icon(name: &str) -> El {
    drawing("icon", path(name))
}

/// The drawing on the button that takes a card off its pile.
pub(crate) fn cross() -> El {
    drawing("", "M10 10l12 12M22 10 10 22")
}

fn drawing(class: &'static str, path: &'static str) -> El {
    el("svg", class)
        .is("viewBox", "0 0 32 32")
        .is("aria-hidden", "true")
        .with(el("path", "").is("d", path))
}

/// The drawing's one path.
fn path(name: &str) -> &'static str {
    match name {
        // A bus.
        "around" => {
            "M9 6h14a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3ZM6 15h20M10 26v-4M22 26v-4M10.2 18.6h1.6M20.2 18.6h1.6"
        }
        // A heart.
        "body" => {
            "M16 26S5 19.5 5 12.2A5.7 5.7 0 0 1 16 9.8a5.7 5.7 0 0 1 11 2.4C27 19.5 16 26 16 26Z"
        }
        // A hand that holds a heart.
        "caring" => {
            "M17 15s-6-3.6-6-7.4a3.1 3.1 0 0 1 6-1.2 3.1 3.1 0 0 1 6 1.2C23 11.4 17 15 17 15ZM4 18.5h5.5l4.5 2h4.5a2 2 0 0 1 0 4H13M20 23.5l5.5-3.3a1.9 1.9 0 0 1 2.2 3L20.5 28H11l-2.5-1H4"
        }
        // A bowl with steam.
        "essentials" => {
            "M5 16.5h22c0 5-4.5 9-11 9s-11-4-11-9ZM11.5 28h9M11 13c-1.8-1.8 1.8-3.5 0-5.5M16 13c-1.8-1.8 1.8-3.5 0-5.5M21 13c-1.8-1.8 1.8-3.5 0-5.5"
        }
        // Two grown people and a child.
        "family" => {
            "M5.9 9a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M19.7 9a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M13.5 17.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M3.5 24.5c.2-6 2.4-9.2 5.6-9.2 1.3 0 2.4.5 3.3 1.5M28.5 24.5c-.2-6-2.4-9.2-5.6-9.2-1.3 0-2.4.5-3.3 1.5M11 27.5c.3-3.6 2.2-5.5 5-5.5s4.7 1.9 5 5.5"
        }
        // A cloud with the sun behind it.
        "feelings" => {
            "M11 26.5a5.2 5.2 0 0 1-.4-10.4 7.2 7.2 0 0 1 13.7 1.3 4.6 4.6 0 0 1-.8 9.1ZM7.2 14.3a5.2 5.2 0 0 1 9-4.6M11.5 3v2.2M4.2 6.2l1.6 1.6M2.5 13h2.2M18.8 6.2l-1.6 1.6"
        }
        // A house.
        "home" => "M5 15 16 6l11 9M8 13v13h16V13M13.5 26v-7h5v7",
        // Two notes.
        "joy" => {
            "M12 23V8l13-2.5V20M5.4 23a3.3 3.3 0 1 0 6.6 0 3.3 3.3 0 1 0-6.6 0M18.4 20a3.3 3.3 0 1 0 6.6 0 3.3 3.3 0 1 0-6.6 0"
        }
        // A leaf.
        "loss" => "M9.5 22.5C7 13 14 6.5 26 6c.6 12-5.5 19.3-16.5 16.5ZM6 27c2.5-6 6.5-10.5 13-14",
        // A pound.
        "money" => {
            "M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M19.5 11.5a4 4 0 0 0-6.6 3c0 3.5-1 5.5-1.9 7h9M11 17h6.5"
        }
        // Two people.
        "people" => {
            "M7.5 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M18.3 13.5a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M4.5 26c.4-5 3-8 7-8s6.6 3 7 8M20 19.2c4.3-.7 7 1.9 7.5 6.8"
        }
        // A sheet of paper with lines on it.
        "rights" => "M19 4.5H8.5v23h15V9L19 4.5ZM19 4.5V9h4.5M12.5 14.5h7M12.5 18.7h7M12.5 23h4",
        // A bag.
        "work" => {
            "M6.5 11h19a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5h-19A1.5 1.5 0 0 1 5 24.5v-12A1.5 1.5 0 0 1 6.5 11ZM12 11V8a1.5 1.5 0 0 1 1.5-1.5h5A1.5 1.5 0 0 1 20 8v3M5 17.5h22M16 16v3"
        }
        // Three dots in a bubble.
        _ => {
            "M6.5 6.5h19A2.5 2.5 0 0 1 28 9v11a2.5 2.5 0 0 1-2.5 2.5H16l-6.5 5v-5h-3A2.5 2.5 0 0 1 4 20V9a2.5 2.5 0 0 1 2.5-2.5ZM10.6 14.5h.8M15.6 14.5h.8M20.6 14.5h.8"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::path;
    use crate::guide::ICONS;

    #[test]
    fn every_card_has_a_drawing_of_its_own() {
        let mut drawn: Vec<_> = ICONS.iter().map(|name| path(name)).collect();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), ICONS.len());
    }
}
