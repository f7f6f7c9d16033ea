//! Names of things in a guide. Each kind is a type of its own, so one cannot stand where another belongs.

use std::borrow::Borrow;
use std::rc::Rc;

/// Whether a name has the form of an id: 1 to 64 of `a-z`, `0-9` and `-`, not beginning with `-`.
pub(crate) fn is_id(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && !name.starts_with('-')
        && name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes a name of the right form (`[a-z0-9][a-z0-9-]{0,63}`); `None` for anything else.
            pub fn new(name: &str) -> Option<Self> {
                is_id(name).then(|| Self(name.into()))
            }

            /// The name as written in the guide.
            pub fn name(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// A stage of the conversation.
    StageId,
    /// A prompt. Unique in the whole guide.
    PromptId,
    /// A choice, or a life card. Unique in its prompt.
    ChoiceId,
    /// A heading of the summary.
    HeadingId,
    /// A route through the guide.
    RouteId
}
