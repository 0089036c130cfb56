//! The inside of a JSON string, escaped as `serde_json` does it.

/// Appends `text` as it stands between the quotes of a JSON string (RFC 8259, section 7).
pub(crate) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(at) = find_special(rest) {
        out.extend_from_slice(&rest[..at]);
        push_escape(out, rest[at]);
        rest = &rest[at + 1..];
    }
    out.extend_from_slice(rest);
}

/// Where the first byte stands that cannot stand in a JSON string as it is, eight bytes at a time.
fn find_special(bytes: &[u8]) -> Option<usize> {
    let mut chunks = bytes.chunks_exact(8);
    for (index, chunk) in chunks.by_ref().enumerate() {
        let word = chunk
            .iter()
            .rev()
            .fold(0, |word, &byte| word << 8 | u64::from(byte));
        let special = special_bytes(word);
        if special != 0 {
            return Some(index * 8 + special.trailing_zeros() as usize / 8);
        }
    }
    let tail = chunks.remainder();
    let start = bytes.len() - tail.len();
    tail.iter()
        .position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\')
        .map(|at| start + at)
}

/// The high bit of each byte of `word` that is a control character, a quote or a backslash. Bytes
/// behind the first such one may be marked wrongly, those ahead of it are not.
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let below_space = word.wrapping_sub(ONES * 0x20);
    let quote = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (below_space | quote | backslash) & !word & HIGH
}

fn push_escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            let [high, low] = [byte >> 4, byte & 0xf].map(|digit| HEX[usize::from(digit)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    #[test]
    fn it_writes_what_serde_json_writes_at_every_position_of_a_word() {
        let interesting = (0..=0xff_u32)
            .chain([0x2028, 0x2029, 0xfffd, 0x1f600])
            .filter_map(char::from_u32);
        for letter in interesting {
            for lead in 0..10 {
                for tail in 0..10 {
                    let text = format!("{}{letter}{}", "a".repeat(lead), "é".repeat(tail));
                    let mut ours = Vec::new();
                    push_escaped(&mut ours, &text);
                    let theirs = serde_json::to_string(&text).unwrap();
                    assert_eq!(format!("\"{}\"", String::from_utf8(ours).unwrap()), theirs);
                }
            }
        }
    }
}
