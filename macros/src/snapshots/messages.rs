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
        cells: || {
            static __CELLS: [__e::PlanCell; 2usize] = [const {
                __e::PlanCell::new()
            }; 2usize];
            &__CELLS
        },
    };
    const __D: &__e::Declaration = &__DECLARATION;
    static __PARTS: [__e::Part; 6usize] = [
        __e::Part::Text("The '"),
        __e::Part::Hole(
            "field",
            |_, __writer| {
                let __value = &__e::example_expression!("claim");
                __e::probe_example(__value).message(__value, __writer)
            },
        ),
        __e::Part::Text("' field is no "),
        __e::Part::Hole(
            "kind",
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
        ),
        __e::Part::Text(" but "),
        __e::Part::Hole(
            "field",
            |_, __writer| {
                let __value = &__e::example_expression!("claim");
                __e::probe_example(__value).message(__value, __writer)
            },
        ),
    ];
    static __ROWS: [__e::ErrorSpec; 2usize] = __e::specs(
        __D,
        &__e::Tables {
            texts: "WRONGWrongBad RequestLOGGEDLoggedInternal Server ErrorInternal Server Error",
            parts: &__PARTS,
            details: &[],
            more: &[],
        },
        &[
            [400, 5, 5, 11, 0, 0, 6, 0, 0, 0, 1382116438],
            [500, 6, 6, 21, 0, 21, 0, 0, 0, 1, 686873555],
        ],
    );
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
    const _: () = __e::check_set(<MessageError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for MessageError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: usize = match self {
                Self::Wrong { .. } => 0,
                Self::Logged { .. } => 1,
            };
            &__ROWS[__row]
        }
        fn write_hole(&self, __hole: usize, __writer: &mut __e::MessageWriter<'_>) {
            match self {
                Self::Wrong { field: __f0, kind: __f1 } => {
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
                Self::Logged { 0: __f0, 1: __f1 } => {
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
