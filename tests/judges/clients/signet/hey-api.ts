// The client that @hey-api/openapi-ts makes: it knows each error by its category and code.

import { type FlagReason, flagAddress } from "./client/index.js";

export async function flag(ip: string, reason: FlagReason): Promise<string> {
  const { data, error: body } = await flagAddress({ body: { ip, reason } });
  if (data !== undefined) {
    return `${data.data.ip} is flagged.`;
  }
  const { errors } = body;
  if ("api_error" in errors) {
    const { code } = errors.api_error;
    switch (code) {
      case "service_unavailable":
        return "Later, perhaps.";
      default:
        return unheardOf(code);
    }
  }
  if ("forbidden" in errors) {
    const { code, details } = errors.forbidden;
    switch (code) {
      case "forbidden":
        return `Ask a ${details.required_role}.`;
      default:
        return unheardOf(code);
    }
  }
  const error = errors.invalid_request;
  switch (error.code) {
    case "already_flagged":
      // @ts-expect-error Each error has its own details, and not those of another one.
      void error.details.fields;
      return `${error.details.ip} was flagged for ${error.details.reason} before.`;
    case "authentication_failed":
    case "invalid_format":
    case "missing_header":
      return error.reason;
    case "validation_failed":
      if ("fields" in error.details) {
        return error.details.fields.map(({ field, message }) => `${field}: ${message}`).join("\n");
      }
      return body.message;
    default:
      return unheardOf(error);
  }
}

/** Does not compile where a case is left. */
function unheardOf(value: never): string {
  return JSON.stringify(value);
}
