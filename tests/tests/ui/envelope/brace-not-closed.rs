use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "wait": "{retry_after s",
    }
}

fn main() {}
