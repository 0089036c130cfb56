use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "docs":? docs,
    }
}

fn main() {}
