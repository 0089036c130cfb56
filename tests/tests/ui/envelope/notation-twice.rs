use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        fields = dotted;
        fields = pointer;
        "code": code,
    }
}

fn main() {}
