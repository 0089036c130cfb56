//! What the page says of wrong places of the layer.

use axum::{Router, routing::get};
use tower::ServiceExt;

use super::declarations::{CATALOG, ClaimError};

async fn content_type(app: Router, path: &str) -> Option<String> {
    let response = app.oneshot(super::get(path)).await.unwrap();
    assert_eq!(response.status(), 404);
    let value = response.headers().get("content-type")?;
    Some(value.to_str().unwrap().to_owned())
}

#[tokio::test]
async fn a_route_layer_and_a_nested_layer_do_not_see_unknown_paths() {
    let layer = CATALOG.layer::<ClaimError>();
    let routes = Router::new().route("/claims", get(async || "[]"));
    let in_envelope = Some("application/json".to_owned());

    let app = routes.clone().layer(layer.clone());
    assert_eq!(content_type(app.clone(), "/claim").await, in_envelope);

    let app = routes.clone().route_layer(layer.clone());
    assert_eq!(content_type(app, "/claim").await, None);

    let nested = Router::new().nest("/v1", routes.clone().layer(layer.clone()));
    assert_eq!(content_type(nested, "/v1/claim").await, None);

    let nested = Router::new().nest("/v1", routes).layer(layer);
    assert_eq!(content_type(nested, "/v1/claim").await, in_envelope);
}
