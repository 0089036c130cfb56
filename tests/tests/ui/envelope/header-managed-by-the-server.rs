use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "Content-Type" = "text/json";
        header "Content-Length" = "0";
        header "Transfer-Encoding" = "chunked";
        header "Connection" = "close";
        "code": code,
    }
}

fn main() {}

// 4 mistakes
