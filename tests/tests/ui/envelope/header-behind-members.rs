use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        header "X-Error-Code" = code;
    }
}

fn main() {}
