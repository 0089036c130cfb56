//! Paths, messages, codes and order of validator's errors.

use errorbook::FieldErrors;
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

fn json(errors: ValidationErrors) -> Vec<String> {
    let errors = FieldErrors::from(errors);
    errors
        .iter()
        .map(|error| {
            let code = error.code().unwrap_or("-");
            format!("{} | {} | {code}", error.path(), error.message())
        })
        .collect()
}

#[derive(Validate, Default)]
struct Lengths {
    #[validate(length(min = 2, max = 3))]
    a: String,
    #[validate(length(equal = 1))]
    b: Vec<u8>,
    #[validate(length(min = 1))]
    c: Vec<u8>,
    #[validate(length(max = 1))]
    d: String,
    #[validate(length(min = 4, max = 4))]
    e: Option<String>,
    #[validate(length(min = 1, max = 1, code = "one_letter"))]
    f: String,
    #[validate(length(min = 1, message = "Say something"))]
    g: String,
}

#[test]
fn a_length_is_told_with_its_limits() {
    let lengths = Lengths {
        d: "many".into(),
        e: Some("é".into()),
        ..Lengths::default()
    };
    assert_eq!(
        json(lengths.validate().unwrap_err()),
        [
            "a | The value must have from 2 to 3 characters | length",
            "b | The value must have exactly 1 item | length",
            "c | The value must have at least 1 item | length",
            "d | The value must have at most 1 character | length",
            "e | The value must have exactly 4 characters | length",
            "f | The value must have exactly 1 character | one_letter",
            "g | Say something | length",
        ]
    );
}

#[derive(Validate)]
struct Ranges {
    #[validate(range(min = 1, max = 5))]
    a: u8,
    #[validate(range(min = 1.0, exclusive_max = 2.5))]
    b: f64,
    #[validate(range(exclusive_min = -1, max = 0))]
    c: i64,
    #[validate(range(max = 18_446_744_073_709_551_614_u64, code = "too_many"))]
    d: u64,
    #[validate(range(min = 0.1))]
    e: f64,
    #[validate(range(min = 1, max = 1))]
    f: u8,
}

#[test]
fn a_range_is_told_with_its_limits() {
    let ranges = Ranges {
        a: 9,
        b: 2.5,
        c: -1,
        d: u64::MAX,
        e: 0.01,
        f: 2,
    };
    assert_eq!(
        json(ranges.validate().unwrap_err()),
        [
            "a | The value must be at least 1 and at most 5 | range",
            "b | The value must be at least 1 and less than 2.5 | range",
            "c | The value must be more than -1 and at most 0 | range",
            "d | The value must be at most 18446744073709551614 | too_many",
            "e | The value must be at least 0.1 | range",
            "f | The value must be 1 | range",
        ]
    );
}

#[derive(Validate)]
struct Others {
    #[validate(email)]
    email: String,
    #[validate(url)]
    url: String,
    #[validate(ip)]
    ip: String,
    #[validate(must_match(other = "email"))]
    again: String,
    #[validate(contains(pattern = "@"))]
    contains: String,
    #[validate(does_not_contain(pattern = "admin"))]
    does_not_contain: String,
    #[validate(required)]
    required: Option<u8>,
    #[validate(non_control_character)]
    line: String,
    #[validate(custom(function = "own"))]
    own: String,
    #[validate(custom(function = "own", message = "Choose another"))]
    told: String,
}

fn own(_: &str) -> Result<(), ValidationError> {
    let mut error = ValidationError::new("weak_password");
    error.add_param("hint".into(), &"in the list of leaked passwords");
    Err(error)
}

#[test]
fn each_rule_has_a_message_and_its_code() {
    let others = Others {
        email: "x".into(),
        url: "x".into(),
        ip: "x".into(),
        again: "y".into(),
        contains: "x".into(),
        does_not_contain: "administrator".into(),
        required: None,
        line: "\u{7}".into(),
        own: "x".into(),
        told: "x".into(),
    };
    assert_eq!(
        json(others.validate().unwrap_err()),
        [
            "again | The value must be equal to that of another field | must_match",
            "contains | The value must contain `@` | contains",
            "does_not_contain | The value must not contain `admin` | does_not_contain",
            "email | The value is not a valid email address | email",
            "ip | The value is not a valid IP address | ip",
            "line | The value contains a control character | non_control_character",
            "own | The value is not valid | weak_password",
            "required | The field is required | required",
            "told | Choose another | weak_password",
            "url | The value is not a valid URL | url",
        ]
    );
}

#[derive(Validate, Clone)]
#[validate(schema(function = "whole", skip_on_field_errors = false))]
struct Part {
    #[validate(range(min = 1))]
    r#type: u8,
}

fn whole(_: &Part) -> Result<(), ValidationError> {
    Err(ValidationError::new("whole").with_message("The part is not complete".into()))
}

#[derive(Validate)]
struct Nested {
    #[validate(nested)]
    one: Part,
    #[validate(nested)]
    many: Vec<Part>,
    #[validate(nested)]
    none: Option<Part>,
    #[validate(nested)]
    grid: Vec<Vec<Part>>,
}

#[test]
fn nested_structs_and_lists_have_exact_paths() {
    let part = Part { r#type: 0 };
    let nested = Nested {
        one: part.clone(),
        many: vec![part.clone(); 11],
        none: None,
        grid: vec![vec![], vec![part.clone()]],
    };
    let lines = json(nested.validate().unwrap_err());
    let paths: Vec<_> = lines
        .iter()
        .map(|line| line.split(" | ").next().unwrap())
        .collect();
    let mut expected = vec!["grid[1][0]".to_owned(), "grid[1][0].type".to_owned()];
    for index in 0..11 {
        expected.extend([format!("many[{index}]"), format!("many[{index}].type")]);
    }
    expected.extend(["one".to_owned(), "one.type".to_owned()]);
    assert_eq!(paths, expected);
    assert_eq!(lines[0], "grid[1][0] | The part is not complete | whole");

    let root = json(part.validate().unwrap_err());
    assert_eq!(root[0], " | The part is not complete | whole");
    let list = json(vec![part].validate().unwrap_err());
    assert_eq!(list[0], "[0] | The part is not complete | whole");
}

#[test]
fn errors_made_by_hand_are_read_as_they_are() {
    let mut errors = ValidationErrors::new();
    errors.add("odd.key", ValidationError::new(""));
    errors.add("plain", ValidationError::new("length"));
    errors.add("many", ValidationError::new("a"));
    errors.add("many", ValidationError::new("b"));
    errors.errors_mut().insert(
        "_tmp_validator".into(),
        ValidationErrorsKind::Field(vec![ValidationError::new("c")]),
    );
    assert_eq!(
        json(errors),
        [
            "_tmp_validator | The value is not valid | c",
            "many | The value is not valid | a",
            "many | The value is not valid | b",
            "[\"odd.key\"] | The value is not valid | -",
            "plain | The value is not valid | length",
        ]
    );
    assert_eq!(json(ValidationErrors::new()), [""; 0]);
}

#[test]
fn the_same_errors_give_the_same_bytes() {
    let bytes = || {
        let others = Nested {
            one: Part { r#type: 0 },
            many: vec![Part { r#type: 0 }; 3],
            none: None,
            grid: vec![],
        };
        serde_json::to_string(&FieldErrors::from(others.validate().unwrap_err())).unwrap()
    };
    let first = bytes();
    for _ in 0..50 {
        assert_eq!(bytes(), first);
    }
}
