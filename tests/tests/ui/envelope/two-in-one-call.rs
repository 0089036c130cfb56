use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
    }

    Users: "application/json" {
        "code": code,
    }
}

fn main() {}
