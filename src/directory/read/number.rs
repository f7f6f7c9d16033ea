//! Numbers as they are written, without floating point: pounds as pence, degrees as their millionths.

/// A decimal number times ten to the power of `places`; what is finer is cut off. `None` for what is no number, or too large to be meant.
pub(super) fn decimal(written: &str, places: i32) -> Option<i64> {
    let written = written.trim();
    let (is_negative, digits) = match written.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, written.strip_prefix('+').unwrap_or(written)),
    };
    let (digits, power) = match digits.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<i32>().ok()?),
        None => (digits, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    // So many of the digits stand before the point in the end.
    let length = i32::try_from(whole.len()).ok()?;
    let kept = length.checked_add(power)?.checked_add(places)?;
    if kept > 40 {
        return None;
    }
    let mut all = whole.bytes().chain(part.bytes());
    let mut number = 0_i64;
    for _ in 0..kept {
        let digit = all.next().map_or(0, |byte| i64::from(byte - b'0'));
        number = number.checked_mul(10)?.checked_add(digit)?;
    }
    Some(if is_negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_read_to_the_places_that_count() {
        for (written, places, read) in [
            ("2.50", 2, Some(250)),
            ("2.5", 2, Some(250)),
            ("0", 2, Some(0)),
            (".5", 2, Some(50)),
            ("3.", 0, Some(3)),
            ("53.819512345", 6, Some(53_819_512)),
            ("-1.5", 6, Some(-1_500_000)),
            ("-4.0E-5", 6, Some(-40)),
            ("1e2", 0, Some(100)),
            ("1e-9", 6, Some(0)),
            ("+7", 0, Some(7)),
            ("", 2, None),
            (".", 2, None),
            ("-", 2, None),
            ("1,5", 2, None),
            ("1.2.3", 2, None),
            ("1e99999999999", 2, None),
            ("1e2147483647", 6, None),
            ("99999999999999999999", 6, None),
        ] {
            assert_eq!(decimal(written, places), read, "{written}");
        }
    }
}
