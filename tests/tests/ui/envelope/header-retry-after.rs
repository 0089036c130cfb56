use errorbook::envelope;

envelope! {
    pub Claims: "application/json" {
        header "Retry-After" = "{retry_after}s";
        "code": code,
    }
}

fn main() {}
