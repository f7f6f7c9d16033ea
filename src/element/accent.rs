//! The host's colour, made into fills that keep their contrast whatever it is (WCAG 2.2, 1.4.3 and 1.4.11).

/// What stands around the fill, light and dark: the paper and the ink of `widget/style/tokens.css`.
const LIGHT: Ground = Ground {
    paper: Colour(0xfb, 0xf8, 0xf2),
    ink: Colour(0x1f, 0x24, 0x28),
};
const DARK: Ground = Ground {
    paper: Colour(0x14, 0x18, 0x1a),
    ink: Colour(0xf0, 0xef, 0xec),
};

/// How much white goes into the accent in the dark.
const LIFT: u32 = 62;

/// The rules for a host's accent, as the browser resolved it: `rgb(…)` or `color(srgb …)`. `None` when it is neither.
pub(super) fn style(resolved: &str) -> Option<String> {
    let accent = Colour::parse(resolved)?;
    let light = rules(accent, &LIGHT);
    let dark = rules(accent.lifted(), &DARK);
    let parts = [
        ":host{",
        &light,
        "}@media (prefers-color-scheme:dark){:host(:not([theme=\"light\"])){",
        &dark,
        "}}:host([theme=\"dark\"]){",
        &dark,
        "}",
    ];
    Some(parts.concat())
}

struct Ground {
    paper: Colour,
    ink: Colour,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Colour(u8, u8, u8);

fn rules(fill: Colour, ground: &Ground) -> String {
    let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
    let on_fill = if contrast(fill, black) >= contrast(fill, white) {
        black
    } else {
        white
    };
    let edge = if contrast(fill, ground.paper) < 3.0 {
        ground.ink
    } else {
        fill
    };
    [
        "--wm-fill:",
        &fill.css(),
        ";--wm-on-fill:",
        &on_fill.css(),
        ";--wm-fill-edge:",
        &edge.css(),
    ]
    .concat()
}

impl Colour {
    fn parse(resolved: &str) -> Option<Self> {
        let (name, rest) = resolved.trim().split_once('(')?;
        let inside = rest.strip_suffix(')')?;
        let (inside, most) = match name {
            "rgb" | "rgba" => (inside, 1.0),
            "color" => (inside.trim().strip_prefix("srgb")?, 255.0),
            _ => return None,
        };
        let numbers = inside
            .split([',', ' ', '/'])
            .filter(|part| !part.is_empty());
        let mut channels = numbers
            .map_while(decimal)
            .map(|number| channel(number * most));
        Some(Self(channels.next()?, channels.next()?, channels.next()?))
    }

    fn css(self) -> String {
        let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        let mut css = String::from("#");
        for channel in [self.0, self.1, self.2] {
            css.push(digit(channel >> 4));
            css.push(digit(channel & 15));
        }
        css
    }

    /// The colour with so much white in it that it stands out in the dark.
    fn lifted(self) -> Self {
        let lift = |channel: u8| {
            let mixed = (u32::from(channel) * (100 - LIFT) + 255 * LIFT) / 100;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        Self(lift(self.0), lift(self.1), lift(self.2))
    }

    /// How light it is, 0 to 1 (WCAG 2.2, relative luminance).
    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let part = f32::from(channel) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                power_of_two_and_two_fifths((part + 0.055) / 1.055)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// To the power of 2.4, for a number from 0 to 1: squared, times the roots that 0.4 is made of (1/4 + 1/8 + 1/64 + 1/128 + …).
/// The browser has a root as one instruction, and any power as two kilobytes.
fn power_of_two_and_two_fifths(number: f32) -> f32 {
    let mut root = number;
    let mut power = number * number;
    for step in 1..=12 {
        root = root.sqrt();
        if matches!(step % 4, 2 | 3) {
            power *= root;
        }
    }
    power
}

/// A number such as `29` or `0.5`, to a thousandth. Parsing any float there can be would cost the browser four kilobytes.
fn decimal(written: &str) -> Option<f32> {
    let (whole, part) = written.split_once('.').unwrap_or((written, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.is_empty() || whole.len() > 3 {
        return None;
    }
    let whole = whole.parse::<u16>().ok()?;
    let thousandths = part
        .bytes()
        .chain(*b"000")
        .take(3)
        .fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    Some(f32::from(whole) + f32::from(thousandths) / 1000.0)
}

/// 1 to 21 (WCAG 2.2, contrast ratio).
fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "held to 0 to 255 just before"
)]
fn channel(number: f32) -> u8 {
    number.round().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_on_any_fill_keep_their_contrast_and_any_fill_has_an_edge() {
        for step in 0..=4096_u32 {
            let channel = |shift: u32| u8::try_from((step >> shift & 15) * 17).unwrap();
            let accent = Colour(channel(8), channel(4), channel(0));
            for (fill, ground) in [(accent, &LIGHT), (accent.lifted(), &DARK)] {
                let best =
                    contrast(fill, Colour(0, 0, 0)).max(contrast(fill, Colour(255, 255, 255)));
                assert!(best >= 4.58, "{fill:?}: {best}");
                let edge = if contrast(fill, ground.paper) < 3.0 {
                    ground.ink
                } else {
                    fill
                };
                assert!(contrast(edge, ground.paper) >= 3.0, "{fill:?}");
            }
        }
    }

    #[test]
    fn the_power_is_the_power() {
        for step in 1..=255_u16 {
            let number = f32::from(step) / 255.0;
            let far = (power_of_two_and_two_fifths(number) - number.powf(2.4)).abs();
            assert!(far < 0.0005, "{number}: {far}");
        }
    }

    #[test]
    fn what_browsers_resolve_a_colour_to_is_read() {
        assert_eq!(Colour::parse("rgb(29, 92, 87)"), Some(Colour(29, 92, 87)));
        assert_eq!(
            Colour::parse("rgba(29, 92, 87, 0.5)"),
            Some(Colour(29, 92, 87))
        );
        assert_eq!(
            Colour::parse("color(srgb 1 0.5 0)"),
            Some(Colour(255, 128, 0))
        );
        assert_eq!(Colour::parse("oklch(0.5 0.1 200)"), None);
    }

    #[test]
    fn the_rules_speak_for_light_and_dark() {
        let style = style("rgb(255, 210, 0)").unwrap();
        assert!(
            style.starts_with(
                ":host{--wm-fill:#ffd200;--wm-on-fill:#000000;--wm-fill-edge:#1f2428}"
            ),
            "{style}"
        );
        assert!(style.contains("prefers-color-scheme:dark"));
    }
}
