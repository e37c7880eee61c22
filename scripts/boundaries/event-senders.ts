import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Violation } from "./cruise-imports";

const RULE = "events-leave-by-a-row";
const REASON =
  "An event leaves by a row that its fact committed with it: an outbox row, or the planned ask. Anything sent from elsewhere may tell of what was rolled back, or be lost with its process.";

/** The two files that read such rows and send them. */
const SENDERS = ["server/outbox/send-outbox.ts", "server/runs/fan-out-asks.ts"];

/** Sends of events in `source`: through the client under any name that ends so, or as a step of a function. */
export function eventSends(path: string, source: string): Violation[] {
  const clients = [...source.matchAll(/\binngest(?: as (\w+))?\b[^;]*from "[^"]*inngest(?:\/client)?"/gi)];
  const names = ["inngest", "client", ...clients.flatMap(([, alias]) => alias ?? [])];
  const sends = [
    ...source.matchAll(new RegExp(`\\b(?:${names.join("|")})\\s*\\.\\s*send\\b`, "g")),
    ...source.matchAll(/\bsendEvent\b/g),
    ...source.matchAll(/\{[^{}]*\bsend\b[^{}]*\}\s*=\s*inngest\b/g),
  ];
  return sends.map(([found]) => ({ rule: RULE, from: path, to: found, reason: REASON }));
}

/** Every send of an event by the product outside the two senders. The local runtime sends for others, and has no client. */
export async function eventViolations(root: string, files: readonly string[]): Promise<Violation[]> {
  const product = files.filter(
    (path) =>
      /^(app|components|server|inngest)\/.*\.tsx?$/.test(path) &&
      !/^inngest\/local\/|\.test\.tsx?$|\/testing\//.test(path) &&
      !SENDERS.includes(path),
  );
  const sends = await Promise.all(
    product.map(async (path) => eventSends(path, await readFile(join(root, path), "utf8"))),
  );
  return sends.flat();
}
