//! JSON, read by somebody who forgives nothing.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Reads a JSON text and shows each text and each name in it.
///
/// # Errors
///
/// If it is no JSON, or an object in it, at any depth, has the same name twice.
pub(super) fn read(text: &[u8], each: &mut dyn FnMut(&str)) -> Result<(), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    Strict { each }.deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Shows every text and every name to `each`.
struct Strict<'a> {
    each: &'a mut dyn FnMut(&str),
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.each)(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        while sequence
            .next_element_seed(Strict { each: self.each })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            (self.each)(&name);
            map.next_value_seed(Strict { each: self.each })?;
            if names.contains(&name) {
                return Err(A::Error::custom(format_args!("{name:?} is there twice")));
            }
            names.insert(name);
        }
        Ok(())
    }
}

/// The members of an object in their order, the values as they are written; `None` for what is no
/// object.
pub(super) fn members(json: &str) -> Option<Vec<(String, String)>> {
    struct Members(Vec<(String, String)>);

    impl<'de> Deserialize<'de> for Members {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct InOrder;

            impl<'de> Visitor<'de> for InOrder {
                type Value = Members;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                    let mut members = Vec::new();
                    while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
                        members.push((name, value.get().to_owned()));
                    }
                    Ok(Members(members))
                }
            }

            deserializer.deserialize_map(InOrder)
        }
    }

    serde_json::from_str(json)
        .ok()
        .map(|Members(members)| members)
}
