use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        field_names = "camelCase"
        "code": code,
    }
}

fn main() {}
