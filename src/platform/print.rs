//! Prints a page on its own, in a document made node by node, so that the host's page is not printed and no policy is in the way.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlIFrameElement, Window};

use super::Reply;
use crate::app::{Done, Event, Fault};
use crate::summary::{Block, DRAWN_IN, Page, Run};
use crate::words::{Language, Line, Said};

/// Marks the frame, so that one left by a browser that never says it has printed goes with the next.
const FRAME: &str = "what-matters-print";

/// Of no size, and yet displayed: a frame that is not prints nothing.
const OUT_OF_SIGHT: &str = "all:initial!important;display:block!important;position:fixed!important;width:0!important;height:0!important;border:0!important;opacity:0!important";

/// Prints a page, and replies once the browser says that it does. One that is not let print says nothing, and the words stay guarded.
pub(super) fn page(page: &Page, reply: Reply) {
    fault!("effect-print");
    if let Err(fault) = try_page(page, reply.clone()) {
        clear();
        reply(Event::Done(Done::Printed(Err(fault))));
    }
}

fn try_page(page: &Page, reply: Reply) -> Result<(), Fault> {
    let window = web_sys::window().ok_or(Fault::Unsupported)?;
    let (target, is_own) = if prints_whole_page(&window) {
        let opened = window.open_with_url_and_target("", "_blank").ok().flatten();
        let opened = opened.ok_or(Fault::Blocked)?;
        super::leave::printing(&opened);
        (opened, true)
    } else {
        let frame = frame(&window).ok_or(Fault::Unsupported)?;
        (frame.content_window().ok_or(Fault::Unsupported)?, false)
    };
    // In a sandbox the new frame is of another origin, and throws where its document is looked at.
    let document = Reflect::get(&target, &"document".into()).map_err(|_| Fault::Blocked)?;
    draw(page, &document.unchecked_into(), &target).map_err(|_| Fault::Unsupported)?;
    let printed = move || reply(Event::Done(Done::Printed(Ok(()))));
    if is_own {
        target.print().map_err(|_| Fault::Blocked)?;
        printed();
        return Ok(());
    }
    once(&target, "beforeprint", Box::new(printed));
    // What hears it does not hold the frame: in a browser that never says so, both would stay for ever.
    once(&target, "afterprint", Box::new(clear));
    target.print().map_err(|_| Fault::Blocked)
}

/// Takes away a frame that still stands, and the words in it: not every browser says when it has printed.
pub(super) fn clear() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(old) = document.and_then(|document| document.get_element_by_id(FRAME)) {
        old.remove();
    }
}

/// Chrome and Firefox on iOS print the page a frame stands in, not the frame.
fn prints_whole_page(window: &Window) -> bool {
    let agent = window.navigator().user_agent().unwrap_or_default();
    agent
        .split([' ', '/'])
        .any(|name| matches!(name, "CriOS" | "FxiOS"))
}

/// A frame out of sight and out of the reading order.
fn frame(window: &Window) -> Option<HtmlIFrameElement> {
    clear();
    let document = window.document()?;
    // What was made as a frame is one.
    let frame: HtmlIFrameElement = document.create_element("iframe").ok()?.unchecked_into();
    frame.set_id(FRAME);
    frame.set_attribute("aria-hidden", "true").ok()?;
    frame.set_attribute("tabindex", "-1").ok()?;
    // A page that styles its frames does not reach this one.
    frame.style().set_css_text(OUT_OF_SIGHT);
    document.body()?.append_child(&frame).ok()?;
    Some(frame)
}

/// Hears of something once. A window that takes no listeners says nothing.
fn once(window: &Window, kind: &str, heard: Box<dyn FnOnce()>) {
    let heard = Closure::once_into_js(heard);
    let _ = window.add_event_listener_with_callback(kind, heard.unchecked_ref());
}

fn draw(page: &Page, document: &Document, window: &Window) -> Result<(), JsValue> {
    let root = document.document_element().ok_or(JsValue::NULL)?;
    speak(&root, Some(&page.language))?;
    document.set_title(&page.title.text);
    adopt(document, window)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    if page.is_large {
        body.set_class_name("large");
    }
    let main = document.create_element("main")?;
    body.append_child(&main)?;
    main.append_child(&*line(document, "h1", &page.title)?)?;
    for block in &page.blocks {
        write(block, document, &main)?;
    }
    Ok(())
}

