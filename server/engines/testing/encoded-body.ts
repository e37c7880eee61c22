import type { Engine } from "../define-engine";
import type { SandboxAnswer } from "../sandbox/sandbox-answer";
import type { WireFormat } from "../sandbox/wire-format";
import { wireFormats } from "../sandbox/wire-formats";
import { mintedAsk } from "./minted-ask";

const environment = { ENGINE_SANDBOX_URL: "http://sandbox.invalid" };

/** The sandbox's side of an engine. Throws for an engine that the sandbox doesn't speak for. */
export function wireOf(engineId: string): WireFormat {
  const wire = wireFormats[engineId];
  if (!wire) throw new Error(`the sandbox has no wire format for "${engineId}"`);
  return wire;
}

/** The raw body that the engine's `ask` brings home for this answer: its own request, read and answered without a network. */
export async function encodedBody(engine: Engine, answer: SandboxAnswer): Promise<string> {
  const wire = wireOf(engine.id);
  const reply = await engine.ask(mintedAsk("which desk?"), {
    environment,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const beside = wire.beside?.(`${request.method} ${new URL(request.url).pathname}`);
      if (beside) {
        return Response.json(beside.json, { status: beside.httpStatus, headers: beside.headers ?? {} });
      }
      const reading = wire.read(Object.fromEntries(request.headers), await request.text());
      if (!reading.ok) return Response.json(reading.refusal.json, { status: reading.refusal.httpStatus });
      const { request: read } = reading;
      const encoded = wire.encode(answer, {
        request: read,
        replyId: "0f",
        observedAt: new Date("2026-03-01"),
      });
      return Response.json(encoded.json, { status: encoded.httpStatus });
    },
  });
  return reply.body;
}
