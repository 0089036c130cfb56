# Signet: tokens of several partners. What must be signed or proved is so by signet.py.
# shellcheck shell=bash disable=SC2034
code='errors.*.code'

interview() {
    local token=(--header 'Authorization: Bearer sgt_5a1f0c3e9b7d2468ace01357')
    local document

    start --authentication-timeout 60
    local expected=(200 201 already_flagged conflict duplicate_flag invalid_format missing_header
        missing_signature not_found user_id_missing validation_failed 405 415)
    export SCHEMATHESIS_HOOKS=services.signet
    for document in 3.0 served; do
        send "$document" "${token[@]}" -- "${expected[@]}" profile_inactive
    done
    # While the profile stays active, what is proved is taken.
    start --authentication-timeout 60
    send 3.2 "${token[@]}" --exclude-operation-id deactivateProfile -- "${expected[@]}"
    unset SCHEMATHESIS_HOOKS

    # The user whose risk is no number, and the report that was cut short.
    parameters='"path.id" = "rpt_00000badc0de"
        "header.X-User-Id" = "usr_00000badc0de"'
    start --authentication-timeout 60
    refuse "${token[@]}" --exclude-operation-id deactivateProfile -- \
        internal_error invalid_signature missing_signature report_retrieval_failed \
        verification_failed
    parameters=
    refuse --header 'Authorization: Bearer sgt_0f1e2d3c4b5a69788796a5b4' -- forbidden
    refuse --header 'Authorization: Bearer sgt_c0ffee00c0ffee00c0ffee00' \
        --exclude-operation-id createProfile -- profile_required
    refuse --header 'Authorization: Bearer sgt_d0d0d0d0d0d0d0d0d0d0d0d0' \
        --exclude-operation-id activateProfile -- profile_inactive
    refuse --header 'Authorization: Bearer sgt_eeeeeeeeeeeeeeeeeeeeeeee' -- authentication_failed
    # Port 9 of this machine answers nobody.
    start --authentication 127.0.0.1:9
    refuse "${token[@]}" -- service_unavailable
}
