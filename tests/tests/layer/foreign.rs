//! Which responses are replaced, and what is left of them.

use tower_layer::Layer;

use crate::errors::LAYER;
use crate::support::{answering, get, observe, response, seen, whole};

#[test]
fn a_response_without_content_type_is_replaced_and_its_headers_stay() {
    observe();
    let mut service = LAYER.layer(answering(|| {
        response(405, &[("allow", "GET,HEAD"), ("content-length", "0")], "")
    }));
    assert_eq!(
        whole(
            &mut service,
            get("/claims?token=1", &[("x-request-id", "req_405")])
        ),
        "405\n\
         allow: GET,HEAD\n\
         cache-control: no-store\n\
         content-type: application/json\n\
         x-error-code: METHOD_NOT_ALLOWED\n\
         x-request-id: req_405\n\
         \n\
         {\"code\":\"METHOD_NOT_ALLOWED\",\"status\":405,\"id\":\"req_405\",\"path\":\"/claims\"}"
    );
    assert_eq!(
        seen("req_405"),
        ["GET - 405 METHOD_NOT_ALLOWED: 405 Method Not Allowed"]
    );
}
