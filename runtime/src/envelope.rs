//! The shapes that are shipped.

crate::envelope! {
    /// Problem details (RFC 9457): the shape of errors that name no other.
    ///
    /// `type` is the docs link. Where there is none the member is absent, which means `about:blank`
    /// (section 4.2.1). The details object's members stand beside the standard ones as extensions
    /// (section 3.2).
    pub Problem: "application/problem+json" {
        "type"?: docs,
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
