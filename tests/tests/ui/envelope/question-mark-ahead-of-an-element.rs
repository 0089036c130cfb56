use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "links": [?docs],
    }
}

fn main() {}
