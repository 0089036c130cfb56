use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        ..details,
        "code": code,
        ..details
    }
}

fn main() {}
