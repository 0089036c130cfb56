// The client that @hey-api/openapi-ts makes: it knows each error by its code.

import { type FieldError, updateWorkflow } from "./client/index.js";

export async function rename(name: string, updatedAt: string): Promise<string> {
  const { data, error: body, response } = await updateWorkflow({
    path: { orgId: "org_demo", workflowId: "wf_abc123" },
    body: { name, updatedAt },
  });
  if (data !== undefined) {
    return data.updatedAt;
  }
  const { error } = body;
  switch (error.code) {
    case "conflict":
      // Both times are in the details; that the workflow is full has none.
      return error.details?.map(({ message }) => message).join("\n") ?? error.message;
    case "insufficient_scope":
      // @ts-expect-error Each error has its own members, and this one has no details.
      void error.details;
      return error.message;
    case "internal_error":
      return `Support may ask for ${response.headers.get("X-Request-Id") ?? "the time"}.`;
    case "invalid_token":
      return "It is time for a new token.";
    case "not_found":
      return "Somebody has deleted the workflow.";
    case "rate_limit_exceeded":
      return `That was too fast by ${response.headers.get("Retry-After") ?? "60"} seconds.`;
    case "validation_error":
      return linesOf(error.details ?? []) || error.message;
    default:
      return unheardOf(error);
  }
}

function linesOf(fields: FieldError[]): string {
  return fields.map(({ field, message }) => `${field}: ${message}`).join("\n");
}

/** Does not compile where a case is left. */
function unheardOf(value: never): string {
  return JSON.stringify(value);
}
