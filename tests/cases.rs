//! Case tables: own sentences with the expected result beside them, one file a phenomenon under `tests/cases/`, run
//! natively and in a browser by the same functions.
//!
//! A suite is one file of `tests/suites/` with a public function that panics on the first wrong case; it is listed below once.
//! A case is one line or one block of its table; lines that begin with `#` are comments.

/// Declares each suite as a test for both engines.
macro_rules! suites {
    ($($suite:ident),* $(,)?) => {$(
        #[cfg_attr(not(target_arch = "wasm32"), test)]
        #[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
        fn $suite() {
            suites::$suite::run();
        }
    )*};
}

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod suites;

suites!(joins, offsets, quotes, segmentation, terms, topics);
