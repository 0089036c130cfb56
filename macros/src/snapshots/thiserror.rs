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
        name: "LoggedError",
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
                variant: "Limit",
                status: 413u16,
                code: __e::Code::Text("LIMIT"),
                hash: 12004166414086072948u64,
                title: "Payload Too Large",
                message: __e::Said::Parts(
                    &[
                        __e::Part::Text("limit "),
                        __e::Part::Hole(|__writer| {
                            let __value = &__e::example::<u32>().of("limit");
                            __e::probe(__value).message(__value, __writer)
                        }),
                        __e::Part::Text(" exceeded"),
                    ],
                ),
                ..__e::Facts::NONE
            },
        ),
        __e::ErrorSpec::new(
            &__DECLARATION,
            1usize,
            __e::Facts {
                variant: "Down",
                status: 503u16,
                code: __e::Code::Text("DOWN"),
                hash: 17301654883360166805u64,
                title: "Service Unavailable",
                retryable: true,
                ..__e::Facts::NONE
            },
        ),
    ];
    #[automatically_derived]
    impl __e::ErrorSet for LoggedError {
        type Envelope = __e::Problem;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            nested: &[],
        };
    }
    const _: () = __e::check_set(<LoggedError as __e::ErrorSet>::ERRORS);
    #[automatically_derived]
    impl __e::ApiError for LoggedError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row = match self {
                Self::Limit { .. } => 0usize,
                Self::Down { .. } => 1usize,
            };
            &__ROWS[__row]
        }
        fn write_hole(&self, __hole: usize, __writer: &mut __e::MessageWriter<'_>) {
            match self {
                Self::Limit { limit: __f0 } => __e::probe(__f0).message(__f0, __writer),
                _ => {}
            }
        }
    }
};
