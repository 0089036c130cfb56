#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "LoggedError",
        hash: 2540273127,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
    static __ROWS: [__e::ErrorSpec; 2] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
            status: __e::S413,
            retryable: false,
            code: "LIMIT",
            hash: 2594484756,
            variant: "Limit",
            summary: "",
            message: "",
            more: &[
                __e::Fact::Text("limit "),
                __e::Fact::Hole("limit", <u32 as __e::StdText>::write_example),
                __e::Fact::Text(" exceeded"),
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 1,
            status: __e::S503,
            retryable: true,
            code: "DOWN",
            hash: 651557717,
            variant: "Down",
            summary: "",
            message: "Service Unavailable",
            more: __e::NONE,
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for LoggedError {
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
    impl ::core::convert::From<io::Error> for __e::Box<LoggedError> {
        #[inline]
        fn from(__source: io::Error) -> Self {
            __e::Box::new(LoggedError::Down { 0: __source })
        }
    }
    #[automatically_derived]
    impl __e::ApiError for LoggedError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                LoggedError::Limit { .. } => 0,
                LoggedError::Down { .. } => 1,
            }]
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                LoggedError::Limit { limit: __f0 } => {
                    <u32 as __e::StdText>::write_to(__f0, __writer)
                }
                _ => {}
            }
        }
    }
};
