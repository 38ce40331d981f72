//! `serve`: builds everything and serves the composer page on 127.0.0.1.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::site;

/// Tried first, so that a bookmark keeps working; any free port if it is taken.
const PORT: u16 = 8160;

/// What the page states of itself in its `<meta>`, and more, as a header: only own files, and WebAssembly.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'none'";

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to listen on, 0 for any free one [default: 8160, or any free one if that is taken]
    #[arg(long)]
    port: Option<u16>,
}

/// Serves until it is interrupted.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    let directory = site::build(project)?;
    let listener = match options.port {
        Some(port) => listen(port)?,
        None => listen(PORT).or_else(|_| listen(0))?,
    };
    println!(
        "\nseptet composer: {}  (stop with Ctrl-C)",
        address(&listener)?
    );
    io::stdout().flush()?;
    answer_all(&listener, &directory);
    Ok(())
}

/// Serves a directory on a free port in the background, for tests; returns the address.
pub(crate) fn background(directory: PathBuf) -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    std::thread::spawn(move || answer_all(&listener, &directory));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("cannot listen on 127.0.0.1:{port}"))
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// A thread for each connection and a connection for each file: a browser opens some that it then
/// leaves idle, and none may keep another waiting.
fn answer_all(listener: &TcpListener, directory: &Path) {
    std::thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A browser that went away is no reason to stop.
            scope.spawn(move || answer(&stream, directory).unwrap_or_default());
        }
    });
}

/// How long a connection may be silent before its question.
const PATIENCE: Duration = Duration::from_mins(1);
/// Octets that a question may have.
const LONGEST_QUESTION: u64 = 64 * 1024;

fn answer(mut stream: &TcpStream, directory: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST_QUESTION)).lines();
    let question = lines.next().transpose()?.unwrap_or_default();
    // The header says nothing of interest, but has to be read: closing with unread octets resets.
    while lines
        .next()
        .transpose()?
        .is_some_and(|line| !line.is_empty())
    {}

    let mut words = question.split(' ');
    let (method, url) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let plain = "text/plain; charset=utf-8";
    let (status, kind, body) = if matches!(method, "GET" | "HEAD") {
        let found = local_path(directory, url).and_then(|path| {
            let body = fs::read(&path).ok()?;
            Some(("200 OK", content_type(&path), body))
        });
        found.unwrap_or(("404 Not Found", plain, b"no such file\n".to_vec()))
    } else {
        let only = b"only GET and HEAD\n".to_vec();
        ("405 Method Not Allowed", plain, only)
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a URL names, never outside of the directory.
fn local_path(directory: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let is_plain = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !is_plain {
        return None;
    }
    let path = directory.join(path);
    Some(if path.is_dir() {
        path.join("index.html")
    } else {
        path
    })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_stay_inside_the_directory() {
        let path = |url| local_path(Path::new("/site"), url);
        assert_eq!(path("/app.js?v=1"), Some("/site/app.js".into()));
        assert_eq!(
            path("/septet/index.js"),
            Some("/site/septet/index.js".into())
        );
        assert_eq!(path("/../secret"), None);
        assert_eq!(path("/a/../../secret"), None);
        assert_eq!(path("//etc/passwd"), Some("/site/etc/passwd".into()));
    }

    #[test]
    fn modules_and_wasm_have_the_types_that_browsers_insist_on() {
        assert_eq!(
            content_type(Path::new("index.js")),
            "text/javascript; charset=utf-8"
        );
        assert_eq!(content_type(Path::new("septet.wasm")), "application/wasm");
        assert_eq!(
            content_type(Path::new("unknown")),
            "application/octet-stream"
        );
    }

    #[test]
    fn the_server_answers_with_type_and_policy() {
        use std::io::Read as _;

        let directory = std::env::temp_dir().join(format!("septet-serve-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        std::fs::write(directory.join("index.html"), "<p>hello").unwrap();
        let address = background(directory.clone()).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let ask = |line: &str| {
            let mut stream = std::net::TcpStream::connect(host).unwrap();
            write!(
                stream,
                "{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
            )
            .unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let page = ask("GET /");
        assert!(page.starts_with("HTTP/1.1 200 OK"), "{page}");
        assert!(
            page.contains("Content-Type: text/html; charset=utf-8"),
            "{page}"
        );
        assert!(
            page.contains("Content-Security-Policy: default-src 'none'"),
            "{page}"
        );
        assert!(page.ends_with("<p>hello"), "{page}");
        assert!(ask("GET /missing").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /").starts_with("HTTP/1.1 405"));
        let idle: Vec<_> = (0..64).map(|_| TcpStream::connect(host).unwrap()).collect();
        assert!(ask("GET /").ends_with("<p>hello"), "others are idle");
        drop(idle);
        std::fs::remove_dir_all(directory).unwrap();
    }
}
