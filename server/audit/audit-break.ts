/** A seal by its place and what it says: enough to find it again, and not to make another. */
export interface SealHead {
  readonly seq: number;
  readonly hash: string;
}

/** A seal as it stands, beside what it would say of the rows of today. Ids are bigints, as text. */
export interface SealView extends SealHead {
  readonly fromId: string;
  readonly uptoId: string;
  readonly rows: number;
  readonly rowsHash: string;
  readonly prevHash: string;
  readonly hashNow: string;
  readonly rowsNow: number;
  readonly rowsHashNow: string;
}

export interface AuditBreak {
  /** Of the seal that doesn't fit. */
  readonly seq: number;
  readonly what:
    | "seal_missing"
    | "seal_changed"
    | "seal_replaced"
    | "rows_missing"
    | "rows_added"
    | "rows_changed"
    | "anchor_lost";
  /** The ids that the seal covers. */
  readonly rows: { readonly from: string; readonly upto: string } | null;
}

/**
 * What is wrong with a seal or its rows, given the seal before it; undefined when all is as it was written. `seal_missing`
 * means one before it, `seal_replaced` that the one before is not the one that it was chained to. Rows that were swapped
 * are changed rows.
 */
export function breakOf(seal: SealView, before: SealHead | undefined): AuditBreak | undefined {
  const what = whatIsWrong(seal, before);
  return what && { seq: seal.seq, what, rows: { from: seal.fromId, upto: seal.uptoId } };
}

function whatIsWrong(seal: SealView, before: SealHead | undefined): AuditBreak["what"] | undefined {
  if (seal.seq !== (before?.seq ?? 0) + 1) return "seal_missing";
  if (seal.hashNow !== seal.hash) return "seal_changed";
  if (seal.prevHash !== (before?.hash ?? "")) return "seal_replaced";
  if (seal.rowsNow < seal.rows) return "rows_missing";
  if (seal.rowsNow > seal.rows) return "rows_added";
  return seal.rowsHashNow === seal.rowsHash ? undefined : "rows_changed";
}
