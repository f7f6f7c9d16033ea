//! Builds the site and shows it, on this machine only.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;

use crate::{Outcome, site};

/// The port, unless another is asked for.
pub(crate) const PORT: u16 = 8000;

/// Builds, then serves until it is stopped.
pub(crate) fn run(port: u16) -> Outcome {
    let folder = site::build()?;
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        format!("port {port} is not free ({error}); try `cargo xtask serve --port 8001`")
    })?;
    println!("— open http://127.0.0.1:{port}/  (Ctrl+C stops it)");
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        thread::spawn(move || {
            // A browser that hangs up early has what it wanted.
            let _ = answer(&stream, &folder);
        });
    }
    Ok(())
}

fn answer(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}
    let mut out = stream;
    let found = request
        .split(' ')
        .nth(1)
        .and_then(|address| file(folder, address));
    let Some((path, bytes)) =
        found.and_then(|path| fs::read(&path).ok().map(|bytes| (path, bytes)))
    else {
        return out.write_all(
            b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
    };
    let length = bytes.len();
    let media_type = media_type(&path);
    write!(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    out.write_all(&bytes)
}

/// The file an address names, never one outside the folder.
fn file(folder: &Path, address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(address);
    let is_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(path);
    is_inside.then(|| {
        if path.is_dir() {
            path.join("index.html")
        } else {
            path
        }
    })
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
