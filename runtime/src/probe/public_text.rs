//! Types that generic errors can show.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::num::{Saturating, Wrapping};
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use crate::write::Schemas;

/// Types whose values are all public: each of them can be sent to a client.
///
/// The compiler rejects a public field whose type is an error or leads to one. If a field's type mentions a type
/// parameter, the compiler cannot know that. So the whole type of the field must implement this trait: add it as a bound
/// of the parameter.
///
/// The strings, numbers, times and addresses of the standard library implement it, and so do its pointers and
/// collections if what they hold does. The features `chrono`, `jiff`, `time`, `url` and `uuid` add the types of these
/// crates. Implement it for your own types that clients may see, never for an error:
///
/// ```
/// use errorbook::{ApiError, PublicText};
///
/// #[derive(Debug)]
/// struct ClaimId(u64);
///
/// impl std::fmt::Display for ClaimId {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         write!(f, "clm_{}", self.0)
///     }
/// }
///
/// impl PublicText for ClaimId {}
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND", message = "{id} not found")]
/// struct NotFound<T: PublicText> {
///     id: T,
/// }
///
/// assert_eq!(NotFound { id: ClaimId(7) }.message(), "clm_7 not found");
/// assert_eq!(NotFound { id: "the claim" }.message(), "the claim not found");
/// ```
///
/// # Documents
///
/// The types for which errorbook implements it have a JSON Schema and an example. For your own type, implement
/// [`example`], or add `Default` as a bound of the parameter. For the schema, also add `schemars::JsonSchema`:
///
/// ```
/// use errorbook::{ApiError, PublicText};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 409, code = "TAKEN")]
/// struct Taken<T: PublicText + serde::Serialize> {
///     #[api_error(detail)]
///     name: T,
/// }
/// ```
///
/// [`example`]: PublicText::example
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be public here: it does not implement `errorbook::PublicText`",
    label = "clients would see this value",
    note = "bound a type parameter by `errorbook::PublicText`; implement it for your own types; for types of other crates, turn on a feature of errorbook (`chrono`, `jiff`, `time`, `url`, `uuid`) or wrap them in your own"
)]
pub trait PublicText {
    /// A sample value for documents, for a field of this name. Without one, documents use `Default` if it is a bound of
    /// the parameter, and otherwise omit the field from the example.
    #[must_use]
    fn example(field: &'static str) -> Option<Self>
    where
        Self: Sized,
    {
        let _ = field;
        None
    }

    /// The same for a reference.
    #[doc(hidden)]
    #[must_use]
    fn borrowed_example<'a>(field: &'static str) -> Option<&'a Self> {
        let _ = field;
        None
    }

    /// The JSON Schema of a value.
    #[doc(hidden)]
    fn schema(schemas: &mut Schemas) -> Value {
        let _ = schemas;
        json!({})
    }
}

macro_rules! public {
    ($($type:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl $crate::PublicText for $type {
            fn example(field: &'static str) -> Option<Self> {
                $crate::probe::example::HasOne::<$type>::START.if_any(field)
            }

            fn schema(schemas: &mut $crate::write::Schemas) -> ::serde_json::Value {
                $crate::probe::schema::HasSchema::<$type>::START.of(schemas).schema
            }
        }
    )*};
}
public! {
    String, bool, char, Duration,
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64,
    std::num::NonZeroU8, std::num::NonZeroU16, std::num::NonZeroU32, std::num::NonZeroU64,
    std::num::NonZeroU128, std::num::NonZeroUsize, std::num::NonZeroI8, std::num::NonZeroI16,
    std::num::NonZeroI32, std::num::NonZeroI64, std::num::NonZeroI128, std::num::NonZeroIsize,
    std::time::SystemTime, std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr,
    std::net::SocketAddr, std::net::SocketAddrV4, std::net::SocketAddrV6,
    http::Method, http::StatusCode, http::Version, http::Uri, http::HeaderName,
    Value, serde_json::Number, serde_json::Map<String, Value>,
    crate::write::FieldError, crate::write::FieldErrors, crate::write::FieldPath,
}

// The usual ids, addresses and times of other crates.
#[cfg(feature = "chrono")]
public! {
    chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::FixedOffset>, chrono::NaiveDateTime,
    chrono::NaiveDate, chrono::NaiveTime, chrono::Duration,
}

#[cfg(feature = "jiff")]
public! {
    jiff::Timestamp, jiff::Zoned, jiff::civil::DateTime, jiff::civil::Date, jiff::civil::Time,
    jiff::Span, jiff::SignedDuration,
}

#[cfg(feature = "time")]
public! {
    time::OffsetDateTime, time::PrimitiveDateTime, time::Date, time::Time,
    time::Duration,
}

#[cfg(feature = "url")]
public!(url::Url);

#[cfg(feature = "uuid")]
public!(uuid::Uuid);

