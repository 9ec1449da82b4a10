//! A real browser and its driver: an installed one first.

use crate::workspace::{apt_install, find};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// A Chromium-like browser. (Firefox is not among them: Playwright drives only its own build of it.)
pub struct Browser {
    /// The browser.
    pub program: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

const PROGRAMS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

impl Browser {
    /// Finds one, or installs Debian's Chromium. `CHROME` and `CHROMEDRIVER` name others.
    pub fn get() -> Result<Browser> {
        let by_hand = "install Chrome or Chromium and the chromedriver of the same version, or name them in CHROME and \
                       CHROMEDRIVER";
        if program().is_none() || driver().is_none() {
            apt_install(&["chromium", "chromium-driver"], by_hand)?;
        }
        Ok(Browser { program: program().context(by_hand)?, driver: driver().context(by_hand)? })
    }
}

fn program() -> Option<PathBuf> {
    let mac = Path::new(MAC);
    let named = std::env::var_os("CHROME").map(PathBuf::from);
    named.or_else(|| PROGRAMS.iter().find_map(|p| find(p))).or_else(|| mac.is_file().then(|| mac.to_owned()))
}

fn driver() -> Option<PathBuf> {
    std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| find("chromedriver"))
}
