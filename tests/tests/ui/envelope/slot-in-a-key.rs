use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "{code}": message,
        "error_{code}": message,
    }
}

fn main() {}

// 2 mistakes
