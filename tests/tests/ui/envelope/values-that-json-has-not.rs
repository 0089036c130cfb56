use errorbook::envelope;

envelope! {
    pub Claims: "application/json" { "a": 1e999, "b": "text"x, "c": $, "d": 1 2, "e": 1; "f": code }
}

fn main() {}

// 5 mistakes
