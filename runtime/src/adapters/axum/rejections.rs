//! The rejections of axum's extractors, and the response for any `FrameworkError`.

use std::error::Error;

use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FailedToBufferBody, FailedToDeserializeForm,
    FailedToDeserializeFormBody, FailedToDeserializePathParams, FailedToDeserializeQueryString,
    FormRejection, InvalidFormContentType, InvalidUtf8, InvalidUtf8InPathParam, JsonDataError,
    JsonRejection, JsonSyntaxError, LengthLimitError, MatchedPathMissing, MatchedPathRejection,
    MissingExtension, MissingJsonContentType, MissingPathParams, NestedPathRejection,
    PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection, StringRejection,
    UnknownBodyError,
};
use axum_core::body::Body;
use axum_core::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

use super::path;
use crate::framework::{FrameworkError, Note, Part, Refusal, Told};

impl FrameworkError {
    /// The rejection of an extractor that errorbook does not know, such as those of `axum-extra`: its status, the headers
    /// of its response, and its texts for logs. For axum's own extractors there is `From`.
    ///
    /// Nothing of the rejection's text is public. If it was caused by an error of `serde_path_to_error` and has status 400
    /// or 422, [`fields`](Self::fields) has the field.
    ///
    /// ```
    /// use axum::response::IntoResponse;
    /// use errorbook::{FrameworkError, FrameworkErrorKind};
    /// use http::{HeaderMap, StatusCode};
    ///
    /// // What an extractor of another crate rejects requests with.
    /// #[derive(Debug)]
    /// struct UpgradeRequired;
    ///
    /// # impl std::fmt::Display for UpgradeRequired {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    /// #         f.write_str("`Upgrade` is not `websocket`")
    /// #     }
    /// # }
    /// # impl std::error::Error for UpgradeRequired {}
    /// impl IntoResponse for UpgradeRequired {
    ///     fn into_response(self) -> axum::response::Response {
    ///         (StatusCode::UPGRADE_REQUIRED, [("upgrade", "websocket")], self.to_string()).into_response()
    ///     }
    /// }
    ///
    /// let error = FrameworkError::rejected(UpgradeRequired);
    /// assert_eq!(error.status(), 426);
    /// assert_eq!(error.kind(), FrameworkErrorKind::Rejection);
    /// assert_eq!(error.text(), None);
    /// assert_eq!(error.to_string(), "426 Upgrade Required: `Upgrade` is not `websocket`");
    /// assert_eq!(error.into_response().headers()["upgrade"], "websocket");
    /// ```
    #[must_use]
    pub fn rejected<R>(rejection: R) -> Self
    where
        R: IntoResponse + Error + Send + Sync + 'static,
    {
        let refusal = Refusal::in_chain(&rejection, Part::Request, None);
        let told = Told::of(&rejection);
        let (mut response, _) = rejection.into_response().into_parts();
        // A rejection that is one of ours, or has one inside.
        if let Some(error) = response.extensions.remove::<FrameworkError>() {
            return error;
        }
        let is_about_data = matches!(
            response.status,
            StatusCode::BAD_REQUEST | StatusCode::UNPROCESSABLE_ENTITY
        );
        let refusal = refusal.filter(|_| is_about_data);
        FrameworkError::refused(response.status, refusal, told).with_headers(response.headers)
    }
}

/// The response for an extractor's rejection: its status, and as plain text what is public of it, or else the status's
/// reason phrase.
///
/// This is what clients get where no `ErrorLayer` is in effect. The response carries the error in its extensions, so
/// that the layer answers in the service's envelope instead.
///
/// ```
/// use axum::body::to_bytes;
/// use axum::response::IntoResponse;
/// use errorbook::FrameworkError;
/// use http::StatusCode;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let response = FrameworkError::new(StatusCode::SERVICE_UNAVAILABLE).into_response();
/// assert_eq!(response.status(), 503);
/// assert_eq!(response.headers()["content-type"], "text/plain; charset=utf-8");
/// assert!(response.extensions().get::<FrameworkError>().is_some());
/// assert_eq!(to_bytes(response.into_body(), 100).await.unwrap(), "Service Unavailable");
/// # }
/// ```
impl IntoResponse for FrameworkError {
    fn into_response(self) -> Response {
        let status = self.status();
        let text = self.text().or(status.canonical_reason()).unwrap_or("Error");
        let mut response = Response::new(Body::from(text.to_owned()));
        *response.status_mut() = status;
        response.headers_mut().clone_from(self.headers());
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/plain; charset=utf-8"),
        );
        response.extensions_mut().insert(self);
        response
    }
}

/// A rejection whose type is known.
pub(crate) trait Rejection: Error + Send + Sync + Sized + 'static {
    fn status(&self) -> StatusCode;

    /// What is public of it. A note is of the deserialization that failed.
    fn refusal(&self, note: Option<Note>) -> Option<Refusal>;

    /// The error, if the value was [`Watched`](crate::framework::Watched).
    fn watched(self) -> FrameworkError {
        FrameworkError::refused(self.status(), self.refusal(Note::take()), self)
    }
}

