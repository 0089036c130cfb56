//! The command line of SignalStack.

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Context};
use signalstack::access::{PRO_KEY, REVOKED_KEY, SPENT_KEY, STARTER_KEY};
use signalstack::config::Config;
use signalstack::store::{DEMO_RECORD, TRUNCATED_RECORD};
use tokio::net::TcpListener;

/// A demo service that verifies claims and media
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service (the default)
    Serve(Serve),
    /// Print the API as an OpenAPI document
    Openapi {
        /// The version of the specification
        #[arg(long = "oas", value_name = "VERSION", default_value = "3.1", value_parser = oas())]
        version: OpenApi,
    },
}

#[derive(Args)]
struct Serve {
    /// The port to listen on, on the loopback interface; 0 takes a free one
    #[arg(long, default_value = "0")]
    port: u16,

    #[command(flatten)]
    config: Config,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let cli = Cli::parse();
    let Serve { port, config } = match cli.command {
        Some(Command::Serve(serve)) => serve,
        Some(Command::Openapi { version }) => {
            return io::stdout().write_all(signalstack::openapi::text(version).as_bytes());
        }
        None => cli.serve,
    };
    errorbook::on_error(log);

    let stop = stop_signal()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    print_welcome(listener.local_addr()?, &config)?;
    signalstack::serve(config, listener, stop).await
}

fn oas() -> impl TypedValueParser<Value = OpenApi> {
    PossibleValuesParser::new(["3.0", "3.1", "3.2"]).try_map(|version| version.parse())
}

/// Writes what the response does not say to standard error.
fn log(error: &dyn ApiError, context: &Context) {
    let mut source = error.source();
    if source.is_none() && error.to_string() == error.message() {
        return;
    }
    let (spec, id) = (error.spec(), context.get_request_id().unwrap_or("-"));
    let mut line = format!("{id} {} {}: {error}", spec.status().as_u16(), spec.code());
    while let Some(cause) = source {
        line = format!("{line}: {cause}");
        source = cause.source();
    }
    eprintln!("{line}");
}

/// Completes when the process is asked to stop.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    // Installed before the address is printed: whoever reads it may ask for the stop.
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Completes when the process is asked to stop.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        // Without a handler for Ctrl-C the process just ends by it.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// Prints the address and some requests to try.
fn print_welcome(address: SocketAddr, config: &Config) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "signalstack listens on http://{address}")?;
    writeln!(
        out,
        "and describes itself at http://{address}/openapi.json\n\nTry:"
    )?;
    for (comment, request) in requests(&format!("http://{address}/v1/verify"), config) {
        writeln!(out, "  # {comment}\n  {request}")?;
    }
    writeln!(
        out,
        "\nFor a 502, start it with --source gdelt=127.0.0.1:9, where nobody answers, and ask for\n\
         \"sources\":[\"gdelt\"]."
    )?;
    out.flush()
}

/// Requests for a shell, each with the status of its response.
fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
    const CLAIM: &str = "'{\"claim\":\"Bees can fly.\"}'";
    const OTHER_CLAIM: &str = "'{\"claim\":\"Bees cannot fly.\"}'";
    const UNSUPPORTED: &str = "'{\"claim\":\"Bees can fly.\",\"sources\":[\"twitter\"]}'";
    const MEDIA: &str = "'{\"url\":\"https://example.com/bee.jpg\"}'";
    const IDEMPOTENT: &str = "-H 'Idempotency-Key: 550e8400-e29b-41d4-a716-446655440000'";

    let get = |key, path: &str| format!("curl -i {base}{path} -H 'Authorization: Bearer {key}'");
    let post = |key, path: &str, data: &str| {
        let request = get(key, path);
        format!("{request} -H 'Content-Type: application/json' --data-binary {data}")
    };
    let claim = |key, data| post(key, "/claim", data);
    let idempotent = |data| format!("{} {IDEMPOTENT}", claim(PRO_KEY, data));
    let record = |id| get(PRO_KEY, &format!("/{id}"));

    let too_large = format!(
        "head -c {} /dev/zero | {}",
        config.max_claim_bytes.saturating_add(1),
        claim(PRO_KEY, "@-")
    );
    // Some more than the limit, as it goes up again while they are sent.
    let flood = u64::from(config.rate_limit.get()) + 100;
    let too_many = format!(
        "curl -s -o /dev/null '{base}/vrf_[1-{flood}]' -H 'Authorization: Bearer {STARTER_KEY}'; {}",
        claim(STARTER_KEY, CLAIM)
    );
    let stopping = format!(
        "kill -TERM {}; sleep 1; {}",
        std::process::id(),
        record(DEMO_RECORD)
    );
    vec![
        ("200: a claim", claim(PRO_KEY, CLAIM)),
        ("200: an earlier verification", record(DEMO_RECORD)),
        ("400: no claim", claim(PRO_KEY, "'{}'")),
        ("401: a revoked key", claim(REVOKED_KEY, CLAIM)),
        ("402: no credits left", claim(SPENT_KEY, CLAIM)),
        (
            "403: not in the Starter plan",
            post(STARTER_KEY, "/media", MEDIA),
        ),
        ("404: no such endpoint", get(PRO_KEY, "")),
        ("200: a request that may be sent again", idempotent(CLAIM)),
        (
            "409: another one with the same key",
            idempotent(OTHER_CLAIM),
        ),
        ("413: one byte too many", too_large),
        ("422: no such source", claim(PRO_KEY, UNSUPPORTED)),
        ("429: too many requests", too_many),
        ("500: a record that was cut short", record(TRUNCATED_RECORD)),
        ("503: this stops the service", stopping),
    ]
}
