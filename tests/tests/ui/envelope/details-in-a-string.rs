use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "message": "{message}: {details}",
    }
}

fn main() {}
