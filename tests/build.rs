//! Writes envelopes by chance, as a user would write them: `src/wire/shapes.rs` includes them.
//!
//! They are the same in each build; `ENVELOPE_SEED` makes others.

use std::fmt::Write;
use std::path::Path;

use fastrand::Rng;

const COUNT: usize = 80;

const SLOTS: [&str; 15] = [
    "status",
    "code",
    "title",
    "summary",
    "message",
    "details",
    "type",
    "docs",
    "category",
    "request_id",
    "instance",
    "retryable",
    "retry_after",
    "timestamp",
    "context.tenant",
];

/// The slots that may be a key.
const KEYS: [&str; 4] = ["category", "code", "status", "title"];

/// Names of members. Details of the declarations have others, but what is spread at run time may have
/// any of these.
const NAMES: [&str; 11] = [
    r#""a""#,
    r#""b""#,
    r#""error""#,
    r#""errors""#,
    r#""list""#,
    r#""code""#,
    r#""""#,
    r#""x\"y\\z""#,
    r#""{{é}}\n""#,
    r#""\u{1f600}""#,
    r#""a-rather-long-name-of-a-member""#,
];

const LITERALS: [&str; 12] = [
    "true",
    "false",
    "null",
    "0",
    "-1",
    "1.5e3",
    "-0.25",
    "18446744073709551615",
    r#""""#,
    r#""plain""#,
    r#""\u{7}\t\"\\ {{brace}} é\u{1f600}\r\n""#,
    "[]",
];

/// What stands between the slots of a text.
const BETWEEN: [&str; 6] = ["", "/", "id ", r#"\""#, "{{ }}", r"\\"];

const MEDIA_TYPES: [&str; 3] = [
    "application/json",
    "application/problem+json",
    "application/vnd.x+json; charset=utf-8",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=ENVELOPE_SEED");
    let seed = std::env::var("ENVELOPE_SEED")
        .map_or(1, |seed| seed.parse().expect("ENVELOPE_SEED is a number"));
    let mut writer = Writer {
        rng: Rng::with_seed(seed),
        text: String::from("shapes! {\n    RANDOM:\n"),
    };
    for index in 0..COUNT {
        writer.envelope(index);
    }
    writer.text.push_str("}\n");
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&folder).join("random_shapes.rs"), writer.text)
        .expect("the folder is there");
}

struct Writer {
    rng: Rng,
    text: String,
}

impl Writer {
    fn envelope(&mut self, index: usize) {
        let media_type = self.pick(&MEDIA_TYPES);
        let (open, close) = if self.chance(6) {
            ('[', ']')
        } else {
            ('{', '}')
        };
        let _ = write!(self.text, "    Random{index}: {media_type:?} {open} ");
        for name in ["X-Random", "X-Team", "Cache-Control"] {
            if self.chance(5) {
                let _ = write!(self.text, "header {name:?} = ");
                self.words();
                self.text.push_str("; ");
            }
        }
        if self.chance(3) {
            let notation = self.pick(&["bracketed", "dotted", "pointer"]);
            let _ = write!(self.text, "fields = {notation}; ");
        }
        if open == '[' {
            self.elements(4);
        } else {
            self.members(4);
        }
        let _ = writeln!(self.text, "{close}");
    }

    fn value(&mut self, depth: usize) {
        match self.rng.usize(..if depth == 0 { 6 } else { 10 }) {
            0..=3 => {
                let slot = self.pick(&SLOTS);
                self.text.push_str(slot);
            }
            4 => {
                let literal = self.pick(&LITERALS);
                self.text.push_str(literal);
            }
            5 => self.words(),
            6..=8 => {
                self.text.push('{');
                self.members(depth - 1);
                self.text.push('}');
            }
            _ => {
                self.text.push('[');
                self.elements(depth - 1);
                self.text.push(']');
            }
        }
    }

    fn members(&mut self, depth: usize) {
        let (mut names, mut keys) = (NAMES.to_vec(), KEYS.to_vec());
        let (count, mut spread) = (self.rng.usize(..6), false);
        for _ in 0..count {
            if !spread && self.chance(5) {
                spread = true;
                self.text.push_str("..details, ");
                continue;
            }
            if self.chance(8) && !keys.is_empty() {
                let key = keys.swap_remove(self.rng.usize(..keys.len()));
                let _ = write!(self.text, "({key})");
            } else {
                let name = names.swap_remove(self.rng.usize(..names.len()));
                self.text.push_str(name);
            }
            self.optional(2);
            self.text.push_str(": ");
            self.value(depth);
            self.text.push_str(", ");
        }
    }

    fn elements(&mut self, depth: usize) {
        for _ in 0..self.rng.usize(..5) {
            self.value(depth);
            self.optional(2);
            self.text.push_str(", ");
        }
    }

    /// A string with slots in it.
    fn words(&mut self) {
        self.text.push('"');
        for _ in 0..=self.rng.usize(..3) {
            let words = self.pick(&BETWEEN);
            self.text.push_str(words);
            let slot = self.pick(&SLOTS);
            if slot != "details" {
                let _ = write!(self.text, "{{{slot}}}");
            }
        }
        self.text.push('"');
    }

    fn optional(&mut self, of: usize) {
        if self.chance(of) {
            self.text.push('?');
        }
    }

    fn chance(&mut self, of: usize) -> bool {
        self.rng.usize(..of) == 0
    }

    fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.rng.usize(..among.len())]
    }
}
