//! Guides of any size, for the benchmark.

use serde_json::{Value, json};

/// Prompts in each stage, as many as a long stage of our own has.
const IN_A_STAGE: usize = 20;

/// A guide of so many short prompts, the last of them the summary. It reads without problems, and 10,000 fit into 2 MiB.
pub fn large(prompts: usize) -> String {
    let numbers: Vec<usize> = (0..prompts.saturating_sub(1)).collect();
    let mut stages: Vec<Value> = numbers
        .chunks(IN_A_STAGE)
        .enumerate()
        .map(|(at, numbers)| {
            let prompts: Vec<Value> = numbers.iter().map(|number| prompt(*number)).collect();
            json!({ "id": format!("stage-{at}"), "title": format!("Part {at}"), "prompts": prompts })
        })
        .collect();
    stages.push(json!({ "id": "end", "title": "Your summary", "prompts": [
        { "id": "summary", "ask": "Does this sound like you?", "why": "You have the last say.", "answer": { "kind": "summary" } }
    ] }));
    json!({
        "format": 1, "id": "large", "version": "1", "languages": ["en"], "title": "A large guide",
        "headings": [{ "id": "words", "title": "My words" }],
        "routes": [{ "id": "full" }],
        "stages": stages
    })
    .to_string()
}

fn prompt(number: usize) -> Value {
    json!({
        "id": format!("p-{number}"), "ask": format!("What comes to mind about {number}?"), "why": "It helps us to know.",
        "answer": { "kind": "long-text" }, "feeds": "words"
    })
}

#[cfg(test)]
mod tests {
    use super::large;
    use crate::guide::Guide;

    #[test]
    fn large_guides_read_and_the_largest_fits() {
        for prompts in [34, 10_000] {
            let text = large(prompts);
            let reading = Guide::read(&text);
            assert_eq!(reading.report, []);
            assert_eq!(reading.guide.unwrap().prompts().len(), prompts);
            assert!(text.len() <= 2 * 1024 * 1024);
        }
    }
}
