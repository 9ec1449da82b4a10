//! The browser's door; only for wasm32.

pub mod bindings;
pub mod export;
pub mod paint;
pub mod segmentation;
