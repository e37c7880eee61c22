import { appendFileSync } from "node:fs";

/** The foundation's promises in the order of docs/reliability.md, each with what it says. */
export const PROMISES = {
  isolation: "No org sees or changes another's rows",
  ledger: "The ledger is append-only, its balance is its sum, and nothing is overspent",
  idempotency: "The same request twice has one effect",
  audit: "Who changed what is on record, and no edit of the record goes unseen",
  runtime: "The local runtime keeps the protocol, and money work waits for nobody",
  crashes: "A killed process loses no run, charges nothing twice and leaks no reservation",
  claims: "One of many gets a claim, and a stale holder changes nothing",
  "database faults": "A database that goes away breaks nothing but the request",
  events: "An event leaves with its fact, and a late copy changes nothing",
  ceiling: "The platform never spends above its ceiling",
  secrets: "No secret reaches a log, an error, an audit row or a step",
} as const;

export type ReliabilityPromise = keyof typeof PROMISES;

export interface Measured {
  readonly promise: ReliabilityPromise;
  readonly line: string;
}

/** Appends one figure to `file`; "" keeps nothing. */
export function writeMeasured(file: string, promise: ReliabilityPromise, line: string): void {
  if (file !== "") appendFileSync(file, `${JSON.stringify({ promise, line } satisfies Measured)}\n`);
}
