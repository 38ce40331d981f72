//! `serve`: builds everything and serves the composer page on 127.0.0.1.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

use crate::project::Project;
use crate::site;

/// Tried first, so that a bookmark keeps working; any free port if it is taken.
const PORT: u16 = 8160;

/// What the page states of itself in its `<meta>`, and more, as a header: only own files, and WebAssembly.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
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
    let server = match options.port {
        Some(port) => listen(port)?,
        None => listen(PORT).or_else(|_| listen(0))?,
    };
    println!(
        "\nseptet composer: {}  (stop with Ctrl-C)",
        address(&server)?
    );
    io::stdout().flush()?;
    answer_all(&server, &directory);
    Ok(())
}

/// Serves a directory on a free port in the background, for tests; returns the address.
pub(crate) fn background(directory: PathBuf) -> Result<String> {
    let server = Arc::new(listen(0)?);
    let address = address(&server)?;
    std::thread::spawn(move || answer_all(&server, &directory));
    Ok(address)
}

fn listen(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on 127.0.0.1:{port}: {error}"))
}

fn address(server: &Server) -> Result<String> {
    let address = server
        .server_addr()
        .to_ip()
        .context("the server has no address")?;
    Ok(format!("http://{address}/"))
}

fn answer_all(server: &Server, directory: &Path) {
    for request in server.incoming_requests() {
        // A browser that went away is no reason to stop.
        let _ = answer(request, directory);
    }
}

fn answer(request: Request, directory: &Path) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD\n"));
    }
    let Some(path) = local_path(directory, request.url()) else {
        return request.respond(plain(404, "no such file\n"));
    };
    let Ok(file) = File::open(&path) else {
        return request.respond(plain(404, "no such file\n"));
    };
    let mut response = Response::from_file(file);
    for (name, value) in [
        ("Content-Type", content_type(&path)),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-cache"),
    ] {
        response.add_header(header(name, value)?);
    }
    request.respond(response)
}

fn plain(status: u16, text: &str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(StatusCode(status))
}

fn header(name: &str, value: &str) -> io::Result<Header> {
    Header::from_bytes(name, value).map_err(|()| io::Error::other(format!("not a header: {name}")))
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
        std::fs::remove_dir_all(directory).unwrap();
    }
}
