use errorbook::envelope;

envelope! {
    pub Claims: "application/json" {
        "code": code,
        (request_id): message,
    }
}

fn main() {}
