use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "message": "{status:>5}",
    }
}

fn main() {}
