import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "@/server/kernel/logger";
import { reply } from "./event-api";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/** Who answers what. */
export interface Routes {
  readonly send: Answer;
  readonly checkpoint: Answer;
  readonly register: Answer;
  readonly functions: Answer;
}

export interface Endpoint {
  readonly url: string;
  close(): void;
}

/** Serves the runtime's HTTP side on the loopback interface, at `port` (0: a free one). */
export async function openEndpoint(port: number, routes: Routes, logger: Logger): Promise<Endpoint> {
  const server = createServer((request, response) => {
    answerOf(request, routes)(request, response).catch((error: unknown) => {
      logger.error({ err: error }, "local runtime: a request failed");
      if (!response.headersSent) reply(response, 500, { error: "internal error", status: 500 });
    });
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answerOf({ method, url: path = "" }: IncomingMessage, routes: Routes): Answer {
  if (path.startsWith("/api/inngest")) return routes.functions;
  if (method === "POST" && path.startsWith("/e/")) return routes.send;
  if (method === "POST" && path.startsWith("/v1/checkpoint/")) return routes.checkpoint;
  if (method === "POST" && path.startsWith("/fn/register")) return routes.register;
  const known = path === "/health";
  return async (_, response) => reply(response, known ? 200 : 404, { ok: known });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
