//! Where the prompts stand that a session looks for again and again, found once.

use litemap::LiteMap;

use crate::guide::{AnswerKind, Guide, HeadingId, Prompt, Tells};

/// Places found once when a guide is opened, so that no step has to look through the guide.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Landmarks {
    /// The prompt that is the summary; past the last prompt where there is none.
    pub(super) end: usize,
    /// The first prompt that tells the person's name.
    pub(super) name: Option<usize>,
    /// The first prompt that tells who writes.
    pub(super) writer: Option<usize>,
    /// The first prompt that is the plan.
    pub(super) plan: Option<usize>,
    /// The first prompt where ideas stand.
    pub(super) ideas: Option<usize>,
    /// The first prompt that feeds each heading.
    pub(super) leading: LiteMap<HeadingId, usize>,
}

impl Landmarks {
    /// Looks through the guide for one of its routes.
    pub(super) fn of(guide: &Guide, route: usize) -> Self {
        let prompts = guide.prompts();
        let first = |is: fn(&Prompt) -> bool| prompts.iter().position(is);
        let is_end = |prompt: &Prompt| matches!(prompt.answer, AnswerKind::Summary);
        let listed = guide.routes().get(route);
        let listed = listed.and_then(|route| route.asked.as_deref());
        let end = listed.and_then(|listed| {
            let mut listed = listed.iter().copied();
            listed.find(|at| prompts.get(*at).is_some_and(is_end))
        });
        let mut leading = LiteMap::new();
        for (at, prompt) in prompts.iter().enumerate() {
            if let Some(heading) = &prompt.feeds {
                leading.entry(heading.clone()).or_insert(at);
            }
        }
        Self {
            end: end.or_else(|| first(is_end)).unwrap_or(prompts.len()),
            name: first(|prompt| prompt.tells == Some(Tells::Name)),
            writer: first(|prompt| prompt.tells == Some(Tells::Writer)),
            plan: first(|prompt| matches!(prompt.answer, AnswerKind::Plan)),
            ideas: first(|prompt| matches!(prompt.answer, AnswerKind::Ideas(_))),
            leading,
        }
    }
}
