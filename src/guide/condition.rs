//! "Show this when…" as data. A condition asks its caller for the answers, so it knows nothing of a session.

use super::id::{ChoiceId, PromptId};

/// When a prompt or a stage is shown.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// One of these choices was taken.
    Chosen(PromptId, Vec<ChoiceId>),
    /// Something was answered.
    Answered(PromptId),
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

/// One question a condition puts to its caller.
#[derive(Debug, Clone, Copy)]
pub enum Asked<'a> {
    /// Was this choice taken?
    Chosen(&'a PromptId, &'a ChoiceId),
    /// Was anything answered?
    Answered(&'a PromptId),
}

impl Condition {
    /// Whether it holds, by what the caller says of the answers.
    pub fn holds(&self, answered: &impl Fn(Asked<'_>) -> bool) -> bool {
        match self {
            Self::Chosen(prompt, choices) => choices
                .iter()
                .any(|choice| answered(Asked::Chosen(prompt, choice))),
            Self::Answered(prompt) => answered(Asked::Answered(prompt)),
            Self::All(all) => all.iter().all(|one| one.holds(answered)),
            Self::Any(any) => any.iter().any(|one| one.holds(answered)),
            Self::Not(inner) => !inner.holds(answered),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_combine() {
        let pace = PromptId::new("pace").unwrap();
        let talk = ChoiceId::new("talk").unwrap();
        let chosen = Condition::Chosen(pace.clone(), vec![talk.clone()]);
        let says = |yes: bool| move |asked: Asked<'_>| matches!(asked, Asked::Chosen(..)) && yes;
        assert!(chosen.holds(&says(true)));
        assert!(!Condition::Not(Box::new(chosen.clone())).holds(&says(true)));
        assert!(
            !Condition::All(vec![chosen.clone(), Condition::Answered(pace.clone())])
                .holds(&says(true))
        );
        assert!(Condition::Any(vec![chosen, Condition::Answered(pace)]).holds(&says(true)));
    }
}
