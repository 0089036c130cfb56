//! Extractors that validate what another one read.

use std::ops::{Deref, DerefMut};

use axum_core::extract::{FromRequest, FromRequestParts, Request};
use http::request::Parts;

use crate::framework::FrameworkError;

macro_rules! valid {
    ($(#[$doc:meta])* $validate:path, |$value:ident| $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[must_use]
        pub struct Valid<E>(pub E);

        impl<E, S> FromRequest<S> for Valid<E>
        where
            E: FromRequest<S> + Deref<Target: $validate>,
            FrameworkError: From<E::Rejection>,
            S: Send + Sync,
        {
            type Rejection = FrameworkError;

            async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                let read = E::from_request(request, state).await?;
                check(&read)?;
                Ok(Valid(read))
            }
        }

        impl<E, S> FromRequestParts<S> for Valid<E>
        where
            E: FromRequestParts<S> + Deref<Target: $validate>,
            FrameworkError: From<E::Rejection>,
            S: Send + Sync,
        {
            type Rejection = FrameworkError;

            async fn from_request_parts(
                parts: &mut Parts,
                state: &S,
            ) -> Result<Self, FrameworkError> {
                let read = E::from_request_parts(parts, state).await?;
                check(&read)?;
                Ok(Valid(read))
            }
        }

        pub(super) fn check<E: Deref<Target: $validate>>(read: &E) -> Result<(), FrameworkError> {
            let $value = &**read;
            $check.map_err(FrameworkError::from)
        }

        reads_like_what_it_holds!();
    };
}

/// A [`Valid`] gives access to the extractor in it.
macro_rules! reads_like_what_it_holds {
    () => {
        impl<E> Deref for Valid<E> {
            type Target = E;

            fn deref(&self) -> &E {
                &self.0
            }
        }

        impl<E> DerefMut for Valid<E> {
            fn deref_mut(&mut self) -> &mut E {
                &mut self.0
            }
        }
    };
}

/// For types that implement garde's `Validate`.
#[cfg(feature = "garde")]
pub mod garde {
    use super::{Deref, DerefMut, FrameworkError, FromRequest, FromRequestParts, Parts, Request};

    valid! {
        /// What another extractor read, if garde finds it valid.
        ///
        /// `E` is any extractor with [`Deref`] to what it read, such as [`Json`](crate::extract::Json),
        /// [`Query`](crate::extract::Query), [`Form`](crate::extract::Form), [`Path`](crate::extract::Path) or axum's own. A
        /// request that is not valid is refused with a [`FrameworkError`]: with status 422, the text `The request is not valid`,
        /// and the fields.
        ///
        /// ```
        /// use axum::{Router, routing::post};
        /// use errorbook::FrameworkError;
        /// use errorbook::extract::Json;
        /// use errorbook::extract::garde::Valid;
        /// use garde::Validate;
        /// use serde::Deserialize;
        ///
        /// #[derive(Deserialize, Validate)]
        /// struct Claim {
        ///     #[garde(length(min = 1, max = 2000))]
        ///     text: String,
        /// }
        ///
        /// async fn verify(Valid(Json(claim)): Valid<Json<Claim>>) -> String {
        ///     claim.text
        /// }
        ///
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() {
        /// # use tower_service::Service;
        /// let mut app: Router = Router::new().route("/verify", post(verify));
        /// let request = axum::extract::Request::post("/verify")
        ///     .header("content-type", "application/json")
        ///     .body(axum::body::Body::from(r#"{"text": ""}"#))
        ///     .unwrap();
        /// let response = app.call(request).await.unwrap();
        /// assert_eq!(response.status(), 422);
        ///
        /// let error: &FrameworkError = response.extensions().get().unwrap();
        /// assert_eq!(error.fields().to_string(), "text: length is lower than 1");
        /// # }
        /// ```
        ///
        /// If garde needs a context, validate in the handler. The error is the same:
        ///
        /// ```
        /// use axum::extract::State;
        /// use errorbook::FrameworkError;
        /// use errorbook::extract::Json;
        /// use garde::Validate;
        /// # use serde::Deserialize;
        ///
        /// #[derive(Clone)]
        /// struct Limits {
        ///     letters: usize,
        /// }
        ///
        /// #[derive(Deserialize, Validate)]
        /// #[garde(context(Limits as ctx))]
        /// struct Claim {
        ///     #[garde(length(max = ctx.letters))]
        ///     text: String,
        /// }
        ///
        /// async fn verify(
        ///     State(limits): State<Limits>,
        ///     Json(claim): Json<Claim>,
        /// ) -> Result<String, FrameworkError> {
        ///     claim.validate_with(&limits)?;
        ///     Ok(claim.text)
        /// }
        /// # let _: axum::Router = axum::Router::new()
        /// #     .route("/", axum::routing::post(verify))
        /// #     .with_state(Limits { letters: 7 });
        /// ```
        ::garde::Validate<Context = ()>, |value| ::garde::Validate::validate(value)
    }
}

/// For types that implement validator's `Validate`.
#[cfg(feature = "validator")]
pub mod validator {
    use super::{Deref, DerefMut, FrameworkError, FromRequest, FromRequestParts, Parts, Request};

