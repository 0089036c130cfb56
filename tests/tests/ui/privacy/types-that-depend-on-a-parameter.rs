use std::fmt::{self, Debug, Display};

use errorbook::{ApiError, PublicText};
use serde::Serialize;

trait Backend: PublicText + Debug {
    type Fault: Debug + Display;
}

type Fault<B> = <B as Backend>::Fault;

/// An error for some parameters.
#[derive(Debug, Serialize)]
struct Syntax<I>(I);

impl<I: Debug> Display for Syntax<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl<I: Debug> std::error::Error for Syntax<I> {}

/// An error for one parameter.
#[derive(Debug, Serialize)]
struct Sized<const N: usize>;

impl std::error::Error for Sized<7> {}

impl<const N: usize> Display for Sized<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("secret")
    }
}

macro_rules! declare {
    ($ty:ty) => {
        #[derive(Debug, ApiError)]
        #[api_error(status = 400, message = "{0}")]
        struct ByMacro<T: Debug + Display>($ty);
    };
}

declare!(T);

#[derive(Debug, ApiError)]
enum Generic<B: Backend, I: PublicText + Debug, T: Debug + Serialize, const N: usize> {
    #[api_error(status = 400, message = "{0}")]
    Alias(Fault<B>),
    #[api_error(status = 400, message = "{0}")]
    Projection(B::Fault),
    #[api_error(status = 400, message = "{0}")]
    Conditional(Syntax<I>),
    #[api_error(status = 400)]
    Brackets(#[api_error(detail = "x")] [T; 1]),
    #[api_error(status = 400)]
    Parentheses(#[api_error(detail = "x")] (T)),
    #[api_error(status = 400)]
    Wrapper(#[api_error(detail = "x")] Box<Vec<T>>),
    #[api_error(status = 400, message = "{0}")]
    Constant(Sized<N>),
    #[api_error(status = 400, message = "{0}")]
    Own(Box<Self>),
}

fn main() {}
// 9 mistakes
