//! One script and four WebAssembly files, the script pinning the others by their hashes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256, Sha384};
use wasm_bindgen_cli_support::Bindgen;

use crate::split::{Split, split};
use crate::{Outcome, imports, order, places, root, tools};

/// What the first screen, *Get help now* and *Leave this page* do without.
const LATER: [&str; 16] = [
    "what_matters::app::App::talk",
    "what_matters::app::screen::frame::talking",
    "what_matters::app::idle::",
    "what_matters::app::nearby::",
    "what_matters::app::leaving::is_sensitive",
    "what_matters::widget::view::talking",
    "what_matters::widget::view::cue::",
    "what_matters::widget::view::warning::",
    "what_matters::platform::Doors::perform_more",
    // A storage is asked through a table of functions, too.
    "what_matters::platform::storage::",
    // Nothing is kept, and nothing looked for, before the rest is here.
    "what_matters::app::keeping::<impl what_matters::app::App>::",
    "what_matters::app::kept::<impl what_matters::app::App>::",
    "what_matters::words::catalogue::later_line",
    "what_matters::words::catalogue::LINES",
    // What these listen with stands in the table, where nothing tells who put it there.
    "what_matters::widget::part::words::",
    "what_matters::widget::view::jump::",
];

/// What has to do with services, which only a page that names some fetches.
const NEARBY: [&str; 7] = [
    "what_matters::app::ideas::",
    "what_matters::platform::ideas::",
    "what_matters::widget::view::near::",
    "what_matters::app::screen::ideas::",
    "what_matters::app::screen::near::",
    "what_matters::ideas::",
    "what_matters::widget::part::ideas::",
];

/// The program, as its library is called.
const PROGRAM: &str = "what_matters";
/// What LLVM does for speed and pays for in bytes: some two kilobytes on the wire.
const SMALLER: [&str; 5] = [
    "-Cllvm-args=-enable-load-pre=false",
    "-Cllvm-args=-simplifycfg-sink-common=false",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-disable-licm-promotion",
    "-Cllvm-args=-inline-instr-cost=7",
];
/// What LLVM may have used, named one by one: all at once would let in features browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-reference-types",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Which build it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// As quick as it can be had where there are no npm tools.
    Plain,
    /// With the npm tools, that make it as small as they can.
    Small,
    /// For tests alone: it breaks where it is told to.
    Fault,
}

/// Builds the script and the WebAssembly into a folder.
pub(crate) fn script(into: &Path, kind: Build) -> Outcome {
    tools::wasm_target()?;
    let profile = if kind == Build::Fault {
        "fault"
    } else {
        "release"
    };
    let features: &[&str] = if kind == Build::Fault {
        &["--features", "fault"]
    } else {
        &[]
    };
    compile("what-matters", profile, features)?;
    let (wasm, glue) = bind(PROGRAM, profile)?;
    let (wasm, glue) = imports::shorten(&wasm, &quiet(&glue)?)?;
    let mut wasm = if kind == Build::Small {
        optimise(&wasm)?
    } else {
        wasm
    };
    places::blank_others(&mut wasm)?;
    let Split { first, later } = split(&wasm, &[("nearby", &NEARBY), ("rest", &LATER)])?;
    let later = [
        ("NEARBY", "what-matters.nearby"),
        ("REST", "what-matters.rest"),
    ]
    .into_iter()
    .zip(later);
    let all = [
        (("WASM", "what-matters"), first),
        (("DIRECTORY", "what-matters.directory"), directory(kind)?),
    ];
    let mut script = join(&glue, kind)?;
    for ((of, name), wasm) in all.into_iter().chain(later) {
        script = pinned(&script, of, into, name, &order::alike_together(&wasm)?)?;
    }
    if kind != Build::Fault && script.contains("faultAt") {
        return Err("the program asks where it is to break".to_owned());
    }
    let path = into.join("what-matters.js");
    write(&path, script.as_bytes())?;
    if kind == Build::Small {
        minify(&path)
    } else {
        Ok(())
    }
}

