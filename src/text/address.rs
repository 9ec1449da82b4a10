//! Web and mail addresses: the one kind of token in which stops, slashes and signs are letters.

/// Longest user or host name that is looked at before an address is given up: keeps the search linear.
const LONGEST: usize = 64;

/// Last labels of host names that make an address without `http` or `www`.
const TOP_LEVEL: [&str; 24] = [
    "com", "in", "org", "net", "gov", "edu", "co", "info", "io", "tv", "me", "us", "uk", "news", "live", "app", "ai",
    "nic", "int", "biz", "online", "site", "link", "ly",
];

/// End of the address that begins at `start` with a run of ASCII letters and digits up to `run_end`.
pub fn end(source: &str, start: usize, run_end: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let run = &bytes[start..run_end];
    let after = &bytes[run_end..];
    if (run.eq_ignore_ascii_case(b"http") || run.eq_ignore_ascii_case(b"https")) && after.starts_with(b"://") {
        let host = run_end + 3;
        return bytes.get(host).is_some_and(u8::is_ascii_alphanumeric).then(|| path_end(source, host));
    }
    if run.eq_ignore_ascii_case(b"www") && after.first() == Some(&b'.') {
        let host = run_end + 1;
        return bytes.get(host).is_some_and(u8::is_ascii_alphanumeric).then(|| path_end(source, host));
    }
    let window = &bytes[start..bytes.len().min(start + LONGEST)];
    let local = window.iter().take_while(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(b)).count();
    if window.get(local) == Some(&b'@') {
        return host_end(bytes, start + local + 1);
    }
    let host = host_end(bytes, start)?;
    Some(if bytes.get(host) == Some(&b'/') { path_end(source, host) } else { host })
}

/// End of a host name such as `example.co.in`, if one begins here.
fn host_end(bytes: &[u8], start: usize) -> Option<usize> {
    let window = &bytes[start..bytes.len().min(start + LONGEST)];
    let mut len = window.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
    while len > 0 && !window[len - 1].is_ascii_alphanumeric() {
        len -= 1;
    }
    let host = std::str::from_utf8(&window[..len]).ok()?;
    let (rest, last) = host.rsplit_once('.')?;
    // Capitals in the last label alone are a sentence's first word after a lost space: `done.In`.
    let shouted = !host.bytes().any(|b| b.is_ascii_lowercase());
    let known = TOP_LEVEL.iter().any(|t| *t == last || (shouted && t.eq_ignore_ascii_case(last)));
    let whole = rest.split('.').all(|label| !label.is_empty());
    (known && whole).then_some(start + len)
}

/// End of host and path: up to white space, a quotation mark, a bracket or a danda, without closing punctuation.
fn path_end(source: &str, start: usize) -> usize {
    let mut end = start;
    let mut in_path = false;
    for (at, c) in source[start..].char_indices() {
        in_path |= c == '/';
        let fits = if c.is_ascii() {
            !c.is_ascii_control() && !" \"'<>`{|}()[]".contains(c)
        } else {
            in_path && c.is_alphabetic()
        };
        if !fits {
            break;
        }
        if !".,;:!?-".contains(c) {
            end = start + at + c.len_utf8();
        }
    }
    end
}
