::core::compile_error! {
    "unknown key `statsu` (did you mean `status`?): write one of `category`, `header`, `challenge`, `message`, `status`, `code`, `shared`, `title`, `display`, `docs`, `retryable`, `not_applied`, `retry`, `level`, `transparent`, `framework`"
}
::core::compile_error! {
    "`status` must be between 400 and 599, and `200` is not: write 4xx for a mistake of the client, 5xx for a fault of the server"
}
::core::compile_error! {
    "`#[from]` cannot appear beside other fields, because it makes the error of this one alone: write `#[source]` instead"
}
#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "WrongError",
        hash: 3076889696,
        docs: "",
        caches: &[],
    };
    #[automatically_derived]
    impl<T> __e::ErrorSet for WrongError<T>
    where
        WrongError<T>: ::core::fmt::Debug,
    {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = __e::NO_ERRORS;
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Display for WrongError<T>
    where
        WrongError<T>: ::core::fmt::Debug,
    {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl<T> ::core::error::Error for WrongError<T>
    where
        WrongError<T>: ::core::fmt::Debug,
    {}
    #[automatically_derived]
    impl<T> ::core::convert::From<io::Error> for WrongError<T>
    where
        WrongError<T>: ::core::fmt::Debug,
    {
        fn from(_: io::Error) -> Self {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl<T> __e::ApiError for WrongError<T>
    where
        WrongError<T>: ::core::fmt::Debug,
    {
        fn spec(&self) -> &'static __e::ErrorSpec {
            ::core::unreachable!()
        }
    }
    __e::impl_adapters! {
        { < T > } { WrongError < T > } { where WrongError < T > : ::core::fmt::Debug }
    }
};
