use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Version" = 1;
        header "X-Error" = { "code": code };
        "code": code,
    }
}

fn main() {}

// 2 mistakes
