use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        field_names = "camelCase";
    }
}

fn main() {}
