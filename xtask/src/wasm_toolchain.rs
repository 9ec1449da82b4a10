//! The compiler and standard library for wasm32: rustup's where it can be had, else the distribution's, built from source.

use crate::workspace::{apt_install, cargo, command, output, root, run};
use anyhow::{Context, Result, bail};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const TARGET: &str = "wasm32-unknown-unknown";
/// Set to `packaged` to use the distribution's compiler even where rustup has the target.
const FORCE: &str = "VAKTA_WASM_TOOLCHAIN";
const PACKAGED_RUSTC: &str = "/usr/bin/rustc";

/// How wasm gets compiled here.
#[derive(Clone)]
pub enum WasmToolchain {
    /// The toolchain in use has the target installed.
    Rustup,
    /// The packaged compiler builds the packaged library source (`-Zbuild-std`).
    Packaged {
        /// rustup's `rust-lld`, which that compiler lacks.
        linker: PathBuf,
    },
}

impl fmt::Display for WasmToolchain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WasmToolchain::Rustup => write!(f, "rustup's target"),
            WasmToolchain::Packaged { .. } => write!(f, "built from the packaged source with {PACKAGED_RUSTC}"),
        }
    }
}

impl WasmToolchain {
    /// Finds or installs one.
    pub fn get() -> Result<WasmToolchain> {
        let forced = std::env::var(FORCE).is_ok_and(|v| v == "packaged");
        if !forced && (has_target() || add_target()) {
            return Ok(WasmToolchain::Rustup);
        }
        let sysroot = PathBuf::from(output(command("rustc").args(["--print", "sysroot"]))?);
        let host = output(command("rustc").args(["--print", "host-tuple"]))?;
        let linker = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
        if !linker.is_file() {
            bail!("no {}; install rustup's stable toolchain", linker.display());
        }
        if !packaged_is_whole() {
            let by_hand = format!("run `rustup target add {TARGET}` where the network allows it");
            apt_install(&["rustc-web", "rust-web-src"], &by_hand)?;
        }
        Ok(WasmToolchain::Packaged { linker })
    }

    /// A cargo command for wasm32: `verb`, the target, and a target folder of its own, so that no switch of compilers or
    /// flags rebuilds another's work.
    pub fn cargo(&self, verb: &str, target_dir: &str) -> Command {
        let mut cargo = cargo();
        cargo.arg(verb).args(["--target", TARGET, "--target-dir"]).arg(root().join("target").join(target_dir));
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", rust_flags());
        if let WasmToolchain::Packaged { linker } = self {
            cargo.arg("-Zbuild-std=std,panic_abort");
            cargo.env("RUSTC_BOOTSTRAP", "1").env("RUSTC", PACKAGED_RUSTC).env("RUSTDOC", "/usr/bin/rustdoc");
            cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
        cargo
    }
}

/// `Highlight` is behind a cfg in web-sys; and no path of the building machine stays in the wasm.
fn rust_flags() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let registry = format!("{}/registry/src", home.unwrap_or_default());
    format!(
        "--cfg=web_sys_unstable_apis --remap-path-prefix={}=vakta --remap-path-prefix={registry}=crates",
        root().display()
    )
}

fn has_target() -> bool {
    output(command("rustc").args(["--print=target-libdir", "--target", TARGET]))
        .is_ok_and(|dir| Path::new(&dir).is_dir())
}

/// Asks rustup, with a limit: behind a closed network it may wait for ever.
fn add_target() -> bool {
    println!("rustup target add {TARGET}");
    let Ok(mut child) = command("rustup").args(["target", "add", TARGET]).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(120) {
        match child.try_wait() {
            Ok(Some(status)) => return status.success() && has_target(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    false
}

fn packaged_is_whole() -> bool {
    Path::new(PACKAGED_RUSTC).is_file() && Path::new("/usr/lib/rustlib/src/rust/library/std/Cargo.toml").is_file()
}

/// Runs the release build of the library and gives the raw wasm file.
pub fn build_release(toolchain: &WasmToolchain) -> Result<PathBuf> {
    // `cargo rustc --crate-type`: with the manifest's two crate types cargo would skip LTO without a word.
    run(toolchain.cargo("rustc", "web").args([
        "--package",
        "vakta",
        "--lib",
        "--release",
        "--no-default-features",
        "--crate-type=cdylib",
    ]))
    .context("building the wasm")?;
    Ok(root().join("target/web").join(TARGET).join("release/vakta.wasm"))
}
