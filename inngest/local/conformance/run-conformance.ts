import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import { canonicalJson } from "../canonical-json";
import type { Act, ConformanceCase, ConformanceTable, Kit } from "./conformance-case";
import { type ConformanceServer, conformanceClient, type ServedApp, serveApp } from "./served-app";

const LIMIT_MS = 50_000;
const SETTLE_MS = 500;
const LOOK_MS = 10;

export interface CaseOutcome {
  readonly theme: string;
  readonly name: string;
  readonly says: string;
  readonly verdict: "passed" | "failed" | "not applicable";
  /** From the first send to the last observation that was expected, in milliseconds. */
  readonly ms: number;
  /** Of a case that failed: canonical JSON of what should have been seen, and was, or what went wrong. */
  readonly expected: string;
  readonly seen: string;
}

export interface ConformanceOptions {
  /** What functions do that don't say: by default each step is told by itself. */
  readonly checkpointing?: boolean;
  /** Cases that run at a time; default all. */
  readonly atOnce?: number;
  /** How many times longer than usual to wait for a slow server, wherever a case waits from outside; default 1. */
  readonly patience?: number;
}

/**
 * Runs every case of `table` against `server`, each with functions and events of its own. Rejects when the server refuses
 * the registration.
 */
export async function runConformance(
  server: ConformanceServer,
  table: ConformanceTable,
  { checkpointing = false, atOnce = Number.POSITIVE_INFINITY, patience = 1 }: ConformanceOptions = {},
): Promise<CaseOutcome[]> {
  const nonce = randomBytes(4).toString("hex");
  const client = conformanceClient(server, `conformance-${nonce}`, checkpointing);
  const benches = Object.entries(table).flatMap(([theme, cases]) =>
    cases.map((one) => new CaseBench(theme, one, client, nonce)),
  );
  const app = await serveApp(
    server,
    client,
    benches.flatMap((bench) => bench.functions),
  );
  try {
    const answer = await app.register();
    if (answer.status !== 200)
      throw new Error(`the registration was refused: ${answer.status} ${answer.body}`);
    return await inTurns(benches, atOnce, (bench) => bench.run(app, patience));
  } finally {
    await app.close();
  }
}

/** `job` for every item, `atOnce` of them at a time; results in the order of the items. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  job: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await job(next[1]);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}

class CaseBench {
  readonly functions: InngestFunction.Any[] = [];
  readonly #theme: string;
  readonly #case: ConformanceCase;
  readonly #seen: string[] = [];
  readonly #kit: Kit;

  constructor(theme: string, one: ConformanceCase, client: Inngest, nonce: string) {
    this.#theme = theme;
    this.#case = one;
    const local = (name: string) => `${one.name}-${name}`;
    const unique = (text: string) => `${nonce}.${local(text)}`;
    const event = (name: string) => `conformance/${unique(name)}`;
    const fn: Kit["fn"] = (name, { triggers = [{ event: event(name) }], ...options }, handler) => {
      const made = client.createFunction({ ...options, id: local(name), triggers }, handler);
      this.functions.push(made);
      return made;
    };
    const note = <Result>(observation: unknown, result?: Result) => {
      this.#seen.push(canonicalJson(observation ?? null));
      return result;
    };
    this.#kit = { fn, note, event, unique, id: (name) => `${client.id}-${local(name)}` };
    one.functions(this.#kit);
  }

  async run(app: ServedApp, patience: number): Promise<CaseOutcome> {
    const { name, says, needsKeys, expected } = this.#case;
    const about = { theme: this.#theme, name, says };
    const wanted = (typeof expected === "function" ? expected(this.#kit) : expected).map(canonicalJson);
    if (needsKeys && app.server.signingKey === null) {
      return { ...about, verdict: "not applicable", ms: 0, expected: "", seen: "" };
    }
    const started = performance.now();
    const deadline = started + (this.#case.limitMs ?? LIMIT_MS) * patience;
    let trouble = "";
    try {
      for (const act of this.#case.acts) {
        await this.#until(act.after ?? 0, deadline);
        await wait((act.pauseMs ?? 0) * patience);
        await this.#perform(act, app);
      }
      await this.#until(wanted.length, deadline);
    } catch (error) {
      trouble = `${error instanceof Error ? error.message : error}; `;
    }
    const ms = performance.now() - started;
    await wait((this.#case.settleMs ?? SETTLE_MS) * patience);
    const order = (notes: readonly string[]) =>
      `[${(this.#case.anyOrder ? notes.toSorted() : notes).join(",")}]`;
    const [want, seen] = [order(wanted), order(this.#seen)];
    const passed = trouble === "" && want === seen;
    return { ...about, verdict: passed ? "passed" : "failed", ms, expected: want, seen: trouble + seen };
  }

  async #perform({ send = [], request }: Act, app: ServedApp): Promise<void> {
    const now = Date.now();
    const events = send.map(({ to, data = {}, id, aheadMs }) => ({
      name: this.#kit.event(to),
      data,
      ...(id !== undefined && { id: this.#kit.unique(id) }),
      ...(aheadMs !== undefined && { ts: now + aheadMs }),
    }));
    if (events.length > 0) await app.client.send(events);
    await request?.(app, this.#kit);
  }

  async #until(notes: number, deadline: number): Promise<void> {
    while (this.#seen.length < notes) {
      if (performance.now() > deadline) throw new Error("nothing more was seen in time");
      await wait(LOOK_MS);
    }
  }
}
