//! Catalogs: what they list, and that they hold for thousands of codes.

use std::fmt::Write;

use errorbook::{ApiError, Catalog, ErrorSet, Errors};

#[derive(Debug, ApiError)]
enum Common {
    #[api_error(status = 401, challenge = "Bearer")]
    Unauthorized,
    #[api_error(status = 500)]
    InternalError,
}

#[derive(Debug, ApiError)]
enum Claims {
    #[api_error(status = 422, code = "INVALID", shared)]
    OneField,
    #[api_error(status = 400, code = "INVALID", shared)]
    SeveralFields,
    #[api_error(transparent)]
    Common(Common),
}

#[derive(Debug, ApiError)]
enum Media {
    #[api_error(transparent)]
    Common(Common),
    #[api_error(status = 422, code = "INVALID", shared)]
    Url,
    #[api_error(status = 415, code = 415)]
    Type,
}

static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[Claims::ERRORS, Media::ERRORS]);

#[test]
fn an_enum_that_is_reached_twice_counts_once_and_codes_may_be_shared() {
    let rows: Vec<_> = CATALOG
        .iter()
        .map(|spec| {
            let place = format!("{}::{}", spec.type_name(), spec.variant_name());
            (
                place,
                spec.status().as_u16(),
                spec.code().to_string(),
                spec.shared(),
            )
        })
        .collect();
    let row = |place: &str, status, code: &str, shared| {
        (place.to_owned(), status, code.to_owned(), shared)
    };
    assert_eq!(
        rows,
        [
            row("Claims::OneField", 422, "INVALID", true),
            row("Claims::SeveralFields", 400, "INVALID", true),
            row("Common::Unauthorized", 401, "UNAUTHORIZED", false),
            row("Common::InternalError", 500, "INTERNAL_ERROR", false),
            row("Media::Url", 422, "INVALID", true),
            row("Media::Type", 415, "415", false),
        ]
    );
    assert_eq!((CATALOG.name(), CATALOG.version()), ("Claims API", "1.4.0"));
    assert_eq!(
        CATALOG.shape().unwrap().media_type(),
        "application/problem+json"
    );
}

#[test]
fn every_value_knows_its_own_row() {
    for (error, code) in [
        (Claims::OneField, "INVALID"),
        (Claims::SeveralFields, "INVALID"),
        (Claims::Common(Common::Unauthorized), "UNAUTHORIZED"),
        (Claims::Common(Common::InternalError), "INTERNAL_ERROR"),
    ] {
        assert_eq!(error.spec().code(), code);
        assert!(CATALOG.iter().any(|spec| std::ptr::eq(spec, error.spec())));
    }
    assert_eq!(Media::Type.spec().code(), 415);
    assert_eq!(
        Media::Common(Common::InternalError).spec().code(),
        "INTERNAL_ERROR"
    );
    assert_eq!(Media::Url.spec().status(), 422);
}

/// A repeated code is a panic in a `const`; here it is one at run time, so that its text can be read.
fn panic_of(sets: &'static [&'static Errors]) -> String {
    let panicked = std::panic::catch_unwind(|| Catalog::new("x", "1", sets)).unwrap_err();
    panicked
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| {
            panicked
                .downcast_ref::<&str>()
                .map(|text| (*text).to_owned())
        })
        .unwrap_or_default()
}

#[test]
fn a_code_that_two_enums_use_is_named_with_both_places() {
    #[derive(Debug, ApiError)]
    enum Other {
        #[api_error(status = 403)]
        Unauthorized,
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = "INVALID")]
    struct Unshared;
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = -7)]
    struct Left;
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = -7)]
    struct Right;

    assert_eq!(
        panic_of(&[Claims::ERRORS, Other::ERRORS]),
        "`Common::Unauthorized` and `Other::Unauthorized` have the same code `UNAUTHORIZED`: \
         write another with `code = ..`, or `shared` on both if clients should treat them as the same error"
    );
    assert_eq!(
        panic_of(&[Unshared::ERRORS, Claims::ERRORS]),
        "`Unshared` and `Claims::OneField` have the same code `INVALID`, \
         `Unshared` and `Claims::SeveralFields` have the same code `INVALID`: \
         write another with `code = ..`, or `shared` on both if clients should treat them as the same error"
    );
    assert_eq!(
        panic_of(&[Left::ERRORS, Right::ERRORS]),
        "`Left` and `Right` have the same code `-7`: \
         write another with `code = ..`, or `shared` on both if clients should treat them as the same error"
    );
    let _ = (Other::Unauthorized, Unshared, Left, Right);
}

