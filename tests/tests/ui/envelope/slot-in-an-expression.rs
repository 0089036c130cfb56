use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Error-Code" = code.as_str();
        "status": status.to_string(),
        "code": Some(code),
        "details": details.clone(),
        "now": Utc::now(),
        "list": [format!("{}", status), "a"],
    }
}

fn main() {}

// 6 mistakes
