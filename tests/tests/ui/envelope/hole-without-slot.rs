use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "message": "Error: {}",
    }
}

fn main() {}
