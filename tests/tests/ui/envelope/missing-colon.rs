use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code" code,
        "message" = message,
    }
}

fn main() {}

// 2 mistakes
