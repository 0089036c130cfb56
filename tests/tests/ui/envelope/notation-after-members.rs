use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "code": code,
        fields = dotted;
    }
}

fn main() {}
