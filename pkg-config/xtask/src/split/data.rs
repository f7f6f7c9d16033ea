//! Data that only the rest reads: it stands between marks, which `pkg-config/build.rs` sets.

/// Begins and ends it. No words hold these signs.
const BEGINS: &[u8] = b"\x01\x02later\x02\x01";
const ENDS: &[u8] = b"\x01\x02end\x02\x01";

/// A part of a segment, with how far from the segment's beginning it stands.
pub(super) struct Piece<'d> {
    pub(super) at: usize,
    pub(super) bytes: &'d [u8],
    /// Whether only the rest reads it.
    pub(super) is_later: bool,
}

/// Takes a segment apart where data of the rest begins and ends, marks and all.
pub(super) fn pieces(segment: &[u8]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some((from, to)) = marked(segment, at) {
        push(&mut pieces, segment, at, from, false);
        push(&mut pieces, segment, from, to, true);
        at = to;
    }
    push(&mut pieces, segment, at, segment.len(), false);
    pieces
}

fn marked(segment: &[u8], from: usize) -> Option<(usize, usize)> {
    let begins = find(segment, BEGINS, from)?;
    let ends = find(segment, ENDS, begins)?;
    Some((begins, ends + ENDS.len()))
}

fn find(segment: &[u8], sign: &[u8], from: usize) -> Option<usize> {
    let rest = segment.get(from..)?;
    let at = rest.windows(sign.len()).position(|window| window == sign);
    at.map(|at| from + at)
}

fn push<'d>(pieces: &mut Vec<Piece<'d>>, segment: &'d [u8], at: usize, to: usize, is_later: bool) {
    let bytes = segment.get(at..to).unwrap_or_default();
    if !bytes.is_empty() {
        pieces.push(Piece {
            at,
            bytes,
            is_later,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn what_stands_between_marks_is_the_rests_and_all_else_is_not() {
        let segment = b"one\x01\x02later\x02\x01two\x01\x02end\x02\x01three";
        let found: Vec<_> = pieces(segment)
            .iter()
            .map(|piece| (piece.at, piece.bytes.len(), piece.is_later))
            .collect();
        assert_eq!(found, [(0, 3, false), (3, 19, true), (22, 5, false)]);
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
            assert!(pieces(segment).iter().all(|piece| !piece.is_later));
        }
    }
}
