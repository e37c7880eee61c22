import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Client, dataOf, type Reply } from "./client";
import { ORGS, type OrgSlug, projectPath } from "./orgs";

const Project = z.object({ projectId: z.string() });
const Options = z.object({ panels: z.array(z.object({ panelVersionId: z.string() })).min(1) });
const Started = z.object({ runId: z.string() });
const Listed = z.object({ runs: z.array(z.object({ runId: z.string() })) });

/** What a run of an org's project is asked with, but for its key. */
export interface Wanted {
  readonly org: OrgSlug;
  readonly projectId: string;
  readonly panelVersionId: string;
  readonly engineIds: readonly string[];
}

/** Read while everything is well. */
export async function readWanted(client: Client, org: OrgSlug): Promise<Wanted> {
  const slugs = { org, workspace: "main", project: "standing-desks" };
  const { projectId } = Project.parse(dataOf(await client.query("projects.find", slugs)));
  const options = Options.parse(dataOf(await client.query("runs.options", { org, projectId })));
  const panelVersionId = options.panels[0]?.panelVersionId ?? "";
  return { org, projectId, panelVersionId, engineIds: ["chatgpt"] };
}

/** Everything that the clients were answered, and what they asked for. */
export class Book {
  readonly #statuses = new Map<string, number>();
  /** Answers that no client should get, in short. */
  readonly broken: string[] = [];
  /** The run that each key was given, and any other that it was given besides. */
  readonly runs = new Map<string, { readonly org: OrgSlug; readonly runIds: Set<string> }>();
  /** Ids of runs by the org in whose answers they stood. */
  readonly shown = new Map<OrgSlug, Set<string>>(ORGS.map((org) => [org, new Set()]));

  /** Notes an answer; `refusals` are statuses that the request asked for (a cancel that comes too late). */
  note(what: string, reply: Reply, refusals: readonly number[] = []): void {
    const { status } = reply;
    const key = `${what} ${status}`;
    this.#statuses.set(key, (this.#statuses.get(key) ?? 0) + 1);
    const fine = status >= 200 && status < 300;
    const later = status === 503 || status === 409;
    const waits = reply.headers.has("retry-after");
    if (fine || refusals.includes(status) || (later && waits)) return;
    this.broken.push(`${what}: ${status}${later ? " without Retry-After" : ""} ${reply.text.slice(0, 200)}`);
  }

  /** Answers by status: "200 × 1,204, 503 × 97". */
  summary(): string {
    const byStatus = Map.groupBy(this.#statuses, ([key]) => key.slice(key.lastIndexOf(" ") + 1));
    const sums = [...byStatus].map(([status, rows]) => {
      const count = rows.reduce((sum, [, each]) => sum + each, 0);
      return `${status} × ${count.toLocaleString("en")}`;
    });
    return sums.sort().join(", ");
  }

  countOf(status: number): number {
    const rows = [...this.#statuses].filter(([key]) => key.endsWith(` ${status}`));
    return rows.reduce((sum, [, count]) => sum + count, 0);
  }
}

/** One client at work until `over` aborts: starts runs under keys, reads, and now and then cancels what it started. */
export async function work(client: Client, wanted: readonly Wanted[], book: Book, over: AbortSignal) {
  const mine: { org: OrgSlug; runId: string }[] = [];
  for (let turn = 0; !over.aborted; turn += 1) {
    const run = wanted[turn % wanted.length];
    if (!run) throw new Error("nothing to ask");
    if (turn % 2 === 0) mine.push(await startRun(client, run, book));
    await readRuns(client, run, book);
    book.note("page", await client.send(`${projectPath(run.org)}/runs`));
    if (turn % 5 === 0) book.note("health", await client.send("/api/health"));
    if (turn % 8 === 7) await cancel(client, mine.shift(), book);
    await sleep(50);
  }
}

/** Asks under one key until it is answered, and once more after that: the key stands for one run. */
async function startRun(client: Client, { org, ...grid }: Wanted, book: Book) {
  const idempotencyKey = randomUUID();
  const runIds = new Set<string>();
  book.runs.set(idempotencyKey, { org, runIds });
  let last = "";
  for (let answered = 0; answered < 2; ) {
    const reply = await client.mutate("runs.request", { org, ...grid, repeats: 1, idempotencyKey });
    book.note("start", reply);
    if (reply.status !== 200) {
      await sleep(200);
      continue;
    }
    last = Started.parse(dataOf(reply)).runId;
    runIds.add(last);
    answered += 1;
  }
  return { org, runId: last };
}

async function readRuns(client: Client, { org, projectId }: Wanted, book: Book): Promise<void> {
  const reply = await client.query("runs.list", { org, projectId });
  book.note("list", reply);
  if (reply.status !== 200) return;
  for (const { runId } of Listed.parse(dataOf(reply)).runs) book.shown.get(org)?.add(runId);
}

async function cancel(client: Client, run: { org: OrgSlug; runId: string } | undefined, book: Book) {
  if (run)
    book.note("cancel", await client.mutate("runs.cancel", { ...run, idempotencyKey: randomUUID() }), [409]);
}
