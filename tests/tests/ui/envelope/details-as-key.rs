use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        (details): message,
    }
}

fn main() {}
