//! Furniture: lines that a web page puts around an article.

/// Is the line an advertising, navigation, sharing or credit line?
pub fn is_furniture(line: &str) -> bool {
    line.starts_with("विज्ञापन हटाएं")
}
