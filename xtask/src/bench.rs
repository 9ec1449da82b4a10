//! `bench`: speed in a real browser and natively, paired in one run.

use crate::browser::Browser;
use crate::serve::Running;
use crate::workspace::{cargo, command, root, run};
use crate::{build, node};
use anyhow::Result;

/// Builds, serves, and lets `benches/bench.mjs` measure; it prints the table or the JSON.
pub fn bench(as_json: bool) -> Result<()> {
    let site = build::build()?;
    node::packages()?;
    run(cargo().args(["build", "--quiet", "--release", "--package", "vakta"]))?;
    let server = Running::start(&site, 0)?;
    let mut bench = command("node");
    bench.arg("benches/bench.mjs").args(as_json.then_some("--json"));
    bench.env("VAKTA_ADDRESS", server.address);
    bench.env("VAKTA_BROWSER", Browser::get()?.program).env("VAKTA_COMMAND", root().join("target/release/vakta"));
    bench.env("VAKTA_BROWSER_ARGUMENTS", crate::test::BROWSER_ARGUMENTS.join(" "));
    run(&mut bench)
}
