import { currentUser, type SignedInUser } from "@/server/auth";
import type { Context } from "@/server/kernel/context";
import type { AppError } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/id";
import type { Result } from "@/server/kernel/result";

/** What a request brings before it is known which org it is about. */
export interface RequestContext {
  readonly user: SignedInUser | null;
  /** Why it is not known who it is: the database is away. */
  readonly refusal?: AppError | undefined;
  /** Stands in the logs, in the response, and on the screen when something went wrong. */
  readonly requestId: string;
  /** The orgs that this request has entered, by slug: the membership is read once a request, and never kept beyond it. */
  readonly entered: Map<string, Promise<Result<Context>>>;
}

const REQUEST_ID = /^[\w-]{8,64}$/;

/** The request's person, and its id: the one that a proxy in front gave it, or a new one. */
export async function readRequestContext(headers: Headers): Promise<RequestContext> {
  const given = headers.get("x-request-id") ?? "";
  const requestId = REQUEST_ID.test(given) ? given : newId<string>();
  const found = await currentUser();
  const entered = new Map();
  return found.ok
    ? { user: found.value, requestId, entered }
    : { user: null, refusal: found.error, requestId, entered };
}
