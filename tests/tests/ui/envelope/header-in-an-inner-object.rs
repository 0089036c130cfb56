use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "error": {
            header "X-Error-Code" = code;
            "code": code,
        },
    }
}

fn main() {}
