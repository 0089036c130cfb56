//! A service from its start to its end.

use std::future::pending;
use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::sleep;

/// How long a request may take that is under way when the service stops, where there is no reason for
/// another time.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Serves until `shutdown` completes and the requests under way are answered, but at most for
/// `patience` after that: a client that never ends its request does not keep the service from stopping.
///
/// # Errors
/// What keeps it from serving.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
    patience: Duration,
) -> io::Result<()> {
    let (asked, stopping) = oneshot::channel();
    let stop = async move {
        shutdown.await;
        let _ = asked.send(());
    };
    let overdue = async move {
        match stopping.await {
            Ok(()) => sleep(patience).await,
            Err(_) => pending().await,
        }
    };
    tokio::select! {
        result = axum::serve(listener, router).with_graceful_shutdown(stop).into_future() => result,
        () = overdue => Ok(()),
    }
}
