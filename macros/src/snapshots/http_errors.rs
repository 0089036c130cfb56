/// What the framework answers with.
pub enum HttpError {
    /// The request is not valid.
    BadRequest(::errorbook::FrameworkError),
    /// The request requires valid credentials.
    Unauthorized(::errorbook::FrameworkError),
    /// The request requires a payment.
    PaymentRequired(::errorbook::FrameworkError),
    /// The server refuses this request.
    Forbidden(::errorbook::FrameworkError),
    /// There is nothing at this path.
    NotFound(::errorbook::FrameworkError),
    /// The resource does not support this method.
    MethodNotAllowed(::errorbook::FrameworkError),
    /// The resource is not available in a form that the request accepts.
    NotAcceptable(::errorbook::FrameworkError),
    /// The proxy requires valid credentials.
    ProxyAuthenticationRequired(::errorbook::FrameworkError),
    /// The request did not arrive in time.
    RequestTimeout(::errorbook::FrameworkError),
    /// The request conflicts with the current state of the resource.
    Conflict(::errorbook::FrameworkError),
    /// The resource is no longer available.
    Gone(::errorbook::FrameworkError),
    /// The request must have a Content-Length header.
    LengthRequired(::errorbook::FrameworkError),
    /// A precondition of the request was not met.
    PreconditionFailed(::errorbook::FrameworkError),
    /// The request body is too large.
    PayloadTooLarge(::errorbook::FrameworkError),
    /// The URI of the request is too long.
    UriTooLong(::errorbook::FrameworkError),
    /// The format of the request body is not supported.
    UnsupportedMediaType(::errorbook::FrameworkError),
    /// The requested range is not available.
    RangeNotSatisfiable(::errorbook::FrameworkError),
    /// The expectation in the Expect header cannot be met.
    ExpectationFailed(::errorbook::FrameworkError),
    /// This server does not answer for the requested host.
    MisdirectedRequest(::errorbook::FrameworkError),
    /// The content of the request is not valid.
    UnprocessableEntity(::errorbook::FrameworkError),
    /// The resource is locked.
    Locked(::errorbook::FrameworkError),
    /// A request that this one depends on failed.
    FailedDependency(::errorbook::FrameworkError),
    /// The server does not process this request as early data.
    TooEarly(::errorbook::FrameworkError),
    /// The request requires another protocol.
    UpgradeRequired(::errorbook::FrameworkError),
    /// The request must be conditional.
    PreconditionRequired(::errorbook::FrameworkError),
    /// There were too many requests.
    TooManyRequests(::errorbook::FrameworkError),
    /// The header fields of the request are too large.
    RequestHeaderFieldsTooLarge(::errorbook::FrameworkError),
    /// The resource is not available for legal reasons.
    UnavailableForLegalReasons(::errorbook::FrameworkError),
    /// An unexpected error occurred in the server.
    InternalServerError(::errorbook::FrameworkError),
    /// The server does not support what the request requires.
    NotImplemented(::errorbook::FrameworkError),
    /// An upstream server sent an invalid response.
    BadGateway(::errorbook::FrameworkError),
    /// The server is overloaded or under maintenance.
    ServiceUnavailable(::errorbook::FrameworkError),
    /// An upstream server did not respond in time.
    GatewayTimeout(::errorbook::FrameworkError),
    /// The server does not support the HTTP version of the request.
    HttpVersionNotSupported(::errorbook::FrameworkError),
    /// The server is configured wrongly: its content negotiation does not end.
    VariantAlsoNegotiates(::errorbook::FrameworkError),
    /// The server does not have enough storage to complete the request.
    InsufficientStorage(::errorbook::FrameworkError),
    /// The server found an infinite loop while it processed the request.
    LoopDetected(::errorbook::FrameworkError),
    /// The request lacks an extension that the server requires.
    NotExtended(::errorbook::FrameworkError),
    /// The network requires authentication before it grants access.
    NetworkAuthenticationRequired(::errorbook::FrameworkError),
}
#[doc(hidden)]
const _: () = {
    use ::errorbook::__private as __e;
    static __DECLARATION: __e::Declaration = __e::Declaration {
        module: ::core::module_path!(),
        place: __e::here(),
        name: "HttpError",
        hash: 3864299137,
        docs: "",
        caches: &__CACHES,
    };
    static __CACHES: [__e::Cache; 39] = [__e::Cache::EMPTY; 39];
    static __ROWS: [__e::ErrorSpec; 39] = [
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 0,
            status: __e::S400,
            retryable: false,
            code: "BAD_REQUEST",
            hash: 4094654354,
            variant: "BadRequest",
            summary: "The request is not valid.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The request is not valid."),
                __e::REJECTED_FIELDS,
                __e::Fact::AnyStatus,
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 1,
            status: __e::S401,
            retryable: false,
            code: "UNAUTHORIZED",
            hash: 998922675,
            variant: "Unauthorized",
            summary: "The request requires valid credentials.",
            message: "The request requires valid credentials.",
            more: &[
                __e::Fact::Headers(&[("www-authenticate", "Bearer")]),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 2,
            status: __e::S402,
            retryable: false,
            code: "PAYMENT_REQUIRED",
            hash: 4152865171,
            variant: "PaymentRequired",
            summary: "The request requires a payment.",
            message: "The request requires a payment.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 3,
            status: __e::S403,
            retryable: false,
            code: "FORBIDDEN",
            hash: 683942578,
            variant: "Forbidden",
            summary: "The server refuses this request.",
            message: "The server refuses this request.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 4,
            status: __e::S404,
            retryable: false,
            code: "no_route",
            hash: 1737231300,
            variant: "NotFound",
            summary: "There is nothing at this path.",
            message: "",
            more: &[
                __e::Fact::RejectionText("There is nothing at this path."),
                __e::REJECTED_FIELDS,
                __e::Fact::Headers(&[("x-team", "claims")]),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 5,
            status: __e::S405,
            retryable: false,
            code: "METHOD_NOT_ALLOWED",
            hash: 4106388337,
            variant: "MethodNotAllowed",
            summary: "The resource does not support this method.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The resource does not support this method."),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 6,
            status: __e::S406,
            retryable: false,
            code: "NOT_ACCEPTABLE",
            hash: 2740776655,
            variant: "NotAcceptable",
            summary: "The resource is not available in a form that the request accepts.",
            message: "The resource is not available in a form that the request accepts.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 7,
            status: __e::S407,
            retryable: false,
            code: "PROXY_AUTHENTICATION_REQUIRED",
            hash: 1307338856,
            variant: "ProxyAuthenticationRequired",
            summary: "The proxy requires valid credentials.",
            message: "The proxy requires valid credentials.",
            more: &[
                __e::Fact::Headers(&[("proxy-authenticate", "Bearer")]),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 8,
            status: __e::S408,
            retryable: true,
            code: "REQUEST_TIMEOUT",
            hash: 3345674986,
            variant: "RequestTimeout",
            summary: "The request did not arrive in time.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The request did not arrive in time."),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 9,
            status: __e::S409,
            retryable: false,
            code: "CONFLICT",
            hash: 2850791503,
            variant: "Conflict",
            summary: "The request conflicts with the current state of the resource.",
            message: "The request conflicts with the current state of the resource.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 10,
            status: __e::S410,
            retryable: false,
            code: "GONE",
            hash: 481589998,
            variant: "Gone",
            summary: "The resource is no longer available.",
            message: "The resource is no longer available.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 11,
            status: __e::S411,
            retryable: false,
            code: "LENGTH_REQUIRED",
            hash: 1028935191,
            variant: "LengthRequired",
            summary: "The request must have a Content-Length header.",
            message: "",
            more: &[
                __e::Fact::RejectionText(
                    "The request must have a Content-Length header.",
                ),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 12,
            status: __e::S412,
            retryable: false,
            code: "PRECONDITION_FAILED",
            hash: 3174535113,
            variant: "PreconditionFailed",
            summary: "A precondition of the request was not met.",
            message: "A precondition of the request was not met.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 13,
            status: __e::S413,
            retryable: false,
            code: "PAYLOAD_TOO_LARGE",
            hash: 3426876032,
            variant: "PayloadTooLarge",
            summary: "The request body is too large.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The request body is too large."),
                __e::REJECTED_FIELDS,
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 14,
            status: __e::S414,
            retryable: false,
            code: "URI_TOO_LONG",
            hash: 3387648151,
            variant: "UriTooLong",
            summary: "The URI of the request is too long.",
            message: "The URI of the request is too long.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 15,
            status: __e::S415,
            retryable: false,
            code: "UNSUPPORTED_MEDIA_TYPE",
            hash: 1752776084,
            variant: "UnsupportedMediaType",
            summary: "The format of the request body is not supported.",
            message: "",
            more: &[
                __e::Fact::RejectionText(
                    "The format of the request body is not supported.",
                ),
                __e::REJECTED_FIELDS,
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 16,
            status: __e::S416,
            retryable: false,
            code: "RANGE_NOT_SATISFIABLE",
            hash: 1039217566,
            variant: "RangeNotSatisfiable",
            summary: "The requested range is not available.",
            message: "The requested range is not available.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 17,
            status: __e::S417,
            retryable: false,
            code: "EXPECTATION_FAILED",
            hash: 2483253903,
            variant: "ExpectationFailed",
            summary: "The expectation in the Expect header cannot be met.",
            message: "The expectation in the Expect header cannot be met.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 18,
            status: __e::S421,
            retryable: false,
            code: "MISDIRECTED_REQUEST",
            hash: 3722574050,
            variant: "MisdirectedRequest",
            summary: "This server does not answer for the requested host.",
            message: "This server does not answer for the requested host.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 19,
            status: __e::S422,
            retryable: false,
            code: "UNPROCESSABLE_ENTITY",
            hash: 1108270927,
            variant: "UnprocessableEntity",
            summary: "The content of the request is not valid.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The content of the request is not valid."),
                __e::REJECTED_FIELDS,
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 20,
            status: __e::S423,
            retryable: false,
            code: "LOCKED",
            hash: 2226402835,
            variant: "Locked",
            summary: "The resource is locked.",
            message: "The resource is locked.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 21,
            status: __e::S424,
            retryable: false,
            code: "FAILED_DEPENDENCY",
            hash: 3295941976,
            variant: "FailedDependency",
            summary: "A request that this one depends on failed.",
            message: "A request that this one depends on failed.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 22,
            status: __e::S425,
            retryable: true,
            code: "TOO_EARLY",
            hash: 1886515865,
            variant: "TooEarly",
            summary: "The server does not process this request as early data.",
            message: "The server does not process this request as early data.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 23,
            status: __e::S426,
            retryable: false,
            code: "UPGRADE_REQUIRED",
            hash: 2980963601,
            variant: "UpgradeRequired",
            summary: "The request requires another protocol.",
            message: "",
            more: &[
                __e::Fact::RejectionText("The request requires another protocol."),
                __e::Fact::OfFramework,
            ],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 24,
            status: __e::S428,
            retryable: false,
            code: "PRECONDITION_REQUIRED",
            hash: 2507813085,
            variant: "PreconditionRequired",
            summary: "The request must be conditional.",
            message: "The request must be conditional.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 25,
            status: __e::S429,
            retryable: true,
            code: "TOO_MANY_REQUESTS",
            hash: 1337725912,
            variant: "TooManyRequests",
            summary: "There were too many requests.",
            message: "There were too many requests.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 26,
            status: __e::S431,
            retryable: false,
            code: "REQUEST_HEADER_FIELDS_TOO_LARGE",
            hash: 3959475871,
            variant: "RequestHeaderFieldsTooLarge",
            summary: "The header fields of the request are too large.",
            message: "The header fields of the request are too large.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 27,
            status: __e::S451,
            retryable: false,
            code: "UNAVAILABLE_FOR_LEGAL_REASONS",
            hash: 3481961705,
            variant: "UnavailableForLegalReasons",
            summary: "The resource is not available for legal reasons.",
            message: "The resource is not available for legal reasons.",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 28,
            status: __e::S500,
            retryable: true,
            code: "INTERNAL_SERVER_ERROR",
            hash: 850169327,
            variant: "InternalServerError",
            summary: "An unexpected error occurred in the server.",
            message: "Internal Server Error",
            more: &[__e::Fact::AnyStatus, __e::Fact::OfFramework],
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 29,
            status: __e::S501,
            retryable: false,
            code: "NOT_IMPLEMENTED",
            hash: 2329691233,
            variant: "NotImplemented",
            summary: "The server does not support what the request requires.",
            message: "Not Implemented",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 30,
            status: __e::S502,
            retryable: true,
            code: "BAD_GATEWAY",
            hash: 1547284889,
            variant: "BadGateway",
            summary: "An upstream server sent an invalid response.",
            message: "Bad Gateway",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 31,
            status: __e::S503,
            retryable: true,
            code: "SERVICE_UNAVAILABLE",
            hash: 2743703565,
            variant: "ServiceUnavailable",
            summary: "The server is overloaded or under maintenance.",
            message: "Service Unavailable",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 32,
            status: __e::S504,
            retryable: true,
            code: "GATEWAY_TIMEOUT",
            hash: 3514937125,
            variant: "GatewayTimeout",
            summary: "An upstream server did not respond in time.",
            message: "Gateway Timeout",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 33,
            status: __e::S505,
            retryable: false,
            code: "HTTP_VERSION_NOT_SUPPORTED",
            hash: 4182804361,
            variant: "HttpVersionNotSupported",
            summary: "The server does not support the HTTP version of the request.",
            message: "HTTP Version Not Supported",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 34,
            status: __e::S506,
            retryable: false,
            code: "VARIANT_ALSO_NEGOTIATES",
            hash: 700699160,
            variant: "VariantAlsoNegotiates",
            summary: "The server is configured wrongly: its content negotiation does not end.",
            message: "Variant Also Negotiates",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 35,
            status: __e::S507,
            retryable: false,
            code: "INSUFFICIENT_STORAGE",
            hash: 3245840428,
            variant: "InsufficientStorage",
            summary: "The server does not have enough storage to complete the request.",
            message: "Insufficient Storage",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 36,
            status: __e::S508,
            retryable: false,
            code: "LOOP_DETECTED",
            hash: 4121367026,
            variant: "LoopDetected",
            summary: "The server found an infinite loop while it processed the request.",
            message: "Loop Detected",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 37,
            status: __e::S510,
            retryable: false,
            code: "NOT_EXTENDED",
            hash: 801722686,
            variant: "NotExtended",
            summary: "The request lacks an extension that the server requires.",
            message: "Not Extended",
            more: __e::OF_FRAMEWORK,
        },
        __e::ErrorSpec {
            declaration: &__DECLARATION,
            index: 38,
            status: __e::S511,
            retryable: false,
            code: "NETWORK_AUTHENTICATION_REQUIRED",
            hash: 738487522,
            variant: "NetworkAuthenticationRequired",
            summary: "The network requires authentication before it grants access.",
            message: "Network Authentication Required",
            more: __e::OF_FRAMEWORK,
        },
    ];
    #[automatically_derived]
    impl __e::ErrorSet for HttpError {
        type Envelope = Claims;
        const ERRORS: &'static __e::Errors = &__e::Errors {
            declaration: &__DECLARATION,
            shape: __e::shape_of::<Self>(),
            rows: &__ROWS,
            generic: false,
            nested: &[],
        };
    }
    #[automatically_derived]
    impl ::core::fmt::Display for HttpError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            match self {
                HttpError::ServiceUnavailable { 0: __f0 } => {
                    ::core::fmt::Formatter::write_fmt(
                        __f,
                        ::core::format_args!("busy: {}", __f0),
                    )
                }
                _ => __e::display(self, __f),
            }
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for HttpError {
        fn source(
            &self,
        ) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            match self {
                HttpError::BadRequest { 0: __f0 }
                | HttpError::Unauthorized { 0: __f0 }
                | HttpError::PaymentRequired { 0: __f0 }
                | HttpError::Forbidden { 0: __f0 }
                | HttpError::NotFound { 0: __f0 }
                | HttpError::MethodNotAllowed { 0: __f0 }
                | HttpError::NotAcceptable { 0: __f0 }
                | HttpError::ProxyAuthenticationRequired { 0: __f0 }
                | HttpError::RequestTimeout { 0: __f0 }
                | HttpError::Conflict { 0: __f0 }
                | HttpError::Gone { 0: __f0 }
                | HttpError::LengthRequired { 0: __f0 }
                | HttpError::PreconditionFailed { 0: __f0 }
                | HttpError::PayloadTooLarge { 0: __f0 }
                | HttpError::UriTooLong { 0: __f0 }
                | HttpError::UnsupportedMediaType { 0: __f0 }
                | HttpError::RangeNotSatisfiable { 0: __f0 }
                | HttpError::ExpectationFailed { 0: __f0 }
                | HttpError::MisdirectedRequest { 0: __f0 }
                | HttpError::UnprocessableEntity { 0: __f0 }
                | HttpError::Locked { 0: __f0 }
                | HttpError::FailedDependency { 0: __f0 }
                | HttpError::TooEarly { 0: __f0 }
                | HttpError::UpgradeRequired { 0: __f0 }
                | HttpError::PreconditionRequired { 0: __f0 }
                | HttpError::TooManyRequests { 0: __f0 }
                | HttpError::RequestHeaderFieldsTooLarge { 0: __f0 }
                | HttpError::UnavailableForLegalReasons { 0: __f0 }
                | HttpError::InternalServerError { 0: __f0 }
                | HttpError::NotImplemented { 0: __f0 }
                | HttpError::BadGateway { 0: __f0 }
                | HttpError::ServiceUnavailable { 0: __f0 }
                | HttpError::GatewayTimeout { 0: __f0 }
                | HttpError::HttpVersionNotSupported { 0: __f0 }
                | HttpError::VariantAlsoNegotiates { 0: __f0 }
                | HttpError::InsufficientStorage { 0: __f0 }
                | HttpError::LoopDetected { 0: __f0 }
                | HttpError::NotExtended { 0: __f0 }
                | HttpError::NetworkAuthenticationRequired { 0: __f0 } => {
                    ::core::option::Option::Some(__f0)
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<__e::FrameworkError> for HttpError {
        fn from(__error: __e::FrameworkError) -> Self {
            match __error.status().as_u16() {
                401 => {
                    HttpError::Unauthorized {
                        0: __error,
                    }
                }
                402 => {
                    HttpError::PaymentRequired {
                        0: __error,
                    }
                }
                403 => HttpError::Forbidden { 0: __error },
                404 => HttpError::NotFound { 0: __error },
                405 => {
                    HttpError::MethodNotAllowed {
                        0: __error,
                    }
                }
                406 => {
                    HttpError::NotAcceptable {
                        0: __error,
                    }
                }
                407 => {
                    HttpError::ProxyAuthenticationRequired {
                        0: __error,
                    }
                }
                408 => {
                    HttpError::RequestTimeout {
                        0: __error,
                    }
                }
                409 => HttpError::Conflict { 0: __error },
                410 => HttpError::Gone { 0: __error },
                411 => {
                    HttpError::LengthRequired {
                        0: __error,
                    }
                }
                412 => {
                    HttpError::PreconditionFailed {
                        0: __error,
                    }
                }
                413 => {
                    HttpError::PayloadTooLarge {
                        0: __error,
                    }
                }
                414 => {
                    HttpError::UriTooLong {
                        0: __error,
                    }
                }
                415 => {
                    HttpError::UnsupportedMediaType {
                        0: __error,
                    }
                }
                416 => {
                    HttpError::RangeNotSatisfiable {
                        0: __error,
                    }
                }
                417 => {
                    HttpError::ExpectationFailed {
                        0: __error,
                    }
                }
                421 => {
                    HttpError::MisdirectedRequest {
                        0: __error,
                    }
                }
                422 => {
                    HttpError::UnprocessableEntity {
                        0: __error,
                    }
                }
                423 => HttpError::Locked { 0: __error },
                424 => {
                    HttpError::FailedDependency {
                        0: __error,
                    }
                }
                425 => HttpError::TooEarly { 0: __error },
                426 => {
                    HttpError::UpgradeRequired {
                        0: __error,
                    }
                }
                428 => {
                    HttpError::PreconditionRequired {
                        0: __error,
                    }
                }
                429 => {
                    HttpError::TooManyRequests {
                        0: __error,
                    }
                }
                431 => {
                    HttpError::RequestHeaderFieldsTooLarge {
                        0: __error,
                    }
                }
                451 => {
                    HttpError::UnavailableForLegalReasons {
                        0: __error,
                    }
                }
                501 => {
                    HttpError::NotImplemented {
                        0: __error,
                    }
                }
                502 => {
                    HttpError::BadGateway {
                        0: __error,
                    }
                }
                503 => {
                    HttpError::ServiceUnavailable {
                        0: __error,
                    }
                }
                504 => {
                    HttpError::GatewayTimeout {
                        0: __error,
                    }
                }
                505 => {
                    HttpError::HttpVersionNotSupported {
                        0: __error,
                    }
                }
                506 => {
                    HttpError::VariantAlsoNegotiates {
                        0: __error,
                    }
                }
                507 => {
                    HttpError::InsufficientStorage {
                        0: __error,
                    }
                }
                508 => {
                    HttpError::LoopDetected {
                        0: __error,
                    }
                }
                510 => {
                    HttpError::NotExtended {
                        0: __error,
                    }
                }
                511 => {
                    HttpError::NetworkAuthenticationRequired {
                        0: __error,
                    }
                }
                500..=599 => {
                    HttpError::InternalServerError {
                        0: __error,
                    }
                }
                _ => {
                    HttpError::BadRequest {
                        0: __error,
                    }
                }
            }
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<__e::FrameworkError> for __e::Box<HttpError> {
        #[inline]
        fn from(__error: __e::FrameworkError) -> Self {
            __e::Box::new(HttpError::from(__error))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for HttpError {
        fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __e::debug_http_error(self, __f)
        }
    }
    #[automatically_derived]
    impl __e::ApiError for HttpError {
        fn spec(&self) -> &'static __e::ErrorSpec {
            &__ROWS[match self {
                HttpError::BadRequest { .. } => 0,
                HttpError::Unauthorized { .. } => 1,
                HttpError::PaymentRequired { .. } => 2,
                HttpError::Forbidden { .. } => 3,
                HttpError::NotFound { .. } => 4,
                HttpError::MethodNotAllowed { .. } => 5,
                HttpError::NotAcceptable { .. } => 6,
                HttpError::ProxyAuthenticationRequired { .. } => 7,
                HttpError::RequestTimeout { .. } => 8,
                HttpError::Conflict { .. } => 9,
                HttpError::Gone { .. } => 10,
                HttpError::LengthRequired { .. } => 11,
                HttpError::PreconditionFailed { .. } => 12,
                HttpError::PayloadTooLarge { .. } => 13,
                HttpError::UriTooLong { .. } => 14,
                HttpError::UnsupportedMediaType { .. } => 15,
                HttpError::RangeNotSatisfiable { .. } => 16,
                HttpError::ExpectationFailed { .. } => 17,
                HttpError::MisdirectedRequest { .. } => 18,
                HttpError::UnprocessableEntity { .. } => 19,
                HttpError::Locked { .. } => 20,
                HttpError::FailedDependency { .. } => 21,
                HttpError::TooEarly { .. } => 22,
                HttpError::UpgradeRequired { .. } => 23,
                HttpError::PreconditionRequired { .. } => 24,
                HttpError::TooManyRequests { .. } => 25,
                HttpError::RequestHeaderFieldsTooLarge { .. } => 26,
                HttpError::UnavailableForLegalReasons { .. } => 27,
                HttpError::InternalServerError { .. } => 28,
                HttpError::NotImplemented { .. } => 29,
                HttpError::BadGateway { .. } => 30,
                HttpError::ServiceUnavailable { .. } => 31,
                HttpError::GatewayTimeout { .. } => 32,
                HttpError::HttpVersionNotSupported { .. } => 33,
                HttpError::VariantAlsoNegotiates { .. } => 34,
                HttpError::InsufficientStorage { .. } => 35,
                HttpError::LoopDetected { .. } => 36,
                HttpError::NotExtended { .. } => 37,
                HttpError::NetworkAuthenticationRequired { .. } => 38,
            }]
        }
        fn write_hole(
            &self,
            _: ::core::primitive::usize,
            __writer: &mut __e::MessageWriter<'_>,
        ) {
            __e::write_rejection_text(self, __writer)
        }
        fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>) {
            __e::write_rejected_fields(self, __writer)
        }
    }
    const _: () = __e::check_set(<HttpError as __e::ErrorSet>::ERRORS);
    __e::impl_adapters! {
        {} { HttpError } {}
    }
};
