//! The envelopes that errorbook includes.

crate::envelope! {
    /// Problem details (RFC 9457): the default envelope.
    ///
    /// `type` is the declared docs link (`docs = ".."` on the variant or the type). It identifies the
    /// problem, so it never changes from one occurrence or endpoint to another (section 3.1.1): the link of
    /// a field or of the [`Context`](crate::Context) does not appear here. Without a declared link the
    /// member is omitted, which means `about:blank`. In that case the title SHOULD be the reason phrase
    /// of the status (section 4.2.1), which is the default. So if you set `title = ".."`, set
    /// `docs = ".."`, too.
    ///
    /// The members of the details object appear beside the standard ones as extensions (section 3.2).
    pub Problem: "application/problem+json" {
        "type"?: type,
        "title": title,
        "status": status,
        "detail": message,
        "instance"?: instance,
        "code": code,
        ..details
    }
}

crate::envelope! {
    /// The most common home-grown shape: everything in one object under `error`.
    pub ErrorObject: "application/json" {
        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "docs"?: docs,
            "request_id"?: request_id,
        }
    }
}
