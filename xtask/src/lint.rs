//! `lint`: rustfmt, clippy for both targets, the types of `www`, and the tidy rules.

use crate::wasm_toolchain::WasmToolchain;
use crate::workspace::{cargo, run};
use crate::{build, node, tidy};
use anyhow::{Context, Result};

/// Runs all checks; the first that fails is the error.
pub fn lint() -> Result<()> {
    tidy::tidy().context("tidy")?;
    run(cargo().args(["fmt", "--all", "--check"])).context("run `cargo fmt --all`")?;
    run(cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    lint_wasm()?;
    // The types of the generated bindings are among those checked.
    build::build()?;
    run(node::tool("typescript/bin/tsc").args(["--project", "www/jsconfig.json"])).context("the types of www")
}

fn lint_wasm() -> Result<()> {
    let args = ["--quiet", "--package", "vakta", "--lib", "--no-default-features"];
    match WasmToolchain::get()? {
        toolchain @ WasmToolchain::Rustup => {
            run(toolchain.cargo("clippy", "weblint").args(args).args(["--", "-D", "warnings"]))
        }
        // Clippy belongs to rustup's compiler and can't read what the packaged one built: the compiler's own lints then.
        toolchain @ WasmToolchain::Packaged { .. } => run(toolchain.cargo("check", "weblint").args(args)),
    }
}
