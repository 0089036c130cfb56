//! Types are told apart by where they are declared, whatever they are called.

use errorbook::{ApiError, Catalog, Context, ErrorSet, ErrorSpec, Errors, envelope};
use errorbook_tests::body_as;

#[test]
fn two_functions_may_each_have_an_envelope_and_a_type_of_one_name() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "TAKEN")]
    struct Taken;

    fn first() -> String {
        envelope! {
            Local: "application/json" { "a": code }
        }
        body_as::<Local>(&Taken, &Context::new())
    }

    fn second() -> String {
        envelope! {
            Local: "application/json" { "b": title }
        }
        body_as::<Local>(&Taken, &Context::new())
    }

    fn own_code() -> (Vec<String>, &'static Errors) {
        #[derive(Debug, ApiError)]
        #[api_error(status = 410, code = "OWN")]
        struct Taken;
        (codes(Taken::ERRORS), Taken::ERRORS)
    }

    fn codes(errors: &'static Errors) -> Vec<String> {
        let catalog = Catalog::new("Local", "1", Box::leak(Box::new([Taken::ERRORS, errors])));
        catalog.iter().map(|spec| spec.code().to_string()).collect()
    }

    for _ in 0..2 {
        assert_eq!(first(), r#"{"a":"TAKEN"}"#);
        assert_eq!(second(), r#"{"b":"Conflict"}"#);
    }
    assert_eq!(own_code().0, ["TAKEN", "OWN"]);
}

#[test]
fn types_of_one_name_that_one_macro_makes_are_apart() {
    /// Two envelopes, and two errors, whose names and places are the same.
    macro_rules! twice {
        ($first:ident, $second:ident) => {
            fn $first() -> (&'static Errors, String) {
                envelope! { Local: "application/json" { "first": code } }
                #[derive(Debug, ApiError)]
                enum Wrong {
                    #[api_error(status = 409, code = "FIRST")]
                    Taken,
                }
                assert_eq!(Wrong::Taken.spec().variant_name(), "Taken");
                (Wrong::ERRORS, body_as::<Local>(&Refused, &Context::new()))
            }

            fn $second() -> (&'static Errors, String) {
                envelope! { Local: "application/json" { "second": title } }
                #[derive(Debug, ApiError)]
                enum Wrong {
                    #[api_error(status = 409, code = "SECOND")]
                    Taken,
                }
                assert_eq!(Wrong::Taken.spec().variant_name(), "Taken");
                (Wrong::ERRORS, body_as::<Local>(&Refused, &Context::new()))
            }
        };
    }
    /// In a plan that is kept with the error, one envelope must not stand for the other.
    #[derive(Debug, ApiError)]
    #[api_error(status = 403)]
    struct Refused;
    twice!(first, second);

    let ((first, first_body), (second, second_body)) = (first(), second());
    assert_eq!(first_body, r#"{"first":"REFUSED"}"#);
    assert_eq!(second_body, r#"{"second":"Forbidden"}"#);
    let catalog = Catalog::new("Local", "1", Box::leak(Box::new([first, second])));
    let codes: Vec<_> = catalog.iter().map(ErrorSpec::code).collect();
    assert_eq!(codes, ["FIRST", "SECOND"]);
}
