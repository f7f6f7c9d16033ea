//! `sbom.json`: the software bill of materials, as `CycloneDX` 1.6 writes it.
//!
//! It carries no time and no number of its own, so that two builds of the same text write the same bytes.

use std::path::Path;

use serde_json::{Value, json};

use crate::Outcome;
use crate::crates::{Crate, Id};
use crate::pack::write;

/// Writes the bill of what the program is made of. What only runs while building is named, and said to be left out.
pub(crate) fn build(site: &Path, crates: &[Crate]) -> Outcome {
    let mut text = format!("{:#}", bill(crates)?);
    text.push('\n');
    write(&site.join("sbom.json"), text.as_bytes())
}

fn bill(crates: &[Crate]) -> Outcome<Value> {
    let ours = crates.iter().find(|made_of| is_ours(made_of));
    let ours = ours.ok_or("the program is not among its own crates")?;
    let parts = crates.iter().filter(|made_of| !is_ours(made_of));
    let parts: Vec<_> = parts.map(component).collect();
    let uses = crates.iter().map(|made_of| {
        let uses: Vec<_> = made_of.uses.iter().map(address).collect();
        json!({ "ref": address(&made_of.id), "dependsOn": uses })
    });
    let uses: Vec<_> = uses.collect();
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "component": component(ours),
        },
        "components": parts,
        "dependencies": uses,
    }))
}

fn is_ours(made_of: &Crate) -> bool {
    made_of.id.0 == "what-matters"
}

fn component(made_of: &Crate) -> Value {
    let (name, version) = &made_of.id;
    let mut component = json!({
        "type": if is_ours(made_of) { "application" } else { "library" },
        "bom-ref": address(&made_of.id),
        "name": name,
        "version": version,
        "scope": if made_of.is_inside { "required" } else { "excluded" },
        "licenses": [{ "expression": made_of.licence }],
        "purl": address(&made_of.id),
    });
    if let (Some(hash), Some(fields)) = (&made_of.hash, component.as_object_mut()) {
        let hashes = json!([{ "alg": "SHA-256", "content": hash }]);
        fields.insert("hashes".to_owned(), hashes);
    }
    component
}

/// A package URL, which every list of known weaknesses understands.
fn address((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{version}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crate_stands_once_in_the_bill_and_whatever_it_uses_stands_there_too() {
        let crates = crate::crates::all().unwrap();
        let bill = bill(&crates).unwrap();
        let list = |field: &str| bill[field].as_array().unwrap().clone();
        let mut known: Vec<_> = list("components")
            .iter()
            .map(|part| part["bom-ref"].clone())
            .collect();
        known.push(bill["metadata"]["component"]["bom-ref"].clone());
        assert_eq!(known.len(), crates.len());
        let all_once: std::collections::BTreeSet<_> = known.iter().map(Value::to_string).collect();
        assert_eq!(all_once.len(), known.len());
        let mut of_yew = Vec::new();
        for row in list("dependencies") {
            let uses = row["dependsOn"].as_array().unwrap();
            assert!(uses.iter().all(|used| known.contains(used)), "{row}");
            if row["ref"]
                .as_str()
                .is_some_and(|row| row.starts_with("pkg:cargo/yew@"))
            {
                of_yew.clone_from(uses);
            }
        }
        let has = |start: &str| {
            of_yew
                .iter()
                .any(|used| used.as_str().unwrap().starts_with(start))
        };
        assert!(
            has("pkg:cargo/gloo@") && has("pkg:cargo/web-sys@"),
            "{of_yew:?}"
        );
    }
}
