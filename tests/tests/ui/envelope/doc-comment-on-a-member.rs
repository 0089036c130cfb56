use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        /// The stable code.
        "code": code,
    }
}

fn main() {}
