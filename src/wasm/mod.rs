//! The browser's door; only for wasm32.

pub mod bindings;
