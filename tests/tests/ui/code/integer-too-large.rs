use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = 99999999999999999999)]
    NotFound,

    // JavaScript reads this one and the next as the same number.
    #[api_error(status = 410, code = 9007199254740992)]
    Gone,

    #[api_error(status = 409, code = 9_007_199_254_740_993)]
    Taken,

    #[api_error(status = 400, code = -9007199254740992)]
    Malformed,

    #[api_error(status = 403, code = 0x20000000000000)]
    Forbidden,
}

macro_rules! with_code {
    ($name:ident, $code:literal) => {
        #[derive(Debug, ApiError)]
        #[api_error(status = 404, code = $code)]
        struct $name;
    };
}

with_code!(Large, 18446744073709551615);
with_code!(Small, -9007199254740993);

// The largest and the smallest.
with_code!(Largest, 9007199254740991);
with_code!(Smallest, -9007199254740991);

fn main() {}

// 7 mistakes
