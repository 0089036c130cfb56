use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        (code): message,
        (code): title,
    }
}

fn main() {}
