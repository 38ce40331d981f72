//! The fill level of a segment, as a bar of eighths of a column.

/// The bar of `used` of `capacity` over `columns` columns: what is filled and what is empty. It shows
/// full only what is full, and empty only what is empty.
pub(crate) fn bar(used: usize, capacity: usize, columns: usize) -> (String, String) {
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let eighths = (used * columns * 8).div_ceil(capacity.max(1));
    let eighths = if used < capacity {
        eighths.min(columns * 8 - 1)
    } else {
        eighths
    };
    let (whole, part) = (eighths / 8, eighths % 8);
    let empty = columns - whole - usize::from(part > 0);
    (
        format!("{}{}", "█".repeat(whole), PARTS[part]),
        "░".repeat(empty),
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn a_bar_is_full_or_empty_only_where_the_segment_is() {
        let drawn = |used, capacity| {
            let (filled, empty) = bar(used, capacity, 10);
            filled + &empty
        };
        assert_eq!(drawn(0, 160), "░░░░░░░░░░");
        assert_eq!(drawn(1, 160), "▏░░░░░░░░░");
        assert_eq!(drawn(80, 160), "█████░░░░░");
        assert_eq!(drawn(159, 160), "█████████▉");
        assert_eq!(drawn(160, 160), "██████████");
    }
}
