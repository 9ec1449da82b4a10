//! Vakta's verbs: everything a developer or CI runs is `cargo xtask VERB`.

mod bench;
mod browser;
mod build;
mod lint;
mod node;
mod serve;
mod size;
mod test;
mod tidy;
mod train;
mod wasm_toolchain;
mod word_frequencies;
mod workspace;

use clap::{CommandFactory, Parser, Subcommand};
use std::process::ExitCode;

/// Set-up, build and checks of Vakta. Each verb installs what it lacks, says so, and uses what is there first.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    /// Get the wasm32 standard library, a browser with its driver, and the locked Node packages.
    Setup,
    /// Build the page into www/: release wasm, bindings, libraries.
    Build,
    /// Build, then serve the page on 127.0.0.1.
    Serve {
        /// Port; 0 picks a free one.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Run every test there is: native, documentation, wasm in a browser, the page in a browser.
    Test,
    /// Measure speed in a real browser and natively.
    Bench {
        /// One flat JSON object instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Bytes that a first visit downloads: raw, gzip, brotli.
    Size {
        /// JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Learn the tagger's model from the corpora in ../shared/data and our own texts.
    Train,
    /// Count words in our own news texts for the key terms.
    WordFrequencies,
    /// rustfmt, clippy for both targets, the types of www, and the tidy rules.
    Lint,
    /// The runner of wasm tests that cargo calls; not for people.
    #[command(hide = true, disable_help_flag = true)]
    WasmTestRunner {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
}

fn main() -> ExitCode {
    let done = match Xtask::parse().verb {
        None => Xtask::command().print_help().map_err(Into::into),
        Some(Verb::Setup) => setup(),
        Some(Verb::Build) => build::build().map(|_| ()),
        Some(Verb::Serve { port }) => build::build().and_then(|site| serve::serve(&site, port)),
        Some(Verb::Test) => test::test(),
        Some(Verb::Bench { json }) => bench::bench(json),
        Some(Verb::Size { json }) => build::build().and_then(|site| size::size(&site, json)),
        Some(Verb::Train) => train::run().map_err(|error| anyhow::anyhow!("{error}")),
        Some(Verb::WordFrequencies) => word_frequencies::run(),
        Some(Verb::Lint) => lint::lint(),
        Some(Verb::WasmTestRunner { args }) => test::run_wasm_tests(args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn setup() -> anyhow::Result<()> {
    let toolchain = wasm_toolchain::WasmToolchain::get()?;
    println!("wasm32 standard library: {toolchain}");
    let browser = browser::Browser::get()?;
    println!("browser: {}", browser.program.display());
    println!("its driver: {}", browser.driver.display());
    node::packages()?;
    println!("Node packages: as locked");
    Ok(())
}
