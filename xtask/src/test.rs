//! `test`: every suite, one after the other, and one closing line over all.

use crate::browser::Browser;
use crate::serve::Running;
use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::{cargo, command, root};
use crate::{build, node};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Passed and failed tests.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
}

type Suite = fn() -> Result<Tally>;

/// Runs every suite; an error when any test failed or any suite could not run.
pub fn test() -> Result<()> {
    let suites: [(&str, Suite); 3] = [("native", native), ("wasm in a browser", wasm), ("the page in a browser", page)];
    let mut all = Tally::default();
    for (name, suite) in suites {
        println!("\n== {name}");
        // A suite that could not run is a failure, never a skip.
        let tally = suite().unwrap_or_else(|error| {
            eprintln!("xtask: {name}: {error:#}");
            Tally { passed: 0, failed: 1 }
        });
        all.passed += tally.passed;
        all.failed += tally.failed;
    }
    println!("\n{} passed, {} failed", all.passed, all.failed);
    if all.failed > 0 {
        bail!("tests failed");
    }
    Ok(())
}

/// Unit, integration and documentation tests of the workspace.
fn native() -> Result<Tally> {
    counted(cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

/// The integration tests marked for wasm, in a headless browser through wasm-bindgen's own runner.
fn wasm() -> Result<Tally> {
    let toolchain = WasmToolchain::get()?;
    let browser = Browser::get()?;
    // Each run leaves a browser profile in the temporary folder: it gets one of its own, emptied afterwards.
    let temporary = root().join("target/webtest/tmp");
    fs::create_dir_all(&temporary)?;
    let mut runner = OsString::from(std::env::current_exe()?);
    runner.push(" wasm-test-runner");
    let mut cargo = toolchain.cargo("test", "webtest");
    cargo.args(["--package", "vakta", "--no-default-features", "--no-fail-fast"]);
    cargo.args(wasm_test_files()?.iter().flat_map(|name| ["--test", name]));
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    cargo.env("CHROMEDRIVER", browser.driver).env("TMPDIR", &temporary);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_settings(&browser.program)?);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    let tally = counted(&mut cargo);
    fs::remove_dir_all(&temporary).context("emptying the browser's temporary folder")?;
    tally
}

/// Integration tests that run in the browser too: those that use wasm-bindgen-test.
fn wasm_test_files() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("tests"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "rs") && fs::read_to_string(&path)?.contains("wasm_bindgen_test") {
            names.extend(path.file_stem().and_then(|s| s.to_str()).map(str::to_owned));
        }
    }
    names.sort();
    if names.is_empty() {
        bail!("no test under tests/ uses wasm_bindgen_test");
    }
    Ok(names)
}

/// Arguments for a browser that runs without a screen, as root too, and asks nothing of the network.
pub const BROWSER_ARGUMENTS: [&str; 8] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn webdriver_settings(program: &std::path::Path) -> Result<PathBuf> {
    let file = root().join("target/webtest/webdriver.json");
    let settings = serde_json::json!({ "goog:chromeOptions": { "args": BROWSER_ARGUMENTS, "binary": program } });
    fs::write(&file, settings.to_string())?;
    Ok(file)
}

/// Called by cargo for each wasm test binary.
pub fn run_wasm_tests(args: Vec<String>) -> Result<()> {
    let program = std::iter::once("wasm-bindgen-test-runner".to_owned());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(program.chain(args))
}

/// The page and the JavaScript API, driven in the browser: `tests/page/*.test.mjs`.
fn page() -> Result<Tally> {
    let mut node = page_command("tests/page")?;
    counted(&mut node)
}

/// Node's test runner over a folder, with the built page served and the browser named.
fn page_command(folder: &str) -> Result<Command> {
    let site = build::build()?;
    node::packages()?;
    let browser = Browser::get()?;
    // Native and wasm results are compared: the command must be of the same source.
    crate::workspace::run(cargo().args(["build", "--quiet", "--package", "vakta"]))?;
    let mut tests = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            tests.push(path);
        }
    }
    tests.sort();
    if tests.is_empty() {
        bail!("no tests in {folder}");
    }
    let mut node = command("node");
    node.args(["--test", "--test-reporter=tap", "--test-concurrency=1"]).args(tests);
    node.env("VAKTA_ADDRESS", Running::start(&site, 0)?.address).env("VAKTA_BROWSER", browser.program);
    node.env("VAKTA_BROWSER_ARGUMENTS", BROWSER_ARGUMENTS.join(" "));
    node.env("VAKTA_COMMAND", root().join("target/debug/vakta"));
    Ok(node)
}

/// Runs a suite, passes its output on, and adds up what it reports.
fn counted(command: &mut Command) -> Result<Tally> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("starting the suite")?;
    let output = child.stdout.take().context("the suite's output")?;
    let mut tally = Tally::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(found) = summary(&line) {
            tally.passed += found.passed;
            tally.failed += found.failed;
        }
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        bail!("the suite stopped: {status}");
    }
    if tally == Tally::default() {
        bail!("the suite ran no test");
    }
    Ok(tally)
}

/// The counts in a summary line of cargo (`test result: ok. 3 passed; 0 failed; …`), of Node (`# pass 3`, `# fail 0`).
fn summary(line: &str) -> Option<Tally> {
    let count = |text: &str| text.trim().parse().ok();
    if let Some(result) = line.strip_prefix("test result: ") {
        let (_, counts) = result.split_once(". ")?;
        let mut counts = counts.split("; ");
        let passed = count(counts.next()?.strip_suffix(" passed")?)?;
        let failed = count(counts.next()?.strip_suffix(" failed")?)?;
        return Some(Tally { passed, failed });
    }
    let passed = line.strip_prefix("# pass ").and_then(count);
    let failed = line.strip_prefix("# fail ").and_then(count);
    match (passed, failed) {
        (None, None) => None,
        _ => Some(Tally { passed: passed.unwrap_or(0), failed: failed.unwrap_or(0) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_summaries_of_all_runners() {
        let tally = |passed, failed| Some(Tally { passed, failed });
        assert_eq!(summary("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured"), tally(12, 0));
        assert_eq!(summary("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out"), tally(3, 2));
        assert_eq!(summary("# pass 7"), tally(7, 0));
        assert_eq!(summary("# fail 1"), tally(0, 1));
        assert_eq!(summary("test a ... ok"), None);
    }
}
