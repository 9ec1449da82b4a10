//! `serve`: the page on 127.0.0.1, with right MIME types and the headers that its privacy rests on.

use anyhow::{Result, anyhow};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

/// No inline code, no other host, no framing; wasm may be compiled. What the page needs and nothing else.
const HEADERS: [(&str, &str); 7] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-cache"),
];

/// Serves a folder until interrupted; a port in use is an error that says so.
pub fn serve(site: &Path, port: u16) -> Result<()> {
    let server = Running::start(site, port)?;
    println!("Vakta is at {}  (Ctrl-C stops it)", server.address);
    server.thread.join().map_err(|_| anyhow!("the server stopped"))
}

/// A server in the background.
pub struct Running {
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    thread: std::thread::JoinHandle<()>,
}

impl Running {
    /// Starts serving a folder.
    pub fn start(site: &Path, port: u16) -> Result<Running> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|e| anyhow!("can't listen on port {port}: {e}; choose another with --port"))?;
        let address = format!("http://{}/", server.server_addr());
        let site = Arc::new(site.to_owned());
        let thread = std::thread::spawn(move || {
            for request in server.incoming_requests() {
                let site = site.clone();
                // A reader who goes away is no error of ours.
                std::thread::spawn(move || drop(answer(request, &site)));
            }
        });
        Ok(Running { address, thread })
    }
}

fn answer(request: Request, site: &Path) -> std::io::Result<()> {
    let known = matches!(request.method(), Method::Get | Method::Head);
    let Some(file) = file_of(site, request.url()).filter(|file| known && file.is_file()) else {
        return request.respond(
            with_headers(Response::from_string("not found"), "text/plain; charset=utf-8").with_status_code(404),
        );
    };
    let bytes = fs::read(&file)?;
    request.respond(with_headers(Response::from_data(bytes), mime_of(&file)))
}

fn with_headers<R: std::io::Read>(response: Response<R>, mime: &str) -> Response<R> {
    HEADERS.iter().copied().chain([("Content-Type", mime)]).fold(response, |response, (name, value)| {
        response.with_header(Header::from_bytes(name, value).expect("a header of ours is well formed"))
    })
}

/// The file that a URL names; none where it leads out of the folder.
fn file_of(site: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let file =
        if path.is_empty() || path.ends_with('/') { site.join(path).join("index.html") } else { site.join(path) };
    inside.then_some(file)
}

fn mime_of(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_stay_inside_the_folder() {
        let site = Path::new("site");
        assert_eq!(file_of(site, "/"), Some("site/index.html".into()));
        assert_eq!(file_of(site, "/a/b.js?x=1"), Some("site/a/b.js".into()));
        assert_eq!(file_of(site, "/examples/"), Some("site/examples/index.html".into()));
        assert_eq!(file_of(site, "/../Cargo.toml"), None);
        assert_eq!(file_of(site, "//etc/passwd"), Some("site/etc/passwd".into()));
    }

    #[test]
    fn wasm_streams_only_with_its_type() {
        assert_eq!(mime_of(Path::new("x.wasm")), "application/wasm");
        assert_eq!(mime_of(Path::new("x.js")), "text/javascript; charset=utf-8");
    }
}
