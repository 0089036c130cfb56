//! The id of a request: which are taken over, and how others are made.

use std::borrow::Cow;
use std::hash::{BuildHasher, RandomState};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use http::HeaderValue;

/// The longest id.
const LONGEST: usize = 128;
/// The longest prefix of ids that are made.
const LONGEST_PREFIX: usize = 64;
/// 128 bits in letters and digits, each of five bits.
const DIGITS: usize = 26;

/// What makes an id: a text, or an `Option` of one. It is implemented for `&'static str`, `String`, `Cow<'static, str>` and `HeaderValue`.
pub trait IntoRequestId {
    #[doc(hidden)]
    fn into_request_id(self) -> Option<HeaderValue>;
}

impl IntoRequestId for HeaderValue {
    fn into_request_id(self) -> Option<HeaderValue> {
        is_well_formed(self.as_bytes()).then_some(self)
    }
}

impl IntoRequestId for &'static str {
    fn into_request_id(self) -> Option<HeaderValue> {
        of_bytes(Bytes::from_static(self.as_bytes()))
    }
}

impl IntoRequestId for String {
    fn into_request_id(self) -> Option<HeaderValue> {
        of_bytes(Bytes::from(self))
    }
}

impl IntoRequestId for Cow<'static, str> {
    fn into_request_id(self) -> Option<HeaderValue> {
        match self {
            Cow::Borrowed(text) => text.into_request_id(),
            Cow::Owned(text) => text.into_request_id(),
        }
    }
}

impl<T: IntoRequestId> IntoRequestId for Option<T> {
    fn into_request_id(self) -> Option<HeaderValue> {
        self.and_then(T::into_request_id)
    }
}

fn of_bytes(bytes: Bytes) -> Option<HeaderValue> {
    if !is_well_formed(&bytes) {
        return None;
    }
    HeaderValue::from_maybe_shared(bytes).ok()
}

/// Whether a text can be an id: it means nothing in JSON, HTML, a shell or the line of a log.
#[inline]
pub(super) fn is_well_formed(id: &[u8]) -> bool {
    matches!(id.len(), 1..=LONGEST) && are_allowed(id)
}

const fn are_allowed(bytes: &[u8]) -> bool {
    let mut index = 0;
    while index < bytes.len() {
        if !ALLOWED[bytes[index] as usize] {
            return false;
        }
        index += 1;
    }
    true
}

/// Visible ASCII without quotes, `<`, `>`, `&` and `\`.
const ALLOWED: [bool; 256] = {
    let mut allowed = [false; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        allowed[byte as usize] = !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'&' | b'\\');
        byte += 1;
    }
    allowed
};

/// Refuses a prefix that would make ids that are not well formed.
#[track_caller]
pub(super) fn check_prefix(prefix: &str) {
    assert!(
        prefix.len() <= LONGEST_PREFIX,
        "the prefix of request ids has {} bytes: write at most {LONGEST_PREFIX}",
        prefix.len()
    );
    assert!(
        are_allowed(prefix.as_bytes()),
        "{prefix:?} cannot be the prefix of request ids: write visible ASCII without spaces, quotes, `<`, `>`, `&` and `\\`, as in `\"req_\"`"
    );
}

/// Makes an id that no other request has. It is unique, and not a secret.
///
/// It is a number that counts up, behind a keyed permutation for each half. So no two ids of a process are the same, and
/// those of several processes are 128 bits by chance, as the keys are. An id does not show how many there were before it.
/// The permutation is quick rather than proof against who wants to guess the next one. It needs no call of the system.
pub(super) fn make(prefix: &'static str) -> Option<HeaderValue> {
    static KEYS: OnceLock<[u64; 6]> = OnceLock::new();
    static COUNT: AtomicU64 = AtomicU64::new(0);

    let keys = KEYS.get_or_init(|| {
        let random = RandomState::new();
        std::array::from_fn(|index| random.hash_one(index))
    });
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let [k0, k1, k2, k3, k4, k5] = *keys;
    let mut id = Id {
        bytes: [0; LONGEST_PREFIX + DIGITS],
        length: prefix.len() + DIGITS,
    };
    let (head, digits) = id.bytes[..id.length].split_at_mut(prefix.len());
    head.copy_from_slice(prefix.as_bytes());
    let (left, right) = digits.split_at_mut(DIGITS / 2);
    write(permute(count, [k0, k1, k2]), left);
    write(permute(count, [k3, k4, k5]), right);
    HeaderValue::from_maybe_shared(Bytes::from_owner(id)).ok()
}

/// Another number for each number, by a key.
fn permute(number: u64, [before, between, behind]: [u64; 3]) -> u64 {
    mix(mix(number.wrapping_add(before)) ^ between).wrapping_add(behind)
}

/// The permutation of `SplitMix64`: each bit of the number changes about half of those of the result.
fn mix(mut number: u64) -> u64 {
    number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// The text of an id. Bytes that own it need one allocation, however often they are shared.
struct Id {
    bytes: [u8; LONGEST_PREFIX + DIGITS],
    length: usize,
}

impl AsRef<[u8]> for Id {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Writes a number in the alphabet of Crockford's base 32, which has no letters that look alike.
fn write(mut number: u64, digits: &mut [u8]) {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[(number % 32) as usize];
        number /= 32;
    }
}
