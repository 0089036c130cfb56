use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code
        "message": message
        "errors": [title summary],
    }
}

fn main() {}

// 3 mistakes
