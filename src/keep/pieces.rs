//! A session written down piece by piece: what one action changed, and no more. Joined, the pieces are the form that `read` opens.
//! They are joined where no program is needed for it, in `pkg-config/npm/rescue.js`.

use super::store::Id;
use super::{summary, write};
use crate::guide::{HeadingId, StageId};
use crate::json::{self, Node, Writer};
use crate::session::{Action, Field, Place, Session};
use crate::summary::{Part, Summary};
use crate::words::Said;

/// Summaries nest this deep, as in a file.
const DEEPEST: usize = 24;

/// Which piece it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// What there is once: the guide, where the person is, who is there.
    Head,
    /// An answer.
    Answer(Place),
    /// A link worker's note.
    Note(Place),
    /// Another wording of a question.
    Wording(Place),
    /// What is said of a step of an earlier plan.
    Looked(u32),
    /// A stage opened by hand.
    Opened(StageId),
    /// A heading shared or kept back by hand.
    KeptBack(HeadingId),
    /// Summaries of earlier times, which are no part of the form.
    Earlier,
    /// What came with a file and has no place in the guide, which is no part of the form either.
    Brought,
    /// Where it is kept by choice, which is no part of the form either.
    Kept,
}

impl Of {
    /// Its name. What stands before the `/` is the field of the form it belongs to.
    pub fn name(&self) -> String {
        let (field, name) = match self {
            Self::Head => ("head", String::new()),
            Self::Answer(place) => ("answers", place.name()),
            Self::Note(place) => ("notes", place.name()),
            Self::Wording(place) => ("wordings", place.name()),
            Self::Looked(at) => ("looked", at.to_string()),
            Self::Opened(stage) => ("opened", stage.name().to_owned()),
            Self::KeptBack(heading) => ("kept_back", heading.name().to_owned()),
            Self::Earlier => ("earlier", String::new()),
            Self::Brought => ("brought", String::new()),
            Self::Kept => ("kept", String::new()),
        };
        [field, "/", &name].concat()
    }
}

/// One piece.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Which it is. Another of the same takes its place.
    pub of: Of,
    /// The piece, as it stands in the form.
    pub text: Said,
}

impl Piece {
    fn of(of: Of, write: impl FnOnce(&mut Writer)) -> Self {
        let mut out = Writer::default();
        write(&mut out);
        let text = Said::new(out.done());
        Self { of, text }
    }
}

/// What there is once: the guide, where the person is, who is there.
pub fn head(session: &Session) -> Piece {
    Piece::of(Of::Head, |out| write::head(out, session))
}

/// The pieces an action may have changed, beside the head.
pub fn touched(session: &Session, action: &Action) -> Vec<Piece> {
    match action {
        Action::Write(_, Field::Others, _)
        | Action::ByPhone(_)
        | Action::AnsweredFor(_)
        | Action::Next
        | Action::Leave
        | Action::Back
        | Action::GoTo(_) => Vec::new(),
        Action::Write(place, ..)
        | Action::Choose(place, ..)
        | Action::NotMine(place, ..)
        | Action::Also(place, ..)
        | Action::Rate(place, ..)
        | Action::Sort(place, ..)
        | Action::SayMoreOf(place, ..)
        | Action::AddStep(place)
        | Action::TakeOut(place, ..)
        | Action::PutBack(place)
        | Action::SetWho(place, ..)
        | Action::AskIdeas(place, ..)
        | Action::Opt(place, ..)
        | Action::Unopt(place, ..)
        | Action::NoneFit(place, ..)
        | Action::Mark(place, ..) => at(session, place),
        Action::LookBack(at, ..) => looked(session, *at).into_iter().collect(),
        Action::GoToStage(stage) | Action::SayMore(stage) => {
            opened(session, stage).into_iter().collect()
        }
        Action::KeepBack(heading, _) => sharing(session, heading).into_iter().collect(),
    }
}

/// All pieces.
pub fn all(session: &Session) -> Vec<Piece> {
    let mut all = vec![head(session)];
    let places = session.answers().keys().chain(session.notes().keys());
    let mut places: Vec<&Place> = places.chain(session.wordings().keys()).collect();
    places.sort_unstable();
    places.dedup();
    all.extend(places.into_iter().flat_map(|place| at(session, place)));
    all.extend(
        session
            .looked()
            .keys()
            .filter_map(|at| looked(session, *at)),
    );
    all.extend(
        session
            .opened()
            .keys()
            .filter_map(|one| opened(session, one)),
    );
    all.extend(
        session
            .sharing()
            .keys()
            .filter_map(|one| sharing(session, one)),
    );
    all
}

