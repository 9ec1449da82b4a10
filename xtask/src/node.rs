//! Node's packages: build tools and the page's libraries, exactly as locked.

use crate::workspace::{apt_install, command, find, root, run};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// A command of the installed packages, started by Node.
pub fn tool(script: &str) -> std::process::Command {
    let mut node = command("node");
    node.arg(root().join("node_modules").join(script));
    node
}

/// Installs the locked packages unless they stand there already.
pub fn packages() -> Result<()> {
    if find("node").is_none() || find("npm").is_none() {
        apt_install(&["nodejs", "npm"], "install Node 20 or newer")?;
    }
    let lock = fs::read(root().join("package-lock.json")).context("package-lock.json")?;
    let stamp = root().join("node_modules/.vakta-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("npm ci");
    run(command("npm").args(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]))
        .context("installing the Node packages")?;
    fs::write(stamp, lock).context("node_modules")
}

/// The files that the page takes from packages: (path under node_modules, name in www/generated), from package.json.
pub fn page_files() -> Result<Vec<(PathBuf, String)>> {
    let manifest = fs::read_to_string(root().join("package.json")).context("package.json")?;
    let manifest: serde_json::Value = serde_json::from_str(&manifest).context("package.json")?;
    let files = manifest["page"].as_object().context("package.json: `page` is no object")?;
    files
        .iter()
        .map(|(name, source)| {
            let source = source.as_str().with_context(|| format!("package.json: page.{name} is no string"))?;
            Ok((root().join("node_modules").join(source), name.clone()))
        })
        .collect()
}
