//! Data that only a later part reads: it stands between marks, which `pkg-config/build.rs` sets.

/// Begins it, for each of the parts, and ends it. No words hold these signs.
const BEGINS: [&[u8]; 2] = [b"\x01\x02later\x02\x01", b"\x01\x02nearby\x02\x01"];
const ENDS: &[u8] = b"\x01\x02end\x02\x01";

/// A part of a segment, with how far from the segment's beginning it stands.
pub(super) struct Piece<'d> {
    pub(super) at: usize,
    pub(super) bytes: &'d [u8],
    /// The part that reads it; the first file is 0.
    pub(super) part: usize,
}

/// Takes a segment apart where data of a later part begins and ends, marks and all.
pub(super) fn pieces(segment: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some((from, to, part)) = marked(segment, at) {
        push(&mut pieces, segment, at, from, 0);
        push(&mut pieces, segment, from, to, part);
        at = to;
    }
    push(&mut pieces, segment, at, segment.len(), 0);
    pieces
}

fn marked(segment: &[u8], from: usize) -> Option<(usize, usize, usize)> {
    let begins = BEGINS.iter().zip(1..);
    let begins = begins.filter_map(|(sign, part)| Some((find(segment, sign, from)?, part)));
    let (begins, part) = begins.min()?;
    let ends = find(segment, ENDS, begins)?;
    Some((begins, ends + ENDS.len(), part))
}

fn find(segment: &[u8], sign: &[u8], from: usize) -> Option<usize> {
    let rest = segment.get(from..)?;
    let at = rest.windows(sign.len()).position(|window| window == sign);
    at.map(|at| from + at)
}

fn push<'d>(pieces: &mut Vec<Piece<'d>>, segment: &'d [u8], at: usize, to: usize, part: usize) {
    let bytes = segment.get(at..to).unwrap_or_default();
    if !bytes.is_empty() {
        pieces.push(Piece { at, bytes, part });
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn what_stands_between_marks_is_of_their_part_and_all_else_of_the_first_file() {
        let segment = b"one\x01\x02nearby\x02\x01two\x01\x02end\x02\x01three\x01\x02later\x02\x01\x01\x02end\x02\x01";
        let found: Vec<_> = pieces(segment)
            .iter()
            .map(|piece| (piece.at, piece.bytes.len(), piece.part))
            .collect();
        assert_eq!(found, [(0, 3, 0), (3, 20, 2), (23, 5, 0), (28, 16, 1)]);
        let whole: Vec<u8> = pieces(segment)
            .iter()
            .flat_map(|piece| piece.bytes.to_vec())
            .collect();
        assert_eq!(whole, segment);
    }

    #[test]
    fn a_mark_without_its_other_is_data_like_any() {
        for segment in [
            &b"a\x01\x02later\x02\x01b"[..],
            b"a\x01\x02end\x02\x01b",
            b"",
        ] {
            assert!(pieces(segment).iter().all(|piece| piece.part == 0));
        }
    }
}
