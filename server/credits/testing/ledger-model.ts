import type { AskId, ReservationId, RunId } from "@/server/kernel/id";

/** The credits of one org as a person would keep them on paper: no entries, no locks, no checkpoints. */
export interface LedgerModel {
  readonly lots: ModelLot[];
  readonly runs: ModelRun[];
  readonly grantKeys: Map<string, number>;
  /** What each refund took. */
  readonly refunds: Map<string, number>;
  readonly disputes: Map<string, ModelDispute>;
}

export interface ModelDispute {
  readonly lot: ModelLot;
  readonly amount: number;
  won: boolean;
}

export interface ModelLot {
  readonly lotId: string;
  readonly grantKey: string;
  readonly granted: number;
  clawedBack: number;
  onHold: number;
  /** Days from now; null for never. Distinct days, so that the order is plain. */
  readonly expiresInDays: number | null;
  expired: boolean;
  remainder: number;
}

export interface ModelRun {
  readonly runId: RunId;
  readonly price: number;
  readonly asks: { readonly askId: AskId; charged: number | undefined }[];
  readonly reservationId: ReservationId;
  /** What each lot gave, in the order of spending. */
  readonly from: { readonly lot: ModelLot; readonly amount: number }[];
  released: number | undefined;
}

export function emptyModel(): LedgerModel {
  return { lots: [], runs: [], grantKeys: new Map(), refunds: new Map(), disputes: new Map() };
}

/** What can be reserved: unexpired lots, less what any lot owes. */
export function available(model: LedgerModel): number {
  return model.lots
    .filter((lot) => !lot.expired || lot.remainder < 0)
    .reduce((sum, lot) => sum + lot.remainder, 0);
}

/** Takes `amount` out of unexpired lots, earliest expiry first; undefined and nothing taken when there is less. */
export function take(model: LedgerModel, amount: number): ModelRun["from"] | undefined {
  const open = model.lots.filter((lot) => !lot.expired && lot.remainder > 0);
  if (available(model) < amount) return undefined;
  const ordered = open.toSorted((a, b) => (a.expiresInDays ?? 1e9) - (b.expiresInDays ?? 1e9));
  const from: ModelRun["from"] = [];
  let left = amount;
  for (const lot of ordered) {
    const taken = Math.min(left, lot.remainder);
    if (taken === 0) continue;
    lot.remainder -= taken;
    left -= taken;
    from.push({ lot, amount: taken });
  }
  return from;
}

/** Gives a run's unsettled credits back, last lot first; an expired lot keeps none of it. */
export function giveBack(run: ModelRun): number {
  const settled = run.asks.reduce((sum, ask) => sum + (ask.charged ?? 0), 0);
  const reserved = run.from.reduce((sum, { amount }) => sum + amount, 0);
  let left = reserved - settled;
  for (const { lot, amount } of run.from.toReversed()) {
    const given = Math.min(left, amount);
    left -= given;
    if (!lot.expired) lot.remainder += given;
  }
  return reserved - settled;
}
