//! The widget's styles, one sheet of plain CSS.

/// The whole style sheet, for one constructed sheet a document.
pub const STYLE: &str = "";
