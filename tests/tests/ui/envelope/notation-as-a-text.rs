use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        fields = "pointer";
        "code": code,
    }
}

fn main() {}
