import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type StandInAnswers, standInAnswers } from "./stand-in-answers";
import type { StandInFault } from "./stand-in-fault";
import { chatReply, embeddingReply, type StandInReply } from "./stand-in-reply";

export interface StandInOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** In place of the answers by rule, by the id of the task. */
  readonly answers?: StandInAnswers;
  /** How long `slow` waits before its first byte. */
  readonly slowMs?: number;
}

export interface StandInRequest {
  readonly route: string;
  readonly model: string;
  readonly body: string;
  readonly authorization: string | undefined;
}

export interface StandIn {
  /** What ANALYSIS_BASE_URL and ANALYSIS_EMBEDDING_URL take. */
  readonly url: string;
  /** Every request since the start or the last `forget`. */
  readonly requests: readonly StandInRequest[];
  forget(): void;
  /** From now on every request goes wrong in this way; null: none does. */
  setFault(fault: StandInFault | null): void;
  setAnswers(answers: StandInAnswers): void;
  close(): Promise<void>;
}

/**
 * A local server that speaks an OpenAI-compatible endpoint's chat completions and embeddings, in the place of an analysis
 * model: it answers by rule, the same to the same request, and goes wrong on demand. It listens on 127.0.0.1 only.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { port = 0, slowMs = 60_000 } = options;
  let answers: StandInAnswers = { ...standInAnswers, ...options.answers };
  let fault: StandInFault | null = null;
  const requests: StandInRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const route = `${request.method} ${request.url}`;
    const { authorization } = request.headers;
    requests.push({ route, body, authorization, model: /"model":"([^"]*)"/.exec(body)?.[1] ?? "" });
    if (fault === "slow") await wait(slowMs, undefined, { ref: false });
    if (route === "POST /v1/chat/completions") return send(response, chatReply(body, answers, fault));
    if (route === "POST /v1/embeddings") return send(response, embeddingReply(body, fault));
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    forget: () => requests.splice(0),
    setFault(next) {
      fault = next;
    },
    setAnswers(next) {
      answers = { ...standInAnswers, ...next };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, headers, body, cut }: StandInReply): void {
  if (!cut) {
    response.writeHead(status, headers).end(body);
    return;
  }
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
}
