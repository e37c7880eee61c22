import { createServer, type IncomingMessage } from "node:http";
import { engines } from "../registry";
import { AskBook } from "./ask-book";
import { CallLog } from "./call-log";
import { controlReply } from "./control-routes";
import { exchange } from "./engine-exchange";
import { Fault, type FaultInput } from "./faults";
import { keyCheckReply } from "./key-checks";
import type { Latency } from "./latency";
import { recordedAnswers } from "./recorded-answers";
import { seededAnswers } from "./seeded-answers";
import { sendExchange, sendReply } from "./send-exchange";
import type { WireReply } from "./wire-format";
import { wireFormats } from "./wire-formats";

export interface SandboxOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** `seeded`: the made-up market. `recorded`: a JSONL file of captures, replayed in each engine's wire format. */
  readonly mode: "seeded" | { readonly kind: "recorded"; readonly file: string };
  readonly seed?: number;
  readonly latencyMs?: Latency;
  readonly faults?: readonly FaultInput[];
}

export interface Sandbox {
  /** Origin without a trailing slash: what ENGINE_SANDBOX_URL takes. */
  readonly url: string;
  close(): Promise<void>;
}

const maxRequestBytes = 1024 * 1024;

/**
 * A local HTTP server that speaks every registered engine's wire format, so that demo and tests run through the real
 * adapters. It listens on 127.0.0.1 only. Rejects when the port is taken or the recording can't be read.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port = 0, mode, seed = 1, latencyMs = 0 } = options;
  let faults: readonly Fault[] = (options.faults ?? []).map((fault) => Fault.parse(fault));
  const source = mode === "seeded" ? seededAnswers(seed) : await recordedAnswers(mode.file);
  const book = new AskBook(source);
  const log = new CallLog();
  const routes = new Map(engines.map((engine) => [`POST ${engine.sandboxPath}`, engine]));
  const parts = { source, book, log, seed, latency: latencyMs, faults: () => faults };
  const controls = {
    book,
    log,
    setFaults(next: readonly Fault[]) {
      faults = next;
    },
  };

  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => null);
    if (body === null) return response.destroy();
    const route = `${request.method} ${request.url}`;
    const engine = routes.get(route);
    const wire = engine && wireFormats[engine.id];
    if (!engine || !wire) {
      const control =
        controlReply(route, body, controls) ?? keyCheckReply(route, request.headers) ?? replyBeside(route);
      return sendReply(
        response,
        control ?? { httpStatus: 404, json: { error: { message: "no such route" } } },
      );
    }
    log.enter();
    response.once("close", () => log.leave());
    sendExchange(response, exchange(engine, wire, request.headers, body, parts));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the sandbox has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a vendor serves beside its engine's route, or null. */
function replyBeside(route: string): WireReply | null {
  for (const wire of Object.values(wireFormats)) {
    const reply = wire.beside?.(route);
    if (reply) return reply;
  }
  return null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    bytes += piece.length;
    if (bytes > maxRequestBytes) throw new Error("request too large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
