//! Quotation marks: which open, close and re-open; pairs, or the best guess where one is missing.
