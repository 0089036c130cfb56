#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "PublicError",
        hash: 247525358,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 3] = [__e::Cache::EMPTY; 3];
    static __ROWS: [__e::ErrorSpec; 3] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
            status: __e::S422,
            retryable: false,
            code: "INVALID",
            hash: 1638239312,
            variant: "Invalid",
            summary: "",
            message: "Unprocessable Entity",
            more: &[
                __e::Fact::Detail(
                    "fields",
                    "fields",
                    |_, _, __writer| {
                        let __value = &__e::shown(
                                __e::field::<FieldErrors>()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside(),
                            )
                            .detail()
                            .of("fields");
                        __e::show(__value).detail("fields", __value, __writer)
                    },
                    |__schemas| __e::schema::<FieldErrors>().of(__schemas),
                ),
                __e::Fact::Detail(
                    "max",
                    "maximum",
                    <Option<u32> as __e::StdDetail>::write_example,
                    <Option<u32> as __e::StdDetail>::schema,
                ),
                __e::Fact::WrittenHeaders(
                    &[
                        __e::WrittenHeaders {
                            names: &["x-max"],
                            always: &[],
                            example: |__writer| {
                                let __value = &__e::shown(
                                        __e::field::<Option<u32>>()
                                            .inside()
                                            .inside()
                                            .inside()
                                            .inside()
                                            .inside()
                                            .inside()
                                            .inside(),
                                    )
                                    .header()
                                    .of("maximum");
                                __e::show(__value).header("x-max", __value, __writer)
                            },
                            value: || __e::header_value::<Option<u32>>().of(),
                        },
                    ],
                ),
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 1,
            status: __e::S401,
            retryable: false,
            code: "WHOLE",
            hash: 1874561044,
            variant: "Whole",
            summary: "",
            message: "Unauthorized",
            more: &[
                __e::Fact::Headers(&[("www-authenticate", "Bearer")]),
                __e::Fact::WholeDetails(
                    "0",
                    |_, _, __writer| {
                        let __value = &__e::shown(
                                __e::field::<Info>()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside()
                                    .inside(),
                            )
                            .details()
                            .of("0");
                        __e::show(__value).details(__value, __writer)
                    },
                    |__schemas| __e::schema::<Info>().of(__schemas),
                ),
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 2,
            status: __e::S405,
            retryable: false,
            code: "LIMITED",
            hash: 2569676869,
            variant: "Limited",
            summary: "",
            message: "Method Not Allowed",
            more: &[
                __e::Fact::WrittenHeaders(
                    &[
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
                ),
                __e::Fact::OwnWait(
                    ::core::option::Option::Some(<u64 as __e::Wait>::example),
                ),
                __e::Fact::AlwaysWaits(<u64 as __e::Wait>::ALWAYS),
                __e::Fact::OwnDocs(|| {
                    let __value = &__e::shown(
                            __e::field::<String>()
                                .inside()
                                .inside()
                                .inside()
                                .inside()
                                .inside()
                                .inside()
                                .inside(),
                        )
                        .link()
                        .of("link");
                    __e::show(__value)
                        .link(__value)
                        .map(|__link| ::std::borrow::Cow::Owned(__link.into_owned()))
                }),
            ],
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for PublicError {
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
    impl ::core::fmt::Display for PublicError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::display(self, __f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for PublicError {}
    #[automatically_derived]
    impl __e::ApiError for PublicError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                PublicError::Invalid { .. } => 0,
                PublicError::Whole { .. } => 1,
                PublicError::Limited { .. } => 2,
            }]
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            match self {
                PublicError::Invalid { fields: __f0, maximum: __f1 } => {
                    __e::show(__f0).detail("fields", __f0, __writer);
                    <Option<u32> as __e::StdDetail>::add_to(__f1, "max", __writer);
                }
                PublicError::Whole { 0: __f0 } => {
                    __e::show(__f0).details(__f0, __writer);
                }
                _ => {}
            }
        }
        fn write_headers(&self, __writer: &mut __e::HeaderWriter) {
            match self {
                PublicError::Invalid { maximum: __f1, .. } => {
                    __e::show(__f1).header("x-max", __f1, __writer);
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
                    __e::show(__f2)
                        .link(__f2)
                        .or_else(|| __e::ApiError::spec(self).docs())
                }
                _ => __e::ApiError::spec(self).docs(),
            }
        }
    }
    const _: () = __e::check_detail(
        <__e::Problem as __e::Envelope>::BESIDE_DETAILS & 1152921504606846976,
        <__e::Problem as __e::Envelope>::SHAPE,
        "fields",
        "PublicError::Invalid",
    );
    const _: () = __e::check_detail(
        <__e::Problem as __e::Envelope>::BESIDE_DETAILS & 33554432,
        <__e::Problem as __e::Envelope>::SHAPE,
        "max",
        "PublicError::Invalid",
    );
    const _: () = __e::check_header_set(
        <Methods as __e::HeaderSet>::NAMES,
        <Methods as __e::HeaderSet>::ALWAYS,
        <Methods as __e::HeaderSet>::CAN_WAIT,
    );
    const _: () = __e::check_required_header(
        &[__e::names_of::<Methods>()],
        "Allow",
        "status 405 requires the header `Allow` (RFC 9110), which the `HeaderSet` of this field does not name or, in an `Option`, may lack: add `header(\"Allow\" = \"GET, POST\")` to this error, or `#[api_error(header = \"Allow\")]` to a field",
    );
    __e::impl_adapters! {
        {} { PublicError } {}
    }
};
