import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";

/** An event as functions see it. */
export interface JsonEvent extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly ts: number;
  readonly data: Readonly<Record<string, unknown>>;
}

const sent = z.looseObject({
  name: z.string().min(1).max(256),
  data: z.record(z.string(), z.unknown()).default({}),
  id: z.string().max(512).nullish(),
  ts: z.number().nullish(),
});

/**
 * Reads the body of a send: one event or a list. An event without an id gets one: derived from `seed` (the SDK sends
 * the same seed when it repeats a send that it thinks lost, so that the repeat changes nothing) or new.
 * Throws a ZodError on anything that isn't an event.
 */
export function readEvents(body: unknown, seed: string | null, now: Date): JsonEvent[] {
  const list = z.array(sent).parse(Array.isArray(body) ? body : [body]);
  return list.map(({ id, ts, meta, ...event }, index) => ({
    ...event,
    ...(meta === undefined || meta === null ? {} : { meta }),
    id: id || (seed ? idFromSeed(seed, index) : randomUUID()),
    ts: ts ?? now.getTime(),
  }));
}

/** An event of the runtime's own: a failed run, a tick, an invocation. */
export function ownEvent(name: string, data: Readonly<Record<string, unknown>>, now: Date): JsonEvent {
  return { id: randomUUID(), name, data, ts: now.getTime() };
}

function idFromSeed(seed: string, index: number): string {
  return createHash("sha256").update(`${seed}:${index}`).digest("hex").slice(0, 32);
}
