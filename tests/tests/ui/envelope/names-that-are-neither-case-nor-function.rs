use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        field_names = 7;
        "code": code,
    }
}

fn main() {}