#[diagnostic::do_not_recommend]
impl PublicText for str {
    fn borrowed_example<'a>(field: &'static str) -> Option<&'a Self> {
        Some(field)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        String::schema(schemas)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PublicText> PublicText for [T] {
    fn schema(schemas: &mut Schemas) -> Value {
        array_of::<T>(schemas)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PublicText + ?Sized> PublicText for &T {
    fn example(field: &'static str) -> Option<Self> {
        T::borrowed_example(field)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PublicText + ToOwned<Owned: PublicText> + ?Sized> PublicText for Cow<'_, T> {
    fn example(field: &'static str) -> Option<Self> {
        T::Owned::example(field).map(Cow::Owned)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        T::schema(schemas)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PublicText> PublicText for Option<T> {
    fn example(field: &'static str) -> Option<Self> {
        T::example(field).map(Some)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [T::schema(schemas), {"type": "null"}]})
    }
}

#[diagnostic::do_not_recommend]
impl<T: PublicText, const N: usize> PublicText for [T; N] {
    fn example(field: &'static str) -> Option<Self> {
        let items: Option<Vec<T>> = (0..N).map(|_| T::example(field)).collect();
        items?.try_into().ok()
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let mut schema = array_of::<T>(schemas);
        schema["minItems"] = json!(N);
        schema["maxItems"] = json!(N);
        schema
    }
}

macro_rules! public_pointers {
    ($($pointer:ident),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: PublicText> PublicText for $pointer<T> {
            fn example(field: &'static str) -> Option<Self> {
                T::example(field).map($pointer::new)
            }

            fn schema(schemas: &mut Schemas) -> Value {
                T::schema(schemas)
            }
        }

        #[diagnostic::do_not_recommend]
        impl PublicText for $pointer<str> {
            fn example(field: &'static str) -> Option<Self> {
                Some(field.into())
            }

            fn schema(schemas: &mut Schemas) -> Value {
                str::schema(schemas)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: PublicText> PublicText for $pointer<[T]> {
            fn example(field: &'static str) -> Option<Self> {
                Some([T::example(field)?].into())
            }

            fn schema(schemas: &mut Schemas) -> Value {
                array_of::<T>(schemas)
            }
        }
    )*};
}

public_pointers!(Box, Rc, Arc);

macro_rules! public_wrappers {
    ($($wrapper:ident),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: PublicText> PublicText for $wrapper<T> {
            fn example(field: &'static str) -> Option<Self> {
                T::example(field).map($wrapper)
            }

            fn schema(schemas: &mut Schemas) -> Value {
                T::schema(schemas)
            }
        }
    )*};
}

public_wrappers!(Reverse, Saturating, Wrapping);

macro_rules! public_tuples {
    ($(($($part:ident),*);)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($part: PublicText),*> PublicText for ($($part,)*) {
            fn example(field: &'static str) -> Option<Self> {
                Some(($($part::example(field)?,)*))
            }

            fn schema(schemas: &mut Schemas) -> Value {
                let parts = [$($part::schema(schemas)),*];
                json!({
                    "type": "array",
                    "minItems": parts.len(),
                    "maxItems": parts.len(),
                    "prefixItems": parts,
                    "items": {},
                })
            }
        }
    )*};
}

public_tuples! {
    (A);
    (A, B);
    (A, B, C);
    (A, B, C, D);
    (A, B, C, D, E);
    (A, B, C, D, E, F);
}

macro_rules! public_collections {
    ($([$($generics:tt)*] $collection:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> PublicText for $collection {
            fn example(field: &'static str) -> Option<Self> {
                T::example(field).map(|item| [item].into_iter().collect())
            }

            fn schema(schemas: &mut Schemas) -> Value {
                array_of::<T>(schemas)
            }
        }
    )*};
}

public_collections! {
    [T: PublicText] Vec<T>;
    [T: PublicText] VecDeque<T>;
    [T: PublicText] LinkedList<T>;
    [T: PublicText + Ord] BinaryHeap<T>;
    [T: PublicText + Ord] BTreeSet<T>;
    [T: PublicText + Eq + Hash, S: BuildHasher + Default] HashSet<T, S>;
}

macro_rules! public_maps {
    ($([$($generics:tt)*] $map:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> PublicText for $map {
            fn example(field: &'static str) -> Option<Self> {
                Some([(K::example(field)?, V::example(field)?)].into_iter().collect())
            }

            fn schema(schemas: &mut Schemas) -> Value {
                json!({"type": "object", "additionalProperties": V::schema(schemas)})
            }
        }
    )*};
}

public_maps! {
    [K: PublicText + Ord, V: PublicText] BTreeMap<K, V>;
    [K: PublicText + Eq + Hash, V: PublicText, S: BuildHasher + Default] HashMap<K, V, S>;
}

fn array_of<T: PublicText>(schemas: &mut Schemas) -> Value {
    json!({"type": "array", "items": T::schema(schemas)})
}
