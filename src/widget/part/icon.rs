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
            "M9 6h14a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3ZM6 15h20M10 26v-4M22 26v-4M10.200 18.600h1.600M20.200 18.600h1.600"
        }
        // A heart.
        "body" => {
            "M16 26S5 19.500 5 12.200A5.700 5.700 0 0 1 16 9.800a5.700 5.700 0 0 1 11 2.400C27 19.500 16 26 16 26Z"
        }
        // A hand that holds a heart.
        "caring" => {
            "M17 15s-6-3.600-6-7.400a3.100 3.100 0 0 1 6-1.200 3.100 3.100 0 0 1 6 1.200C23 11.400 17 15 17 15ZM4 18.500h5.500l4.500 2h4.500a2 2 0 0 1 0 4H13M20 23.500l5.500-3.300a1.900 1.900 0 0 1 2.200 3L20.500 28H11l-2.500-1H4"
        }
        // A bowl with steam.
        "essentials" => {
            "M5 16.500h22c0 5-4.500 9-11 9s-11-4-11-9ZM11.500 28h9M11 13c-1.800-1.800 1.800-3.500 0-5.500M16 13c-1.800-1.800 1.800-3.500 0-5.500M21 13c-1.800-1.800 1.800-3.500 0-5.500"
        }
        // Two grown people and a child.
        "family" => {
            "M5.900 9a3.200 3.200 0 1 0 6.400 0 3.200 3.200 0 1 0-6.400 0M19.700 9a3.200 3.200 0 1 0 6.400 0 3.200 3.200 0 1 0-6.400 0M13.500 17.500a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0M3.500 24.500c.2-6 2.400-9.200 5.600-9.200 1.300 0 2.400.5 3.300 1.500M28.500 24.500c-.2-6-2.400-9.200-5.600-9.200-1.300 0-2.400.5-3.300 1.500M11 27.500c.3-3.600 2.200-5.500 5-5.500s4.700 1.900 5 5.500"
        }
        // A cloud with the sun behind it.
        "feelings" => {
            "M11 26.500a5.200 5.200 0 0 1-.4-10.400 7.200 7.200 0 0 1 13.700 1.300 4.600 4.600 0 0 1-.8 9.100ZM7.200 14.300a5.200 5.200 0 0 1 9-4.600M11.500 3v2.200M4.200 6.200l1.600 1.600M2.500 13h2.200M18.800 6.200l-1.600 1.600"
        }
        // A house.
        "home" => "M5 15 16 6l11 9M8 13v13h16V13M13.500 26v-7h5v7",
        // Two notes.
        "joy" => {
            "M12 23V8l13-2.500V20M5.400 23a3.300 3.300 0 1 0 6.600 0 3.300 3.300 0 1 0-6.600 0M18.400 20a3.300 3.300 0 1 0 6.600 0 3.300 3.300 0 1 0-6.600 0"
        }
        // A leaf.
        "loss" => {
            "M9.500 22.500C7 13 14 6.500 26 6c.6 12-5.500 19.300-16.500 16.500ZM6 27c2.500-6 6.500-10.500 13-14"
        }
        // A pound.
        "money" => {
            "M5 16a11 11 0 1 0 22 0 11 11 0 1 0-22 0M19.500 11.500a4 4 0 0 0-6.600 3c0 3.500-1 5.500-1.900 7h9M11 17h6.500"
        }
        // Two people.
        "people" => {
            "M7.500 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M18.300 13.500a3.200 3.200 0 1 0 6.400 0 3.200 3.200 0 1 0-6.400 0M4.500 26c.4-5 3-8 7-8s6.600 3 7 8M20 19.200c4.300-.7 7 1.900 7.500 6.800"
        }
        // A sheet of paper with lines on it.
        "rights" => {
            "M19 4.500H8.500v23h15V9L19 4.500ZM19 4.500V9h4.500M12.500 14.500h7M12.500 18.700h7M12.500 23h4"
        }
        // A bag.
        "work" => {
            "M6.500 11h19a1.500 1.500 0 0 1 1.500 1.500v12a1.500 1.500 0 0 1-1.500 1.500h-19A1.500 1.500 0 0 1 5 24.500v-12A1.500 1.500 0 0 1 6.500 11ZM12 11V8a1.500 1.500 0 0 1 1.500-1.500h5A1.500 1.500 0 0 1 20 8v3M5 17.500h22M16 16v3"
        }
        // Three dots in a bubble.
        _ => {
            "M6.500 6.500h19A2.500 2.500 0 0 1 28 9v11a2.500 2.500 0 0 1-2.500 2.500H16l-6.500 5v-5h-3A2.500 2.500 0 0 1 4 20V9a2.500 2.500 0 0 1 2.500-2.500ZM10.600 14.500h.8M15.600 14.500h.8M20.600 14.500h.8"
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
