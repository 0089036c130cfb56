use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        header "X-Tenant" = context;
        "alone": context,
        "open"?: context.,
        "misspelt": contxt.tenant,
        "deep": context.tenant.id,
        "numbered": context.0,
        "known": context.request_id,
        "method": context.value("tenant"),
        "path": context::tenant,
        "elsewhere": request.tenant,
        "text": "{context.} {context} {contex.tenant} {context.tenant-id} {context.docs}",
        (context.tenant): code,
        "marked": context.tenant?,
    }
}

envelope! {
    Problems: "application/problem+json" { "type": context.tenant, "code": code }
}

fn main() {}

// 17 mistakes
