import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { joinWebProcess } from "@/server/web-process";
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
    responseMeta: ({ ctx }) => ({
      headers: new Headers({ "cache-control": "no-store", "x-request-id": ctx?.requestId ?? "" }),
    }),
  });
}
