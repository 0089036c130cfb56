use std::backtrace::Backtrace;
use std::cmp::Reverse;
use std::fmt::{self, Display};
use std::io;
use std::num::{Saturating, Wrapping};
use std::panic::Location;

use errorbook::ApiError;

/// Not an error itself, but a way to one.
#[derive(Debug)]
struct Report(io::Error);

impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl From<Report> for Box<dyn std::error::Error> {
    fn from(report: Report) -> Self {
        report.0.into()
    }
}

/// A way to an error that can be sent to another thread.
#[derive(Debug)]
struct SyncReport;

impl Display for SyncReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret")
    }
}

impl From<SyncReport> for Box<dyn std::error::Error + Send + Sync> {
    fn from(_: SyncReport) -> Self {
        "secret".into()
    }
}

trait Described: Display + fmt::Debug {}

#[derive(ApiError)]
#[api_error(rename_all = "PascalCase")]
enum NotErrors<'a> {
    #[api_error(status = 400, message = "{0}")]
    Report(Report),
    #[api_error(status = 400, message = "{0}")]
    SyncReport(SyncReport),
    #[api_error(status = 400, message = "{0}")]
    OfReport(&'a Box<Report>),
    #[api_error(status = 400, message = "{0}")]
    Dyn(Box<dyn Display + Send>),
    #[api_error(status = 400, message = "{0}")]
    DynOfOne(&'a dyn Described),
    #[api_error(status = 400, message = "{0}")]
    Arguments(fmt::Arguments<'a>),
    #[api_error(status = 400, message = "{0}")]
    Wrapped(Wrapping<io::Error>),
    #[api_error(status = 400, message = "{0:>5}")]
    Saturated(Saturating<io::Error>),
    #[api_error(status = 400, message = "{0}")]
    Trace(Backtrace),
    #[api_error(status = 400, message = "{0}")]
    Place(&'static Location<'static>),
    #[api_error(status = 400)]
    Reversed(#[api_error(detail = "x")] Reverse<io::Error>),
}

impl fmt::Debug for NotErrors<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NotErrors")
    }
}

fn main() {}
// 11 mistakes
