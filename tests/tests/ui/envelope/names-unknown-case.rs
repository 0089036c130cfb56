use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        field_names = "camel_case";
        "code": code,
    }
}

fn main() {}
