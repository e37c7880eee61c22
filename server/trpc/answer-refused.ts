import { getTRPCErrorFromUnknown } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { publicError, refusalOf, retryAfter } from "./errors";

/** What a route says that refuses: the words that the screens show, and the id to tell us. */
interface RefusedBody {
  readonly message: string;
  readonly requestId: string;
  readonly refusal?: { readonly code: string };
}

/** What a route's work threw, answered as a procedure would answer it. */
export function answerRefused(thrown: unknown, path: string, requestId: string): Response {
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
