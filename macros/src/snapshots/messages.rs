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
        name: "MessageError",
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
                variant: "Wrong",
                status: 400u16,
                code: __e::Code::Text("WRONG"),
                hash: 18099099520549792246u64,
                title: "Bad Request",
                message: __e::Said::Parts(
                    &[
                        __e::Part::Text("The '"),
                        __e::Part::Hole(|__writer| {
                            let __value = &__e::example_expression!("claim");
                            __e::probe_example(__value).message(__value, __writer)
                        }),
                        __e::Part::Text("' field is no "),
                        __e::Part::Hole(|__writer| {
                            let __value = &__e::example::<Kind>().of("kind");
                            {
                                __e::probe(__value).check();
                                let _ = ::core::fmt::Write::write_fmt(
                                    __writer,
                                    ::core::format_args!("{:>8}", __value),
                                );
                            }
                        }),
                        __e::Part::Text(" but "),
                        __e::Part::Hole(|__writer| {
                            let __value = &__e::example_expression!("claim");
                            __e::probe_example(__value).message(__value, __writer)
                        }),
                    ],
                ),
                ..__e::Facts::NONE
            },
        ),
        __e::ErrorSpec::new(
            &__DECLARATION,
            1usize,
            __e::Facts {
                variant: "Logged",
                status: 500u16,
                code: __e::Code::Text("LOGGED"),
                hash: 5345439350952197939u64,
                title: "Internal Server Error",
                retryable: true,
                ..__e::Facts::NONE
            },
        ),
    ];
    #[automatically_derived]
    impl __e::ErrorSet for MessageError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            nested: &[],
        };
    }
    const _: () = __e::check_set(<MessageError as __e::ErrorSet>::ERRORS);
    #[automatically_derived]
    impl __e::ApiError for MessageError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row = match self {
                Self::Wrong { .. } => 0usize,
                Self::Logged { .. } => 1usize,
            };
            &__ROWS[__row]
        }
        fn write_hole(&self, __hole: usize, __writer: &mut __e::MessageWriter<'_>) {
            match self {
                Self::Wrong { field: __f0, kind: __f1 } => {
                    match __hole {
                        0usize => __e::probe(__f0).message(__f0, __writer),
                        1usize => {
                            __e::probe(__f1).check();
                            let _ = ::core::fmt::Write::write_fmt(
                                __writer,
                                ::core::format_args!("{:>8}", __f1),
                            );
                        }
                        _ => __e::probe(__f0).message(__f0, __writer),
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
                Self::Logged { 0: __f0, 1: __f1 } => {
                    ::core::fmt::Formatter::write_fmt(
                        __f,
                        ::core::format_args!("{} at {:?}", __f0, __f1),
                    )
                }
                _ => __e::display(self, __f),
            }
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for MessageError {}
    ::errorbook::__impl_adapters! {
        {} { MessageError } {}
    }
};
