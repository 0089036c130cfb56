#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "PlainError",
        hash: 2463128291,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
    static __ROWS: [__e::ErrorSpec; 2] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
            status: __e::S404,
            retryable: false,
            code: "NOT_FOUND",
            hash: 1200116369,
            variant: "NotFound",
            summary: "No claim has this id.",
            message: "No claim has this id.",
            more: &[
                __e::Fact::Explanation("# Fix\nList the claims."),
                __e::Fact::Docs("https://docs.example.com/{code}"),
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 1,
            status: __e::S503,
            retryable: true,
            code: "",
            hash: 2430980677,
            variant: "StoreDown",
            summary: "",
            message: "Down",
            more: &[
                __e::Fact::NumericCode(71, "71"),
                __e::Fact::Title("Down"),
                __e::Fact::Category("store"),
                __e::Fact::RetryAfter(30),
                __e::Fact::MaxAttempts(3),
                __e::Fact::Shared,
                __e::Fact::Deprecated(
                    __e::Deprecation::new(
                        ::core::option::Option::Some("1.2.0"),
                        ::core::option::Option::Some("never made"),
                    ),
                ),
                __e::Fact::Headers(&[("x-team", "claims")]),
            ],
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for PlainError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            generic: false,
            nested: &[],
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for PlainError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for PlainError {}
    #[automatically_derived]
    impl __e::ApiError for PlainError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                PlainError::NotFound => 0,
                PlainError::StoreDown { .. } => 1,
            }]
        }
    }
    __e::impl_adapters! {
        {} { PlainError } {}
    }
};
