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
    fn __message0(__value: &u32, __writer: &mut __e::MessageWriter<'_>) {
        __e::probe(__value).message(__value, __writer)
    }
    fn __message_example1(__field: &'static str, __writer: &mut __e::MessageWriter<'_>) {
        __message0(&__e::example::<u32>().of(__field), __writer)
    }
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
    const __D: &__e::Declaration = &__DECLARATION;
    static __PARTS: [__e::Part; 3usize] = [
        __e::Part::Text("limit "),
        __e::Part::Hole("limit", __message_example1),
        __e::Part::Text(" exceeded"),
    ];
    static __ROWS: [__e::ErrorSpec; 2usize] = __e::specs(
        __D,
        &__e::Tables {
            texts: "LIMITLimitPayload Too LargeDOWNDownService UnavailableService Unavailable",
            parts: &__PARTS,
            details: &[],
            more: &[],
        },
        &[
            [413, 5, 5, 17, 0, 0, 3, 0, 0, 0, 2594484756],
            [503, 4, 4, 19, 0, 19, 0, 0, 0, 1, 651557717],
        ],
    );
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
    const _: () = __e::check_set(<LoggedError as __e::ErrorSet>::ERRORS, &[]);
    #[automatically_derived]
    impl __e::ApiError for LoggedError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: usize = match self {
                Self::Limit { .. } => 0,
                Self::Down { .. } => 1,
            };
            &__ROWS[__row]
        }
        fn write_hole(&self, __hole: usize, __writer: &mut __e::MessageWriter<'_>) {
            match self {
                Self::Limit { limit: __f0 } => __message0(__f0, __writer),
                _ => {}
            }
        }
    }
};
