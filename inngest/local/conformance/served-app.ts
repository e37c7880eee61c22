import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Inngest, type InngestFunction, type Logger } from "inngest";
import { serve } from "inngest/edge";

/** An Inngest-compatible server. Without a signing key it is one in development mode: nothing is signed. */
export interface ConformanceServer {
  readonly url: string;
  readonly eventKey: string;
  readonly signingKey: string | null;
}

/** A call that the server made to a function, as it came over HTTP. */
export interface RecordedCall {
  readonly functionId: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
}

/** The functions of a table, served over HTTP and registered with a server. */
export interface ServedApp {
  readonly server: ConformanceServer;
  readonly client: Inngest;
  /** Where the functions are served. */
  readonly url: string;
  readonly calls: readonly RecordedCall[];
  /** Asks the SDK to register with the server. Gives its answer. */
  register(): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

const PATH = "/api/inngest";
const quiet = () => undefined;
const silent: Logger = { info: quiet, warn: quiet, error: quiet, debug: quiet };

/** The client that a table's functions are made with. `checkpointing` is what functions do unless they say otherwise. */
export function conformanceClient(server: ConformanceServer, id: string, checkpointing: boolean): Inngest {
  return new Inngest({
    id,
    baseUrl: server.url,
    eventKey: server.eventKey,
    checkpointing,
    isDev: server.signingKey === null,
    ...(server.signingKey !== null && { signingKey: server.signingKey }),
    logger: silent,
    internalLogger: silent,
  });
}

/** Serves `functions` on a free port of the loopback interface, and keeps a record of the calls that come in. */
export async function serveApp(
  server: ConformanceServer,
  client: Inngest,
  functions: readonly InngestFunction.Any[],
): Promise<ServedApp> {
  const calls: RecordedCall[] = [];
  let handle: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(asError(error)));
  });
  http.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${portOf(http)}`;
  const url = origin + PATH;
  handle = serve({ client, functions: [...functions], serveOrigin: origin, servePath: PATH });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const method = request.method ?? "GET";
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const target = new URL(request.url ?? "/", origin);
    if (method === "POST") {
      const functionId = target.searchParams.get("fnId") ?? "";
      calls.push({ functionId, url: target.href, headers, body });
    }
    const given = await handle(new Request(target, { method, headers, ...(method !== "GET" && { body }) }));
    response.writeHead(given.status, Object.fromEntries(given.headers));
    response.end(Buffer.from(await given.arrayBuffer()));
  }

  return {
    server,
    client,
    url,
    calls,
    register: async () => {
      const answered = await fetch(url, { method: "PUT" });
      return { status: answered.status, body: await answered.text() };
    },
    close: async () => {
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

function portOf(http: Server): number {
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the app has no port");
  return address.port;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
