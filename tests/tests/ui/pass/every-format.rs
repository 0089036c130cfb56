use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(
        status = 404,
        message = "{id} {id:5} {id:<5} {id:*^+#09} {id:x} {id:#X} {id:o} {id:#b} {id:e} {id:E}"
    )]
    NotFound { id: u64 },

    #[api_error(
        status = 410,
        message = "{{{0}}} {0:.3} {0:>8.2} {0: >8} {1:.1e} { 1 }",
        display = "{0:?} {0:#?} {1:x?}"
    )]
    Gone(String, u32),
}

fn main() {}
