use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        "message": mesage,
    }
}

fn main() {}