    valid! {
        /// What another extractor read, if validator finds it valid.
        ///
        /// `E` is any extractor with [`Deref`] to what it read, such as [`Json`](crate::extract::Json),
        /// [`Query`](crate::extract::Query), [`Form`](crate::extract::Form), [`Path`](crate::extract::Path) or axum's own. A
        /// request that is not valid is refused with a [`FrameworkError`]: with status 422, the text `The request is not valid`,
        /// and the fields.
        ///
        /// ```
        /// use axum::{Router, routing::get};
        /// use errorbook::FrameworkError;
        /// use errorbook::extract::Query;
        /// use errorbook::extract::validator::Valid;
        /// use serde::Deserialize;
        /// use validator::Validate;
        ///
        /// #[derive(Deserialize, Validate)]
        /// struct Page {
        ///     #[validate(range(min = 1, max = 100))]
        ///     limit: u32,
        /// }
        ///
        /// async fn list(Valid(Query(page)): Valid<Query<Page>>) -> String {
        ///     page.limit.to_string()
        /// }
        ///
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() {
        /// # use tower_service::Service;
        /// let mut app: Router = Router::new().route("/claims", get(list));
        /// let request = axum::extract::Request::get("/claims?limit=300")
        ///     .body(axum::body::Body::empty())
        ///     .unwrap();
        /// let response = app.call(request).await.unwrap();
        /// assert_eq!(response.status(), 422);
        ///
        /// let error: &FrameworkError = response.extensions().get().unwrap();
        /// assert_eq!(
        ///     error.fields().to_string(),
        ///     "limit: The value must be at least 1 and at most 100"
        /// );
        /// # }
        /// ```
        ///
        /// If validator needs arguments, validate in the handler with `validate_with_args(..)?`. `FrameworkError` is made of the
        /// errors.
        ::validator::Validate, |value| ::validator::Validate::validate(value)
    }
}

/// For types that implement either `Validate`.
#[cfg(all(feature = "garde", feature = "validator"))]
pub(super) mod either {
    use super::{Deref, DerefMut, FrameworkError, FromRequest, FromRequestParts, Request};

    /// What another extractor read, if garde or validator finds it valid.
    ///
    /// The compiler sees which of the two the type implements. This works for the last argument of a handler. For other
    /// arguments, and for `Result<Valid<_>, _>`, name the crate: [`extract::garde::Valid`](crate::extract::garde::Valid),
    /// [`extract::validator::Valid`](crate::extract::validator::Valid). If only one of the two features is on, `extract::Valid`
    /// is the one of that crate, and works everywhere.
    ///
    /// ```
    /// use axum::{Router, routing::post};
    /// use errorbook::extract::{Json, Valid};
    /// use serde::Deserialize;
    ///
    /// #[derive(Deserialize, garde::Validate)]
    /// struct Claim {
    ///     #[garde(length(max = 2000))]
    ///     text: String,
    /// }
    ///
    /// #[derive(Deserialize, validator::Validate)]
    /// struct Vote {
    ///     #[validate(range(max = 5))]
    ///     stars: u8,
    /// }
    ///
    /// async fn verify(Valid(Json(claim)): Valid<Json<Claim>>) -> String {
    ///     claim.text
    /// }
    ///
    /// async fn vote(Valid(Json(vote)): Valid<Json<Vote>>) -> String {
    ///     vote.stars.to_string()
    /// }
    ///
    /// let app: Router = Router::new()
    ///     .route("/verify", post(verify))
    ///     .route("/vote", post(vote));
    /// ```
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    #[must_use]
    pub struct Valid<E>(pub E);

    reads_like_what_it_holds!();

    /// Tells apart the impls of `FromRequest`, as axum does for extractors of a whole request and of its head.
    pub struct Body<C>(C);
    /// As [`Body`], for extractors of the head.
    pub struct Head<C>(C);
    pub struct ByGarde;
    pub struct ByValidator;

    macro_rules! by {
        ($by:ident, $crate_name:ident, $validate:path) => {
            impl<E, S> FromRequest<S, Body<$by>> for Valid<E>
            where
                E: FromRequest<S> + Deref<Target: $validate>,
                FrameworkError: From<E::Rejection>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                    let read = E::from_request(request, state).await?;
                    super::$crate_name::check(&read)?;
                    Ok(Valid(read))
                }
            }

            impl<E, S> FromRequest<S, Head<$by>> for Valid<E>
            where
                E: FromRequestParts<S> + Deref<Target: $validate>,
                FrameworkError: From<E::Rejection>,
                S: Send + Sync,
            {
                type Rejection = FrameworkError;

                async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
                    let (mut parts, _) = request.into_parts();
                    let read = E::from_request_parts(&mut parts, state).await?;
                    super::$crate_name::check(&read)?;
                    Ok(Valid(read))
                }
            }
        };
    }

    by!(ByGarde, garde, ::garde::Validate<Context = ()>);
    by!(ByValidator, validator, ::validator::Validate);
}
