use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        "error": { "code": code },
        "code": status,
    }
}

fn main() {}
