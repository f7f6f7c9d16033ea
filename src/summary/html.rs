//! A page as one HTML file.

use super::{Block, DRAWN_IN, Document, Page, Run, TableRow};
use crate::words::{Language, Line, Said};

/// How a page looks, in the file and in print. Large letters are of 18 points: the UK Association for Accessible Formats counts 16 and more as large print.
/// A person's words (`.said`) stand in a book face, ours in a plain one.
pub const PAGE_STYLE: &str = "\
:root{color-scheme:light}\
body{margin:0 auto;padding:1.5em;max-width:40em;background:#fff;color:#111;font:1em/1.45 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;overflow-wrap:anywhere}\
h1{font-size:1.5em;line-height:1.2;margin:0 0 .6em}\
h2,h3,h4,h5,h6{font-size:1.1em;line-height:1.3;margin:1.1em 0 .25em;break-after:avoid}\
p{margin:.3em 0;break-after:avoid}\
ul{margin:0;padding:0;list-style:none}\
li{margin:.25em 0;padding-inline-start:1em;text-indent:-1em}\
li>*{text-indent:0}\
li::before{content:'\\2013';display:inline-block;inline-size:1em;text-indent:0}\
.boxes,.line{break-inside:avoid}\
.line+.line{break-before:avoid}\
.boxes li::before{content:'\\2610';inline-size:1.4em}\
.said{font-family:Georgia,'Iowan Old Style','Times New Roman',serif;font-size:1.06em;white-space:pre-wrap}\
.noted{white-space:pre-wrap}\
.label{font-weight:600}\
.line{block-size:2em;border-block-end:1px solid #777}\
table{border-collapse:collapse;margin:.5em 0}\
th,td{padding:.25em .7em;border:1px solid #999;text-align:start;font-weight:400}\
svg{width:9em;height:1.9em;display:block;fill:none;stroke:#111;stroke-width:1.5}\
[dir=rtl] svg{transform:scaleX(-1)}\
hr{margin:1.2em 0 .8em;border:0;border-block-start:1px solid #777}\
a{color:inherit}\
@page{margin:16mm}\
@media print{body{padding:0;max-width:none;font-size:11pt}li{orphans:2;widows:2}}\
.large{font-size:18pt}\
";

/// The file's own policy: it may show its style, and reach nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

impl Page {
    /// How a page looks: the rules for a print frame's own sheet, the same as in the file.
    pub fn print_style() -> &'static str {
        PAGE_STYLE
    }

    /// The page as one HTML file: readable anywhere, no script, its own strict policy.
    pub fn html(&self, name: &str) -> Document {
        let mut out = String::from("<!doctype html>\n<html");
        language(Some(&self.language), &mut out);
        out.push_str(">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        escape(POLICY, &mut out);
        out.push_str("\">\n<meta charset=\"utf-8\">\n");
        out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        element("title", &self.title.text, &mut out);
        out.push_str("<style>");
        out.push_str(PAGE_STYLE);
        out.push_str("</style>\n</head>\n<body");
        if self.is_large {
            out.push_str(" class=\"large\"");
        }
        out.push_str(">\n<main>\n");
        heading(1, &self.title, &mut out);
        for block in &self.blocks {
            write(block, &mut out);
        }
        out.push_str("</main>\n</body>\n</html>\n");
        Document {
            name: name.to_owned(),
            media_type: "text/html",
            body: out,
        }
    }
}

fn write(block: &Block, out: &mut String) {
    match block {
        Block::Heading(level, line) => heading((*level).clamp(1, 6), line, out),
        Block::Paragraph(runs) => {
            out.push_str("<p>");
            all(runs, out);
            out.push_str("</p>\n");
        }
        Block::List(items) => {
            out.push_str("<ul role=\"list\">\n");
            for item in items {
                out.push_str("<li>");
                all(item, out);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Block::Space(lines) => {
            for _ in 0..*lines {
                out.push_str("<div class=\"line\"></div>\n");
            }
        }
        Block::Boxes(boxes) => {
            out.push_str("<ul role=\"list\" class=\"boxes\">\n");
            for words in boxes {
                out.push_str("<li");
                language(words.language.as_ref(), out);
                out.push('>');
                escape(&words.text, out);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Block::Table { head, rows } => {
            out.push_str("<table>\n<tr><td></td><td></td>");
            for day in head {
                cell("th", day, out);
            }
            out.push_str("</tr>\n");
            for TableRow {
                title,
                drawn,
                cells,
            } in rows
            {
                out.push_str("<tr>");
                cell("th", title, out);
                for part in [
                    "<td><svg viewBox=\"",
                    DRAWN_IN,
                    "\"><path d=\"",
                    drawn,
                    "\"/></svg></td>",
                ] {
                    out.push_str(part);
                }
                for words in cells {
                    cell("td", words, out);
                }
                out.push_str("</tr>\n");
            }
            out.push_str("</table>\n");
        }
        Block::Rule => out.push_str("<hr>\n"),
    }
}

/// A cell of a table.
fn cell(name: &str, words: &Line, out: &mut String) {
    out.push('<');
    out.push_str(name);
    language(words.language.as_ref(), out);
    out.push('>');
    escape(&words.text, out);
    for part in ["</", name, ">"] {
        out.push_str(part);
    }
}

fn heading(level: u8, line: &Line, out: &mut String) {
    let level = char::from(b'0' + level);
    out.push_str("<h");
    out.push(level);
    language(line.language.as_ref(), out);
    out.push('>');
    escape(&line.text, out);
    out.push_str("</h");
    out.push(level);
    out.push_str(">\n");
}

fn all(runs: &[Run], out: &mut String) {
    for one in runs {
        run(one, out);
    }
}

fn run(run: &Run, out: &mut String) {
    match run {
        Run::Ours(line) => span(None, line, out),
        Run::Label(line) => span(Some("label"), line, out),
        Run::Said(words) => {
            // Their language is not known, so their direction is found from the words.
            own("said", words, out);
        }
        Run::Noted(words) | Run::Told(words) => own("noted", words, out),
        Run::Link(line, to) => {
            out.push_str("<a href=\"");
            escape(to, out);
            out.push('"');
            language(line.language.as_ref(), out);
            out.push('>');
            escape(&line.text, out);
            out.push_str("</a>");
        }
    }
}

/// Someone's words, in whichever direction they run.
fn own(class: &str, words: &Said, out: &mut String) {
    for part in ["<span class=\"", class, "\" dir=\"auto\">"] {
        out.push_str(part);
    }
    escape(words.words(), out);
    out.push_str("</span>");
}

fn span(class: Option<&str>, line: &Line, out: &mut String) {
    if class.is_none() && line.language.is_none() {
        return escape(&line.text, out);
    }
    out.push_str("<span");
    if let Some(class) = class {
        out.push_str(" class=\"");
        out.push_str(class);
        out.push('"');
    }
    language(line.language.as_ref(), out);
    out.push('>');
    escape(&line.text, out);
    out.push_str("</span>");
}

fn element(name: &str, text: &str, out: &mut String) {
    for part in ["<", name, ">"] {
        out.push_str(part);
    }
    escape(text, out);
    for part in ["</", name, ">\n"] {
        out.push_str(part);
    }
}

fn language(language: Option<&Language>, out: &mut String) {
    if let Some(language) = language {
        out.push_str(" lang=\"");
        out.push_str(language.tag());
        out.push_str("\" dir=\"");
        out.push_str(if language.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        });
        out.push('"');
    }
}

/// Writes text so that a browser reads back the same text. A bare carriage return would be read as a new line.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            other => out.push(other),
        }
    }
}
