//! Texts where nothing can be allocated.

use crate::facts::{Declaration, ErrorSpec};

pub(super) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Header names are compared without regard to case.
pub(super) const fn same_header(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if !left[index].eq_ignore_ascii_case(&right[index]) {
            return false;
        }
        index += 1;
    }
    true
}

/// A message that is put together where nothing can be allocated.
pub(super) struct Text {
    bytes: [u8; 4096],
    length: usize,
}

impl Text {
    pub(super) const fn new() -> Self {
        Text {
            bytes: [0; 4096],
            length: 0,
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// How many bytes more there is room for.
    pub(super) const fn room(&self) -> usize {
        self.bytes.len() - self.length
    }

    /// Adds a text, or nothing of it where it no longer fits.
    pub(super) const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if self.length + text.len() > self.bytes.len() {
            return;
        }
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
    }

    /// Adds where a row is declared, in as many words as tell its type from another.
    pub(super) const fn push_row_beside(&mut self, row: &ErrorSpec, other: &Declaration) {
        let this = row.declaration;
        if same(this.name, other.name) {
            self.push(this.module);
            self.push("::");
        }
        self.push_row(row);
        if same(this.name, other.name) && same(this.module, other.module) {
            // Two functions each have one.
            self.push("` at `");
            self.push(this.place.file());
            self.push(":");
            self.push_number(this.place.line() as i64);
            self.push(":");
            self.push_number(this.place.column() as i64);
        }
    }

    pub(super) const fn push_row(&mut self, row: &ErrorSpec) {
        self.push(row.declaration.name);
        if !same(row.declaration.name, row.variant) {
            self.push("::");
            self.push(row.variant);
        }
    }

    pub(super) const fn push_number(&mut self, number: i64) {
        self.push(Digits::new(number).as_str());
    }

    pub(super) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the declaration is inconsistent",
        }
    }
}

/// The text of an integer.
pub(super) struct Digits {
    /// At its end. The longest one is that of `i64::MIN`.
    bytes: [u8; 20],
    start: usize,
}

impl Digits {
    pub(super) const fn new(number: i64) -> Self {
        let (mut bytes, mut start) = ([0; 20], 20);
        let mut rest = number.unsigned_abs();
        loop {
            start -= 1;
            bytes[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if number < 0 {
            start -= 1;
            bytes[start] = b'-';
        }
        Digits { bytes, start }
    }

    pub(super) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.start).1) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
