#[doc(hidden)]
#[allow(
    deprecated,
    unused_qualifications,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction
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
        cells: || {
            static __CELLS: [__e::PlanCell; 2usize] = [const {
                __e::PlanCell::new()
            }; 2usize];
            &__CELLS
        },
    };
    const __D: &__e::Declaration = &__DECLARATION;
    static __MORE: [__e::MoreFacts; 2usize] = [
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
    ];
    static __ROWS: [__e::ErrorSpec; 2usize] = __e::specs(
        __D,
        &__e::Tables {
            texts: "NOT_FOUNDNotFoundNot FoundNo claim has this id.No claim has this id.StoreDownDownDown",
            parts: &[],
            details: &[],
            more: &__MORE,
        },
        &[
            [404, 9, 8, 9, 21, 21, 0, 0, 1, 0, 1200116369],
            [503, 0, 9, 4, 0, 4, 0, 0, 1, 1, 2430980677],
        ],
    );
    #[automatically_derived]
    impl __e::ErrorSet for PlainError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            nested: &[],
        };
    }
    const _: () = __e::check_set(<PlainError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for PlainError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: usize = match self {
                Self::NotFound { .. } => 0,
                Self::StoreDown { .. } => 1,
            };
            &__ROWS[__row]
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
