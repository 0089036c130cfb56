//! What may import what, in both published crates: imports run one way, and no files import each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, UseTree};

/// The rooms of the runtime. Each may import from those ahead of it.
const RUNTIME: [&str; 16] = [
    "write",
    "context",
    "framework",
    "validation",
    "facts",
    "probe",
    "check",
    "catalog",
    "testing",
    "observer",
    "envelope",
    "render",
    "adapters",
    "layer",
    "extract",
    "openapi",
];

/// The rooms of the macros.
const MACROS: [&str; 19] = [
    "case",
    "literal",
    "internal",
    "doc",
    "nearest",
    "diagnostics",
    "hash",
    "status",
    "uri",
    "format",
    "header",
    "attr",
    "ast",
    "model",
    "check",
    "expand",
    "derive",
    "envelope",
    "http_errors",
];

/// Who may import all: the table of contents, and what only generated code refers to.
const EXEMPT: [&str; 2] = ["lib", "private"];

#[test]
fn imports_of_the_runtime_run_one_way() {
    check("runtime/src", &RUNTIME);
}

#[test]
fn imports_of_the_macros_run_one_way() {
    check("macros/src", &MACROS);
}

fn check(folder: &str, rooms: &[&str]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    let files = Files::read(&root);
    let mut wrong = Vec::new();
    let mut imports: BTreeMap<&Path, BTreeSet<PathBuf>> = BTreeMap::new();
    for (file, tokens) in &files.tokens {
        let from = room(file);
        if EXEMPT.contains(&from.as_str()) {
            continue;
        }
        let place = |room: &str| rooms.iter().position(|one| *one == room);
        assert!(place(&from).is_some(), "{folder}: `{from}` has no place");
        for path in paths(tokens) {
            let Some(target) = files.resolve(file, &path) else {
                continue;
            };
            let to = room(&target);
            let is_generated = path[0] == "$crate" && EXEMPT.contains(&to.as_str());
            if !is_generated && (EXEMPT.contains(&to.as_str()) || place(&to) > place(&from)) {
                wrong.push(format!("{} imports {}", file.display(), path.join("::")));
            }
            if target != *file {
                imports.entry(file).or_default().insert(target);
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{folder}, against the order:\n{}",
        wrong.join("\n")
    );
    assert!(imports.len() > 20, "{folder}: the imports are not found");
    if let Some(circle) = circle(&imports) {
        let names: Vec<_> = circle
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        panic!("{folder}, a circle: {}", names.join(" -> "));
    }
}

/// The first part of a path: `facts` of `facts/spec.rs`, `lib` of `lib.rs`.
fn room(file: &Path) -> String {
    let first = file.iter().next().expect("a file has a name");
    Path::new(first)
        .file_stem()
        .expect("a file has a name")
        .to_string_lossy()
        .into_owned()
}

/// The source of a crate, by paths below its root.
struct Files {
    tokens: BTreeMap<PathBuf, TokenStream>,
    /// What a `mod.rs` re-exports: the name, and the child that it is of.
    re_exports: BTreeMap<PathBuf, BTreeMap<String, String>>,
}

impl Files {
    fn read(root: &Path) -> Files {
        let mut files = Files {
            tokens: BTreeMap::new(),
            re_exports: BTreeMap::new(),
        };
        files.read_folder(root, Path::new(""));
        files
    }

    fn read_folder(&mut self, root: &Path, folder: &Path) {
        for entry in root.join(folder).read_dir().expect("the folder is there") {
            let path = folder.join(entry.expect("the folder can be read").file_name());
            // Modules of tests may import what they test.
            let is_test = ["tests", "snapshots", "snapshots.rs"]
                .iter()
                .any(|name| path.ends_with(name));
            if is_test {
                continue;
            }
            if root.join(&path).is_dir() {
                self.read_folder(root, &path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                self.read_file(root, &path);
            }
        }
    }

    fn read_file(&mut self, root: &Path, path: &Path) {
        let source = std::fs::read_to_string(root.join(path)).expect("the file can be read");
        let mut file = syn::parse_file(&source).expect("the file is Rust");
        file.items.retain(|item| !is_test(item));
        let mut re_exports = BTreeMap::new();
        for item in &file.items {
            if let Item::Use(item) = item {
                if let UseTree::Path(tree) = &item.tree {
                    let mut names = Vec::new();
                    leaves(&tree.tree, &mut names);
                    for name in names {
                        re_exports.insert(name, tree.ident.to_string());
                    }
                }
            }
        }
        let tokens = file.items.iter().map(ToTokens::to_token_stream).collect();
        self.tokens.insert(path.to_owned(), tokens);
        self.re_exports.insert(path.to_owned(), re_exports);
    }

    /// The file in which the thing at a path is declared; `None` for a macro that the crate exports.
    fn resolve(&self, file: &Path, path: &[String]) -> Option<PathBuf> {
        let mut segments = path.iter().map(String::as_str).peekable();
        // The folder of the module that the path starts from.
        let mut folder = PathBuf::new();
        if segments.next() == Some("super") {
            folder.push(file.parent().expect("a file is in a folder"));
            if file.ends_with("mod.rs") {
                folder.pop();
            }
            while segments.next_if_eq(&"super").is_some() {
                folder.pop();
            }
        }
        let mut found = self.of_folder(&folder);
        for segment in segments {
            let segment = if segment == "__private" {
                "private"
            } else {
                segment
            };
            let child = folder.join(segment);
            let as_file = child.with_extension("rs");
            if self.tokens.contains_key(&as_file) {
                return Some(as_file);
            }
            if self.tokens.contains_key(&child.join("mod.rs")) {
                found = child.join("mod.rs");
                folder = child;
                continue;
            }
            if let Some(child) = self.re_exports[&found].get(segment) {
                let child = folder.join(child);
                let as_file = child.with_extension("rs");
                return Some(if self.tokens.contains_key(&as_file) {
                    as_file
                } else {
                    child.join("mod.rs")
                });
            }
            break;
        }
        self.tokens.contains_key(&found).then_some(found)
    }

    fn of_folder(&self, folder: &Path) -> PathBuf {
        if folder.as_os_str().is_empty() {
            return PathBuf::from("lib.rs");
        }
        let module = folder.join("mod.rs");
        if self.tokens.contains_key(&module) {
            module
        } else {
            folder.with_extension("rs")
        }
    }
}

fn is_test(item: &Item) -> bool {
    match item {
        Item::Mod(item) => item.attrs.iter().any(|attribute| {
            attribute
                .to_token_stream()
                .to_string()
                .contains("cfg (test)")
        }),
        _ => false,
    }
}

/// The names that a tree of imports ends in, as they are in the file that they come from.
fn leaves(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, names),
        UseTree::Name(name) => names.push(name.ident.to_string()),
        UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        UseTree::Glob(_) => {}
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, names)),
    }
}

