use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Error-Code" = code;
        header "x-error-code" = status;
        "code": code,
    }
}

fn main() {}
