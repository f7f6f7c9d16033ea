//! What was said of what is on offer, as it stands in a summary.

use super::Piece;
use super::assemble::{Ours, labelled};
use crate::session::{Ideas, Opted, Wish};

/// What stands under the heading for ideas, and apart from it what is not for the person.
/// Where both have one heading, all stands together.
pub(super) fn pieces(
    ideas: &Ideas,
    is_together: bool,
    ours: &Ours<'_>,
) -> (Vec<Piece>, Vec<Piece>) {
    let not_for_me = ideas.that_are(Wish::NotForMe).map(|one| one.name.clone());
    let (mut pieces, mut apart) = (wished(ideas, ours), Vec::new());
    if is_together {
        let label = ours.line("summary-ideas-not");
        pieces.extend(not_for_me.filter_map(|name| labelled(label.clone(), &name)));
    } else {
        apart.extend(not_for_me.map(Piece::Said));
    }
    pieces.extend(none_fit(ideas, ours));
    (pieces, apart)
}

/// What the person would like to know more about, and then what may wait.
fn wished(ideas: &Ideas, ours: &Ours<'_>) -> Vec<Piece> {
    let later = ours.line("summary-ideas-later");
    let all = [(Wish::More, None), (Wish::Later, Some(later))];
    let all = all
        .into_iter()
        .flat_map(|(wish, before)| ideas.that_are(wish).map(move |one| (before.clone(), one)));
    let piece = |(before, one): (_, &Opted)| Piece::Idea {
        before,
        name: one.name.clone(),
        lines: one.lines.clone(),
        day: one.day.filter(|_| !one.lines.is_empty()).map(|day| {
            let day = ours.day(day);
            ours.fill("summary-ideas-day", &[("day", &day.text)])
        }),
    };
    all.map(piece).collect()
}

/// That nothing fits: a gap in what is on offer.
fn none_fit(ideas: &Ideas, ours: &Ours<'_>) -> Option<Piece> {
    let is_wished = |one: &Opted| one.wish != Wish::NotForMe;
    let key = if ideas.options.iter().any(is_wished) {
        "summary-ideas-none-else"
    } else {
        "summary-ideas-none"
    };
    ideas.none_fit.then(|| Piece::Chosen {
        choice: ours.line(key),
        detail: None,
    })
}