/// Every path that starts with `crate`, `super` or `$crate`, those in macros included.
fn paths(tokens: &TokenStream) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut before = None;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(ident) if ident == "crate" || ident == "super" => {
                let is_macro =
                    matches!(&before, Some(TokenTree::Punct(punct)) if punct.as_char() == '$');
                let first = if is_macro {
                    "$crate".to_owned()
                } else {
                    ident.to_string()
                };
                // `super::super` is found at its first word.
                let goes_on =
                    matches!(&before, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
                if !goes_on {
                    follow(vec![first], &tokens[index + 1..], &mut found);
                }
            }
            TokenTree::Group(group) => found.extend(paths(&group.stream())),
            _ => {}
        }
        before = Some(token.clone());
    }
    found
}

/// Follows a path: `::name`, or `::{..}` with several ends.
fn follow(path: Vec<String>, rest: &[TokenTree], found: &mut Vec<Vec<String>>) {
    match rest {
        [
            TokenTree::Punct(first),
            TokenTree::Punct(second),
            TokenTree::Ident(name),
            rest @ ..,
        ] if first.as_char() == ':' && second.as_char() == ':' => {
            let mut path = path;
            path.push(name.to_string());
            follow(path, rest, found);
        }
        [
            TokenTree::Punct(first),
            TokenTree::Punct(second),
            TokenTree::Group(group),
            ..,
        ] if first.as_char() == ':' && second.as_char() == ':' => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            for part in inner
                .split(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
            {
                if let [TokenTree::Ident(name), rest @ ..] = part {
                    let mut path = path.clone();
                    if name != "self" {
                        path.push(name.to_string());
                    }
                    follow(path, rest, found);
                }
            }
        }
        _ if path.len() > 1 => found.push(path),
        _ => {}
    }
}

/// Files that import each other in a circle, if there are any.
fn circle(imports: &BTreeMap<&Path, BTreeSet<PathBuf>>) -> Option<Vec<PathBuf>> {
    fn visit(
        file: &Path,
        imports: &BTreeMap<&Path, BTreeSet<PathBuf>>,
        way: &mut Vec<PathBuf>,
        done: &mut BTreeSet<PathBuf>,
    ) -> Option<Vec<PathBuf>> {
        if let Some(start) = way.iter().position(|one| one == file) {
            return Some(way[start..].to_vec());
        }
        if done.contains(file) {
            return None;
        }
        way.push(file.to_owned());
        for next in imports.get(file).into_iter().flatten() {
            if let Some(circle) = visit(next, imports, way, done) {
                return Some(circle);
            }
        }
        way.pop();
        done.insert(file.to_owned());
        None
    }
    let mut done = BTreeSet::new();
    imports
        .keys()
        .find_map(|file| visit(file, imports, &mut Vec::new(), &mut done))
}

#[test]
fn a_circle_and_every_way_to_write_a_path_are_found() {
    let tokens: TokenStream =
        "use crate::a::{b::c, self, d}; fn f() { super::super::e::g(); m!(super::h) }"
            .parse()
            .expect("it is Rust");
    let found: Vec<_> = paths(&tokens).iter().map(|path| path.join("::")).collect();
    assert_eq!(
        found,
        [
            "crate::a::b::c",
            "crate::a",
            "crate::a::d",
            "super::super::e::g",
            "super::h"
        ]
    );
    let import = |to: &str| BTreeSet::from([PathBuf::from(to)]);
    let (a, b, c) = (Path::new("a"), Path::new("b"), Path::new("c"));
    let mut imports = BTreeMap::from([(a, import("b")), (b, import("c"))]);
    assert_eq!(circle(&imports), None);
    imports.insert(c, import("b"));
    assert_eq!(circle(&imports), Some(vec![b.to_owned(), c.to_owned()]));
}
