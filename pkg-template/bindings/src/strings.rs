//! Lists of strings, which cross the border as one.

/// Several strings that came as one, a NUL after each, and the length of each in 16-bit units.
pub(super) fn strings<'s>(joined: &'s str, lengths: &[u32]) -> impl Iterator<Item = &'s str> {
    let mut rest = joined;
    lengths.iter().map(move |&length| {
        let mut left = length as usize;
        let end = rest.char_indices().find_map(|(index, character)| {
            let here = (left == 0).then_some(index);
            left = left.saturating_sub(character.len_utf16());
            here
        });
        let (one, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.strip_prefix('\0').unwrap_or(after);
        one
    })
}
