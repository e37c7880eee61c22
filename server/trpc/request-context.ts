import { currentUser, type SignedInUser } from "@/server/auth";
import { newId } from "@/server/kernel/id";

/** What a request brings before it is known which org it is about. */
export interface RequestContext {
  readonly user: SignedInUser | null;
  /** Stands in the logs, in the response, and on the screen when something went wrong. */
  readonly requestId: string;
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The request's person, and its id: the one that a proxy in front gave it, or a new one. */
export async function readRequestContext(headers: Headers): Promise<RequestContext> {
  const given = headers.get("x-request-id") ?? "";
  return { user: await currentUser(), requestId: REQUEST_ID.test(given) ? given : newId<string>() };
}
