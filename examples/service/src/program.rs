//! The command line: `serve` and `openapi`.

use std::io::{self, ErrorKind, StdoutLock, Write};
use std::net::{Ipv4Addr, SocketAddr};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use errorbook::Report;
use errorbook::openapi::OpenApi;
use tokio::net::TcpListener;

use crate::{Service, document};

#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
struct Cli<C: Args> {
    #[command(subcommand)]
    command: Option<Command<C>>,
    #[command(flatten)]
    serve: Serve<C>,
}

#[derive(Subcommand)]
enum Command<C: Args> {
    /// Run the service (the default)
    Serve(Serve<C>),
    /// Print the API as an OpenAPI document
    Openapi {
        /// The version of the specification
        #[arg(long = "oas", value_name = "VERSION", default_value = "3.1", value_parser = oas())]
        version: OpenApi,
    },
}

#[derive(Args)]
struct Serve<C: Args> {
    /// The port to listen on, on the loopback interface; 0 takes a free one
    #[arg(long, default_value = "0")]
    port: u16,

    #[command(flatten)]
    config: C,
}

/// The `main` of a service: reads the command line and does what it says.
///
/// # Errors
/// What keeps it from listening or from printing.
pub async fn run<S: Service>() -> io::Result<()> {
    let cli = Cli::<S::Config>::command().name(S::NAME).about(S::ABOUT);
    let cli = match Cli::<S::Config>::from_arg_matches(&cli.get_matches()) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    let Serve { port, config } = match cli.command {
        Some(Command::Serve(serve)) => serve,
        Some(Command::Openapi { version }) => {
            return print(|out| out.write_all(document::text::<S>(version).as_bytes()));
        }
        None => cli.serve,
    };
    errorbook::on_error(log);

    let stop = stop_signal()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    print(|out| write_welcome::<S>(out, address, &config))?;
    S::serve(config, listener, stop).await
}

fn oas() -> impl TypedValueParser<Value = OpenApi> {
    PossibleValuesParser::new(["3.0", "3.1", "3.2"]).try_map(|version| version.parse())
}

/// Writes what the response does not say to standard error.
fn log(report: &Report<'_>) {
    let error = report.error();
    let mut source = error.source();
    if source.is_none() && report.omitted().is_empty() && error.to_string() == error.message() {
        return;
    }
    let spec = error.spec();
    let mut line = format!("{} {}: {error}", spec.status().as_u16(), spec.code());
    if let Some(id) = report.context().request_id() {
        line = format!("{id} {line}");
    }
    while let Some(cause) = source {
        line = format!("{line}: {cause}");
        source = cause.source();
    }
    for omitted in report.omitted() {
        line = format!("{line}; omitted {omitted}");
    }
    // Escapes line breaks, so that client input cannot forge log entries.
    // Where nobody reads the log any more, the service goes on.
    let _ = writeln!(io::stderr(), "{}", line.escape_debug());
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

/// Prints a text, unless nobody reads it to its end, as in `.. | head -1`.
fn print(write: impl FnOnce(&mut StdoutLock<'_>) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        printed => printed,
    }
}

/// Writes the address and some requests to try.
fn write_welcome<S: Service>(
    out: &mut impl Write,
    address: SocketAddr,
    config: &S::Config,
) -> io::Result<()> {
    writeln!(out, "{} listens on http://{address}", S::NAME)?;
    writeln!(
        out,
        "and describes itself at http://{address}/openapi.json\n\nTry:"
    )?;
    for (comment, request) in S::requests(&format!("http://{address}"), config) {
        writeln!(out, "  # {comment}\n  {request}")?;
    }
    if !S::HINT.is_empty() {
        writeln!(out, "\n{}", S::HINT)?;
    }
    writeln!(out, "\nCtrl-C stops it.")
}