/// Builds the program that reads lists of services, which only a page that names some fetches. It needs no glue but the name of what it takes.
fn directory(kind: Build) -> Outcome<Vec<u8>> {
    const PROFILE: &str = "quick";
    compile("what-matters-directory", PROFILE, &[])?;
    let (wasm, glue) = bind("what_matters_directory", PROFILE)?;
    // All that it takes is to be told that there is a table for values of the browser, of which it has none.
    let takes = glue.matches(": function(").count();
    if takes != 1 || !glue.contains("__wbindgen_init_externref_table: function(") {
        return Err(
            "the program that reads lists takes more of the script than it is given".to_owned(),
        );
    }
    let (wasm, _) = imports::shorten(&wasm, &glue)?;
    if kind == Build::Small {
        optimise(&wasm)
    } else {
        Ok(wasm)
    }
}

/// Builds the page for hosts that checks a list of services: a program of its own, which the widget knows nothing of.
pub(crate) fn checker(into: &Path, kind: Build) -> Outcome {
    const NAME: &str = "what-matters-services";
    compile(NAME, "release", &[])?;
    let (wasm, glue) = bind("what_matters_services", "release")?;
    let wasm = if kind == Build::Small {
        optimise(&wasm)?
    } else {
        wasm
    };
    let own = root().join("www/services/check.js");
    let own = fs::read_to_string(&own)
        .map_err(|error| format!("{} could not be read: {error}", own.display()))?;
    let glue = glue.lines().filter(|line| !line.starts_with("export {"));
    let glue = glue.map(|line| line.strip_prefix("export ").unwrap_or(line));
    let script = glue.chain([own.as_str()]).collect::<Vec<_>>().join("\n");
    let script = pinned(&script, "WASM", into, "check", &wasm)?;
    let path = into.join("check.js");
    write(&path, script.as_bytes())?;
    if kind == Build::Small {
        minify(&path)?;
    }
    Ok(())
}

/// Builds a library for the browser. Cargo optimises across crates only where it is built as one thing alone.
fn compile(package: &str, profile: &str, more: &[&str]) -> Outcome {
    let mut cargo = Command::new("cargo");
    cargo
        .args(["rustc", "--profile", profile, "--lib", "--package", package])
        .args(["--target", "wasm32-unknown-unknown"])
        .args(["--crate-type", "cdylib"])
        .args(more)
        .env("RUSTFLAGS", flags()?);
    tools::run(&mut cargo, "the WebAssembly")
}

/// Writes a WebAssembly file under a name with its hash, and puts that and its integrity into a script.
fn pinned(script: &str, of: &str, into: &Path, name: &str, wasm: &[u8]) -> Outcome<String> {
    let [a, b, c, d, ..] = Sha256::digest(wasm)[..] else {
        return Err("a hash has 32 bytes".to_owned());
    };
    let name = format!("{name}.{:08x}.wasm", u32::from_be_bytes([a, b, c, d]));
    write(&into.join(&name), wasm)?;
    Ok(script
        .replace(&format!("__{of}_FILE__"), &name)
        .replace(&format!("__{of}_INTEGRITY__"), &integrity(wasm)))
}

/// Flags that make it small, and take this machine's folders out of it, so that every machine builds the same.
fn flags() -> Outcome<String> {
    let said = |arguments: &[&str]| {
        let output = Command::new("rustc").args(arguments).output();
        let output = output.map_err(|error| format!("rustc could not be asked: {error}"))?;
        Ok::<_, String>(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    // Where the standard library's own text is installed, the compiler names it in place of this.
    let version = said(&["-vV"])?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    let std = format!("{}/lib/rustlib/src/rust", said(&["--print", "sysroot"])?);
    let mut folders = vec![(std, format!("/rustc/{}", commit.unwrap_or_default()))];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    for registry in registries.into_iter().flatten().flatten() {
        folders.push((registry.path().display().to_string(), "crates".to_owned()));
    }
    let flag = |(from, to)| format!("--remap-path-prefix={from}={to}");
    let flags = folders
        .into_iter()
        .map(flag)
        .chain(SMALLER.map(str::to_owned));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// A hash as integrity attributes take it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!(
        "sha384-{}",
        base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes))
    )
}

/// Writes a file, making its folder.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes));
    written.map_err(|error| format!("{} could not be written: {error}", path.display()))
}

/// Runs wasm-bindgen as a library, so that it can never be of another version than the code.
/// Names are what the two files of the program are told apart by, which leave them out. No other program keeps any.
fn bind(library: &str, profile: &str) -> Outcome<(Vec<u8>, String)> {
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into);
    let built = target
        .join("wasm32-unknown-unknown")
        .join(profile)
        .join(library)
        .with_extension("wasm");
    let mut bindgen = Bindgen::new();
    let output = bindgen
        .input_path(&built)
        .web(true)
        .map(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .remove_producers_section(true)
                .remove_name_section(library != PROGRAM)
        })
        .and_then(Bindgen::generate_output);
    let mut output = output.map_err(|error| format!("wasm-bindgen: {error}"))?;
    let glue = output.js().to_owned();
    Ok((output.wasm_mut().emit_wasm(), glue))
}

