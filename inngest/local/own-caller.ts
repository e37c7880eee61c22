import { type Inngest, InngestCommHandler, type InngestFunction } from "inngest";
import type { FunctionCaller } from "./sdk-caller";
import { type CallAnswer, callBody, callQuery, lostCall, readAnswer } from "./sdk-protocol";

interface SdkRequest {
  readonly url: URL;
  readonly body: string;
}

interface SdkResponse {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

const HEADERS: Readonly<Record<string, string>> = {
  "content-type": "application/json",
  "x-inngest-server-kind": "cloud",
};

/**
 * Calls the functions of this very process: the SDK's own handler, the same body and answer as over HTTP, without the HTTP.
 * Nothing is signed, as with the SDK's `connect`: a signature tells who calls, and nobody else can call this. `endpoint` is
 * where the same functions are served to everybody else.
 */
export function createOwnCaller(
  client: Inngest.Any,
  functions: readonly InngestFunction.Any[],
  endpoint: string,
): FunctionCaller {
  const handler = new InngestCommHandler({
    frameworkName: "nodejs",
    client,
    functions: [...functions],
    skipSignatureValidation: true,
    handler: ({ url, body }: SdkRequest) => ({
      method: () => "POST",
      url: () => url,
      body: () => body,
      headers: (name: string) => HEADERS[name.toLowerCase()],
      transformResponse: (response: SdkResponse) => response,
    }),
  });
  const answer = handler.createHandler<(request: SdkRequest) => Promise<SdkResponse>>();
  const inFlight = new Set<(lost: CallAnswer) => void>();

  return {
    call: async (call) => {
      const { promise, resolve } = Promise.withResolvers<CallAnswer>();
      inFlight.add(resolve);
      answer({ url: new URL(endpoint + callQuery(call)), body: callBody(call) })
        .then(({ status, headers, body }) => readAnswer(status, lowerCased(headers), body))
        .catch(lostCall)
        .then(resolve);
      const answered = await promise;
      inFlight.delete(resolve);
      return answered;
    },
    close: () => {
      for (const lose of inFlight) lose(lostCall(new Error("the worker has stopped")));
    },
  };
}

/** Names of headers as HTTP would have brought them. */
function lowerCased(headers: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
