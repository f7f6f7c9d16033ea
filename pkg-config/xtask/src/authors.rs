//! The pages for authors, from Markdown to plain HTML without a script.

use std::fs;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::pack::write;
use crate::{Outcome, root};

/// A page as it is written.
struct Page {
    name: String,
    title: String,
    text: String,
}

/// Writes every page, its styles, and the guides we ship as their authors wrote them, to begin from.
pub(crate) fn build(site: &Path) -> Outcome {
    let (from, into) = (root().join("www/authors"), site.join("authors"));
    let pages = pages(&from)?;
    for page in &pages {
        let name = format!("{}.html", address(&page.name));
        write(&into.join(name), html(page, &pages).as_bytes())?;
    }
    let guides = root().join("www/guides");
    for (folder, ending) in [(from, "css"), (guides, "json")] {
        for path in files(&folder, ending)? {
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            write(&into.join(path.file_name().unwrap_or_default()), &bytes)?;
        }
    }
    Ok(())
}

/// The pages in the order in which the first one names them.
fn pages(folder: &Path) -> Outcome<Vec<Page>> {
    let first = read(folder, "README")?;
    let links = first.text.split("](").skip(1);
    let linked = links.filter_map(|rest| rest.split(')').next()?.strip_suffix(".md"));
    let mut names: Vec<String> = Vec::new();
    for name in linked {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    let others = names.iter().map(|name| read(folder, name));
    let mut pages = vec![first];
    pages.extend(others.collect::<Outcome<Vec<_>>>()?);
    let written = files(folder, "md")?.len();
    if written == pages.len() {
        Ok(pages)
    } else {
        Err(format!(
            "www/authors has {written} pages, and its first one leads to {}",
            pages.len()
        ))
    }
}

fn files(folder: &Path, ending: &str) -> Outcome<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut paths: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    paths.sort();
    Ok(paths)
}

fn read(folder: &Path, name: &str) -> Outcome<Page> {
    let path = folder.join(format!("{name}.md"));
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let title = text.lines().find_map(|line| line.strip_prefix("# "));
    let title = title.ok_or_else(|| format!("{} has no title", path.display()))?;
    Ok(Page {
        name: name.to_owned(),
        title: title.to_owned(),
        text,
    })
}

/// What a page is called on the site, without its ending.
fn address(name: &str) -> &str {
    if name == "README" { "index" } else { name }
}

fn html(page: &Page, all: &[Page]) -> String {
    let link = |other: &Page| {
        let here = if other.name == page.name {
            " aria-current=\"page\""
        } else {
            ""
        };
        format!(
            "<a href=\"{}.html\"{here}>{}</a>\n",
            address(&other.name),
            other.title
        )
    };
    let links: String = all.iter().map(link).collect();
    let events = Parser::new_ext(&page.text, Options::ENABLE_TABLES).map(on_site);
    let mut body = String::new();
    html::push_html(&mut body, named(events.collect()).into_iter());
    let title = &page.title;
    format!(
        "<!doctype html>
<html lang=\"en-GB\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title} – for authors of guides</title>
<link rel=\"stylesheet\" href=\"../demo.css\">
<link rel=\"stylesheet\" href=\"page.css\">
</head>
<body>
<a class=\"skip\" href=\"#main\">Skip to the page</a>
<header>
<p class=\"name\">For authors of guides</p>
<nav aria-label=\"Pages for authors\">
{links}</nav>
</header>
<main id=\"main\">
{body}</main>
</body>
</html>
"
    )
}

/// Each heading under the title with a name that links lead to, as forges make it of its words.
fn named(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    for at in 0..events.len() {
        let (heading, words) = events.split_at_mut(at + 1);
        let Some(Event::Start(Tag::Heading { level, id, .. })) = heading.last_mut() else {
            continue;
        };
        if *level == HeadingLevel::H1 {
            continue;
        }
        let mut name = String::new();
        for event in words {
            match event {
                Event::Text(text) | Event::Code(text) => name.push_str(text),
                Event::End(TagEnd::Heading(_)) => break,
                _ => {}
            }
        }
        let name = name.to_lowercase().replace(' ', "-");
        let name = name.replace(|sign: char| !sign.is_alphanumeric() && sign != '-', "");
        *id = Some(name.into());
    }
    events
}

/// A link to another page as it is on the site.
fn on_site(event: Event<'_>) -> Event<'_> {
    let Event::Start(Tag::Link {
        link_type,
        dest_url,
        title,
        id,
    }) = event
    else {
        return event;
    };
    let (path, place) = match dest_url.split_once('#') {
        Some((path, place)) => (path, format!("#{place}")),
        None => (&*dest_url, String::new()),
    };
    let page = path.strip_suffix(".md").filter(|name| !name.contains(':'));
    let dest_url = page
        .map(|name| CowStr::from(format!("{}.html{place}", address(name))))
        .unwrap_or(dest_url);
    Event::Start(Tag::Link {
        link_type,
        dest_url,
        title,
        id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lead_to_each_other_and_have_no_script() {
        let pages = pages(&root().join("www/authors")).unwrap();
        for page in &pages {
            let html = html(page, &pages);
            assert!(!html.contains("<script"), "{}", page.name);
            assert!(!html.contains(".md\""), "{}", page.name);
            assert_eq!(html.matches("<h1>").count(), 1, "{}", page.name);
            assert_eq!(html.matches("aria-current").count(), 1, "{}", page.name);
            for link in html.split("href=\"#").skip(1) {
                let place = link.split('"').next().unwrap();
                assert!(
                    html.contains(&format!("id=\"{place}\"")),
                    "{}: #{place}",
                    page.name
                );
            }
            for other in &pages {
                assert!(html.contains(&format!("href=\"{}.html\"", address(&other.name))));
            }
        }
    }
}
