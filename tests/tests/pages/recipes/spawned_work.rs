use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::{Router, routing::get};
use errorbook::{Context, scope};

async fn read() -> String {
    let alone = tokio::spawn(async { Context::current() });
    let with_context = tokio::spawn(scope(Context::current(), async { Context::current() }));
    let alone = alone.await.expect("it does not panic");
    let with_context = with_context.await.expect("it does not panic");
    format!("{:?} {:?}", alone.request_id(), with_context.request_id())
}

fn app() -> Router {
    Router::new()
        .route("/claims", get(read))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn spawned_work_takes_the_context_along() {
    let section = super::section("Spawned work", include_str!("spawned_work.rs"));
    super::assert_answers(section, app(), vec![super::get("/claims")]).await;
}
