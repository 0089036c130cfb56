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
    fn __message0(__value: &u32, __writer: &mut __e::MessageWriter<'_>) {
        __e::probe(__value).message(__value, __writer)
    }
    fn __message_example1(
        __field: &'static ::core::primitive::str,
        __writer: &mut __e::MessageWriter<'_>,
    ) {
        __e::common_example::<u32>()
            .message(
                __field,
                __writer,
                |__writer| { __message0(&__e::example::<u32>().of(__field), __writer) },
            )
    }
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: ::core::concat!(
            ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
        ),
        name: "LoggedError",
        docs: ::core::option::Option::None,
    };
    static __FACTS: __e::Facts = __e::Facts {
        rows: b"\r\0\x05\x05\x11\0\x05\x07\0\x05\0\n\0g\x01\x04\x04\x13\0\0\0",
        texts: "LIMITLimitPayload Too Largelimit limit exceededDOWNDownService Unavailable",
        hashes: b"\x14\xB2\xA4\x9AT\xFB\xD5&",
        holes: &[__message_example1],
        details: &[],
        more: &[],
    };
    static __CELLS: [__e::SpecCell; 2usize] = [const { __e::SpecCell::new() }; 2usize];
    #[automatically_derived]
    impl __e::ErrorSet for LoggedError {
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
    const _: () = __e::check_set(<LoggedError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for LoggedError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: ::core::primitive::usize = match self {
                LoggedError::Limit { .. } => 0,
                LoggedError::Down { .. } => 1,
            };
            __CELLS[__row].get(&__DECLARATION, &__FACTS, &__CELLS)
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                LoggedError::Limit { limit: __f0 } => __message0(__f0, __writer),
                _ => {}
            }
        }
    }
};
