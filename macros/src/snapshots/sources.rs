#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "SourceError",
        hash: 389432108,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
    static __ROWS: [__e::ErrorSpec; 2] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
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
            index: 1,
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
            nested: &[<InnerError as __e::Nested>::SET],
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for SourceError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
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
                _ => ::core::error::Error::source(__e::ApiError::transparent(self)?),
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
    impl ::core::convert::From<io::Error> for __e::Box<SourceError> {
        #[inline]
        fn from(__source: io::Error) -> Self {
            __e::Box::new(SourceError::Store { 0: __source })
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<InnerError> for SourceError {
        fn from(__source: InnerError) -> Self {
            SourceError::Inner { 0: __source }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<InnerError> for __e::Box<SourceError> {
        #[inline]
        fn from(__source: InnerError) -> Self {
            __e::Box::new(SourceError::Inner { 0: __source })
        }
    }
    #[automatically_derived]
    impl __e::ApiError for SourceError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                SourceError::Store { .. } => 0,
                SourceError::Upstream { .. } => 1,
                _ => return __e::inner(self).spec(),
            }]
        }
        fn transparent(&self) -> ::core::option::Option<&dyn __e::ApiError> {
            ::core::option::Option::Some(
                match self {
                    SourceError::Inner { 0: __f0 } => {
                        <InnerError as __e::Nested>::as_error(__f0)
                    }
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    const _: () = __e::check_set(<SourceError as __e::ErrorSet>::ERRORS);
    __e::impl_adapters! {
        {} { SourceError } {}
    }
};
