use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        code,
        message,
    }
}

fn main() {}

// 2 mistakes
