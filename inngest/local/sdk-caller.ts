import http from "node:http";
import { type Call, type CallAnswer, callBody, callQuery, lostCall, readAnswer } from "./sdk-protocol";
import { signatureHeader } from "./signature";

/** How functions are called, wherever they run. */
export interface FunctionCaller {
  /** Never rejects: a call that is lost is an answer too, one that may be tried again. */
  call(call: Call): Promise<CallAnswer>;
  /** Calls in flight are lost. */
  close(): void;
}

/** Sends calls to an SDK endpoint, signed, over connections that are kept. */
export interface SdkCaller extends FunctionCaller {
  /** Asks the endpoint for its functions: the `functions` of an in-band registration. Rejects when it is refused. */
  register(): Promise<unknown[]>;
}

/** The longest that one step may take: as on Inngest Cloud. */
const LONGEST_CALL_MS = 2 * 3_600_000;

/** `endpoint` is the URL (http) at which an SDK serves its functions; `signingKey` the key that it was given. */
export function createSdkCaller(endpoint: string, signingKey: string): SdkCaller {
  const agent = new http.Agent({ keepAlive: true, timeout: LONGEST_CALL_MS });
  const { hostname, port, pathname } = new URL(endpoint);

  function send(method: string, path: string, body: string, extra: Record<string, string> = {}) {
    const { promise, resolve, reject } = Promise.withResolvers<{
      status: number;
      headers: http.IncomingHttpHeaders;
      body: string;
    }>();
    const request = http.request(
      {
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "x-inngest-signature": signatureHeader(body, signingKey, Math.floor(Date.now() / 1000)),
          "x-inngest-server-kind": "cloud",
          ...extra,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on("timeout", () =>
      request.destroy(new Error(`no answer within ${LONGEST_CALL_MS / 3_600_000} hours`)),
    );
    request.on("error", reject);
    request.end(body);
    return promise;
  }

  return {
    call: async (call) => {
      try {
        const { status, headers, body } = await send("POST", pathname + callQuery(call), callBody(call));
        return readAnswer(status, headers, body);
      } catch (error) {
        return lostCall(error);
      }
    },
    register: async () => {
      const body = JSON.stringify({ url: endpoint });
      const answer = await send("PUT", pathname, body, { "x-inngest-sync-kind": "in_band" });
      if (answer.status !== 200)
        throw new Error(`registration was refused with ${answer.status}: ${answer.body}`);
      const parsed: unknown = JSON.parse(answer.body);
      const functions =
        parsed && typeof parsed === "object" && "functions" in parsed ? parsed.functions : null;
      if (!Array.isArray(functions)) throw new Error("a registration without functions");
      return functions;
    },
    close: () => agent.destroy(),
  };
}
