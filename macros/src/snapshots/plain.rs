#[doc(hidden)]
#[allow(
    deprecated,
    unused_qualifications,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::default_numeric_fallback
)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: ::core::concat!(
            ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
        ),
        name: "PlainError",
        docs: ::core::option::Option::None,
    };
    static __FACTS: __e::Facts = __e::Facts {
        rows: b"\x04\x02\t\x08\t\x15\x01\0g\x03\0\t\x04\0\0\0",
        texts: "NOT_FOUNDNotFoundNot FoundNo claim has this id.StoreDownDown",
        hashes: b"\x90R\x88GE\xD2\xE5\x90",
        holes: &[],
        details: &[],
        more: &[
            __e::MoreFacts {
                explanation: ::core::option::Option::Some("# Fix\nList the claims."),
                docs: ::core::option::Option::Some("https://docs.example.com/{code}"),
                ..__e::MoreFacts::NONE
            },
            __e::MoreFacts {
                number: ::core::option::Option::Some(71),
                category: ::core::option::Option::Some("store"),
                retry_after: ::core::option::Option::Some(30),
                max_attempts: ::core::option::Option::Some(3),
                shared: true,
                deprecation: ::core::option::Option::Some(
                    __e::Deprecation::new(
                        ::core::option::Option::Some("1.2.0"),
                        ::core::option::Option::Some("never made"),
                    ),
                ),
                headers: &[("x-team", "claims")],
                ..__e::MoreFacts::NONE
            },
        ],
    };
    static __CELLS: [__e::SpecCell; 2usize] = [const { __e::SpecCell::new() }; 2usize];
    #[automatically_derived]
    impl __e::ErrorSet for PlainError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            facts: &__FACTS,
            cells: || &__CELLS,
            generic: false,
            nested: &[],
        };
    }
    const _: () = __e::check_set(<PlainError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for PlainError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: ::core::primitive::usize = match self {
                PlainError::NotFound => 0,
                PlainError::StoreDown { .. } => 1,
            };
            __CELLS[__row].get(&__DECLARATION, &__FACTS, &__CELLS)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for PlainError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(
                __e::ApiError::spec(self),
                &|__hole, __writer| __e::ApiError::write_hole(self, __hole, __writer),
                __f,
            )
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for PlainError {}
    ::errorbook::__impl_adapters! {
        {} { PlainError } {}
    }
};
