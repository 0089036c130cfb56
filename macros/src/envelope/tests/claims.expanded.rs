/// The error body of the claims API.
#[::core::prelude::v1::derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::fmt::Debug,
)]
pub enum Claims {}
#[automatically_derived]
impl ::errorbook::__private::Envelope for Claims {
    const SHAPE: &'static ::errorbook::__private::Shape = {
        static __SHAPE: ::errorbook::__private::Shape = ::errorbook::__private::Shape::template(
            ::core::concat!(::core::module_path!(), "::Claims"),
            ::core::concat!(
                ::core::file!(), ":", ::core::line!(), ":", ::core::column!()
            ),
            "application/json",
            &[
                ::errorbook::__private::BoundHeader {
                    name: "x-error-code",
                    value: &[
                        ::errorbook::__private::Piece::Slot(
                            ::errorbook::__private::Slot::Code,
                        ),
                    ],
                },
                ::errorbook::__private::BoundHeader {
                    name: "x-wait",
                    value: &[
                        ::errorbook::__private::Piece::Slot(
                            ::errorbook::__private::Slot::RetryAfter,
                        ),
                        ::errorbook::__private::Piece::Literal("s"),
                    ],
                },
            ],
            ::errorbook::__private::Template {
                root: ::errorbook::__private::Node::Object(
                    &[
                        ::errorbook::__private::Member::Entry {
                            key: ::errorbook::__private::Key::Name("error"),
                            optional: false,
                            value: ::errorbook::__private::Node::Object(
                                &[
                                    ::errorbook::__private::Member::Entry {
                                        key: ::errorbook::__private::Key::Name("code"),
                                        optional: false,
                                        value: ::errorbook::__private::Node::Slot(
                                            ::errorbook::__private::Slot::Code,
                                        ),
                                    },
                                    ::errorbook::__private::Member::Entry {
                                        key: ::errorbook::__private::Key::Name("details"),
                                        optional: true,
                                        value: ::errorbook::__private::Node::Slot(
                                            ::errorbook::__private::Slot::Details,
                                        ),
                                    },
                                    ::errorbook::__private::Member::Entry {
                                        key: ::errorbook::__private::Key::Name("facts"),
                                        optional: false,
                                        value: ::errorbook::__private::Node::Array(
                                            &[
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Literal("-1.5e3"),
                                                },
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Literal("true"),
                                                },
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Literal("null"),
                                                },
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Literal(
                                                        "\"say \\\"no\\\"\"",
                                                    ),
                                                },
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Text(
                                                        &[
                                                            ::errorbook::__private::Piece::Literal("text { "),
                                                            ::errorbook::__private::Piece::Slot(
                                                                ::errorbook::__private::Slot::Status,
                                                            ),
                                                            ::errorbook::__private::Piece::Literal(" }"),
                                                        ],
                                                    ),
                                                },
                                            ],
                                        ),
                                    },
                                    ::errorbook::__private::Member::Entry {
                                        key: ::errorbook::__private::Key::Name("list"),
                                        optional: true,
                                        value: ::errorbook::__private::Node::Array(
                                            &[
                                                ::errorbook::__private::Element {
                                                    optional: false,
                                                    value: ::errorbook::__private::Node::Object(
                                                        &[
                                                            ::errorbook::__private::Member::Entry {
                                                                key: ::errorbook::__private::Key::Name("a"),
                                                                optional: false,
                                                                value: ::errorbook::__private::Node::Slot(
                                                                    ::errorbook::__private::Slot::Title,
                                                                ),
                                                            },
                                                        ],
                                                    ),
                                                },
                                                ::errorbook::__private::Element {
                                                    optional: true,
                                                    value: ::errorbook::__private::Node::Slot(
                                                        ::errorbook::__private::Slot::Docs,
                                                    ),
                                                },
                                            ],
                                        ),
                                    },
                                    ::errorbook::__private::Member::Entry {
                                        key: ::errorbook::__private::Key::Slot(
                                            ::errorbook::__private::Slot::Category,
                                        ),
                                        optional: false,
                                        value: ::errorbook::__private::Node::Slot(
                                            ::errorbook::__private::Slot::Message,
                                        ),
                                    },
                                    ::errorbook::__private::Member::SpreadDetails,
                                ],
                            ),
                        },
                    ],
                ),
                fields: ::errorbook::__private::FieldStyle::DEFAULT,
                hash: 15844031637222818226u64,
                needs_category: true,
                has_slot_as_key: true,
            },
        );
        &__SHAPE
    };
    const BESIDE_DETAILS: ::core::primitive::u64 = 4503805785800706u64;
}
