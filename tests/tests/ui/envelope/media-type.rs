use errorbook::envelope;

envelope! {
    Claims: "json" {
        "code": code,
    }
}

fn main() {}
