# SignalStack: keys of several plans, and a flag for each thing that can be in a request's way.
# shellcheck shell=bash disable=SC2034
code=error.code

interview() {
    local plenty=(--source-timeout 60 --rate-limit 1000000 --credits 1000000)
    local pro=(--header 'Authorization: Bearer sk_pro_demo')
    local starter=(--header 'Authorization: Bearer sk_starter_demo')
    local spent=(--header 'Authorization: Bearer sk_spent_demo')
    local document

    # Keys are forgotten at once. Else most answers were conflicts, as many requests bear the key that
    # is the document's example.
    start "${plenty[@]}" --idempotency-window 0
    for document in 3.0 served 3.2; do
        # A method that a path does not take is 404 in the contract of this API, and not 405.
        send "$document" "${pro[@]}" --exclude-checks unsupported_method -- \
            INVALID_REQUEST NOT_FOUND UNAUTHORIZED VALIDATION_ERROR
    done

    # The record that cannot be read back, which is a 500.
    parameters='"path.id" = "vrf_00000badc0de"'
    start "${plenty[@]}"
    refuse "${pro[@]}" -- CONFLICT INTERNAL_ERROR
    start "${plenty[@]}"
    refuse "${starter[@]}" -- FORBIDDEN
    start "${plenty[@]}"
    refuse "${spent[@]}" -- INSUFFICIENT_CREDITS
    start --source-timeout 60 --rate-limit 10
    refuse "${pro[@]}" -- RATE_LIMITED
    start "${plenty[@]}" --max-claim-bytes 10 --max-media-bytes 10
    refuse "${pro[@]}" -- CONTENT_TOO_LARGE
    # Port 9 of this machine answers nobody.
    start "${plenty[@]}" --idempotency-window 0 \
        --source={web,wikipedia,google_fact_check,semantic_scholar,gdelt}=127.0.0.1:9
    refuse "${pro[@]}" -- SOURCE_UNAVAILABLE UPSTREAM_ERROR
    start --source-timeout 60 --drain 1000
    kill -TERM "$process"
    refuse "${pro[@]}" -- SERVICE_UNAVAILABLE
}
