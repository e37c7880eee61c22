import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody, reply, sameText } from "./event-api";
import type { LiveRuns } from "./run-driver";
import { operation } from "./sdk-protocol";
import { hashedSigningKey } from "./signature";

const Checkpoint = z.object({ run_id: z.string(), steps: z.array(operation) });

/**
 * `POST /v1/checkpoint/<run>/async`: what a function with `checkpointing` calls when steps that it ran have to be durable
 * before it goes on. 200 when they are; 409 when the run is no longer carried on here, which stops the function; 401
 * under another signing key, 400 for what isn't a checkpoint.
 */
export async function answerCheckpoint(
  request: IncomingMessage,
  response: ServerResponse,
  { signingKey, live }: { readonly signingKey: string; readonly live: LiveRuns },
): Promise<void> {
  if (!sameText(request.headers.authorization ?? "", `Bearer ${hashedSigningKey(signingKey)}`)) {
    return reply(response, 401, { error: "unknown signing key", status: 401 });
  }
  const body = Checkpoint.safeParse(JSON.parse((await readBody(request)) ?? "null"));
  if (!body.success) return reply(response, 400, { error: "not a checkpoint", status: 400 });
  const kept = await live.get(body.data.run_id)?.(body.data.steps);
  reply(response, kept ? 200 : 409, { status: kept ? 200 : 409 });
}
