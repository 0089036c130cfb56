//! The fields of a request that break a rule, and the paths to them.

use std::collections::HashMap;

use errorbook::openapi::OpenApi;
use errorbook::{
    ApiError, Catalog, Context, ErrorObject, ErrorSet, FieldError, FieldErrors, FieldPath, envelope,
};
use errorbook_tests::{body, body_as};

envelope! {
    Pointers: "application/json" { fields = pointer; "code": code, "details"?: details }
}
envelope! {
    Dots: "application/json" { fields = dotted; "code": code, ..details }
}

/// Paths by their steps: a text is a key, a number is an index.
macro_rules! path {
    ($($step:expr),*) => {
        FieldPath::default()$(.then($step))*
    };
}

trait Step {
    fn add_to(self, path: FieldPath) -> FieldPath;
}

impl Step for &'static str {
    fn add_to(self, path: FieldPath) -> FieldPath {
        path.key(self)
    }
}

impl Step for usize {
    fn add_to(self, path: FieldPath) -> FieldPath {
        path.index(self)
    }
}

trait Then {
    fn then(self, step: impl Step) -> Self;
}

impl Then for FieldPath {
    fn then(self, step: impl Step) -> Self {
        step.add_to(self)
    }
}

#[test]
fn a_path_is_written_in_three_notations() {
    for (path, bracketed, dotted, pointer) in [
        (path!(), "", "", ""),
        (path!("claim"), "claim", "claim", "/claim"),
        (
            path!("items", 0, "name"),
            "items[0].name",
            "items.0.name",
            "/items/0/name",
        ),
        (path!(0, 12), "[0][12]", "0.12", "/0/12"),
        (
            path!("X-Tenant-ID", "é", "@type"),
            "X-Tenant-ID.é.@type",
            "X-Tenant-ID.é.@type",
            "/X-Tenant-ID/é/@type",
        ),
        (
            path!("items", 0, "first.name"),
            r#"items[0]["first.name"]"#,
            r#"items.0."first.name""#,
            "/items/0/first.name",
        ),
        (
            path!("first.name"),
            r#"["first.name"]"#,
            r#""first.name""#,
            "/first.name",
        ),
        (path!("a", "0"), r#"a["0"]"#, r#"a."0""#, "/a/0"),
        (path!("0"), r#"["0"]"#, r#""0""#, "/0"),
        (path!(""), r#"[""]"#, r#""""#, "/"),
        (path!("a", ""), r#"a[""]"#, r#"a."""#, "/a/"),
        (path!("a[0]"), r#"["a[0]"]"#, r#""a[0]""#, "/a[0]"),
        (path!("a\"]b"), r#"["a\"]b"]"#, r#""a\"]b""#, "/a\"]b"),
        (
            path!("a\\b", "c"),
            r#"["a\\b"].c"#,
            r#""a\\b".c"#,
            "/a\\b/c",
        ),
        (
            path!("a b", "\n"),
            r#"["a b"]["\n"]"#,
            r#""a b"."\n""#,
            "/a b/\n",
        ),
        (
            path!("a/b", "~", "~1"),
            "a/b.~.~1",
            "a/b.~.~1",
            "/a~1b/~0/~01",
        ),
    ] {
        assert_eq!(
            [path.bracketed(), path.dotted(), path.pointer()],
            [bracketed, dotted, pointer],
            "{path:?}"
        );
        assert_eq!(serde_json::to_value(&path).unwrap(), bracketed);
        assert_eq!(path.to_string(), bracketed);
    }
}

/// All paths of up to three steps out of some that are easily mistaken for others.
#[test]
fn no_two_paths_look_alike() {
    let steps = [
        "", "a", "b", "a.b", ".", "0", "1", "00", "-1", "[0]", "a[0]", "]", "[", "\"", "\"\"",
        "\\", "\"a\"", "[\"a\"]", "a.0", "~", "~0", "~1", "/", "a/b", " ", "a ", "\t", "'a'",
        "\\\"",
    ];
    let mut paths = vec![path!()];
    let mut last = paths.clone();
    for _ in 0..3 {
        let longer = |path: &FieldPath| {
            let keys = steps.map(|key| path.clone().key(key));
            keys.into_iter()
                .chain([0, 1].map(|index| path.clone().index(index)))
                .collect::<Vec<_>>()
        };
        last = last.iter().flat_map(longer).collect();
        paths.extend_from_slice(&last);
    }
    for notation in [FieldPath::bracketed, FieldPath::dotted] {
        let mut seen = HashMap::new();
        for path in &paths {
            let other = seen.insert(notation(path), path);
            assert_eq!(other, None, "{path:?} is {}", notation(path));
        }
    }
    // A JSON Pointer has no other text for the key `0` than for the first element.
    let mut seen = HashMap::new();
    for path in &paths {
        let tokens = |path: &FieldPath| {
            format!("{path:?}")
                .replace("Index(0)", "Key(\"0\")")
                .replace("Index(1)", "Key(\"1\")")
        };
        if let Some(other) = seen.insert(path.pointer(), path) {
            assert_eq!(tokens(path), tokens(other), "{}", path.pointer());
        }
    }
}

#[derive(Debug, serde::Serialize, schemars::JsonSchema)]
struct Report {
    fields: FieldErrors,
    first: FieldPath,
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Pointers)]
enum Invalid {
    #[api_error(status = 422, code = "LIST")]
    List(#[api_error(detail = "list")] FieldErrors),
    #[api_error(status = 422, code = "MAYBE")]
    Maybe(#[api_error(detail = "list")] Option<FieldErrors>),
    #[api_error(status = 422, code = "VEC")]
    Vec(#[api_error(detail = "list")] Vec<FieldError>),
    #[api_error(status = 422, code = "WHOLE")]
    Whole(#[api_error(details)] FieldErrors),
    #[api_error(status = 422, code = "INSIDE")]
    Inside(
        #[api_error(detail = "report", example = Report { fields: errors(), first: FieldPath::new("a") })]
         Report,
    ),
}

fn errors() -> FieldErrors {
    FieldErrors::new()
        .with(FieldError::new("a", "no"))
        .with(FieldError::new(path!("b/c", 0, "d.e"), "no").with_code("rule"))
}

#[test]
fn the_envelope_chooses_the_notation_wherever_a_path_is_in_the_details() {
    let pointers =
        r#"[{"field":"/a","message":"no"},{"field":"/b~1c/0/d.e","message":"no","code":"rule"}]"#;
    let dots =
        r#"[{"field":"a","message":"no"},{"field":"b/c.0.\"d.e\"","message":"no","code":"rule"}]"#;
    let brackets = r#"[{"field":"a","message":"no"},{"field":"b/c[0][\"d.e\"]","message":"no","code":"rule"}]"#;
    let report = Report {
        fields: errors(),
        first: path!("x", 0),
    };
    for (error, code, list) in [
        (Invalid::List(errors()), "LIST", "list"),
        (Invalid::Maybe(Some(errors())), "MAYBE", "list"),
        (Invalid::Vec(errors().into_iter().collect()), "VEC", "list"),
    ] {
        let head = format!(r#"{{"code":"{code}""#);
        assert_eq!(
            body(&error),
            format!(r#"{head},"details":{{"{list}":{pointers}}}}}"#)
        );
        assert_eq!(
            body_as::<Dots>(&error, &Context::new()),
            format!(r#"{head},"{list}":{dots}}}"#)
        );
        assert_eq!(
            body_as::<ErrorObject>(&error, &Context::new()),
            format!(
                r#"{{"error":{{"code":"{code}","message":"Unprocessable Entity","details":{{"{list}":{brackets}}}}}}}"#
            )
        );
    }
    let whole = Invalid::Whole(errors());
    assert_eq!(
        body(&whole),
        format!(r#"{{"code":"WHOLE","details":{pointers}}}"#)
    );
    assert_eq!(
        body_as::<Dots>(&whole, &Context::new()),
        format!(r#"{{"code":"WHOLE","errors":{dots}}}"#)
    );
    let inside = Invalid::Inside(report);
    assert_eq!(
        body(&inside),
        format!(
            r#"{{"code":"INSIDE","details":{{"report":{{"fields":{pointers},"first":"/x/0"}}}}}}"#
        )
    );
    assert_eq!(
        body_as::<Dots>(&inside, &Context::new()),
        format!(r#"{{"code":"INSIDE","report":{{"fields":{dots},"first":"x.0"}}}}"#)
    );
    // Outside of an envelope.
    assert_eq!(serde_json::to_string(&errors()).unwrap(), brackets);
}

#[test]
fn a_schema_names_the_notation_of_the_envelope() {
    static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[Invalid::ERRORS]);
    let components = CATALOG.openapi(OpenApi::V3_1);
    let components = &components["components"];
    let field = &components["schemas"]["FieldError"]["properties"]["field"];
    assert_eq!(
        *field,
        serde_json::json!({
            "description": "The path to the field, a JSON Pointer as in `/items/0/name`.",
            "type": "string",
            "format": "json-pointer",
        })
    );
    assert_eq!(
        components["schemas"]["LIST"]["properties"]["details"]["properties"]["list"],
        serde_json::json!({"type": "array", "items": {"$ref": "#/components/schemas/FieldError"}})
    );
}

#[test]
fn a_list_is_built_in_the_ways_of_lists() {
    let error = || FieldError::new("a", "no");
    let mut list = FieldErrors::from(vec![error()]);
    assert_eq!(list, FieldErrors::from([error()]));
    assert_eq!(list, FieldErrors::from(error()));
    list.extend([FieldError::new(String::from("b"), "never")]);
    list.push(FieldError::new(path!("c", 0), "no").with_code("rule"));
    assert_eq!((list.len(), list.is_empty()), (3, false));
    assert!(FieldErrors::new().is_empty());
    let read: Vec<_> = list
        .iter()
        .map(|error| (error.path().bracketed(), error.message(), error.code()))
        .collect();
    assert_eq!(
        read,
        [
            ("a".to_owned(), "no", None),
            ("b".to_owned(), "never", None),
            ("c[0]".to_owned(), "no", Some("rule")),
        ]
    );
    assert_eq!(list.to_string(), "a: no; b: never; c[0]: no");
    let same: FieldErrors = list.clone().into_iter().collect();
    assert_eq!(same, list);
}
