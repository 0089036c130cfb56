use errorbook::{ApiError, ErrorSet, PublicText};

impl Sized3 {
    const N: usize = 3;

    const fn sample() -> [u8; Self::N] {
        [7; Self::N]
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 400)]
pub struct Sized3 {
    #[api_error(detail)]
    plain: [u8; Self::N],
    #[api_error(detail)]
    optional: Option<[u8; Self::N]>,
    #[api_error(detail, example = Self::sample())]
    sampled: [u8; Self::N],
    #[api_error(detail, example = [1; Self::N + 1])]
    block: [u8; Self::N + 1],
}

#[derive(Debug, ApiError)]
pub enum Nested {
    #[api_error(status = 500)]
    Boxed(#[from] Box<Self>),
    #[api_error(status = 500)]
    Marked(#[from] Marked<Self>),
    #[api_error(status = 400)]
    Counted(#[api_error(detail = "a")] [u8; Self::N], #[api_error(detail = "b", example = Self::N)] usize),
    #[api_error(status = 400, message = "{0}")]
    Shown(#[api_error(example = Self::TEXT)] &'static str),
    #[api_error(status = 401)]
    Headed(#[api_error(header = "WWW-Authenticate", example = Self::TEXT)] String),
}

impl Nested {
    const N: usize = 2;
    const TEXT: &'static str = "text";
}

#[derive(Debug)]
pub struct Marked<T>(std::marker::PhantomData<T>);

impl<T> std::fmt::Display for Marked<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("marked")
    }
}

impl<T: std::fmt::Debug> std::error::Error for Marked<T> {}

#[derive(Debug, ApiError)]
#[api_error(status = 409, message = "{text}")]
pub struct Borrowed<'a> {
    #[api_error(example = Self::TEXT)]
    text: &'a str,
    #[api_error(detail, example = Self::N)]
    count: usize,
}

impl Borrowed<'_> {
    const N: usize = 2;
    const TEXT: &'static str = "text";
}

#[derive(Debug, ApiError)]
#[api_error(status = 409, message = "{id}")]
pub struct Generic<T: PublicText + From<&'static str>>
where
    Self: Sized,
{
    #[api_error(example = Self::sample().into())]
    id: T,
    #[source]
    other: Box<Nested>,
    #[api_error(detail, example = Self::N)]
    count: usize,
}

impl<T: PublicText + From<&'static str>> Generic<T> {
    const N: usize = 2;

    fn sample() -> &'static str {
        "sample"
    }
}

fn main() {
    assert_eq!(Sized3::ERRORS.iter().count(), 1);
    assert_eq!(Nested::ERRORS.iter().count(), 5);
    assert_eq!(Borrowed::ERRORS.iter().count(), 1);
    assert_eq!(Generic::<String>::ERRORS.iter().count(), 1);
}