macro_rules! rejections {
    ($($rejection:ident: |$value:pat_param, $note:pat_param| $refusal:expr,)+) => {
        $(
            impl Rejection for $rejection {
                fn status(&self) -> StatusCode {
                    $rejection::status(self)
                }

                fn refusal(&self, $note: Option<Note>) -> Option<Refusal> {
                    let $value = self;
                    $refusal
                }
            }

            impl From<$rejection> for FrameworkError {
                fn from(rejection: $rejection) -> Self {
                    FrameworkError::refused(Rejection::status(&rejection), rejection.refusal(None), rejection)
                }
            }
        )+
    };
}

/// A rejection that is one of several.
macro_rules! composed {
    ($($rejection:ident: $($variant:ident)|+,)+) => {
        rejections! {
            $($rejection: |rejection, note| match rejection {
                $($rejection::$variant(rejection) => rejection.refusal(note),)+
                _ => None,
            },)+
        }
    };
}

rejections! {
    MissingJsonContentType: |_, _| said("The request must have the content type application/json."),
    JsonSyntaxError: |error, note| Refusal::in_chain(error, Part::Body, note),
    JsonDataError: |error, note| Refusal::in_chain(error, Part::Body, note),
    InvalidFormContentType: |_, _| said("The request must have the content type application/x-www-form-urlencoded."),
    FailedToDeserializeForm: |error, note| Refusal::in_chain(error, Part::Form, note),
    FailedToDeserializeFormBody: |error, note| Refusal::in_chain(error, Part::Form, note),
    FailedToDeserializeQueryString: |error, note| Refusal::in_chain(error, Part::Query, note),
    FailedToDeserializePathParams: |error, note| path::refusal(error.kind(), None, note),
    LengthLimitError: |_, _| said("The request body is too large."),
    UnknownBodyError: |_, _| said("The request body could not be read."),
    InvalidUtf8: |_, _| said("The request body is not valid UTF-8."),
    InvalidUtf8InPathParam: |error, _| Some(path::not_utf8(path::key_of(error))),
    // Mistakes of the service, all with status 500.
    MatchedPathMissing: |_, _| None,
    MissingExtension: |_, _| None,
    MissingPathParams: |_, _| None,
    NestedPathRejection: |_, _| None,
}

composed! {
    BytesRejection: FailedToBufferBody,
    ExtensionRejection: MissingExtension,
    FailedToBufferBody: LengthLimitError | UnknownBodyError,
    FormRejection: InvalidFormContentType | FailedToDeserializeForm | FailedToDeserializeFormBody | BytesRejection,
    JsonRejection: JsonDataError | JsonSyntaxError | MissingJsonContentType | BytesRejection,
    MatchedPathRejection: MatchedPathMissing,
    PathRejection: FailedToDeserializePathParams | MissingPathParams,
    QueryRejection: FailedToDeserializeQueryString,
    RawFormRejection: InvalidFormContentType | BytesRejection,
    RawPathParamsRejection: InvalidUtf8InPathParam | MissingPathParams,
    StringRejection: FailedToBufferBody | InvalidUtf8,
}

#[allow(clippy::unnecessary_wraps, reason = "each rejection has an `Option`")]
fn said(text: &'static str) -> Option<Refusal> {
    Some(Refusal::text(text))
}

/// `From` for what each extractor of axum rejects requests with, also for a `Box` of the type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum_rejections {
    ($generics:tt $type:tt $where:tt) => {
        $crate::__impl_axum_rejections! {
            $generics $type $where
            BytesRejection ExtensionRejection FormRejection JsonRejection MatchedPathRejection NestedPathRejection
            PathRejection QueryRejection RawFormRejection RawPathParamsRejection StringRejection
        }
    };
    ($generics:tt $type:tt $where:tt $($rejection:ident)+) => {
        $( $crate::__impl_axum_rejections! { @ $generics $type $where $rejection } )+
    };
    (@ {$($generics:tt)*} {$type:ty} {$($where:tt)*} $rejection:ident) => {
        #[automatically_derived]
        impl $($generics)* ::core::convert::From<$crate::__private::rejection::$rejection> for $type $($where)* {
            fn from(rejection: $crate::__private::rejection::$rejection) -> Self {
                Self::from($crate::FrameworkError::from(rejection))
            }
        }

        #[automatically_derived]
        impl $($generics)* ::core::convert::From<$crate::__private::rejection::$rejection>
            for $crate::__private::Box<$type>
        $($where)*
        {
            fn from(rejection: $crate::__private::rejection::$rejection) -> Self {
                Self::new(<$type>::from($crate::FrameworkError::from(rejection)))
            }
        }
    };
}