#[test]
fn codes_that_have_the_same_hash_are_told_apart() {
    #[derive(Debug, ApiError)]
    enum Left {
        #[api_error(status = 400, code = "CODE_1E8CB")]
        First,
        #[api_error(status = 400, code = "CODE_2F99", shared)]
        Second,
    }
    #[derive(Debug, ApiError)]
    enum Right {
        #[api_error(status = 400, code = "CODE_54758")]
        First,
        #[api_error(status = 400, code = "CODE_61A00", shared)]
        Second,
    }
    #[derive(Debug, ApiError)]
    enum Repeated {
        #[api_error(status = 400, code = "CODE_61A00")]
        Third,
    }

    static CATALOG: Catalog = Catalog::new("x", "1", &[Left::ERRORS, Right::ERRORS]);
    let codes: Vec<_> = CATALOG.iter().map(|spec| spec.code().to_string()).collect();
    assert_eq!(
        codes,
        ["CODE_1E8CB", "CODE_2F99", "CODE_54758", "CODE_61A00"]
    );
    assert_eq!(
        panic_of(&[Left::ERRORS, Right::ERRORS, Repeated::ERRORS]),
        "`Right::Second` and `Repeated::Third` have the same code `CODE_61A00`: \
         write another with `code = ..`, or `shared` on both if clients should treat them as the same error"
    );
    let _ = (Left::First, Left::Second, Right::First, Right::Second);
    let _ = Repeated::Third;
}

#[test]
fn two_types_of_one_name_are_told_apart_by_where_they_stand() {
    fn here() -> &'static Errors {
        #[derive(Debug, ApiError)]
        #[api_error(status = 404)]
        struct Local;
        let _ = Local;
        Local::ERRORS
    }
    fn there() -> &'static Errors {
        #[derive(Debug, ApiError)]
        #[api_error(status = 404)]
        struct Local;
        let _ = Local;
        Local::ERRORS
    }

    let text = panic_of(Box::leak(Box::new([here(), there()])));
    // The lines are this file's own.
    let places: Vec<_> = text.split("catalogs.rs:").skip(1).collect();
    let lines: Vec<u32> = places
        .iter()
        .map(|place| place.split(':').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(lines[1], lines[0] + 7, "{text}");
    let file = file!();
    assert_eq!(
        text,
        format!(
            "`catalogs::Local` at `{file}:{}:25` and `catalogs::Local` at `{file}:{}:25` have the same code `LOCAL`: \
             write another with `code = ..`, or `shared` on both if clients should treat them as the same error",
            lines[0], lines[1]
        )
    );
}

#[test]
fn a_catalog_of_two_thousand_codes_is_checked_while_it_compiles() {
    // Four enums of 500, each reached twice, and 100 codes that all four share; a lint denies constants
    // that take the compiler long.
    let mut source = String::from("use errorbook::{ApiError, Catalog, ErrorSet};\n");
    for part in 0..4 {
        let _ = writeln!(source, "#[derive(Debug, ApiError)]\npub enum Part{part} {{");
        for number in 0..500 {
            let _ = writeln!(
                source,
                "    #[api_error(status = 400, code = \"A_RATHER_LONG_CODE_{part}_{number}\")]\n    V{number},"
            );
        }
        for number in 0..100 {
            let _ = writeln!(
                source,
                "    #[api_error(status = 400, code = \"A_SHARED_CODE_{number}\", shared)]\n    S{number},"
            );
        }
        source += "}\n";
    }
    source += "#[derive(Debug, ApiError)]\npub enum All {\n";
    for part in 0..4 {
        let _ = writeln!(
            source,
            "    #[api_error(transparent)]\n    P{part}(Part{part}),"
        );
    }
    source += "}\n\
        pub static CATALOG: Catalog = Catalog::new(\"Large\", \"1\", &[\n\
        All::ERRORS, Part0::ERRORS, Part1::ERRORS, Part2::ERRORS, Part3::ERRORS]);\n\
        fn main() {\n\
        assert_eq!(CATALOG.iter().count(), 2400);\n\
        // Optimized it takes some 10 ms; what is quadratic in the errors takes far longer than this.\n\
        let start = std::time::Instant::now();\n\
        let document = CATALOG.openapi(errorbook::openapi::OpenApi::V3_1);\n\
        assert!(start.elapsed().as_millis() < 3000, \"{:?}\", start.elapsed());\n\
        let schemas = document[\"components\"][\"schemas\"].as_object().unwrap();\n\
        assert_eq!(schemas.len(), 2105);\n\
        }\n";
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("two_thousand_codes.rs");
    std::fs::write(&path, source).unwrap();
    trybuild::TestCases::new().pass(path);
}
