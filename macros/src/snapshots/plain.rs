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
    static __ROWS: [__e::ErrorSpec; 2usize] = [
        __e::ErrorSpec::new(
            &__DECLARATION,
            0usize,
            __e::Facts {
                variant: "NotFound",
                status: 404u16,
                code: __e::Code::Text("NOT_FOUND"),
                hash: 9487927659323609457u64,
                title: "Not Found",
                summary: ::core::option::Option::Some("No claim has this id."),
                explanation: ::core::option::Option::Some("# Fix\nList the claims."),
                message: __e::Said::Summary,
                docs: ::core::option::Option::Some("https://docs.example.com/{code}"),
                ..__e::Facts::NONE
            },
        ),
        __e::ErrorSpec::new(
            &__DECLARATION,
            1usize,
            __e::Facts {
                variant: "StoreDown",
                status: 503u16,
                code: __e::Code::Number(71i64),
                hash: 572527832307380421u64,
                title: "Down",
                category: ::core::option::Option::Some("store"),
                retryable: true,
                retry_after: ::core::option::Option::Some(30u64),
                max_attempts: ::core::option::Option::Some(3u32),
                shared: true,
                deprecation: ::core::option::Option::Some(
                    __e::Deprecation::new(
                        ::core::option::Option::Some("1.2.0"),
                        ::core::option::Option::Some("never made"),
                    ),
                ),
                headers: &[("x-team", "claims")],
                ..__e::Facts::NONE
            },
        ),
    ];
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
    const _: () = __e::check_set(<PlainError as __e::ErrorSet>::ERRORS);
    #[automatically_derived]
    impl __e::ApiError for PlainError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row = match self {
                Self::NotFound { .. } => 0usize,
                Self::StoreDown { .. } => 1usize,
            };
            &__ROWS[__row]
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for PlainError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for PlainError {}
    ::errorbook::__impl_adapters! {
        {} { PlainError } {}
    }
};
