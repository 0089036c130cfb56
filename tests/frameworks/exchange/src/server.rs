//! A server on a loopback port.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::answer::Answer;
use crate::request::Request;

/// How long a response may take: nothing hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts what `serve` makes of a listener on a free port of loopback.
    ///
    /// # Panics
    ///
    /// If there is no such port.
    pub async fn start<F>(serve: impl FnOnce(TcpListener) -> F) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let task = tokio::spawn(serve(listener));
        Server { address, task }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A connection to it.
    ///
    /// # Panics
    ///
    /// If it does not listen.
    pub async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address)
            .await
            .expect("a connection")
    }

    /// Sends a request over a connection of its own, and reads what comes until the connection is closed.
    ///
    /// # Panics
    ///
    /// If that takes too long.
    pub async fn send(&self, request: &Request) -> Answer {
        let stream = self.connect().await;
        let (mut read, mut write) = stream.into_split();
        let bytes = request.bytes();
        let mut received = Vec::new();
        if request.leaves {
            write.write_all(&bytes).await.expect("the request is taken");
            // The server has seen all of it before the connection is gone.
            tokio::time::sleep(Duration::from_millis(50)).await;
            drop((read, write));
            tokio::time::sleep(Duration::from_millis(50)).await;
            return Answer::new(request, &received);
        }
        let sent = async {
            // A server may answer and close before it has read everything.
            let _ = write.write_all(&bytes).await;
            write
        };
        let both = async { tokio::join!(sent, read.read_to_end(&mut received)) };
        let (_write, end) = timeout(PATIENCE, both).await.expect("it does not hang");
        if let Err(error) = end {
            received.extend_from_slice(format!("[{}]", error.kind()).as_bytes());
        }
        Answer::new(request, &received)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
