use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "wait": "{retryafter}s",
    }
}

fn main() {}
