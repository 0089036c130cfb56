use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(
    header("NEL" = "{\"report_to\":\"default\",\"max_age\":60,\"more\":{}}"),
    header("Link-Template" = "</claims/{id}>; rel=\"item\"")
)]
enum ClaimError {
    #[api_error(
        status = 401,
        header("X-Braces" = "{{id}} } {a, b}"),
        challenge = "Bearer",
        challenge = "Basic realm=\"{{}}\""
    )]
    Unauthorized { id: u64 },
}

fn main() {}
