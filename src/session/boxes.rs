//! A name for every box a person can write in.

use super::{Field, Place, StepId, Voice};
use crate::guide::{ChoiceId, PromptId};

impl Place {
    /// Names the place. Ids in a guide have no `_`, so two never meet.
    pub fn name(&self) -> String {
        let card = self.card.as_ref().map_or("", ChoiceId::name);
        [self.prompt.name(), "_", card].concat()
    }
}

impl Field {
    /// Names this box at a place.
    pub fn name_at(&self, place: &Place) -> String {
        let (what, which) = match self {
            Self::Words => ("words", None),
            Self::Detail(choice) => ("detail", Some(choice.name().to_owned())),
            Self::What(step) => ("what", Some(step.0.to_string())),
            Self::When(step) => ("when", Some(step.0.to_string())),
            Self::Help(step) => ("help", Some(step.0.to_string())),
            Self::Note => ("note", None),
            Self::Beside(Voice::Worker) => ("beside-note", None),
            Self::Beside(_) => ("beside", None),
            Self::Wording => ("wording", None),
            Self::Others => ("others", None),
            Self::Looked(at) => ("looked", Some(at.to_string())),
        };
        let mut name = [&place.name(), "_", what].concat();
        if let Some(which) = which {
            name.push('_');
            name.push_str(&which);
        }
        name
    }

    /// The place and the box of a name.
    pub fn named(name: &str) -> Option<(Place, Self)> {
        let mut parts = name.splitn(4, '_');
        let prompt = PromptId::new(parts.next()?)?;
        let card = parts.next()?;
        let card = match card {
            "" => None,
            card => Some(ChoiceId::new(card)?),
        };
        let (what, which) = (parts.next()?, parts.next());
        let step = || Some(StepId(which?.parse().ok()?));
        let field = match what {
            "words" => Self::Words,
            "detail" => Self::Detail(ChoiceId::new(which?)?),
            "what" => Self::What(step()?),
            "when" => Self::When(step()?),
            "help" => Self::Help(step()?),
            "note" => Self::Note,
            "beside-note" => Self::Beside(Voice::Worker),
            "beside" => Self::Beside(Voice::Helper),
            "wording" => Self::Wording,
            "others" => Self::Others,
            "looked" => Self::Looked(which?.parse().ok()?),
            _ => return None,
        };
        Some((Place { prompt, card }, field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::sample::choice_id;
    use crate::session::sample::place;

    #[test]
    fn every_box_has_a_name_it_is_found_by() {
        let boxes = [
            Field::Words,
            Field::Detail(choice_id("other-one")),
            Field::What(StepId(0)),
            Field::When(StepId(7)),
            Field::Help(StepId(u32::MAX)),
            Field::Note,
            Field::Beside(Voice::Worker),
            Field::Beside(Voice::Helper),
            Field::Wording,
            Field::Others,
            Field::Looked(3),
        ];
        for at in ["matters", "now/home"].map(place) {
            for field in &boxes {
                let name = field.name_at(&at);
                let found = Field::named(&name);
                assert_eq!(found, Some((at.clone(), field.clone())), "{name}");
            }
        }
        for name in [
            "",
            "matters",
            "matters_",
            "matters__",
            "matters__what_x",
            "_x_words",
        ] {
            assert_eq!(Field::named(name), None, "{name}");
        }
    }
}
