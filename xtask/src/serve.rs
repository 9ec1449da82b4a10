//! `serve`: the page on 127.0.0.1, with right MIME types and the headers that its privacy rests on.

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use std::path::Path;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

/// No inline code, no other host, no framing; wasm may be compiled. What the page needs and nothing else.
const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
         connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-cache"),
];

/// Serves a folder until interrupted; a port in use is an error that says so.
pub fn serve(site: &Path, port: u16) -> Result<()> {
    let server = Running::start(site, port)?;
    println!("Vakta is at {}  (Ctrl-C stops it)", server.address);
    server.thread.join().map_err(|_| anyhow!("the server stopped"))?
}

/// A server in the background.
pub struct Running {
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    thread: std::thread::JoinHandle<Result<()>>,
}

impl Running {
    /// Starts serving a folder.
    pub fn start(site: &Path, port: u16) -> Result<Running> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime
            .block_on(TcpListener::bind(("127.0.0.1", port)))
            .with_context(|| format!("can't listen on port {port}; choose another with --port"))?;
        let address = format!("http://{}/", listener.local_addr()?);
        let site = with_headers(Router::new().fallback_service(ServeDir::new(site)));
        let thread = std::thread::spawn(move || Ok(runtime.block_on(axum::serve(listener, site).into_future())?));
        Ok(Running { address, thread })
    }
}

fn with_headers(router: Router) -> Router {
    HEADERS.iter().fold(router, |router, &(name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(HeaderName::from_static(name), HeaderValue::from_static(value)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    /// What the server answers to `GET path`.
    fn get(server: &Running, path: &str) -> String {
        let host = server.address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = std::net::TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    }

    #[test]
    fn serves_the_folder_and_no_more() {
        let server = Running::start(&crate::workspace::root().join("www"), 0).unwrap();
        let script = get(&server, "/worker.js");
        assert!(script.starts_with("http/1.1 200"));
        assert!(script.contains("content-type: text/javascript"));
        assert!(script.contains("content-security-policy: default-src 'none'"));
        assert!(get(&server, "/").contains("content-type: text/html"));
        assert!(get(&server, "/../Cargo.toml").starts_with("http/1.1 4"));
        assert!(get(&server, "/no-such-file").starts_with("http/1.1 404"));
    }
}
