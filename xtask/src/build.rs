//! `build`: release wasm, its bindings, and the page's libraries, all into the git-ignored `www/generated/`.

use crate::node;
use crate::wasm_toolchain::{self, WasmToolchain};
use crate::workspace::{root, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// What the LLVM of today's compilers emits by default, so that wasm-opt reads it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds everything and gives the folder to serve.
pub fn build() -> Result<PathBuf> {
    node::packages()?;
    let raw = wasm_toolchain::build_release(&WasmToolchain::get()?)?;
    let site = root().join("www");
    let out = site.join("generated");
    fs::create_dir_all(&out)?;
    let wasm = out.join("vakta_bg.wasm");
    if is_newer(&raw, &wasm) {
        bindings(&raw, &out)?;
        optimize(&wasm)?;
    }
    for (source, name) in node::page_files()? {
        let target = out.join(&name);
        fs::create_dir_all(target.parent().unwrap_or(&out))?;
        fs::copy(&source, target).with_context(|| format!("copying {}", source.display()))?;
    }
    Ok(site)
}

fn is_newer(source: &Path, target: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|m| m.modified());
    match (modified(source), modified(target)) {
        (Ok(source), Ok(target)) => source > target,
        _ => true,
    }
}

fn bindings(raw: &Path, out: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(raw)
        .out_name("vakta")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(out)
        .context("wasm-bindgen")
}

fn optimize(wasm: &Path) -> Result<()> {
    if !root().join("node_modules/binaryen/bin/wasm-opt").is_file() {
        println!("wasm-opt is not there: the wasm stays as the compiler made it");
        return Ok(());
    }
    run(node::tool("binaryen/bin/wasm-opt").arg("-O3").args(FEATURES).arg(wasm).arg("-o").arg(wasm)).context("wasm-opt")
}
