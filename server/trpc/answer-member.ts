import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { enterOrg } from "@/server/accounts";
import { type Context, runInContext } from "@/server/kernel/context";
import { unwrap } from "@/server/kernel/result";
import { publicError, refusalOf, retryAfter } from "./errors";
import type { RequestContext } from "./request-context";

/** What a route says that refuses: the words that the screens show, and the id to tell us. */
export interface RefusedBody {
  readonly message: string;
  readonly requestId: string;
  readonly refusal?: { readonly code: string };
}

/**
 * A route's answer for the person of `request`, as a member of the org at that address: `work` runs in the context that
 * the membership allows. What it throws is answered as a procedure would: 401 signed out, 404 for somebody else's org.
 */
export async function answerMember(
  request: RequestContext,
  org: string,
  path: string,
  work: (context: Context) => Promise<Response>,
): Promise<Response> {
  const { user, requestId } = request;
  try {
    if (user === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    const context = unwrap(await enterOrg(user.userId, org, requestId));
    const response = await runInContext(context, () => work(context));
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (thrown) {
    const error = publicError(getTRPCErrorFromUnknown(thrown), path, requestId);
    const refusal = refusalOf(error);
    const body: RefusedBody = { message: error.message, requestId, ...(refusal && { refusal }) };
    const later = retryAfter(error);
    return Response.json(body, {
      status: getHTTPStatusCodeFromError(error),
      headers: {
        "cache-control": "no-store",
        "x-request-id": requestId,
        ...(later && { "retry-after": later }),
      },
    });
  }
}
