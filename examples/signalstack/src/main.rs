//! The command line of SignalStack.

#[tokio::main]
async fn main() -> std::io::Result<()> {
    example_service::run::<signalstack::SignalStack>().await
}
