"""Signs and proves what schemathesis sends to Signet, where it means to send something good.

That a signature or a proof is right is more than a schema can say.
"""

import hashlib
import hmac
import secrets
import time

import requests
import schemathesis

WEBHOOK_SECRET = b"whsec_demo_4f9c1b"
ISSUER = "https://registry.example"
ISSUER_KEY = b"registry_demo_8d2e71"


class Signature(requests.auth.AuthBase):
    """The headers of a message of an issuer."""

    def __call__(self, request):
        if {"X-Signet-Signature", "X-Signet-Timestamp"} - set(request.headers):
            # One is left out on purpose.
            return request
        body = request.body or b""
        body = body.encode() if isinstance(body, str) else body
        timestamp = str(int(time.time()))
        request.headers["X-Signet-Timestamp"] = timestamp
        request.headers["X-Signet-Signature"] = sign(WEBHOOK_SECRET, timestamp.encode(), body)
        return request


schemathesis.auth.set_from_requests(Signature()).apply_to(path="/v1/webhooks/credentials")


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes credentials good, and presentations new."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if case.operation.path == "/v1/verifications/credential":
        prove(case.body, case.headers["X-User-Id"])
    if case.operation.path == "/v1/verifications/presentation":
        case.body["nonce"] = secrets.token_hex(16)
        for credential in case.body["credentials"]:
            prove(credential, case.headers["X-User-Id"])


def prove(credential, user_id):
    # Messages of issuers have revoked others.
    credential["serial"] = f"crd_{secrets.token_hex(6)}"
    credential["issuer"] = ISSUER
    credential["subject"] = user_id
    names = ["issuer", "serial", "subject", "claim"]
    parts = [credential[name].encode() for name in names]
    credential["proof"] = sign(ISSUER_KEY, *parts)


def sign(key, *parts):
    return hmac.new(key, b".".join(parts), hashlib.sha256).hexdigest()
