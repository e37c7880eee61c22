import type { FaultKind } from "./faults";

/** What the sandbox has done so far. `calls` is the bill: answers that the vendors would have charged for. */
export interface SandboxLog {
  readonly calls: number;
  readonly callsByEngine: Readonly<Record<string, number>>;
  readonly requests: number;
  readonly refusals: number;
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  readonly distinctRequestIds: number;
  readonly inFlight: number;
  readonly inFlightMax: number;
}

/** Counts. An answer counts as paid when the work is accepted, before latency: a caller that dies meanwhile has paid. */
export class CallLog {
  private readonly callsByEngine: Record<string, number> = {};
  private readonly faults: Partial<Record<FaultKind, number>> = {};
  private calls = 0;
  private requests = 0;
  private refusals = 0;
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

  refused(): void {
    this.refusals += 1;
  }

  paid(engineId: string): void {
    this.calls += 1;
    this.callsByEngine[engineId] = (this.callsByEngine[engineId] ?? 0) + 1;
  }

  fault(kind: FaultKind): void {
    this.faults[kind] = (this.faults[kind] ?? 0) + 1;
  }

  read(distinctRequestIds: number): SandboxLog {
    const { calls, callsByEngine, requests, refusals, faults, inFlight, inFlightMax } = this;
    return { calls, callsByEngine, requests, refusals, faults, distinctRequestIds, inFlight, inFlightMax };
  }
}
