//! Places where the program can be made to break, to see what a person is left with then. For tests alone: without the feature `fault` there is nothing of it.

/// Breaks the program here, where a test asks for it.
macro_rules! fault {
    ($site:literal) => {
        #[cfg(feature = "fault")]
        $crate::fault::meet($site);
    };
}

/// Breaks the program where a test armed this place: in the way it asked for.
#[cfg(feature = "fault")]
#[cfg_attr(
    target_arch = "wasm32",
    expect(clippy::panic, reason = "this is what it is for")
)]
pub(crate) fn meet(site: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        let how = armed::fault_at(site);
        match how.split_once(':') {
            // What the text of a panic must never show, in the two ways it could be there.
            Some(("raw", words)) => panic!("{words}"),
            Some(("said", words)) => panic!("{:?}", crate::words::Said::new(words)),
            _ => {}
        }
        match how.as_str() {
            "panic" => panic!("armed: {site}"),
            "stack" => {
                deeper(1);
            }
            "memory" => full(),
            _ => {}
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = site;
}

/// Goes deeper until the stack ends.
#[cfg(all(feature = "fault", target_arch = "wasm32"))]
fn deeper(depth: u64) -> u64 {
    let depth = std::hint::black_box(depth);
    if depth == 0 {
        return 0;
    }
    deeper(depth.wrapping_add(1)).wrapping_mul(depth)
}

/// Takes memory until there is none.
#[cfg(all(feature = "fault", target_arch = "wasm32"))]
fn full() {
    loop {
        let taken: Vec<u8> = Vec::with_capacity(1 << 26);
        std::hint::black_box(taken.leak());
    }
}

#[cfg(all(feature = "fault", target_arch = "wasm32"))]
mod armed {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        // It stands in `pkg-config/npm/fault.js`, joined with the glue of the build for tests.
        #[wasm_bindgen(js_name = faultAt)]
        pub(super) fn fault_at(site: &str) -> String;
    }
}
