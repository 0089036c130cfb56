use errorbook::envelope;

envelope! {
    Claims: "application/json" [
        ..details
    ]
}

fn main() {}
