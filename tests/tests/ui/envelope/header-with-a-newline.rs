use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Error-Code" = "{code}\n";
        "code": code,
    }
}

fn main() {}
