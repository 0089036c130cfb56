use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        code: code,
        error?: { message: message },
    }
}

fn main() {}

// 3 mistakes
