import { z } from "zod";

/** Which rows of an org's audit log are looked at; the screen keeps it in the address. What is left out narrows nothing. */
export const AuditFilter = z.object({
  /** One actor as the log names them, or every one of a kind: "user:0198…", "system". */
  who: z
    .string()
    .regex(/^(user|operator|api_key|system|webhook)(:[\w-]{1,64})?$/)
    .optional(),
  action: z
    .string()
    .regex(/^[a-z_]{1,30}\.[a-z_]{1,30}$/)
    .optional(),
  /** First and last day, both included, UTC. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readAuditFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): AuditFilter {
  const readable = Object.entries(AuditFilter.shape).flatMap(([key, field]) => {
    const read = field.safeParse(params[key] || undefined);
    return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
  });
  return AuditFilter.parse(Object.fromEntries(readable));
}

/** Where a page of the log ends: the next one holds what was written before. */
export const AuditPlace = z.string().regex(/^\d{1,18}$/);

export const ListAuditInput = AuditFilter.extend({ after: AuditPlace.optional() });
export type ListAuditInput = z.input<typeof ListAuditInput>;

export interface AuditRowDto {
  readonly id: string;
  /** ISO moment. */
  readonly at: string;
  /** A person's name, or what else it was: "CiteStreak", "An operator of CiteStreak". */
  readonly who: string;
  readonly action: string;
  /** What was done, to go behind a name: "changed a member’s role". */
  readonly words: string;
  /** What it was done to, where that has a name. */
  readonly subject: string | null;
  /** Each field that was changed, as it was and as it became. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly details: readonly { readonly field: string; readonly value: string }[];
}

export interface AuditPageDto {
  /** The newest first. */
  readonly rows: readonly AuditRowDto[];
  /** What the next page begins after; null on the last. */
  readonly next: string | null;
  /** Everybody and everything that is on record as having done something, by name. */
  readonly actors: readonly { readonly who: string; readonly name: string }[];
  /** Every action that has words, by its words. */
  readonly actions: readonly { readonly action: string; readonly words: string }[];
}
