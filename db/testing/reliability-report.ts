import { appendFileSync } from "node:fs";

/** The foundation's promises in the order of docs/reliability.md, each with what it says. */
export const PROMISES = [
  { promise: "isolation", title: "No org sees or changes another's rows" },
  { promise: "ledger", title: "The ledger is append-only, its balance is its sum, and nothing is overspent" },
  { promise: "idempotency", title: "The same request twice has one effect" },
  { promise: "audit", title: "Who changed what is on record, and no edit of the record goes unseen" },
  { promise: "runtime", title: "The local runtime keeps the protocol, and money work waits for nobody" },
  {
    promise: "crashes",
    title: "A killed process loses no run, charges nothing twice and leaks no reservation",
  },
  { promise: "claims", title: "One of many gets a claim, and a stale holder changes nothing" },
  { promise: "database faults", title: "A database that goes away breaks nothing but the request" },
  { promise: "events", title: "An event leaves with its fact, and a late copy changes nothing" },
  { promise: "migrations", title: "A migration stops no app that runs, and takes no fence down" },
  { promise: "ceiling", title: "The platform never spends above its ceiling" },
  { promise: "engines", title: "An engine that fails costs time and coverage, never credits" },
  { promise: "analysis", title: "The analysis model is bounded and checked, and never in the way" },
  {
    promise: "review",
    title: "A person's decision changes the fact, and its undo puts back exactly what was",
  },
  {
    promise: "facts",
    title: "What answers say is held against facts and pages, once, and within its budget",
  },
  { promise: "rollups", title: "What is counted in advance is what a count of all answers says" },
  { promise: "outbound", title: "No page of somebody else's choosing opens a connection into our network" },
  { promise: "secrets", title: "No secret reaches a log, an error, an audit row or a step" },
] as const;

export type ReliabilityPromise = (typeof PROMISES)[number]["promise"];

export interface Measured {
  readonly promise: ReliabilityPromise;
  readonly line: string;
}

/** Appends one figure to `file`; "" keeps nothing. */
export function writeMeasured(file: string, promise: ReliabilityPromise, line: string): void {
  if (file !== "") appendFileSync(file, `${JSON.stringify({ promise, line } satisfies Measured)}\n`);
}