/// What a page has of our Yew. Marks of its own, or a page that is a Yew program too would take our nodes and presses for its own, and we its.
/// And of an error the words alone: Yew puts the nodes beside them on the console, with all that a person wrote in them.
fn quiet(glue: &str) -> Outcome<String> {
    let mut quiet = glue.to_owned();
    for (said, now) in [
        (".__yew_", ".__wm_"),
        ("console.error(...(v0))", "console.error(v0[0])"),
    ] {
        if !quiet.contains(said) {
            return Err(format!(
                "the script no longer has `{said}`: what does it have in its place?"
            ));
        }
        quiet = quiet.replace(said, now);
    }
    Ok(quiet)
}

/// Joins the glue, the host's colour, the doors, the ways out, what hears a press, the rescue screen, what runs the program, what runs the directory, and the element into one module.
/// The glue stands in a function: each instance of the program has one of its own, and what is left of one that broke reaches no other.
fn join(glue: &str, kind: Build) -> Outcome<String> {
    let own = |name: &str| {
        let path = root().join("pkg-config/npm").join(name);
        fs::read_to_string(&path)
            .map_err(|error| format!("{} could not be read: {error}", path.display()))
    };
    // Its own way of fetching a module comes last, and is not used.
    let (glue, _) = glue
        .split_once("async function __wbg_load")
        .ok_or("the glue has changed: it does not end with how it loads a module")?;
    let mut joined = String::from("// <what-matters>. Licence: MIT.\nfunction glue() {\n");
    for line in glue.lines() {
        joined.push_str(line.strip_prefix("export ").unwrap_or(line));
        joined.push('\n');
    }
    joined.push_str(
        "return { imports: __wbg_get_imports, finish: __wbg_finalize_init, Widget, style, laterStyle, onPanic };\n}\n",
    );
    for name in [
        "accent.js",
        "doors.js",
        "mend.js",
        "leave.js",
        "press.js",
        "idle.js",
    ] {
        joined.push_str(&own(name)?);
    }
    joined.push_str(&own("rescue.js")?.replace("__BROKE__", &broke()?));
    for name in ["program.js", "directory.js", "element.js"] {
        joined.push_str(&own(name)?);
    }
    if kind == Build::Fault {
        joined.push_str(&own("fault.js")?);
    }
    Ok(joined)
}

/// The English words of the rescue screen, which stands when the program cannot be asked for any.
fn broke() -> Outcome<String> {
    let path = root().join("www/words/en.json");
    let text = fs::read_to_string(&path);
    let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
    let words: Map<String, Value> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    let words = words.into_iter();
    let words = words.filter(|(key, _)| key.starts_with("broke-"));
    Ok(Value::Object(words.collect()).to_string())
}

fn optimise(wasm: &[u8]) -> Outcome<Vec<u8>> {
    let folder = root().join("target/pack");
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    write(&before, wasm)?;
    let mut command = tools::npm("wasm-opt");
    // Brotli finds more in small functions alike than in few large ones, so the two passes left out cost more than they save.
    // What alignment a load has is a hint that no browser needs, and bytes that are all the same are packed away.
    command
        .args([
            "-Oz",
            "--one-caller-inline-max-function-size=0",
            "--skip-pass=local-cse",
            "--converge",
            "--dealign",
            // What has names keeps them.
            "--debuginfo",
        ])
        .args(FEATURES)
        .arg(&before)
        .arg("-o")
        .arg(&after);
    tools::run(&mut command, "wasm-opt")?;
    fs::read(&after).map_err(|error| format!("wasm-opt wrote nothing: {error}"))
}

fn minify(path: &Path) -> Outcome {
    let mut command: Command = tools::npm("esbuild");
    command.arg(path).args([
        "--minify",
        "--tree-shaking=true",
        "--format=esm",
        "--target=es2022",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ]);
    command
        .arg("--allow-overwrite")
        .arg(format!("--outfile={}", path.display()));
    tools::run(&mut command, "esbuild")
}
