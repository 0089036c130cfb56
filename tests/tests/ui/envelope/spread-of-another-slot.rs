use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        ..message
    }
}

fn main() {}
