//! Numbers and texts as bytes, read back without trust.

/// Bytes that grow.
#[derive(Debug, Default)]
pub(super) struct Out(pub(super) Vec<u8>);

impl Out {
    /// A number, seven bits a byte, the lowest first (LEB128).
    pub(super) fn number(&mut self, mut number: u32) {
        while number > 0x7f {
            self.0.push(low(number) | 0x80);
            number >>= 7;
        }
        self.0.push(low(number));
    }

    /// A number that may be less than 0: its sign goes to the end (zigzag).
    pub(super) fn signed(&mut self, number: i32) {
        self.number(((number << 1) ^ (number >> 31)).cast_unsigned());
    }

    /// A number of four bytes, the lowest first.
    pub(super) fn fixed(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    /// How many there are of something; what does not fit in a number is not there.
    pub(super) fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or_default());
    }

    /// A text, its length before it.
    pub(super) fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }
}

/// Bytes that are read from the front. Whatever is not there is nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct In<'b>(pub(super) &'b [u8]);

impl<'b> In<'b> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    pub(super) fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    pub(super) fn fixed(&mut self) -> Option<u32> {
        let bytes = self.take(4)?;
        Some(u32::from_le_bytes(bytes.try_into().ok()?))
    }

    pub(super) fn count(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn text(&mut self) -> Option<&'b str> {
        let length = self.count()?;
        str::from_utf8(self.take(length)?).ok()
    }
}

fn low(number: u32) -> u8 {
    let [low, ..] = number.to_le_bytes();
    low & 0x7f
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_is_written_is_read_again(number: u32, signed: i32, fixed: u32, text: String) {
            let mut out = Out::default();
            out.number(number);
            out.signed(signed);
            out.fixed(fixed);
            out.text(&text);
            let mut read = In(&out.0);
            prop_assert_eq!(read.number(), Some(number));
            prop_assert_eq!(read.signed(), Some(signed));
            prop_assert_eq!(read.fixed(), Some(fixed));
            prop_assert_eq!(read.text(), Some(&text[..]));
            prop_assert_eq!(read.byte(), None);
        }

        #[test]
        fn bytes_of_anybody_are_read_or_are_nothing(bytes: Vec<u8>) {
            let mut read = In(&bytes);
            while read.text().is_some() || read.number().is_some() || read.fixed().is_some() {}
            prop_assert!(read.0.len() <= bytes.len());
        }
    }

    #[test]
    fn a_length_beyond_the_end_is_no_text() {
        assert_eq!(In(&[5, b'a']).text(), None);
        assert_eq!(In(&[0xff; 9]).number(), None);
    }
}