/// All that stands at a place.
fn at(session: &Session, place: &Place) -> Vec<Piece> {
    let given = session.answers().get(place);
    let given = given.map(|given| {
        Piece::of(Of::Answer(place.clone()), |out| {
            write::given(out, place, given);
        })
    });
    let note = session.notes().get(place);
    let note =
        note.map(|note| Piece::of(Of::Note(place.clone()), |out| write::note(out, place, note)));
    let wording = session.wordings().get(place);
    let wording = wording.map(|words| {
        Piece::of(Of::Wording(place.clone()), |out| {
            write::wording(out, place, words);
        })
    });
    [given, note, wording].into_iter().flatten().collect()
}

fn looked(session: &Session, at: u32) -> Option<Piece> {
    let looked = session.looked().get(&at)?;
    let write = |out: &mut Writer| write::looked(out, at, looked);
    Some(Piece::of(Of::Looked(at), write))
}

fn opened(session: &Session, stage: &StageId) -> Option<Piece> {
    let opened = *session.opened().get(stage)?;
    let write = |out: &mut Writer| write::opened(out, stage, opened);
    Some(Piece::of(Of::Opened(stage.clone()), write))
}

fn sharing(session: &Session, heading: &HeadingId) -> Option<Piece> {
    let kept = *session.sharing().get(heading)?;
    let write = |out: &mut Writer| write::flag(out, heading.name(), kept);
    Some(Piece::of(Of::KeptBack(heading.clone()), write))
}

/// Summaries of earlier times, which are no part of the form.
pub fn earlier(earlier: &[Summary]) -> Piece {
    Piece::of(Of::Earlier, |out| {
        out.open('[');
        for one in earlier {
            summary::write(out, one);
        }
        out.close(']');
    })
}

/// What came with a file and has no place in the guide, which is no part of the form either.
pub fn brought(parts: &[Part]) -> Piece {
    Piece::of(Of::Brought, |out| summary::parts(out, parts))
}

/// Where it is kept by choice: the name of the form, and the id it lies under there. No key is in it.
pub fn kept(place: Option<(&str, &Id)>) -> Piece {
    let text = place.map(|(form, id)| [form, " ", id.signs()].concat());
    Piece {
        of: Of::Kept,
        text: Said::new(text.unwrap_or_default()),
    }
}

/// What was noted, joined.
#[derive(Debug, Clone, PartialEq)]
pub struct Back {
    /// The session, as [`super::read`] reads it.
    pub saved: Said,
    /// Summaries of earlier times.
    pub earlier: Vec<Summary>,
    /// What came with a file and has no place in the guide.
    pub brought: Vec<Part>,
    /// What stood in boxes, and was in no piece yet.
    pub boxes: Vec<(Place, Field, Said)>,
    /// Where it was kept by choice: the name of the form, and the id it lies under there.
    pub kept: Option<(String, Id)>,
}

/// Reads what was noted: a list of the session, of what stands beside it (nothing where there was none), of pairs, the name of a box and its words, and of where it was kept.
pub fn read_back(text: &str) -> Option<Back> {
    let node = json::read(text, DEEPEST).ok()?;
    let [saved, earlier, brought, boxes, kept] = node.list() else {
        return None;
    };
    let boxes = boxes.list().iter().filter_map(|pair| {
        let [name, words] = pair.list() else {
            return None;
        };
        let (place, field) = Field::named(name.text()?)?;
        Some((place, field, Said::new(words.text()?)))
    });
    Some(Back {
        saved: Said::new(saved.text()?),
        earlier: read_beside(earlier, |node| {
            node.list().iter().map(summary::read).collect()
        })?,
        brought: read_beside(brought, summary::read_parts)?,
        boxes: boxes.collect(),
        kept: kept.text().and_then(|text| {
            let (form, signs) = text.split_once(' ')?;
            Some((form.to_owned(), Id::of_signs(signs)?))
        }),
    })
}

fn read_beside<T>(node: &Node<'_>, read: impl Fn(&Node<'_>) -> Option<Vec<T>>) -> Option<Vec<T>> {
    match node.text()? {
        "" => Some(Vec::new()),
        text => read(&json::read(text, DEEPEST).ok()?),
    }
}
