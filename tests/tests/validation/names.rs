//! The names of fields on the wire.

use std::borrow::Cow;

use errorbook::{ApiError, Context, Envelope, FieldErrors, FieldPath, envelope, render_as};
use garde::Validate;

#[derive(Validate)]
struct Order {
    #[garde(dive)]
    order_lines: Vec<Line>,
    #[garde(dive)]
    by_id: std::collections::BTreeMap<String, Line>,
}

#[derive(Validate)]
struct Line {
    #[garde(range(min = 1))]
    unit_price_2: u32,
}

fn report() -> garde::Report {
    let line = || Line { unit_price_2: 0 };
    let order = Order {
        order_lines: vec![line()],
        by_id: [("sku-1_a".to_owned(), line())].into(),
    };
    order.validate().unwrap_err()
}

macro_rules! cases {
    ($($name:ident: $rule:literal,)+) => {
        $(envelope! {
            $name: "application/json" {
                fields = pointer;
                field_names = $rule;
                "errors": details,
            }
        })+

        /// The paths of the report, in each case.
        fn paths_in_each_case(error: &dyn ApiError) -> Vec<(&'static str, String)> {
            vec![$(($rule, paths::<$name>(error)),)+]
        }
    };
}

cases! {
    Lower: "lowercase",
    Upper: "UPPERCASE",
    Pascal: "PascalCase",
    Camel: "camelCase",
    Snake: "snake_case",
    ScreamingSnake: "SCREAMING_SNAKE_CASE",
    Kebab: "kebab-case",
    ScreamingKebab: "SCREAMING-KEBAB-CASE",
}

envelope! {
    ByFunction: "application/json" {
        field_names = self::wire_name;
        "errors": details,
    }
}

fn wire_name(name: &str) -> Cow<'static, str> {
    match name {
        "order_lines" => "lines".into(),
        _ => name.replace('_', "").into(),
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 422)]
struct Invalid(#[from] garde::Report);

#[derive(Debug, ApiError)]
#[api_error(status = 422)]
struct Nested(#[api_error(details)] Details);

#[derive(Debug, Default, serde::Serialize)]
struct Details {
    inner: FieldErrors,
}

fn paths<E: Envelope>(error: &dyn ApiError) -> String {
    let body = render_as::<E>(error, &Context::new()).into_body();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let fields = body["errors"]["fields"].as_array().unwrap();
    let paths: Vec<_> = fields
        .iter()
        .map(|field| field["field"].as_str().unwrap())
        .collect();
    paths.join(" ")
}

#[test]
fn an_envelope_writes_the_names_of_fields_in_its_case_and_keys_as_they_are() {
    let expected = [
        (
            "lowercase",
            "/by_id/sku-1_a/unit_price_2 /order_lines/0/unit_price_2",
        ),
        (
            "UPPERCASE",
            "/BY_ID/sku-1_a/UNIT_PRICE_2 /ORDER_LINES/0/UNIT_PRICE_2",
        ),
        (
            "PascalCase",
            "/ById/sku-1_a/UnitPrice2 /OrderLines/0/UnitPrice2",
        ),
        (
            "camelCase",
            "/byId/sku-1_a/unitPrice2 /orderLines/0/unitPrice2",
        ),
        (
            "snake_case",
            "/by_id/sku-1_a/unit_price_2 /order_lines/0/unit_price_2",
        ),
        (
            "SCREAMING_SNAKE_CASE",
            "/BY_ID/sku-1_a/UNIT_PRICE_2 /ORDER_LINES/0/UNIT_PRICE_2",
        ),
        (
            "kebab-case",
            "/by-id/sku-1_a/unit-price-2 /order-lines/0/unit-price-2",
        ),
        (
            "SCREAMING-KEBAB-CASE",
            "/BY-ID/sku-1_a/UNIT-PRICE-2 /ORDER-LINES/0/UNIT-PRICE-2",
        ),
    ];
    let expected = expected.map(|(rule, paths)| (rule, paths.to_owned()));
    assert_eq!(paths_in_each_case(&Invalid(report())), expected);
}

#[test]
fn a_function_gives_the_names() {
    assert_eq!(
        paths::<ByFunction>(&Invalid(report())),
        "byid.sku-1_a.unitprice2 lines[0].unitprice2"
    );
}

#[test]
fn paths_inside_of_other_details_are_written_alike() {
    let inner = FieldErrors::from(report());
    let body = render_as::<Camel>(&Nested(Details { inner }), &Context::new()).into_body();
    assert_eq!(
        body,
        r#"{"errors":{"inner":[{"field":"/byId/sku-1_a/unitPrice2","message":"lower than 1"},{"field":"/orderLines/0/unitPrice2","message":"lower than 1"}]}}"#
    );
}

#[test]
fn names_that_are_mapped_are_not_renamed_again() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 422)]
    struct Mapped(#[api_error(detail = "fields")] FieldErrors);

    let fields = FieldErrors::from(report()).map_names(|name| format!("{name}_x"));
    assert_eq!(
        paths::<Camel>(&Mapped(fields)),
        "/by_id_x/sku-1_a/unit_price_2_x /order_lines_x/0/unit_price_2_x"
    );
}

#[test]
fn a_field_is_equal_to_the_key_of_its_name() {
    let field = FieldPath::default().field("name");
    assert_eq!(field, FieldPath::new("name"));
    assert_ne!(field, FieldPath::default().index(0));
    assert_eq!(field.bracketed(), "name");
    let set = std::collections::HashSet::from([field, FieldPath::new("name")]);
    assert_eq!(set.len(), 1);
}
