use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "trace": span,
    }
}

fn main() {}
