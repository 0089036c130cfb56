//! Envelopes of every sort: as many as APIs in the wild have kinds of bodies, and as many again that
//! `build.rs` wrote by chance.

use std::sync::OnceLock;

use bytes::Bytes;
use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Context, ErrorObject, Problem, envelope, render_as};
use http::Response;
use serde_json::Value;

use super::declared::{Rich, Sparse};
use super::schema::documents;
use super::template::Template;

/// An envelope, and what can be done with it.
pub struct Shape {
    /// Its name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What was written, the outer braces included.
    text: &'static str,
    /// Renders in it.
    pub render: fn(&dyn ApiError, &Context) -> Response<Bytes>,
    /// The documents of errors that have everything, and of those that have nothing.
    pub documents: [fn(OpenApi) -> (Value, Value); 2],
}

/// All of them, each with its text read.
pub fn all() -> &'static [(&'static Shape, Template)] {
    static ALL: OnceLock<Vec<(&'static Shape, Template)>> = OnceLock::new();
    ALL.get_or_init(|| {
        [SHIPPED, KNOWN, RANDOM]
            .into_iter()
            .flatten()
            .map(|shape| (shape, Template::read(shape.text)))
            .collect()
    })
}

macro_rules! shape {
    ($name:ident, $media_type:literal, $body:tt) => {
        Shape {
            name: stringify!($name),
            media_type: $media_type,
            text: stringify!($body),
            render: render_as::<$name>,
            documents: [documents::<Rich<$name>>, documents::<Sparse<$name>>],
        }
    };
}

macro_rules! shapes {
    ($list:ident: $($name:ident: $media_type:literal $body:tt)*) => {
        $(envelope! {
            /// An envelope under test.
            pub $name: $media_type $body
        })*

        static $list: &[Shape] = &[$(shape!($name, $media_type, $body)),*];
    };
}

/// What the shipped ones are documented as.
static SHIPPED: &[Shape] = &[
    shape!(Problem, "application/problem+json", {
        "type"?: type,
        "title": title,
        "status": status,
        "detail": message,
        "instance"?: instance,
        "code": code,
        ..details
    }),
    shape!(ErrorObject, "application/json", {
        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "docs"?: docs,
            "request_id"?: request_id,
        }
    }),
];

