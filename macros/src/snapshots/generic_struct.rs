#[doc(hidden)]
const _: () = {
    use house::errors::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "Taken",
        hash: 3014716048,
        docs: "",
        caches: &[],
    };
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> __e::ErrorSet for Taken<'a, T, N>
    where
        T: Clone,
        Taken<'a, T, N>: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        type Envelope = Shape;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &[
                __e::ErrorSpec {
                    declaration: &__DECLARATION,
                    index: 0,
                    status: __e::S409,
                    retryable: false,
                    code: "TAKEN",
                    hash: 3546845448,
                    variant: "Taken",
                    summary: "",
                    message: "",
                    more: &[
                        __e::Fact::Hole(
                            "value",
                            |_, __writer| {
                                let _ = __e::public_field::<T>().message();
                                if let ::core::option::Option::Some(__value) = &__e::public_example::<
                                    T,
                                >()
                                    .of("value")
                                {
                                    __e::show(__value).message(__value, __writer)
                                } else {
                                    __writer.push_str("value")
                                }
                            },
                        ),
                        __e::Fact::Detail(
                            "names",
                            "names",
                            |_, _, __writer| {
                                let _ = __e::public_field::<&'a [T; N]>().detail();
                                if let ::core::option::Option::Some(__value) = &__e::public_example::<
                                    &'a [T; N],
                                >()
                                    .of("names")
                                {
                                    __e::show(__value).detail("names", __value, __writer)
                                } else {}
                            },
                            |__schemas| __e::public_schema::<&'a [T; N]>().of(__schemas),
                        ),
                    ],
                },
            ],
            generic: true,
            nested: &[],
        };
    }
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> ::core::fmt::Display for Taken<'a, T, N>
    where
        T: Clone,
        Taken<'a, T, N>: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> ::core::error::Error for Taken<'a, T, N>
    where
        T: Clone,
        Taken<'a, T, N>: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {}
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> __e::ApiError for Taken<'a, T, N>
    where
        T: Clone,
        Taken<'a, T, N>: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        fn spec(&self) -> &'static __e::ErrorSpec {
            const { __e::check_set(<Self as __e::ErrorSet>::ERRORS) };
            const {
                __e::check_detail(
                    <Shape as __e::Envelope>::BESIDE_DETAILS & 32768,
                    <Shape as __e::Envelope>::SHAPE,
                    "names",
                    "Taken",
                )
            };
            &<Self as __e::ErrorSet>::ERRORS
                .rows[match self {
                Self { .. } => 0,
            }]
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                Self { value: __f0, .. } => __e::show(__f0).message(__f0, __writer),
            }
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            match self {
                Self { names: __f1, .. } => {
                    __e::show(__f1).detail("names", __f1, __writer);
                }
            }
        }
    }
    __e::impl_adapters! {
        { < 'a, T : PublicText, const N : usize > } { Taken < 'a, T, N > } { where T :
        Clone, Taken < 'a, T, N > : ::core::fmt::Debug, T : ::core::fmt::Display, & 'a[T;
        N] : __e::Serialize }
    }
};
