use errorbook::envelope;

envelope! {
    pub First: "application/json" { [1]: code, .., "b": code }
}

envelope! {
    pub Second: "application/json" { ...details }
}

fn main() {}

// 3 mistakes
