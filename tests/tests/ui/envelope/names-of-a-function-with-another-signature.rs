use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        field_names = names;
        "code": code,
    }
}

fn names(name: &str) -> usize {
    name.len()
}

fn main() {}
