import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll } from "vitest";

export interface KeyRecorder {
  url(): string;
  /** The Authorization headers of the asks that came, in order. */
  readonly seen: string[];
  /** The next asks are refused, by a vendor that repeats the whole header in its answer. */
  refuse(refuses: boolean): void;
}

/** A vendor between the adapters and the sandbox: it passes every request on, and remembers whose key it came with. */
export function keyRecorder(sandboxUrl: () => string): KeyRecorder {
  const seen: string[] = [];
  let [url, refuses] = ["", false];
  const server = createServer(async (request, response) => {
    const key = request.headers.authorization ?? "";
    if (request.method === "POST") seen.push(key);
    const reply = refuses ? refusal(key) : await passOn(`${sandboxUrl()}${request.url}`, request);
    response.writeHead(reply.status, { "content-type": "application/json" });
    response.end(await reply.text());
  });
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the recorder has no port");
    url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => void server.close());
  return {
    url: () => url,
    seen,
    refuse(next) {
      refuses = next;
    },
  };
}

function refusal(key: string): Response {
  const code = key.replace("Bearer ", "");
  return Response.json({ error: { message: `${key} is unknown`, type: code, code } }, { status: 401 });
}

async function passOn(url: string, request: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { authorization = "", "x-client-request-id": id = "" } = request.headers;
  const headers = { authorization, "content-type": "application/json", "x-client-request-id": String(id) };
  const body = request.method === "POST" ? { body: Buffer.concat(chunks) } : {};
  return fetch(url, { method: request.method ?? "GET", headers, ...body });
}
