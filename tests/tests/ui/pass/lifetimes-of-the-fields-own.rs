use std::borrow::Cow;
use std::marker::PhantomData;

use errorbook::{ApiError, HeaderSet, HeaderWriter};

type Read = fn(&u8) -> Cow<'_, str>;

#[derive(Debug)]
struct Mark<T>(PhantomData<T>);

impl Default for Mark<Read> {
    fn default() -> Self {
        Mark(PhantomData)
    }
}

impl HeaderSet for Mark<Read> {
    const NAMES: &'static [&'static str] = &["x-mark"];
    const CAN_WAIT: bool = false;

    fn write(&self, _: &mut HeaderWriter) {}
}

#[derive(Debug, ApiError)]
enum ClaimError<'a> {
    #[api_error(status = 400, message = "{text}")]
    Named {
        text: &'a str,
        #[api_error(detail)]
        mark: PhantomData<for<'b> fn(&'b str, &'a str) -> &'b str>,
    },
    #[api_error(status = 404)]
    Elided(#[api_error(headers)] Mark<fn(&u8) -> Cow<'_, str>>),
}

#[derive(Debug, ApiError)]
#[api_error(status = 409)]
struct Unborrowed {
    #[api_error(detail)]
    mark: PhantomData<for<'b> fn(&'b str) -> &'b str>,
}

fn main() {}
