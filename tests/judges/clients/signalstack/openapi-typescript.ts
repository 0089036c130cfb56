// A client with the types that openapi-typescript makes: it knows each error by its code.

import createClient from "openapi-fetch";

import type { components, paths } from "./types.js";

type Source = components["schemas"]["Source"];

const client = createClient<paths>({ baseUrl: "https://api.example.com" });

export async function verify(claim: string): Promise<string> {
  const { data, error: body } = await client.POST("/v1/verify/claim", { body: { claim } });
  if (data !== undefined) {
    return data.verdict;
  }
  const { error } = body;
  switch (error.code) {
    case "CONFLICT":
      switch (error.details.reason) {
        case "different_request":
          return "This key belongs to another request.";
        case "in_progress":
          return "The first request with this key is still under way.";
        default:
          return unheardOf(error.details.reason);
      }
    case "CONTENT_TOO_LARGE":
      // @ts-expect-error Each error has its own details, and not those of another one.
      void error.details.fields;
      return `There may be ${error.details.max_bytes.toFixed()} bytes.`;
    case "INSUFFICIENT_CREDITS":
      return "No credits are left.";
    case "INTERNAL_ERROR":
      return `Support may ask for ${error.request_id ?? "the time"}.`;
    case "INVALID_REQUEST":
      return error.details?.reason.trimEnd() ?? error.message;
    case "RATE_LIMITED":
      return "That was one request too many.";
    case "SERVICE_UNAVAILABLE":
      return "The service restarts.";
    case "SOURCE_UNAVAILABLE":
      return `Does it matter what ${nameOf(error.details.source)} says?`;
    case "UNAUTHORIZED":
      return "This API key opens nothing.";
    case "UPSTREAM_ERROR":
      return "No source answers.";
    case "VALIDATION_ERROR":
      if ("fields" in error.details) {
        const lines = error.details.fields.map(({ field, message }) => `${field}: ${message}`);
        return lines.join("\n");
      }
      return `${error.details.field} may have ${error.details.max.toFixed()} characters.`;
    default:
      return unheardOf(error);
  }
}

function nameOf(source: Source): string {
  return source.replaceAll("_", " ");
}

/** Does not compile where a case is left. */
function unheardOf(value: never): string {
  return JSON.stringify(value);
}