/// Gives the document a sheet constructed in its own window, which every policy allows.
fn adopt(document: &Document, window: &Window) -> Result<(), JsValue> {
    let make: Function = Reflect::get(window, &"CSSStyleSheet".into())?.dyn_into()?;
    let sheet = Reflect::construct(&make, &Array::new())?;
    let replace: Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
    replace.call1(&sheet, &Page::print_style().into())?;
    Reflect::set(document, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
    Ok(())
}

fn write(block: &Block, document: &Document, main: &Element) -> Result<(), JsValue> {
    match block {
        Block::Heading(level, words) => {
            let name = ["h1", "h2", "h3", "h4", "h5", "h6"]
                .get(usize::from(*level).saturating_sub(1))
                .unwrap_or(&"h6");
            main.append_child(&*line(document, name, words)?)?;
        }
        Block::Paragraph(runs) => {
            let paragraph = document.create_element("p")?;
            each(runs, document, &paragraph)?;
            main.append_child(&paragraph)?;
        }
        Block::List(items) => {
            let list = document.create_element("ul")?;
            for runs in items {
                let item = document.create_element("li")?;
                each(runs, document, &item)?;
                list.append_child(&item)?;
            }
            main.append_child(&list)?;
        }
        Block::Space(lines) => {
            for _ in 0..*lines {
                let space = document.create_element("div")?;
                space.set_class_name("line");
                main.append_child(&space)?;
            }
        }
        Block::Boxes(boxes) => {
            let list = document.create_element("ul")?;
            list.set_class_name("boxes");
            for words in boxes {
                list.append_child(&*line(document, "li", words)?)?;
            }
            main.append_child(&list)?;
        }
        Block::Table { head, rows } => {
            let table = document.create_element("table")?;
            let first = document.create_element("tr")?;
            for _ in 0..2 {
                first.append_child(&*document.create_element("td")?)?;
            }
            for day in head {
                first.append_child(&*line(document, "th", day)?)?;
            }
            table.append_child(&first)?;
            for shown in rows {
                let row = document.create_element("tr")?;
                row.append_child(&*line(document, "th", &shown.title)?)?;
                let picture = document.create_element("td")?;
                picture.append_child(&*drawing(document, &shown.drawn)?)?;
                row.append_child(&picture)?;
                for cell in &shown.cells {
                    row.append_child(&*line(document, "td", cell)?)?;
                }
                table.append_child(&row)?;
            }
            main.append_child(&table)?;
        }
        Block::Rule => drop(main.append_child(&*document.create_element("hr")?)?),
    }
    Ok(())
}

fn drawing(document: &Document, path: &str) -> Result<Element, JsValue> {
    let namespace = Some("http://www.w3.org/2000/svg");
    let picture = document.create_element_ns(namespace, "svg")?;
    picture.set_attribute("viewBox", DRAWN_IN)?;
    let drawn = document.create_element_ns(namespace, "path")?;
    drawn.set_attribute("d", path)?;
    picture.append_child(&drawn)?;
    Ok(picture)
}

fn each(runs: &[Run], document: &Document, parent: &Element) -> Result<(), JsValue> {
    for run in runs {
        let drawn = match run {
            Run::Ours(words) => line(document, "span", words)?,
            Run::Label(words) => {
                let label = line(document, "span", words)?;
                label.set_class_name("label");
                label
            }
            Run::Said(words) => own(document, "said", words)?,
            Run::Noted(words) | Run::Told(words) => own(document, "noted", words)?,
            Run::Link(words, to) => {
                let link = line(document, "a", words)?;
                link.set_attribute("href", to)?;
                link
            }
        };
        parent.append_child(&drawn)?;
    }
    Ok(())
}

fn own(document: &Document, class: &str, words: &Said) -> Result<Element, JsValue> {
    let said = document.create_element("span")?;
    said.set_class_name(class);
    said.set_attribute("dir", "auto")?;
    said.set_text_content(Some(words.words()));
    Ok(said)
}

fn line(document: &Document, name: &str, words: &Line) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    speak(&element, words.language.as_ref())?;
    element.set_text_content(Some(&words.text));
    Ok(element)
}

fn speak(element: &Element, language: Option<&Language>) -> Result<(), JsValue> {
    if let Some(language) = language {
        element.set_attribute("lang", language.tag())?;
        element.set_attribute(
            "dir",
            if language.is_right_to_left() {
                "rtl"
            } else {
                "ltr"
            },
        )?;
    }
    Ok(())
}