shapes! {
    KNOWN:
    Claims: "application/json" {
        "error": {
            "code": code, "message": message, "details"?: details, "docs"?: docs,
            "request_id"?: request_id,
        }
    }
    Stripe: "application/json" {
        "error": {
            "type"?: category, "code": code, "message": message, "doc_url"?: docs,
            "request_log_url"?: "https://dash.example.com/logs/{request_id}", ..details
        }
    }
    GitHub: "application/vnd.github+json; charset=utf-8" {
        header "X-GitHub-Request-Id" = request_id;
        "message": message, "errors"?: details, "documentation_url": docs, "status": "{status}"
    }
    Google: "application/json" {
        "error": {
            "code": status, "status": code, "message": message,
            "details": [
                {"@type": "ErrorInfo", "reason": code, "domain": "example.com", "metadata": details}?,
                {"@type": "RetryInfo", "retryDelay": "{retry_after}s"}?,
                {"@type": "RequestInfo", "requestId": request_id}?,
                {"@type": "Help", "links": [{"url": docs}]}?,
            ]
        }
    }
    Salesforce: "application/json" [
        {"errorCode": code, "message": message, "fields": []},
        null, true, -1.5e3, "\"{{{title}}}\"\n", {}
    ]
    Twilio: "application/json" {
        "code": code, "message": message, "more_info": docs, "status": status
    }
    Slack: "application/json" {"ok": false, "error": code, "detail"?: summary}
    JsonApi: "application/vnd.api+json" {
        "errors": [{
            "id"?: request_id, "status": "{status}", "code": "{code}", "title": title,
            "detail": message, "links"?: {"about": docs}, "meta"?: details
        }]
    }
    JsonRpc: "application/json" {
        "jsonrpc": "2.0", "error": {"code": code, "message": message, "data"?: details}, "id": request_id
    }
    GraphQl: "application/json" {
        "data": null,
        "errors": [{"message": message, "extensions": {"code": code, "details"?: details, ..details}}]
    }
    OData: "application/json" {
        "error": {
            "code": "{code}", "message": message, "target"?: instance,
            "innererror"?: {"trace": request_id, "date": timestamp}
        }
    }
    Aws: "application/x-amz-json-1.1" {
        header "x-amzn-ErrorType" = code;
        header "x-amzn-RequestId" = request_id;
        "__type": code, "message": message
    }
    Laravel: "application/json" {"message": message, "errors": details}
    Spring: "application/json" {
        "timestamp": timestamp, "status": status, "error": title, "message": message, "path": instance
    }
    OAuth: "application/json;charset=UTF-8" {
        header "Pragma" = "no-cache";
        "error": code, "error_description"?: summary, "error_uri"?: docs
    }
    Elastic: "application/json" {
        "error": {
            "root_cause": [{"type": code, "reason": message}], "type": code, "reason": message
        },
        "status": status
    }
    Keyed: "application/json" {
        "success": false,
        "message": message,
        "errors": {(category)?: {(code): {"reason"?: summary, "details"?: details}}},
    }
    ByStatus: "application/json" {(status): {(title): message, "wait"?: retry_after}, (code): null}
    Bare: "application/json" {}
    Empty: "application/json" []
    Constant: "application/json" {"error": true, "list": [1, 2.5, "three", {"four": null}]}
    Nothing: "application/json" ["no slot at all"?, {"a"?: 1}?]
    Slots: "application/json" {
        "values": [
            status, code, title, summary, message, details, type, docs, category, request_id, instance,
            retryable, retry_after, timestamp, context.tenant, context.region, context.unset
        ],
        "text": "{status}|{code}|{title}|{summary}|{message}|{type}|{docs}|{category}|{request_id}|{instance}|{retryable}|{retry_after}|{timestamp}|{context.tenant}|{context.unset}"
    }
    Optional: "application/json" {
        "status"?: status, "code"?: code, "title"?: title, "summary"?: summary, "message"?: message,
        "details"?: details, "type"?: type, "docs"?: docs, "category"?: category, "request_id"?: request_id,
        "instance"?: instance, "retryable"?: retryable, "retry_after"?: retry_after,
        "timestamp"?: timestamp, "tenant"?: context.tenant, "unset"?: context.unset
    }
    OptionalItems: "application/json" [
        status?, code?, title?, summary?, message?, details?, type?, docs?, category?, request_id?, instance?,
        retryable?, retry_after?, timestamp?, context.tenant?, context.unset?, "{context.region}"?
    ]
    Deep: "application/json" {
        "first"?: request_id,
        "second"?: {"id": request_id, "path"?: instance},
        "third"?: {"path"?: instance},
        "fourth"?: ["{request_id}-{instance}", "x"],
        "list": [request_id?, [instance?, details?]?, {"id"?: request_id}, "always"?],
        "fifth"?: {"a": {"b": {"c": [details, [docs]]}}},
        "last"?: instance,
    }
    SpreadFirst: "application/json" {..details, "code": code, "errors"?: summary}
    SpreadAlone: "application/json" {..details}
    SpreadBetween: "application/json" {
        "a"?: request_id, ..details, "b"?: instance, "inner": {..details, "code": "mine"}
    }
    SpreadInArray: "application/json" [{..details}, {"x"?: docs, ..details}?, [{..details}]]
    Bound: "application/json" {
        header "X-Error-Code" = code;
        header "X-Message" = message;
        header "X-Category" = "{category}/{status}";
        header "X-Team" = "{title}: {summary}";
        header "Cache-Control" = "private";
        header "X-Id" = "id {request_id} at {instance}";
        header "X-Tenant" = context.tenant;
        header "X-Unset" = context.unset;
        header "X-Time" = timestamp;
        header "X-Wait" = "{retry_after}s, {retryable}";
        header "X-Title" = title;
        header "X-Docs" = docs;
        header "X-Type" = type;
        header "Warning" = "199 - {category}";
        header "Warning" = "199 - {message}";
        header "Vary" = "{code}";
        header "Link" = "<{instance}>; rel=\"about\"";
        header "Link" = "<https://example.com>; rel=\"help\"";
        "code": code,
    }
    Dotted: "application/json" {
        fields = dotted;
        header "X-Error-Code" = code;
        "code": code, "details"?: details, "inner": {..details}
    }
    Pointers: "application/problem+json" {
        header "X-Error-Code" = code;
        fields = pointer;
        "code": code, ..details, "list": [details?]
    }
    Bracketed: "application/json" [fields = bracketed; details]
    Awkward: "application/json" {
        "": "", "\"": "\"{message}\"", "\\\n\u{0}": "\\{request_id}\u{1f600}", "{{}}": "{{{code}}}",
        "é": ["{docs}{docs}", "{message}{message}"]
    }
}

include!(concat!(env!("OUT_DIR"), "/random_shapes.rs"));
