// The client that @hey-api/openapi-ts makes. A body has no code, so it is the title that tells errors
// apart; those that share one are told by what they say.

import { type BaselineError404, getBaseline } from "./client/index.js";

export async function transfers(id: string): Promise<string> {
  const { data, error } = await getBaseline({ path: { id } });
  if (data !== undefined) {
    return data.transfers.latest.toFixed();
  }
  switch (error.error) {
    case "Bad Request":
      return "That is no profile ID.";
    case "Unauthorized":
      return "This key opens nothing, or nothing of this tenant.";
    case "Forbidden":
      return "This key may not look at that.";
    case "Not Found":
      // Only a 404 of this operation is left.
      return missing(error);
    case "Rate Limited":
      // @ts-expect-error The status is the one that goes with the title.
      return error.status === 404 ? "never" : "That was one request too many.";
    case "Internal Server Error":
      return "It is not your fault.";
    default:
      return unheardOf(error);
  }
}

function missing({ message }: BaselineError404): string {
  return message === "baseline not found" ? "It is too early to say." : "There is no such profile.";
}

/** Does not compile where a case is left. */
function unheardOf(value: never): string {
  return JSON.stringify(value);
}
