//! The command line of SignStack.

#[tokio::main]
async fn main() -> std::io::Result<()> {
    example_service::run::<signstack::SignStack>().await
}
