use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Error-Code": code,
        "code": code,
    }
}

fn main() {}

// 2 mistakes
