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
    use house::errors::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: ::core::concat!(
            ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
        ),
        name: "Taken",
        docs: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> __e::ErrorSet for Taken<'a, T, N>
    where
        T: Clone,
        Self: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        type Envelope = Shape;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            facts: &__e::Facts {
                rows: b"\t\0\x05\x05\x08\0\x03\0\x05\0\x01\x06\0\0",
                texts: "TAKENTakenConflictvaluenames",
                hashes: b"\x08\x91h\xD3",
                holes: &[
                    |_, __writer| {
                        if let ::core::option::Option::Some(__value) = &__e::example::<
                            T,
                        >()
                            .if_any("value")
                        {
                            __e::probe(__value).message(__value, __writer)
                        } else {
                            __writer.push_str("value")
                        }
                    },
                ],
                details: &[
                    __e::DetailType {
                        example: |_, __writer| {
                            if let ::core::option::Option::Some(__value) = &__e::example::<
                                &'a [T; N],
                            >()
                                .if_any("names")
                            {
                                __e::probe(__value).detail("names", __value, __writer)
                            } else {}
                        },
                        schema: |__schemas| __e::schema::<&'a [T; N]>().of(__schemas),
                    },
                ],
                more: &[],
            },
            cells: || {
                static __CELLS: __e::GenericCells = __e::GenericCells::new();
                __CELLS.of(<Self as __e::ErrorSet>::ERRORS.facts)
            },
            generic: true,
            nested: &[],
        };
    }
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> __e::ApiError for Taken<'a, T, N>
    where
        T: Clone,
        Self: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        fn spec(&self) -> &'static __e::ErrorSpec {
            __e::check_public_text::<T>();
            const { __e::check_set(<Self as __e::ErrorSet>::ERRORS, &["names"]) };
            let __row: ::core::primitive::usize = match self {
                Self { .. } => 0,
            };
            <Self as __e::ErrorSet>::ERRORS.spec(__row)
        }
        fn write_hole(
            &self,
            __hole: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            match self {
                Self { value: __f0, .. } => __e::probe(__f0).message(__f0, __writer),
            }
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            match self {
                Self { names: __f1, .. } => {
                    __e::probe(__f1).detail("names", __f1, __writer);
                }
            }
        }
    }
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> ::core::fmt::Display for Taken<'a, T, N>
    where
        T: Clone,
        Self: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(
                __e::ApiError::spec(self),
                &|__hole, __writer| __e::ApiError::write_hole(self, __hole, __writer),
                __f,
            )
        }
    }
    #[automatically_derived]
    impl<'a, T: PublicText, const N: usize> ::core::error::Error for Taken<'a, T, N>
    where
        T: Clone,
        Self: ::core::fmt::Debug,
        T: ::core::fmt::Display,
        &'a [T; N]: __e::Serialize,
    {}
    house::errors::__impl_adapters! {
        { < 'a, T : PublicText, const N : usize > } { Taken < 'a, T, N > } { where T :
        Clone, Self : ::core::fmt::Debug, T : ::core::fmt::Display, & 'a[T; N] :
        __e::Serialize }
    }
};
