#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "ClaimError",
        hash: 3187028895,
        docs: "",
        caches: &[],
    };
    #[automatically_derived]
    impl __e::ErrorSet for ClaimError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &[],
            generic: false,
            nested: &[<Box<HttpError> as __e::Nested>::SET],
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for ClaimError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for ClaimError {
        fn source(
            &self,
        ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            ::core::error::Error::source(__e::ApiError::transparent(self)?)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Box<HttpError>> for ClaimError {
        fn from(__source: Box<HttpError>) -> Self {
            ClaimError::Http { 0: __source }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Box<HttpError>> for __e::Box<ClaimError> {
        #[inline]
        fn from(__source: Box<HttpError>) -> Self {
            __e::Box::new(ClaimError::Http { 0: __source })
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<__e::FrameworkError> for ClaimError {
        fn from(__error: __e::FrameworkError) -> Self {
            ClaimError::Http {
                0: <Box<HttpError> as __e::HoldsFramework>::hold(__error),
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<__e::FrameworkError> for __e::Box<ClaimError> {
        #[inline]
        fn from(__error: __e::FrameworkError) -> Self {
            __e::Box::new(
                <ClaimError as ::core::convert::From<__e::FrameworkError>>::from(__error),
            )
        }
    }
    __e::impl_rejections! {
        {} { ClaimError } {}
    }
    #[automatically_derived]
    impl __e::ApiError for ClaimError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            __e::inner(self).spec()
        }
        fn transparent(&self) -> ::core::option::Option<&dyn __e::ApiError> {
            ::core::option::Option::Some(
                match self {
                    ClaimError::Http { 0: __f0 } => {
                        <Box<HttpError> as __e::Nested>::as_error(__f0)
                    }
                },
            )
        }
    }
    const _: () = __e::check_set(<ClaimError as __e::ErrorSet>::ERRORS);
    __e::impl_adapters! {
        {} { ClaimError } {}
    }
};
