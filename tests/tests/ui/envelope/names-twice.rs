use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        field_names = "camelCase";
        field_names = "kebab-case";
        "code": code,
    }
}

fn main() {}
