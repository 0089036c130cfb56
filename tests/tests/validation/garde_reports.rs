//! Paths, messages and order of garde's reports.

use std::collections::HashMap;

use errorbook::{FieldErrors, FieldPath};
use garde::{Error, Path, Report, Validate};

/// The paths in all notations.
fn paths(errors: &FieldErrors) -> Vec<[String; 3]> {
    let path = |path: &FieldPath| [path.bracketed(), path.dotted(), path.pointer()];
    errors.iter().map(|error| path(error.path())).collect()
}

fn report(paths: impl IntoIterator<Item = Path>) -> Report {
    let mut report = Report::new();
    for path in paths {
        report.append(path, Error::new("wrong"));
    }
    report
}

#[derive(Validate)]
struct Order {
    #[garde(length(min = 1))]
    customer_name: String,
    #[garde(dive)]
    lines: Vec<Line>,
    #[garde(dive)]
    by_id: HashMap<String, Line>,
    #[garde(inner(inner(ascii)))]
    tags: Vec<Option<String>>,
    #[garde(dive)]
    delivery: Delivery,
    #[garde(ascii)]
    r#type: String,
}

#[derive(Validate)]
struct Line {
    #[garde(range(min = 1, max = 5))]
    unit_price: u32,
}

#[derive(Validate)]
enum Delivery {
    Post {
        #[garde(length(max = 2))]
        post_code: String,
    },
    Pair(#[garde(skip)] (), #[garde(range(max = 1))] u8),
}

#[test]
fn nested_structs_lists_maps_and_variants_have_exact_paths() {
    let line = || Line { unit_price: 0 };
    let order = Order {
        customer_name: String::new(),
        lines: vec![Line { unit_price: 0 }, Line { unit_price: 7 }],
        by_id: [("b".to_owned(), line()), ("a/1.x".to_owned(), line())].into(),
        tags: vec![None, Some("é".to_owned())],
        delivery: Delivery::Post {
            post_code: "12345".to_owned(),
        },
        r#type: "é".to_owned(),
    };
    let errors = FieldErrors::from(order.validate().unwrap_err());
    assert_eq!(
        errors.to_string(),
        "by_id[\"a/1.x\"].unit_price: lower than 1; by_id.b.unit_price: lower than 1; \
         customer_name: length is lower than 1; delivery.post_code: length is greater than 2; \
         lines[0].unit_price: lower than 1; lines[1].unit_price: greater than 5; tags[1]: not ascii; \
         type: not ascii"
    );
    assert_eq!(
        paths(&errors)[0],
        [
            "by_id[\"a/1.x\"].unit_price",
            "by_id.\"a/1.x\".unit_price",
            "/by_id/a~11.x/unit_price"
        ]
    );
    assert!(errors.iter().all(|error| error.code().is_none()));

    let pair = Delivery::Pair((), 7).validate().unwrap_err();
    assert_eq!(FieldErrors::from(pair).to_string(), "[1]: greater than 1");
}

#[test]
fn keys_that_look_like_something_else_are_told_apart() {
    let key = |key: &'static str| Path::new("m").join(key).join("x");
    let errors = FieldErrors::from(report([
        Path::empty(),
        key(""),
        key("0"),
        Path::new("m").join(0).join("x"),
        key("a.b"),
        key("a[0]"),
        key("a/~b"),
        key("\"\\"),
        key("a b\n"),
    ]));
    let expected = [
        ["", "", ""],
        ["m[\"\"].x", "m.\"\".x", "/m//x"],
        [r#"m["\"\\"].x"#, r#"m."\"\\".x"#, r#"/m/"\/x"#],
        ["m[\"0\"].x", "m.\"0\".x", "/m/0/x"],
        [r#"m["a b\n"].x"#, r#"m."a b\n".x"#, "/m/a b\n/x"],
        ["m[\"a.b\"].x", "m.\"a.b\".x", "/m/a.b/x"],
        ["m.a/~b.x", "m.a/~b.x", "/m/a~1~0b/x"],
        ["m[\"a[0]\"].x", "m.\"a[0]\".x", "/m/a[0]/x"],
        ["m[0].x", "m.0.x", "/m/0/x"],
    ];
    assert_eq!(paths(&errors), expected.map(|path| path.map(String::from)));
}

#[test]
fn elements_are_sorted_by_number_and_messages_stay_in_order() {
    let mut report = report([10, 9, 100].map(|index| Path::new("items").join(index)));
    report.append(Path::new("items").join(9), Error::new("again"));
    assert_eq!(
        FieldErrors::from(report).to_string(),
        "items[9]: wrong; items[9]: again; items[10]: wrong; items[100]: wrong"
    );
}

// The steps are read from what `Serialize` writes. If a version of garde writes something else, this fails.
#[test]
fn garde_says_of_each_step_what_it_is() {
    let path = Path::new("items").join(0).join("0");
    assert_eq!(
        serde_json::to_value(path).unwrap(),
        serde_json::json!([["key", "items"], ["index", "0"], ["key", "0"]])
    );
}
