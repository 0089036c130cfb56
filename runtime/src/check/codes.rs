//! That no code stands for two errors.

use super::sets::Sets;
use super::text::{Text, same};
use crate::facts::{Code, ErrorSpec};

/// No two errors have the same code, unless both are `shared`. The derive has checked the errors of one type.
#[track_caller]
pub(super) const fn check_codes<const N: usize>(sets: &Sets<N>) {
    // At least twice as many places as errors, and no more memory than a few errors need.
    match sets.rows {
        0..512 => check_in::<N, 1024>(sets),
        512..8192 => check_in::<N, 16384>(sets),
        8192..65_536 => check_in::<N, 131_072>(sets),
        _ => panic!("a catalog must have less than 65,536 errors"),
    }
}

/// Puts the hashes of all codes into a table of `M` places, a power of two; 0 is a free place. Only where two are the
/// same are the codes read.
///
/// One function with two loops, as a call takes the compiler about as long as all else that is done for an error.
#[allow(
    clippy::large_stack_arrays,
    reason = "the compiler evaluates it, in a `static` or a `const`"
)]
#[track_caller]
#[inline(never)]
const fn check_in<const N: usize, const M: usize>(sets: &Sets<N>) {
    let mut hashes = [0; M];
    let mut repeated = Repeated::NONE;
    let mut set = 0;
    while set < sets.count {
        let rows = sets.get(set).rows;
        let mut index = 0;
        while index < rows.len() {
            let hash = rows[index].hash;
            let mut place = hash as usize & (M - 1);
            while hashes[place] != 0 {
                if hashes[place] == hash {
                    compare_with_earlier(sets, set, &rows[index], &mut repeated);
                    break;
                }
                place = (place + 1) & (M - 1);
            }
            hashes[place] = hash;
            index += 1;
        }
        set += 1;
    }
    if repeated.count > 0 {
        repeated.report();
    }
}

/// Looks among the errors of the sets ahead of this one for the code of one of its errors.
const fn compare_with_earlier<const N: usize>(
    sets: &Sets<N>,
    set: usize,
    row: &ErrorSpec,
    repeated: &mut Repeated,
) {
    let mut earlier = 0;
    while earlier < set {
        let others = sets.get(earlier).rows;
        let mut index = 0;
        while index < others.len() {
            let other = &others[index];
            if row.hash == other.hash
                && same_code(row.code(), other.code())
                // A service's own error takes the place of the framework's.
                && row.is_of_framework() == other.is_of_framework()
            {
                // One that both share was compared with those between.
                let is_known = row.shared() && other.shared() || sets.are_checked(earlier, set);
                if !is_known {
                    repeated.add(row, other);
                }
                return;
            }
            index += 1;
        }
        earlier += 1;
    }
}

/// The codes that are repeated, in words.
struct Repeated {
    text: Text,
    count: i64,
    /// Those for which the text has no room.
    more: i64,
    /// Whether two types of `http_errors!` have a code in common. Then they have nearly all, and one is enough to say.
    of_framework: bool,
}

impl Repeated {
    const NONE: Self = Repeated {
        text: Text::new(),
        count: 0,
        more: 0,
        of_framework: false,
    };

    const fn add(&mut self, row: &ErrorSpec, other: &ErrorSpec) {
        if row.is_of_framework() {
            if self.of_framework {
                return;
            }
            self.of_framework = true;
        }
        self.count += 1;
        if self.text.room() < 512 {
            self.more += 1;
            return;
        }
        let text = &mut self.text;
        if self.count > 1 {
            text.push(", ");
        }
        text.push("`");
        text.push_row_beside(other, row.declaration);
        text.push("` and `");
        text.push_row_beside(row, other.declaration);
        text.push("` have the same code `");
        match row.code() {
            Code::Text(code) => text.push(code),
            Code::Number(code) => text.push_number(code),
        }
        text.push("`");
    }

    #[track_caller]
    const fn report(mut self) -> ! {
        let text = &mut self.text;
        if self.more > 0 {
            text.push(", and ");
            text.push_number(self.more);
            text.push(" more");
        }
        if self.of_framework {
            text.push(
                ": types of `http_errors!` have nearly all codes in common, so use the same one in all enums of a catalog, or write another `rename_all = ..` on one of them",
            );
            panic!("{}", text.as_str());
        }
        text.push(": write another with `code = ..`, or `shared` on both if clients should treat them as the same error");
        panic!("{}", text.as_str());
    }
}

const fn same_code(left: Code, right: Code) -> bool {
    match (left, right) {
        (Code::Text(left), Code::Text(right)) => same(left, right),
        (Code::Number(left), Code::Number(right)) => left == right,
        // In a document both are one name.
        (Code::Text(text), Code::Number(number)) | (Code::Number(number), Code::Text(text)) => {
            let mut digits = Text::new();
            digits.push_number(number);
            same(text, digits.as_str())
        }
    }
}
