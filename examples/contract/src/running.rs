//! A service in the process of the test.

use std::io;
use std::marker::PhantomData;
use std::net::SocketAddr;

use example_service::{Service, flags};
use reqwest::{Client, Method, RequestBuilder};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::{PATIENCE, client};

/// A service in this process, which stops when this is dropped.
pub struct Running<S> {
    /// Where it listens.
    pub address: SocketAddr,
    client: Client,
    shutdown: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
    service: PhantomData<S>,
}

impl<S: Service> Running<S> {
    /// One with the defaults of the command line.
    pub async fn start() -> Self {
        Running::start_with(flags::defaults()).await
    }

    /// One with this configuration.
    ///
    /// # Panics
    /// If there is no port to listen on.
    pub async fn start_with(config: S::Config) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (shutdown, asked) = oneshot::channel::<()>();
        let task = tokio::spawn(S::serve(config, listener, async move {
            let _ = asked.await;
        }));
        Running {
            address,
            client: client(),
            shutdown: Some(shutdown),
            task,
            service: PhantomData,
        }
    }

    /// A request of any method.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}{path}", self.address);
        self.client.request(method, url)
    }

    /// A `GET` request.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    /// A `POST` request.
    pub fn post(&self, path: &str) -> RequestBuilder {
        self.request(Method::POST, path)
    }

    /// Asks the service to stop.
    ///
    /// # Panics
    /// If it was asked before.
    pub fn shut_down(&mut self) {
        let _ = self.shutdown.take().expect("asked once").send(());
    }

    /// Waits for the service to have stopped.
    ///
    /// # Panics
    /// If it does not stop in time, or not well.
    pub async fn stopped(&mut self) {
        let stopped = timeout(PATIENCE, &mut self.task).await.expect("in time");
        stopped.expect("no panic").expect("no error");
    }
}

impl<S> Drop for Running<S> {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Declares `Service`, a [`Running`] one to which the tests of a service add the requests that they
/// send.
///
/// ```text
/// example_contract::running_service!(SignalStack);
/// ```
#[macro_export]
macro_rules! running_service {
    ($service:ty) => {
        /// A service in this process, which stops when this is dropped.
        pub struct Service($crate::Running<$service>);

        impl Service {
            pub async fn start() -> Self {
                Service($crate::Running::start().await)
            }

            pub async fn start_with(config: Config) -> Self {
                Service($crate::Running::start_with(config).await)
            }
        }

        impl ::std::ops::Deref for Service {
            type Target = $crate::Running<$service>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl ::std::ops::DerefMut for Service {
            fn deref_mut(&mut self) -> &mut Self::Target {
                &mut self.0
            }
        }
    };
}
