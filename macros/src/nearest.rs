//! What a misspelt word may have meant.

/// The message about an unknown word: the nearest known one, if one is near, and all that are known.
///
/// `kind` is the noun for the candidates: `"slot"`, `"key"`.
pub(crate) fn unknown<'a>(
    kind: &str,
    word: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    let all = one_of(candidates.clone());
    match nearest(word, candidates) {
        Some(near) => format!("unknown {kind} `{word}` (did you mean `{near}`?): {all}"),
        None => format!("unknown {kind} `{word}`: {all}"),
    }
}

/// What to write: ``write one of `code`, `docs` ``.
pub(crate) fn one_of<'a>(candidates: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<_> = candidates
        .into_iter()
        .map(|candidate| format!("`{candidate}`"))
        .collect();
    match all.as_slice() {
        [only] => format!("write {only}"),
        all => format!("write one of {}", all.join(", ")),
    }
}

/// The candidate with the fewest edits from `word`, if these are at most a third of its letters.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word_folded = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (edits(&word_folded, &candidate.to_lowercase()), candidate))
        .filter(|(edits, candidate)| *edits <= candidate.len().max(word.len()).div_ceil(3))
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, candidate)| candidate)
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words
/// (optimal string alignment).
fn edits(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let mut rows = vec![vec![0; right.len() + 1]; left.len() + 1];
    for (index, row) in rows.iter_mut().enumerate() {
        row[0] = index;
    }
    for (index, cell) in rows[0].iter_mut().enumerate() {
        *cell = index;
    }
    for row in 1..=left.len() {
        for column in 1..=right.len() {
            let replaced = usize::from(left[row - 1] != right[column - 1]);
            let mut best = (rows[row - 1][column] + 1)
                .min(rows[row][column - 1] + 1)
                .min(rows[row - 1][column - 1] + replaced);
            if row > 1
                && column > 1
                && left[row - 1] == right[column - 2]
                && left[row - 2] == right[column - 1]
            {
                best = best.min(rows[row - 2][column - 2] + 1);
            }
            rows[row][column] = best;
        }
    }
    rows[left.len()][right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        let known = ["status", "code", "message", "retryable"];
        assert_eq!(nearest("mesage", known), Some("message"));
        assert_eq!(nearest("sttaus", known), Some("status"));
        assert_eq!(nearest("Retryable", known), Some("retryable"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(
            unknown("key", "cod", ["code", "docs"]),
            "unknown key `cod` (did you mean `code`?): write one of `code`, `docs`"
        );
        assert_eq!(
            unknown("key", "zzz", ["code", "docs"]),
            "unknown key `zzz`: write one of `code`, `docs`"
        );
    }
}
