//! The errors among which names have to be unique, and the names.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::layout::Layout;
use crate::envelope::Problem;
use crate::facts::{Code, ErrorSpec, Errors, all};
use crate::facts::{Envelope, Shape};

/// The errors of a catalog, as components.
pub(super) struct Scope {
    pub(super) shape: &'static Shape,
    pub(super) layout: Layout,
    pub(super) components: Vec<Component>,
    pub(super) unions: Vec<Union>,
    by_code: HashMap<(Code, u16), usize>,
}

/// Rows, each once by its address: those of a generic type with other arguments are others.
#[derive(Default)]
pub(super) struct Rows {
    found: Vec<&'static ErrorSpec>,
    seen: HashSet<*const ErrorSpec>,
    sets: HashSet<*const Errors>,
}

impl Rows {
    /// Adds all the rows of a type.
    pub(super) fn add(&mut self, set: &Errors) {
        set.visit(&mut self.sets, &mut |row| {
            if self.seen.insert(row) {
                self.found.push(row);
            }
        });
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> {
        self.found.iter().copied()
    }
}

/// One error: the rows that have its code and its status, mostly one.
pub(super) struct Component {
    pub(super) name: String,
    pub(super) rows: Vec<&'static ErrorSpec>,
}

/// The errors of one type on one status, where these are several.
pub(super) struct Union {
    pub(super) name: String,
    module: &'static str,
    type_name: &'static str,
    status: u16,
    pub(super) components: Vec<usize>,
}

impl Scope {
    pub(super) fn new(sets: &[&'static Errors]) -> Scope {
        let shape = sets
            .first()
            .map_or(<Problem as Envelope>::SHAPE, |set| set.shape);
        let mut scope = Scope {
            shape,
            layout: Layout::of(shape),
            components: Vec::new(),
            unions: Vec::new(),
            by_code: HashMap::new(),
        };
        scope.add_components(sets);
        for set in sets {
            scope.add_unions(set);
        }
        scope.name_apart();
        scope
    }

    /// Whether all the errors of a type are among these.
    pub(super) fn contains(&self, set: &Errors) -> bool {
        let known: HashSet<_> = self
            .components
            .iter()
            .flat_map(|component| &component.rows)
            .map(|row| row.identity())
            .collect();
        let rows = all(&[set]);
        rows.iter().all(|row| known.contains(&row.identity()))
    }

    /// The components of a type by status, as positions, each once.
    pub(super) fn by_status(&self, set: &Errors) -> BTreeMap<u16, Vec<usize>> {
        let mut statuses: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
        for row in all(&[set]) {
            let status = row.status().as_u16();
            let Some(&component) = self.by_code.get(&(row.code(), status)) else {
                continue;
            };
            let components = statuses.entry(status).or_default();
            if !components.contains(&component) {
                components.push(component);
            }
        }
        statuses
    }

    /// The union that is a component, of a type on a status: that of the type which brings all of its
    /// errors, if there is one that is nested.
    pub(super) fn union(&self, set: &Errors, status: u16, components: &[usize]) -> Option<&Union> {
        self.union_of(self.narrowest(set, status, components), status)
    }

    fn add_components(&mut self, sets: &[&'static Errors]) {
        let mut rows = Rows::default();
        for set in sets {
            rows.add(set);
        }
        let rows = rows.found;
        let mut statuses: HashMap<Code, HashSet<u16>> = HashMap::new();
        for row in &rows {
            statuses
                .entry(row.code())
                .or_default()
                .insert(row.status().as_u16());
        }
        for row in rows {
            let (code, status) = (row.code(), row.status().as_u16());
            if let Some(&known) = self.by_code.get(&(code, status)) {
                self.components[known].rows.push(row);
                continue;
            }
            self.by_code.insert((code, status), self.components.len());
            let name = match statuses[&code].len() {
                1 => sanitized(&code.to_string()),
                _ => sanitized(&format!("{code}_{status}")),
            };
            self.components.push(Component {
                name,
                rows: vec![row],
            });
        }
    }

    fn add_unions(&mut self, set: &'static Errors) {
        for (status, components) in self.by_status(set) {
            let set = self.narrowest(set, status, &components);
            if components.len() > 1 && self.union_of(set, status).is_none() {
                self.unions.push(Union {
                    name: sanitized(&format!("{}_{status}", set.declaration.name)),
                    module: set.declaration.module,
                    type_name: set.declaration.name,
                    status,
                    components,
                });
            }
        }
    }

    /// The type that brings all the errors of a status: the one that the others nest for it.
    fn narrowest<'a>(&self, set: &'a Errors, status: u16, components: &[usize]) -> &'a Errors {
        let all = |nested: &&&Errors| {
            let nested = self.by_status(nested).remove(&status);
            nested.is_some_and(|nested| nested == components)
        };
        match set.nested.iter().find(all) {
            Some(nested) => self.narrowest(nested, status, components),
            None => set,
        }
    }

    fn union_of(&self, set: &Errors, status: u16) -> Option<&Union> {
        let (module, type_name) = (set.declaration.module, set.declaration.name);
        self.unions.iter().find(|union| {
            (union.module, union.type_name, union.status) == (module, type_name, status)
        })
    }

    /// Gives a number to every name that is taken: two codes may differ only in characters that a
    /// name cannot have, two types only in their modules.
    fn name_apart(&mut self) {
        let mut taken = HashSet::new();
        let components = self
            .components
            .iter_mut()
            .map(|component| &mut component.name);
        let unions = self.unions.iter_mut().map(|union| &mut union.name);
        for name in components.chain(unions) {
            let mut numbered = name.clone();
            let mut number = 2;
            while !taken.insert(numbered.clone()) {
                numbered = format!("{name}_{number}");
                number += 1;
            }
            *name = numbered;
        }
    }
}

/// The rows that say in words what an error is. A service's own take the place of a framework's.
pub(super) fn words_of(rows: &[&'static ErrorSpec]) -> Vec<&'static ErrorSpec> {
    let own = rows.iter().filter(|row| !row.is_of_framework());
    let own: Vec<_> = own.copied().collect();
    if own.is_empty() { rows.to_vec() } else { own }
}

/// A text as the name of a component: letters, digits, `.`, `_` and `-`, at least one.
pub(super) fn sanitized(text: &str) -> String {
    if text.is_empty() {
        return "_".to_owned();
    }
    text.chars()
        .map(|letter| match letter {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '.' | '_' | '-' => letter,
            _ => '_',
        })
        .collect()
}

/// The reference to a component.
pub(super) fn reference(name: &str) -> String {
    format!("#/components/schemas/{name}")
}
