use errorbook::envelope;

envelope! {
    Claims: "application/json" [
        "code": code,
    ]
}

fn main() {}
