use errorbook::{ApiError, Catalog, ErrorSet, Errors};

macro_rules! handlers {
    ($($handler:ident $status:literal),*) => {$(
        const fn $handler() -> &'static Errors {
            #[derive(Debug, ApiError)]
            #[allow(dead_code)]
            enum Error {
                #[api_error(status = $status, code = "SAME")]
                Failed,
            }
            Error::ERRORS
        }
    )*};
}

handlers!(first 404, second 409);
// These are the same in everything.
handlers!(third 410, fourth 410);

static DIFFERENT: Catalog = Catalog::new("Claims", "1", &[first(), second()]);
static SAME: Catalog = Catalog::new("Claims", "1", &[third(), fourth()]);
// One type, twice.
static ONE: Catalog = Catalog::new("Claims", "1", &[first(), first()]);

macro_rules! nested {
    ($($name:ident $inner:ident),*) => {
        $(
            mod $name {
                #[derive(Debug, errorbook::ApiError)]
                #[api_error(status = 404, code = "NESTED")]
                pub struct Inner;
            }
        )*

        #[derive(Debug, ApiError)]
        enum Outer {
            $(
                #[api_error(transparent)]
                $inner($name::Inner),
            )*
        }
    };
}

nested!(left Left, right Right);

fn main() {
    for catalog in [&DIFFERENT, &SAME, &ONE] {
        println!("{}", catalog.iter().count());
    }
}

// 3 mistakes
