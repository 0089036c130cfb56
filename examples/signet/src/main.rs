//! The command line of Signet.

#[tokio::main]
async fn main() -> std::io::Result<()> {
    example_service::run::<signet::Signet>().await
}
