// The page shows this.
use axum::http::request::Parts;
use axum::{Router, routing::get};
use errorbook::{ApiError, Catalog, Context, ErrorSet, envelope, http_errors};

envelope! {
    /// A body with the tenant of the request.
    pub Tenants: "application/json" {
        "code": code,
        "message": message,
        "tenant"?: context.tenant,
    }
}

http_errors! {
    /// The errors of axum and the middleware.
    pub TenantHttpError: envelope = Tenants;
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Tenants)]
enum TenantError {
    #[api_error(transparent, framework)]
    Http(TenantHttpError),
}

static TENANTS: Catalog = Catalog::new("Claims API", "1.0.0", &[TenantError::ERRORS]);

fn add_tenant(head: &Parts, context: Context) -> Context {
    match head
        .headers
        .get("x-tenant")
        .and_then(|tenant| tenant.to_str().ok())
    {
        Some(tenant) => context.with_value("tenant", tenant.to_owned()),
        None => context,
    }
}

fn app() -> Router {
    Router::new()
        .route("/claims", get(async || "[]"))
        .layer(TENANTS.layer::<TenantError>().context(add_tenant))
}
// The page ends here.

#[tokio::test]
async fn a_body_can_have_values_of_the_service() {
    let section = super::section("Values of the context", include_str!("context_values.rs"));
    let mut request = super::get("/claim");
    request
        .headers_mut()
        .insert("x-tenant", "acme".try_into().unwrap());
    super::assert_answers(section, app(), vec![request]).await;
}
