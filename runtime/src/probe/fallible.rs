//! Whether a value of a type can fail to serialize, as far as the name of the type tells.

/// Types of the standard library whose `Serialize` can fail: a path that is not Unicode, a cell that is
/// borrowed, a lock that is poisoned, a time before 1970.
const FALLIBLE: [&str; 6] = [
    "Mutex",
    "Path",
    "PathBuf",
    "RefCell",
    "RwLock",
    "SystemTime",
];

const MAPS: [&str; 3] = ["BTreeMap", "HashMap", "IndexMap"];

/// Types that JSON can have as a key in each of their values.
const KEYS: [&str; 25] = [
    "FieldPath",
    "IpAddr",
    "Ipv4Addr",
    "Ipv6Addr",
    "NonZero",
    "SocketAddr",
    "SocketAddrV4",
    "SocketAddrV6",
    "String",
    "Uuid",
    "bool",
    "char",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "str",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
];

/// Pointers serialize as what they point to.
const POINTERS: [&str; 5] = ["Arc", "Box", "Cow", "Rc", "Reverse"];

/// Whether a value of the type with this name, as [`type_name`](std::any::type_name) has it, can fail to
/// serialize, itself or in an argument of the type. Nothing is known of the members of other types, whose
/// `JsonSchema` is taken at its word.
pub(super) fn can_fail(name: &str) -> bool {
    let mut rest = name;
    while !rest.is_empty() {
        let (path, behind) = leading_path(rest);
        let last = last_segment(path);
        if FALLIBLE.contains(&last) {
            return true;
        }
        if let Some(key) = behind.strip_prefix('<').filter(|_| MAPS.contains(&last)) {
            if !is_key(key) {
                return true;
            }
        }
        let mut letters = behind.chars();
        letters.next();
        rest = letters.as_str();
    }
    false
}

/// Whether the type that a text begins with can be a key of a JSON object.
fn is_key(text: &str) -> bool {
    let text = text.trim_start_matches(['&', ' ']);
    let (path, behind) = leading_path(text);
    let last = last_segment(path);
    if POINTERS.contains(&last) {
        return is_key(behind.strip_prefix('<').unwrap_or_default());
    }
    KEYS.contains(&last)
}

/// The path that a text begins with, perhaps empty, and what is behind it.
fn leading_path(text: &str) -> (&str, &str) {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    text.split_at(text.find(|letter| !is_part(letter)).unwrap_or(text.len()))
}

fn last_segment(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or_default()
}
