import type { FaultKind } from "./faults";
import type { SandboxAnswer } from "./sandbox-answer";

type Outcome = SandboxAnswer["outcome"];
type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** What one engine was asked, and what it said. */
interface EngineCounts {
  readonly requests: number;
  readonly calls: number;
  readonly refusals: number;
  readonly outcomes: Counts<Outcome>;
  readonly faults: Counts<FaultKind>;
}

/** What the sandbox has done so far. `calls` is the bill: answers that the vendors would have charged for. */
export interface SandboxLog {
  readonly calls: number;
  readonly callsByEngine: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly refusals: number;
  readonly faults: Counts<FaultKind>;
  readonly outcomes: Counts<Outcome>;
  readonly engines: Readonly<Record<string, EngineCounts>>;
  readonly distinctRequestIds: number;
  readonly inFlight: number;
  readonly inFlightMax: number;
}

/** One request that could be read: no header and no key of it is kept. `outcome` is null for what wasn't billed. */
export interface LoggedCall {
  readonly engineId: string;
  readonly askId: string;
  readonly attempt: number;
  readonly prompt: string;
  readonly outcome: Outcome | null;
  readonly fault: FaultKind | null;
  readonly httpStatus: number;
}

/** Requests of late, and what each ask of them took. */
export interface SandboxRequests {
  readonly asks: Readonly<Record<string, { readonly attempts: number; readonly calls: number }>>;
  /** Oldest first. */
  readonly last: readonly (LoggedCall & { readonly at: string })[];
}

const keptRequests = 500;

/** Counts. An answer counts as paid when the work is accepted, before latency: a caller that dies meanwhile has paid. */
export class CallLog {
  private readonly byEngine = new Map<string, MutableCounts>();
  private readonly byAsk = new Map<string, { attempts: number; calls: number }>();
  private readonly recent: (LoggedCall & { at: string })[] = [];
  private requests = 0;
  private inFlight = 0;
  private inFlightMax = 0;

  enter(): void {
    this.requests += 1;
    this.inFlight += 1;
    this.inFlightMax = Math.max(this.inFlightMax, this.inFlight);
  }

  leave(): void {
    this.inFlight -= 1;
  }

  /** A request that the vendor would refuse: it can't be read, or asks what a recording doesn't hold. */
  refused(engineId: string, call?: LoggedCall): void {
    const counts = this.countsOf(engineId);
    counts.requests += 1;
    counts.refusals += 1;
    if (call) this.keep(call);
  }

  call(call: LoggedCall): void {
    const counts = this.countsOf(call.engineId);
    counts.requests += 1;
    if (call.fault) counts.faults[call.fault] = (counts.faults[call.fault] ?? 0) + 1;
    if (call.outcome) {
      counts.calls += 1;
      counts.outcomes[call.outcome] = (counts.outcomes[call.outcome] ?? 0) + 1;
    }
    this.keep(call);
  }

  read(distinctRequestIds: number): SandboxLog {
    const engines = Object.fromEntries([...this.byEngine].filter(([, { requests }]) => requests > 0));
    const all = Object.values(engines);
    const paid = Object.entries(engines).filter(([, { calls }]) => calls > 0);
    const total = (of: (counts: EngineCounts) => number) => all.reduce((sum, counts) => sum + of(counts), 0);
    return {
      calls: total(({ calls }) => calls),
      callsByEngine: Object.fromEntries(paid.map(([engineId, { calls }]) => [engineId, calls])),
      requests: this.requests,
      refusals: total(({ refusals }) => refusals),
      faults: added(all.map(({ faults }) => faults)),
      outcomes: added(all.map(({ outcomes }) => outcomes)),
      engines,
      distinctRequestIds,
      inFlight: this.inFlight,
      inFlightMax: this.inFlightMax,
    };
  }

  /** The last requests (500 of them are kept) of an engine or of all, or those of one ask. */
  readRequests(only: { engineId?: string | undefined; askId?: string | undefined }): SandboxRequests {
    const last = this.recent.filter(
      ({ engineId, askId }) =>
        (only.engineId === undefined || engineId === only.engineId) &&
        (only.askId === undefined || askId === only.askId),
    );
    const named = new Set(last.map(({ engineId, askId }) => askKey(engineId, askId)));
    return { asks: Object.fromEntries([...this.byAsk].filter(([key]) => named.has(key))), last };
  }

  private keep(call: LoggedCall): void {
    this.recent.push({ at: new Date().toISOString(), ...call });
    if (this.recent.length > keptRequests) this.recent.shift();
    const key = askKey(call.engineId, call.askId);
    const ask = this.byAsk.get(key) ?? { attempts: 0, calls: 0 };
    this.byAsk.set(key, {
      attempts: ask.attempts + 1,
      calls: ask.calls + (call.outcome === null ? 0 : 1),
    });
  }

  private countsOf(engineId: string): MutableCounts {
    const counts = this.byEngine.get(engineId) ?? {
      requests: 0,
      calls: 0,
      refusals: 0,
      outcomes: {},
      faults: {},
    };
    this.byEngine.set(engineId, counts);
    return counts;
  }
}

interface MutableCounts {
  requests: number;
  calls: number;
  refusals: number;
  outcomes: Partial<Record<Outcome, number>>;
  faults: Partial<Record<FaultKind, number>>;
}

function askKey(engineId: string, askId: string): string {
  return `${engineId} ${askId}`;
}

function added<Key extends string>(counts: readonly Counts<Key>[]): Counts<Key> {
  const sum: Partial<Record<Key, number>> = {};
  for (const one of counts) {
    for (const key of keysOf(one)) sum[key] = (sum[key] ?? 0) + (one[key] ?? 0);
  }
  return sum;
}

/** Guarantees the keys of a record that was built from these keys alone. */
function keysOf<Key extends string>(counts: Counts<Key>): Key[] {
  return Object.keys(counts) as Key[];
}
