use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        ..details?
    }
}

fn main() {}
