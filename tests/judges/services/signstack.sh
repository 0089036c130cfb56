# SignStack: tokens of several scopes, and a receiver of webhooks whose errors have no code.
# shellcheck shell=bash disable=SC2034
code=error.code

interview() {
    local plenty=(--rate-limit 1000000)
    local all=(--header 'Authorization: Bearer at_demo')
    local reader=(--header 'Authorization: Bearer at_reader')
    local document

    start "${plenty[@]}"
    for document in 3.0 served 3.2; do
        # A method that a path does not take is 404 in the contract of this API, and not 405.
        send "$document" "${all[@]}" --max-examples 100 --exclude-checks unsupported_method -- \
            conflict insufficient_scope invalid_token not_found validation_error
    done

    # The workflow that cannot be read back, which is a 500.
    parameters='"path.orgId" = "org_demo"
"path.workflowId" = "wf_badc0de"'
    start "${plenty[@]}"
    refuse "${all[@]}" -- internal_error
    start "${plenty[@]}"
    refuse "${reader[@]}" -- insufficient_scope
    start --rate-limit 10
    refuse "${all[@]}" -- rate_limit_exceeded
    # An event that cannot be written down is a 500, too.
    start "${plenty[@]}" --journal "$here/no/journal"
    refuse "${all[@]}" --include-path /webhooks/signstack -- 400 500
}
