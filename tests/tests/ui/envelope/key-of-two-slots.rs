use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        (category, code): message,
    }
}

fn main() {}
