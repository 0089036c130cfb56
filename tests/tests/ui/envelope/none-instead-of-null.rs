use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "data": None,
        "error": True,
    }
}

fn main() {}

// 2 mistakes
