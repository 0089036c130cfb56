#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "MessageError",
        hash: 2355747646,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 2] = [__e::Cache::EMPTY; 2];
    static __ROWS: [__e::ErrorSpec; 2] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
            status: __e::S400,
            retryable: false,
            code: "WRONG",
            hash: 1382116438,
            variant: "Wrong",
            summary: "",
            message: "",
            more: &[
                __e::Fact::Text("The '"),
                __e::Fact::Hole(
                    "field",
                    |_, __writer| {
                        let __value: &'static str = __e::text("claim");
                        let __value = &__value;
                        __e::show(__value).message(__value, __writer)
                    },
                ),
                __e::Fact::Text("' field is no "),
                __e::Fact::Hole(
                    "kind",
                    |_, __writer| {
                        let __value = &__e::shown(
                                __e::field::<Kind>()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside(),
                            )
                            .formatted()
                            .of("kind");
                        {
                            let _ = ::core::fmt::Write::write_fmt(
                                __writer,
                                ::core::format_args!("{:>8}", __value),
                            );
                        }
                    },
                ),
                __e::Fact::Text(" but "),
                __e::Fact::Hole(
                    "field",
                    |_, __writer| {
                        let __value: &'static str = __e::text("claim");
                        let __value = &__value;
                        __e::show(__value).message(__value, __writer)
                    },
                ),
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 1,
            status: __e::S500,
            retryable: true,
            code: "LOGGED",
            hash: 686873555,
            variant: "Logged",
            summary: "",
            message: "Internal Server Error",
            more: __e::NONE,
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for MessageError {
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
    impl ::core::fmt::Display for MessageError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            match self {
                MessageError::Logged { 0: __f0, 1: __f1 } => {
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
    #[automatically_derived]
    impl __e::ApiError for MessageError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                MessageError::Wrong { .. } => 0,
                MessageError::Logged { .. } => 1,
            }]
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                MessageError::Wrong { field: __f0, kind: __f1 } => {
                    match __hole {
                        0 => <&'static str as __e::StdText>::write_to(__f0, __writer),
                        1 => {
                            let _ = ::core::fmt::Write::write_fmt(
                                __writer,
                                ::core::format_args!("{:>8}", __f1),
                            );
                        }
                        _ => <&'static str as __e::StdText>::write_to(__f0, __writer),
                    }
                }
                _ => {}
            }
        }
    }
    __e::impl_adapters! {
        {} { MessageError } {}
    }
};
