use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Details" = details;
        "code": code,
    }
}

fn main() {}
