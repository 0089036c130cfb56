//! The command line of Elder Signals.

#[tokio::main]
async fn main() -> std::io::Result<()> {
    example_service::run::<elder_signals::ElderSignals>().await
}
