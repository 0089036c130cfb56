//! validator 0.21.

use std::borrow::Cow;

use serde_json::Value;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::{report, without_raw};
use crate::write::{FieldError, FieldErrors, FieldPath};

/// Sorted by the paths. Codes are validator's. A message is the declared one (`message = ".."`); without one it is made
/// of the code and the rule's limits, and never of the value.
///
/// Errors of a whole struct (`#[validate(schema(..))]`) have the path of the struct. validator numbers the values of a map
/// by the order in which it iterates, so they have no keys, and those of a `HashMap` are in another order each time.
///
/// ```
/// use errorbook::FieldErrors;
/// use validator::Validate;
///
/// #[derive(Validate)]
/// struct Order {
///     #[validate(length(min = 1, max = 80))]
///     customer: String,
///     #[validate(nested)]
///     lines: Vec<Line>,
/// }
///
/// #[derive(Validate)]
/// struct Line {
///     #[validate(range(min = 1, message = "Order at least one"))]
///     quantity: u32,
/// }
///
/// let order = Order { customer: String::new(), lines: vec![Line { quantity: 0 }] };
/// assert_eq!(
///     serde_json::to_string(&FieldErrors::from(order.validate().unwrap_err())).unwrap(),
///     concat!(
///         r#"[{"field":"customer","message":"The value must have from 1 to 80 characters","code":"length"},"#,
///         r#"{"field":"lines[0].quantity","message":"Order at least one","code":"range"}]"#,
///     )
/// );
/// ```
impl From<&ValidationErrors> for FieldErrors {
    fn from(errors: &ValidationErrors) -> Self {
        let mut found = FieldErrors::new();
        of_struct(errors, &FieldPath::default(), &mut found);
        found.sort();
        found
    }
}

report!(ValidationErrors);

fn of_struct(errors: &ValidationErrors, at: &FieldPath, found: &mut FieldErrors) {
    for (name, kind) in errors.errors() {
        let at = match (&**name, kind) {
            // The struct as a whole, and what validator puts around the elements of a list.
            ("__all__", ValidationErrorsKind::Field(_))
            | ("_tmp_validator", ValidationErrorsKind::List(_)) => at.clone(),
            _ => at.clone().field(without_raw(name).to_owned()),
        };
        match kind {
            ValidationErrorsKind::Field(errors) => {
                found.extend(errors.iter().map(|error| of_field(error, at.clone())));
            }
            ValidationErrorsKind::Struct(errors) => of_struct(errors, &at, found),
            ValidationErrorsKind::List(elements) => {
                for (index, errors) in elements {
                    of_struct(errors, &at.clone().index(*index), found);
                }
            }
        }
    }
}

fn of_field(error: &ValidationError, at: FieldPath) -> FieldError {
    let message = match &error.message {
        Some(message) => message.clone(),
        None => message(error),
    };
    let found = FieldError::new(at, message);
    if error.code.is_empty() {
        found
    } else {
        found.with_code(error.code.clone())
    }
}

/// A message for a rule that declares none. Of the value nothing but its type has a part in it; nor has `other`, which is
/// the value of another field.
fn message(error: &ValidationError) -> Cow<'static, str> {
    let fixed = match &*error.code {
        "required" => "The field is required",
        "email" => "The value is not a valid email address",
        "url" => "The value is not a valid URL",
        "ip" => "The value is not a valid IP address",
        "credit_card" => "The value is not a valid credit card number",
        "non_control_character" => "The value contains a control character",
        "regex" => "The value does not have the required format",
        "must_match" => "The value must be equal to that of another field",
        "contains" => return needle(error, "must contain"),
        "does_not_contain" => return needle(error, "must not contain"),
        "length" => return length(error).unwrap_or(NOT_VALID.into()),
        "range" => return range(error).unwrap_or(NOT_VALID.into()),
        // A rule with a code of its own has the parameters of the rule.
        _ => {
            let limits = match error.params.get("value") {
                Some(Value::Number(_)) => range(error),
                Some(Value::String(_) | Value::Array(_) | Value::Object(_)) => length(error),
                _ => None,
            };
            return limits.unwrap_or(NOT_VALID.into());
        }
    };
    fixed.into()
}

const NOT_VALID: &str = "The value is not valid";

/// `The value must have from 1 to 80 characters`
fn length(error: &ValidationError) -> Option<Cow<'static, str>> {
    let unit = match error.params.get("value") {
        Some(Value::String(_)) => "character",
        _ => "item",
    };
    let given = |name| error.params.get(name).and_then(Value::as_u64);
    let (min, max) = (given("min"), given("max"));
    let (count, number) = match (given("equal"), min, max) {
        (Some(equal), ..) => (format!("exactly {equal}"), equal),
        (_, Some(min), Some(max)) if min == max => (format!("exactly {min}"), min),
        (_, Some(min), Some(max)) => (format!("from {min} to {max}"), max),
        (_, Some(min), None) => (format!("at least {min}"), min),
        (_, None, Some(max)) => (format!("at most {max}"), max),
        (_, None, None) => return None,
    };
    let plural = if number == 1 { "" } else { "s" };
    Some(format!("The value must have {count} {unit}{plural}").into())
}

/// `The value must be at least 1 and at most 80`
fn range(error: &ValidationError) -> Option<Cow<'static, str>> {
    let limit_of = |name| error.params.get(name).and_then(limit);
    if let (Some(least), Some(most)) = (limit_of("min"), limit_of("max")) {
        if least == most {
            return Some(format!("The value must be {least}").into());
        }
    }
    let limits: Vec<_> = [
        ("min", "at least"),
        ("exclusive_min", "more than"),
        ("max", "at most"),
        ("exclusive_max", "less than"),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some(format!("{words} {}", limit_of(name)?)))
    .collect();
    let is_any = !limits.is_empty();
    is_any.then(|| format!("The value must be {}", limits.join(" and ")).into())
}

/// A limit, if it is a number, or a time or a decimal number in a text.
fn limit(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => {
            let text = number.to_string();
            Some(text.strip_suffix(".0").unwrap_or(&text).to_owned())
        }
        Value::String(text) => {
            let is_short = !text.is_empty() && text.len() <= 40;
            let is_plain = text.bytes().all(|byte| b"0123456789.+-:TZ".contains(&byte));
            (is_short && is_plain).then(|| text.clone())
        }
        _ => None,
    }
}

/// ``The value must contain `@` ``: the derive takes nothing but a literal there.
fn needle(error: &ValidationError, must: &str) -> Cow<'static, str> {
    match error.params.get("needle") {
        Some(Value::String(needle)) if !needle.is_empty() => {
            format!("The value {must} `{needle}`").into()
        }
        _ => NOT_VALID.into(),
    }
}
