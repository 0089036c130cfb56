//! A template read as a schema, for one error or for several at once.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::details::Details;
use super::dialect::{OpenApi, any_of};
use super::layout::Layout;
use super::presence::Presence;
use super::scope::Scope;
use crate::facts::ErrorSpec;
use crate::facts::template::{Element, Key, Member, Node, Piece, Slot};

/// The schema of a whole body whose errors are described by `errors`, a reference or a union.
pub(super) fn response_schema(
    scope: &Scope,
    errors: Value,
    rows: &[&'static ErrorSpec],
    version: OpenApi,
) -> Value {
    match scope.layout {
        Layout::Holder { root, holder } => {
            // Details do not stand around the object that holds the code.
            let mut reader = Reader::new(version, []);
            reader.holder = Some((holder, errors));
            reader.node(root, rows, false)
        }
        Layout::Whole { .. } | Layout::Unknown => errors,
    }
}

/// Reads templates as schemas.
pub(super) struct Reader {
    version: OpenApi,
    pub(super) details: Details,
    /// The object that is described elsewhere, and what stands in its place.
    holder: Option<(&'static Node, Value)>,
}

impl Reader {
    pub(super) fn new(
        version: OpenApi,
        rows: impl IntoIterator<Item = &'static ErrorSpec>,
    ) -> Self {
        Reader {
            version,
            details: Details::new(version, rows),
            holder: None,
        }
    }

    /// `filled`: whether a `?` around the part leaves it out where a slot in it is empty, so that where
    /// it is there, its slots hold something.
    pub(super) fn node(
        &mut self,
        node: &'static Node,
        rows: &[&'static ErrorSpec],
        filled: bool,
    ) -> Value {
        if let Some((holder, errors)) = &self.holder {
            if std::ptr::eq(*holder, node) {
                return errors.clone();
            }
        }
        match node {
            Node::Literal(literal) => {
                let value = serde_json::from_str(literal).unwrap_or_default();
                self.version.constant(&value)
            }
            Node::Slot(slot) if filled => self.filled(*slot, rows),
            Node::Slot(slot) => self.slot(*slot, rows),
            Node::Text(pieces) => self.text(pieces, rows),
            Node::Object(members) => self.object(members, rows, filled),
            Node::Array(elements) => self.array(elements, rows, filled),
        }
    }

    /// A slot as a value, `null` or `{}` included where it may be empty.
    fn slot(&mut self, slot: Slot, rows: &[&'static ErrorSpec]) -> Value {
        let present = self.details.presence(slot, rows);
        if slot == Slot::Details {
            let mut schemas: Vec<_> = rows
                .iter()
                .filter_map(|row| self.details.value(row))
                .collect();
            if let Some(anything) = schemas.iter().find(|schema| is_anything(schema)) {
                return anything.clone();
            }
            if present < Presence::Always {
                schemas.push(json!({"type": "object", "additionalProperties": false}));
            }
            return any_of(schemas);
        }
        self.or_null(slot, rows, present)
    }

    fn or_null(&mut self, slot: Slot, rows: &[&'static ErrorSpec], present: Presence) -> Value {
        match present {
            Presence::Never => self.version.constant(&Value::Null),
            Presence::Sometimes => {
                let schema = self.filled(slot, rows);
                self.version.or_null(schema)
            }
            Presence::Always => self.filled(slot, rows),
        }
    }

    /// A slot that holds something.
    fn filled(&mut self, slot: Slot, rows: &[&'static ErrorSpec]) -> Value {
        let version = self.version;
        let constant = |value: Value| version.constant(&value);
        match slot {
            Slot::Status => any_of(rows.iter().map(|row| {
                let status = row.status().as_u16();
                if row.has_any_status() {
                    return json!({"type": "integer", "minimum": status, "maximum": status + 99});
                }
                constant(status.into())
            })),
            Slot::Code => any_of(rows.iter().map(|row| constant(json!(row.code())))),
            Slot::Title => any_of(rows.iter().map(|row| constant(row.title().into()))),
            Slot::Category => any_of(
                rows.iter()
                    .filter_map(|row| row.category())
                    .map(|category| constant(category.into())),
            ),
            Slot::Type => any_of(
                rows.iter()
                    .filter_map(|row| row.docs())
                    .map(|link| constant(link.into())),
            ),
            Slot::Retryable => any_of(rows.iter().map(|row| constant(row.retryable().into()))),
            Slot::Summary | Slot::Message | Slot::RequestId | Slot::Instance | Slot::Context(_) => {
                json!({"type": "string"})
            }
            Slot::Docs => json!({"type": "string", "format": "uri-reference"}),
            Slot::RetryAfter => json!({"type": "integer", "minimum": 0}),
            Slot::Timestamp => json!({"type": "string", "format": "date-time"}),
            Slot::Details => any_of(rows.iter().filter_map(|row| self.details.value(row))),
        }
    }

    /// A string with slots in it, which is constant as far as its slots are.
    fn text(&mut self, pieces: &'static [Piece], rows: &[&'static ErrorSpec]) -> Value {
        let texts: Option<Vec<_>> = rows.iter().map(|row| constant_text(pieces, row)).collect();
        match texts {
            Some(texts) => any_of(
                texts
                    .into_iter()
                    .map(|text| self.version.constant(&text.into())),
            ),
            None => json!({"type": "string"}),
        }
    }

    fn array(
        &mut self,
        elements: &'static [Element],
        rows: &[&'static ErrorSpec],
        filled: bool,
    ) -> Value {
        // Each element and the first place that it can have. Its last place is its index.
        let mut found = Vec::new();
        let mut least = 0;
        for Element { optional, value } in elements {
            let present = if *optional {
                self.details.present_within(value, rows)
            } else {
                Presence::Always
            };
            if present == Presence::Never {
                continue;
            }
            found.push((least, self.node(value, rows, filled || *optional)));
            least += usize::from(present == Presence::Always);
        }
        let items = any_of(found.iter().map(|(_, schema)| schema.clone()));
        let at = |place: usize| {
            let elements = found.iter().enumerate();
            let possible = elements.filter(|(last, (first, _))| (*first..=*last).contains(&place));
            any_of(possible.map(|(_, (_, schema))| schema.clone()))
        };
        let most = found.len();
        let places: Vec<_> = (0..most).map(at).collect();
        let mut schema = Map::new();
        schema.insert("type".to_owned(), "array".into());
        if self.version.is_3_0() || places.iter().all(|schema| *schema == items) {
            let items = if places.is_empty() { json!({}) } else { items };
            schema.insert("items".to_owned(), items);
        } else {
            schema.insert("prefixItems".to_owned(), places.into());
            // Linters ask for it. There are no more items.
            schema.insert("items".to_owned(), json!({}));
        }
        schema.insert("minItems".to_owned(), least.into());
        schema.insert("maxItems".to_owned(), most.into());
        schema.into()
    }

    fn object(
        &mut self,
        members: &'static [Member],
        rows: &[&'static ErrorSpec],
        filled: bool,
    ) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        let mut dynamic = Vec::new();
        // As at rendering: a fixed name wins, then the first slot.
        let mut taken = fixed_names(members);
        for member in members {
            let (key, optional, value) = match member {
                Member::Entry {
                    key,
                    optional,
                    value,
                } => (key, *optional, value),
                Member::SpreadDetails => continue,
            };
            let present = if optional {
                self.details.present_within(value, rows)
            } else {
                Presence::Always
            };
            if present == Presence::Never {
                continue;
            }
            let schema = self.node(value, rows, filled || optional);
            match key_name(key, rows) {
                KeyName::Known(name) if is_slot(key) && !taken.insert(name.clone()) => {}
                KeyName::Known(name) => {
                    if present == Presence::Always {
                        required.push(name.clone());
                    }
                    properties.insert(name, schema);
                }
                KeyName::Never => {}
                KeyName::Other => dynamic.push(schema),
            }
        }
        let mut several = None;
        if members
            .iter()
            .any(|member| matches!(member, Member::SpreadDetails))
            && self.details.presence(Slot::Details, rows) != Presence::Never
        {
            let taken = names(members, rows);
            several = self
                .details
                .spread(rows, &taken, &mut properties, &mut required);
            // What the details hold may have any name.
            dynamic.clear();
        }
        let mut schema = Map::new();
        schema.insert("type".to_owned(), "object".into());
        if !properties.is_empty() {
            schema.insert("properties".to_owned(), properties.into());
        }
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        if !dynamic.is_empty() {
            schema.insert("additionalProperties".to_owned(), any_of(dynamic));
        }
        if let Some(several) = several {
            schema.insert("allOf".to_owned(), json!([several]));
        }
        schema.into()
    }
}

/// The text of pieces where the facts alone decide it.
fn constant_text(pieces: &'static [Piece], row: &ErrorSpec) -> Option<String> {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(text) => Some((*text).to_owned()),
            Piece::Slot(Slot::Status) if row.has_any_status() => None,
            Piece::Slot(Slot::Status) => Some(row.status().as_u16().to_string()),
            Piece::Slot(Slot::Code) => Some(row.code().to_string()),
            Piece::Slot(Slot::Title) => Some(row.title().to_owned()),
            Piece::Slot(Slot::Category) => Some(row.category().unwrap_or_default().to_owned()),
            Piece::Slot(Slot::Type) => Some(row.docs().unwrap_or_default().into_owned()),
            Piece::Slot(Slot::Retryable) => Some(row.retryable().to_string()),
            Piece::Slot(_) => None,
        })
        .collect()
}

/// Whether a schema allows any value.
fn is_anything(schema: &Value) -> bool {
    match schema {
        Value::Object(keywords) => keywords.is_empty(),
        schema => *schema == Value::Bool(true),
    }
}

fn fixed_names(members: &'static [Member]) -> HashSet<String> {
    let names = members.iter().filter_map(|member| match member {
        Member::Entry {
            key: Key::Name(name),
            ..
        } => Some((*name).to_owned()),
        _ => None,
    });
    names.collect()
}

fn is_slot(key: &Key) -> bool {
    matches!(key, Key::Slot(_))
}

/// The names that members other than the details have, in one error or another.
fn names(members: &'static [Member], rows: &[&'static ErrorSpec]) -> HashSet<String> {
    let mut names = HashSet::new();
    for member in members {
        let Member::Entry { key, .. } = member else {
            continue;
        };
        for row in rows {
            if let KeyName::Known(name) = key_name(key, &[*row]) {
                names.insert(name);
            }
        }
    }
    names
}

/// What a member is called.
enum KeyName {
    Known(String),
    /// No error has it.
    Never,
    /// Errors call it by different names.
    Other,
}

fn key_name(key: &'static Key, rows: &[&'static ErrorSpec]) -> KeyName {
    let slot = match key {
        Key::Name(name) => return KeyName::Known((*name).to_owned()),
        Key::Slot(slot) => *slot,
    };
    let mut names = rows.iter().map(|row| match slot {
        Slot::Category => row.category().map(str::to_owned),
        slot => constant_text(
            match slot {
                Slot::Status => &[Piece::Slot(Slot::Status)],
                Slot::Code => &[Piece::Slot(Slot::Code)],
                Slot::Title => &[Piece::Slot(Slot::Title)],
                Slot::Retryable => &[Piece::Slot(Slot::Retryable)],
                _ => &[Piece::Slot(Slot::Message)],
            },
            row,
        ),
    });
    match names.next() {
        Some(Some(first)) if names.all(|other| other.as_deref() == Some(&first)) => {
            KeyName::Known(first)
        }
        Some(None) if slot == Slot::Category && names.all(|other| other.is_none()) => {
            KeyName::Never
        }
        _ => KeyName::Other,
    }
}
