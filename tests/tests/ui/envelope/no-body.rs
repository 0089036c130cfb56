use errorbook::envelope;

envelope! {
    Claims: "application/json"
}

fn main() {}
