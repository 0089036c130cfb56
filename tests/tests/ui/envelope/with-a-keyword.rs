use errorbook::envelope;

envelope! {
    pub struct Claims: "application/json" {
        "code": code,
    }
}

fn main() {}
