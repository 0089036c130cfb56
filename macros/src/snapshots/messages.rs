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
    fn __message0(__value: &&'static str, __writer: &mut __e::MessageWriter<'_>) {
        __e::probe(__value).message(__value, __writer)
    }
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: ::core::concat!(
            ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
        ),
        name: "MessageError",
        docs: ::core::option::Option::None,
    };
    static __FACTS: __e::Facts = __e::Facts {
        rows: b"\0\0\x05\x05\x0B\0\x08\x06\0\x05\0\x0F\0\x04\x01\x06\0\x05\x02\0d\x01\x06\x06\x15\0\0\0",
        texts: "WRONGWrongBad RequestThe 'field' field is no kind but fieldLOGGEDLoggedInternal Server Error",
        hashes: b"VlaR\xD2\xDB\xF0(",
        holes: &[
            |_, __writer| {
                let __value = &__e::example_expression!("claim");
                __e::probe_example(__value).message(__value, __writer)
            },
            |_, __writer| {
                let __value = &__e::example::<Kind>().of("kind");
                {
                    __e::probe(__value).check();
                    let _ = ::core::fmt::Write::write_fmt(
                        __writer,
                        ::core::format_args!("{:>8}", __value),
                    );
                }
            },
            |_, __writer| {
                let __value = &__e::example_expression!("claim");
                __e::probe_example(__value).message(__value, __writer)
            },
        ],
        details: &[],
        more: &[],
    };
    static __CELLS: [__e::SpecCell; 2usize] = [const { __e::SpecCell::new() }; 2usize];
    #[automatically_derived]
    impl __e::ErrorSet for MessageError {
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
    const _: () = __e::check_set(<MessageError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for MessageError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: ::core::primitive::usize = match self {
                MessageError::Wrong { .. } => 0,
                MessageError::Logged { .. } => 1,
            };
            __CELLS[__row].get(&__DECLARATION, &__FACTS, &__CELLS)
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                MessageError::Wrong { field: __f0, kind: __f1 } => {
                    match __hole {
                        0 => __message0(__f0, __writer),
                        1 => {
                            __e::probe(__f1).check();
                            let _ = ::core::fmt::Write::write_fmt(
                                __writer,
                                ::core::format_args!("{:>8}", __f1),
                            );
                        }
                        _ => __message0(__f0, __writer),
                    }
                }
                _ => {}
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for MessageError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            match self {
                MessageError::Logged { 0: __f0, 1: __f1 } => {
                    ::core::fmt::Formatter::write_fmt(
                        __f,
                        ::core::format_args!("{} at {:?}", __f0, __f1),
                    )
                }
                _ => {
                    __e::display(
                        __e::ApiError::spec(self),
                        &|__hole, __writer| __e::ApiError::write_hole(
                            self,
                            __hole,
                            __writer,
                        ),
                        __f,
                    )
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for MessageError {}
    ::errorbook::__impl_adapters! {
        {} { MessageError } {}
    }
};
