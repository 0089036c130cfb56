use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code + 1,
        "version": env!("CARGO_PKG_VERSION"),
    }
}

fn main() {}

// 2 mistakes
