import { z } from "zod";

/** Whole credits above zero. */
const Amount = z.int().positive();

export const GrantCreditsInput = z.object({
  amount: Amount,
  source: z.enum(["grant", "topup", "adjust"]),
  /** Says which payment or period it stands for; the same key grants once, for good. */
  idemKey: z.string().regex(/^(grant|topup|adjust):\S{1,200}$/, "begins with grant:, topup: or adjust:"),
  expiresAt: z.date().nullable(),
  ref: z.object({ type: z.string().min(1).max(50), id: z.string().min(1).max(200) }),
});
export type GrantCreditsInput = z.input<typeof GrantCreditsInput>;

export const ListEntriesInput = z.object({
  /** The `next` of the page before: entries older than it. */
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export type ListEntriesInput = z.input<typeof ListEntriesInput>;

/** Amounts are whole credits, times ISO 8601 in UTC. */
export interface BalanceDto {
  readonly balance: number;
  /** What a run could reserve now. */
  readonly available: number;
  /** Lots that hold something, in the order in which they are spent. */
  readonly lots: readonly {
    readonly lotId: string;
    readonly source: string;
    readonly remainder: number;
    readonly expiresAt: string | null;
  }[];
}

/** One line of the ledger page: how many credits, signed, and why. */
export interface EntryDto {
  readonly id: number;
  readonly amount: number;
  readonly kind: string;
  readonly lotId: string;
  readonly refType: string;
  readonly refId: string;
  readonly actor: string;
  readonly createdAt: string;
}

export interface EntriesPage {
  /** Newest first. */
  readonly entries: readonly EntryDto[];
  /** What `before` has to be for the next page; null at the end. */
  readonly next: number | null;
}
