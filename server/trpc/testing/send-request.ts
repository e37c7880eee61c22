import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { RequestContext } from "../request-context";
import { appRouter } from "../root";
import type { Procedure } from "./procedures";

/** One request to the router by HTTP's own objects, as app/api/trpc hands them on; whose session it has, the caller says. */
export function sendRequest(
  context: RequestContext,
  { path, type }: Pick<Procedure, "path" | "type">,
  input: unknown,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(`http://test.invalid/api/trpc/${path}`);
  const body = JSON.stringify(input);
  if (type === "query") url.searchParams.set("input", body);
  const init =
    type === "query" ? {} : { method: "POST", body, headers: { "content-type": "application/json" } };
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(url, { ...init, signal }),
    router: appRouter,
    createContext: () => context,
  });
}
