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
    fn __detail0(
        __name: &'static ::core::primitive::str,
        __value: &Option<u32>,
        __writer: &mut __e::DetailsWriter<'_>,
    ) {
        __e::probe(__value).detail(__name, __value, __writer)
    }
    fn __detail_example1(__detail: &__e::Detail, __writer: &mut __e::DetailsWriter<'_>) {
        __e::common_example::<Option<u32>>()
            .detail(
                __detail,
                __writer,
                |__writer| {
                    let __value = __e::example::<Option<u32>>().of(__detail.field);
                    __detail0(__detail.member_name(), &__value, __writer)
                },
            )
    }
    fn __schema2(__schemas: &mut __e::Schemas) -> __e::DetailSchema {
        __e::schema::<Option<u32>>().of(__schemas)
    }
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: ::core::concat!(
            ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
        ),
        name: "PublicError",
        docs: ::core::option::Option::None,
    };
    static __FACTS: __e::Facts = __e::Facts {
        rows: b"\x16\x02\x07\x07\x14\0\0\x02\x07\0\0\x04\x08\x01\x01\x02\x05\x05\x0C\0\0\x01\0\x02\x02\x05\x02\x07\x07\x12\0\0\0",
        texts: "INVALIDInvalidUnprocessable EntityfieldsmaxmaximumWHOLEWholeUnauthorized0LIMITEDLimitedMethod Not Allowed",
        hashes: b"P\x8C\xA5a\x14\x88\xBBoD(*\x99",
        holes: &[],
        details: &[
            __e::DetailType {
                example: |_, __writer| {
                    let __value = &__e::example::<Vec<FieldError>>().of("fields");
                    __e::probe(__value).detail("fields", __value, __writer)
                },
                schema: |__schemas| __e::schema::<Vec<FieldError>>().of(__schemas),
            },
            __e::DetailType {
                example: __detail_example1,
                schema: __schema2,
            },
            __e::DetailType {
                example: |_, __writer| {
                    let __value = &__e::example::<Info>().of("0");
                    __e::probe(__value).details(__value, __writer)
                },
                schema: |__schemas| __e::schema::<Info>().of(__schemas),
            },
        ],
        more: &[
            __e::MoreFacts {
                written_headers: &[
                    __e::WrittenHeaders {
                        names: &["x-max"],
                        always: &[],
                        example: |__writer| {
                            let __value = &__e::example::<Option<u32>>().of("maximum");
                            __e::probe(__value).header("x-max", __value, __writer)
                        },
                        value: || __e::header_value::<Option<u32>>().of(),
                    },
                ],
                ..__e::MoreFacts::NONE
            },
            __e::MoreFacts {
                headers: &[("www-authenticate", "Bearer")],
                ..__e::MoreFacts::NONE
            },
            __e::MoreFacts {
                written_headers: &[
                    __e::WrittenHeaders {
                        names: <Methods as __e::HeaderSet>::NAMES,
                        always: <Methods as __e::HeaderSet>::ALWAYS,
                        example: |__writer| {
                            let __value = &__e::example::<Methods>().of("methods");
                            <Methods as __e::HeaderSet>::write(__value, __writer)
                        },
                        value: || __e::HeaderValue::ANY,
                    },
                ],
                retry_after_field: ::core::option::Option::Some(|| {
                    let __value = &__e::example::<u64>().of("wait");
                    <u64 as __e::Wait>::wait(__value)
                }),
                docs_field: ::core::option::Option::Some(|| {
                    let __value = &__e::example::<String>().of("link");
                    __e::probe(__value)
                        .link(__value)
                        .map(|__link| ::std::borrow::Cow::Owned(__link.into_owned()))
                }),
                always_waits: <u64 as __e::Wait>::ALWAYS,
                ..__e::MoreFacts::NONE
            },
        ],
    };
    static __CELLS: [__e::SpecCell; 3usize] = [const { __e::SpecCell::new() }; 3usize];
    #[automatically_derived]
    impl __e::ErrorSet for PublicError {
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
    const _: () = __e::check_set(
        <PublicError as __e::ErrorSet>::ERRORS,
        &["fields", "max"],
    );
    const _: () = __e::check_header_set(
        <Methods as __e::HeaderSet>::NAMES,
        <Methods as __e::HeaderSet>::ALWAYS,
        <Methods as __e::HeaderSet>::CAN_WAIT,
    );
    const _: () = __e::check_required_header(
        &[<Methods as __e::HeaderSet>::NAMES],
        "Allow",
        "a response with status 405 has to have the header `Allow` (RFC 9110): add `header(\"Allow\" = \"GET, POST\")` to this error, or `#[api_error(header = \"Allow\")]` to a field; this field's `HeaderSet` does not name it",
    );
    #[automatically_derived]
    impl __e::ApiError for PublicError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            let __row: ::core::primitive::usize = match self {
                PublicError::Invalid { .. } => 0,
                PublicError::Whole { .. } => 1,
                PublicError::Limited { .. } => 2,
            };
            __CELLS[__row].get(&__DECLARATION, &__FACTS, &__CELLS)
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            match self {
                PublicError::Invalid { fields: __f0, maximum: __f1 } => {
                    __e::probe(__f0).detail("fields", __f0, __writer);
                    __detail0("max", __f1, __writer);
                }
                PublicError::Whole { 0: __f0 } => {
                    __e::probe(__f0).details(__f0, __writer);
                }
                _ => {}
            }
        }
        fn write_headers(&self, __writer: &mut __e::HeaderWriter) {
            match self {
                PublicError::Invalid { maximum: __f1, .. } => {
                    __e::probe(__f1).header("x-max", __f1, __writer);
                }
                PublicError::Limited { methods: __f0, .. } => {
                    <Methods as __e::HeaderSet>::write(__f0, __writer);
                }
                _ => {}
            }
        }
        fn retry_after(&self) -> ::core::option::Option<::core::time::Duration> {
            match self {
                PublicError::Limited { methods: __f0, wait: __f1, .. } => {
                    <u64 as __e::Wait>::wait(__f1)
                        .or_else(|| <Methods as __e::HeaderSet>::retry_after(__f0))
                }
                _ => __e::ApiError::spec(self).retry_after(),
            }
        }
        fn docs(
            &self,
        ) -> ::core::option::Option<::std::borrow::Cow<'_, ::core::primitive::str>> {
            match self {
                PublicError::Limited { link: __f2, .. } => {
                    __e::probe(__f2)
                        .link(__f2)
                        .or_else(|| __e::ApiError::spec(self).docs())
                }
                _ => __e::ApiError::spec(self).docs(),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for PublicError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(
                __e::ApiError::spec(self),
                &|__hole, __writer| __e::ApiError::write_hole(self, __hole, __writer),
                __f,
            )
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for PublicError {}
    ::errorbook::__impl_adapters! {
        {} { PublicError } {}
    }
};
