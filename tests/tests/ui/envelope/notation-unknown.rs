use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        fields = pointers;
        "code": code,
    }
}

fn main() {}
