use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Display};

use errorbook::ApiError;
use serde::Serialize;

#[derive(Clone, Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    text: String,
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Fault {}

type Outcome = Result<u8, Fault>;
type Deep = Option<Option<Box<Option<Box<Option<Box<Option<Own>>>>>>>>;

#[derive(Debug, Serialize)]
struct Own;

#[derive(Debug, ApiError)]
#[api_error(rename_all = "PascalCase")]
enum Details {
    #[api_error(status = 400)]
    Result(#[api_error(detail = "x")] Outcome),
    #[api_error(status = 400)]
    ResultOfText(#[api_error(detail = "x")] Result<String, String>),
    #[api_error(status = 400)]
    OptionalOption(#[api_error(detail = "x")] Option<Option<Fault>>),
    #[api_error(status = 400)]
    BoxedOption(#[api_error(detail = "x")] Box<Option<Fault>>),
    #[api_error(status = 400)]
    List(#[api_error(detail = "x")] Vec<Fault>),
    #[api_error(status = 400)]
    Array(#[api_error(detail = "x")] [Fault; 1]),
    #[api_error(status = 400)]
    Values(#[api_error(detail = "x")] HashMap<String, Fault>),
    #[api_error(status = 400)]
    Keys(#[api_error(detail = "x")] BTreeMap<Fault, u8>),
    #[api_error(status = 400)]
    Tuple(#[api_error(detail = "x")] (u8, Vec<Fault>, u8)),
    #[api_error(status = 400)]
    LongTuple(#[api_error(detail = "x")] (u8, u8, u8, u8, Fault)),
    #[api_error(status = 400)]
    Whole(#[api_error(details)] Option<Vec<Fault>>),
    #[api_error(status = 400)]
    TooDeep(#[api_error(detail = "x")] Deep),
    #[api_error(status = 400)]
    Twice(
        #[api_error(detail = "x", header = "X-Fault")]
        Option<Fault>,
    ),
}

fn main() {}
// 13 mistakes
