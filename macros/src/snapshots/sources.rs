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
        place: __e::here(),
        name: "SourceError",
        hash: 389432108,
        docs: "",
        rows: &__ROWS,
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
    static __ROWS: [__e::ErrorSpec; 2] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            status: __e::S500,
            retryable: true,
            code: "STORE",
            hash: 1884380558,
            variant: "Store",
            summary: "",
            message: "Internal Server Error",
            more: __e::NONE,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            status: __e::S502,
            retryable: true,
            code: "UPSTREAM",
            hash: 1380704448,
            variant: "Upstream",
            summary: "",
            message: "Bad Gateway",
            more: __e::NONE,
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for SourceError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            generic: false,
            nested: &[<InnerError as __e::ErrorSet>::ERRORS],
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for SourceError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            match self {
                SourceError::Inner { 0: __f0 } => ::core::fmt::Display::fmt(__f0, __f),
                _ => __e::display(self, __f),
            }
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for SourceError {
        fn source(
            &self,
        ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            match self {
                SourceError::Store { 0: __f0 } => {
                    ::core::option::Option::Some(__e::source(__f0).of(__f0))
                }
                SourceError::Upstream { source: __f1, .. } => {
                    ::core::option::Option::Some({
                        let __source = __f1.as_ref()?;
                        __e::source(__source).of(__source)
                    })
                }
                SourceError::Inner { 0: __f0 } => ::core::error::Error::source(__f0),
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<io::Error> for SourceError {
        fn from(__source: io::Error) -> Self {
            SourceError::Store { 0: __source }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<InnerError> for SourceError {
        fn from(__source: InnerError) -> Self {
            SourceError::Inner { 0: __source }
        }
    }
    #[automatically_derived]
    impl __e::ApiError for SourceError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                SourceError::Store { .. } => 0,
                SourceError::Upstream { .. } => 1,
                SourceError::Inner { 0: __f0 } => return __e::ApiError::spec(__f0),
            }]
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                SourceError::Inner { 0: __f0 } => {
                    __e::ApiError::write_hole(__f0, __hole, __writer)
                }
                _ => {}
            }
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            match self {
                SourceError::Inner { 0: __f0 } => {
                    __e::ApiError::write_details(__f0, __writer)
                }
                _ => {}
            }
        }
        fn write_headers(&self, __writer: &mut __e::HeaderWriter) {
            match self {
                SourceError::Inner { 0: __f0 } => {
                    __e::ApiError::write_headers(__f0, __writer)
                }
                _ => {}
            }
        }
        fn retry_after(&self) -> ::core::option::Option<::core::time::Duration> {
            match self {
                SourceError::Inner { 0: __f0 } => __e::ApiError::retry_after(__f0),
                _ => __e::ApiError::spec(self).retry_after(),
            }
        }
        fn docs(
            &self,
        ) -> ::core::option::Option<::std::borrow::Cow<'_, ::core::primitive::str>> {
            match self {
                SourceError::Inner { 0: __f0 } => __e::ApiError::docs(__f0),
                _ => __e::ApiError::spec(self).docs(),
            }
        }
    }
    const _: () = __e::check_set(<SourceError as __e::ErrorSet>::ERRORS);
    ::errorbook::__impl_adapters! {
        {} { SourceError } {}
    }
};
