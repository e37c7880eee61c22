import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Context } from "@/server/kernel/context";
import type { Operator } from "@/server/operations";
import { joinWebProcess } from "@/server/web-process";
import { answerMember } from "./answer-member";
import { answerOperator } from "./answer-operator";
import { retryAfter } from "./errors";
import { readRequestContext } from "./request-context";
import { appRouter } from "./root";

/** Serves the router over HTTP. Each response says its request id, and none is cached. */
export function handleTrpcRequest(request: Request): Promise<Response> {
  joinWebProcess();
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => readRequestContext(request.headers),
    responseMeta({ ctx, errors }) {
      const later = errors.map(retryAfter).find(Boolean);
      return {
        headers: new Headers({
          "cache-control": "no-store",
          "x-request-id": ctx?.requestId ?? "",
          ...(later && { "retry-after": later }),
        }),
      };
    },
  });
}

/** For routes that take or give what a procedure can't, such as files: `work` runs as the request's person in the org. */
export async function asMember(
  request: Request,
  org: string,
  work: (context: Context) => Promise<Response>,
): Promise<Response> {
  joinWebProcess();
  const { pathname } = new URL(request.url);
  return answerMember(await readRequestContext(request.headers), org, pathname, work);
}

/** The same for operators: `work` runs as one who runs the platform; to everybody else there is nothing here. */
export async function asOperator(
  request: Request,
  work: (operator: Operator) => Promise<Response>,
): Promise<Response> {
  joinWebProcess();
  const { pathname } = new URL(request.url);
  return answerOperator(await readRequestContext(request.headers), pathname, work);
}
