use errorbook::envelope;

envelope! {
    "application/json" {
        "code": code,
    }
}

fn main() {}

// 2 mistakes
