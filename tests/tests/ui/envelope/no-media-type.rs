use errorbook::envelope;

envelope! {
    pub Claims {
        "code": code,
    }
}

fn main() {}
