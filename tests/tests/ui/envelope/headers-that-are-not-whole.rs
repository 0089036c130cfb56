use errorbook::envelope;

envelope! {
    pub Claims: "application/json; charset" {
        header "X-Code" = ;
        header "X-Docs"? = docs;
        "code": code,
    }
}

fn main() {}

// 3 mistakes
