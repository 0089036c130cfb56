# Elder Signals: keys of several scopes and tenants. Bodies have no code, and the title is as near to one
# as they come.
# shellcheck shell=bash disable=SC2034
code=error

interview() {
    local plenty=(--rate-limit 1000000)
    local tenant=(--header 'X-Tenant-ID: 3f0c6d1e-8a54-4c1b-9d57-0a6e1b2c3d4e')
    local live=(--header 'Authorization: Bearer es_live_demo' "${tenant[@]}")
    local read=(--header 'Authorization: Bearer es_read_demo' "${tenant[@]}")
    local document

    # Who was enrolled just now has no baseline yet, which is not the fault that it looks like.
    parameters='[[operations]]
include-path = "/v1/profiles/{id}/baseline"
checks.ensure_resource_availability.enabled = false'
    start "${plenty[@]}"
    for document in 3.0 served 3.2; do
        # A method that a path does not take is 404 in the contract of this API, and not 405.
        send "$document" "${live[@]}" --exclude-checks unsupported_method -- \
            'Bad Request' Unauthorized 'Not Found'
    done

    start "${plenty[@]}"
    refuse "${read[@]}" -- Forbidden
    start --rate-limit 10
    refuse "${live[@]}" -- 'Rate Limited'
    # The batch run that cannot be read back, which is a 500.
    parameters='"path.id" = "72f401c9-d384-40a5-91e2-8d9eafb0c1d7"'
    start "${plenty[@]}"
    refuse "${live[@]}" --include-path '/v1/batch-runs/{id}' -- 'Internal Server Error'
    # Somebody who has died.
    parameters='"path.id" = "2dafbc74-8e3f-4b50-8c9d-3e4f5a6b7c82"'
    start "${plenty[@]}"
    refuse "${live[@]}" --include-path '/v1/profiles/{id}/status' -- Conflict
}
