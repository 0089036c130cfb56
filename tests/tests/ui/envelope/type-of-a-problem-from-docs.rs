use errorbook::envelope;

envelope! {
    Docs: "application/problem+json" { "type"?: docs, "title": title }
}

envelope! {
    InAString: "application/problem+json; charset=utf-8" { "type": "https://example.com{docs}" }
}

envelope! {
    OfTheRequest: "Application/Problem+JSON" { "code": code, "type": instance }
}

envelope! {
    Text: "application/problem+json" { "type": message }
}

// None of these is a problem's `type`.
envelope! {
    Other: "application/json" { "type"?: docs }
}

envelope! {
    Inner: "application/problem+json" { "type"?: type, "docs": docs, "errors": [{ "type": docs }] }
}

envelope! {
    OfTheCode: "application/problem+json" { "type": "https://example.com/{code}" }
}

fn main() {}

// 4 mistakes
