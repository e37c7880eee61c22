import { sql } from "drizzle-orm";
import { recomputeNote } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { RecomputeId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { type CurrentReading, currentReading } from "./current-reading";
import { changeRecompute, lockRecompute, type RecomputeRow } from "./recompute-rows";
import { rereadAnswers } from "./reread-answers";
import { countStale, nextStale } from "./stale-answers";

/** Answers of one transaction: a person who decides about one of them waits for less than a second. */
const ANSWERS = 50;
/** Transactions of one step: what a killed worker has to find again is in the database, not in the step. */
const TRANSACTIONS = 10;

/**
 * Reads the next answers again, fifty in a transaction: an answer's new facts and its count in the progress stand together
 * or not at all. Which are next follows from the answers themselves, so another try goes on where one was killed. `left`:
 * there are more. For our own jobs alone.
 */
export async function recomputeBatch(recomputeId: RecomputeId): Promise<Result<{ left: boolean }>> {
  if ("role" in requireContext().actor) return err(forbidden("read answers again"));
  for (let done = 0; done < TRANSACTIONS; done += 1) {
    const read = await withTenant((tx) => readSome(tx, recomputeId));
    if (!read.ok || !read.value.left) return read;
  }
  return ok({ left: true });
}

async function readSome(tx: TenantTransaction, recomputeId: RecomputeId): Promise<Result<{ left: boolean }>> {
  const found = await lockRecompute(tx, recomputeId);
  if (!found) return err(notFound("reading"));
  if (found.state !== "requested" && found.state !== "reading") return ok({ left: false });
  const reading = await currentReading(tx, found.projectId);
  const total = await totalOf(tx, found, reading);
  const ids = await nextStale(tx, found.projectId, reading, ANSWERS);
  if (ids.length === 0) {
    await changeRecompute(tx, recomputeId, { state: "measuring", total: found.done });
    return ok({ left: false });
  }
  const unread = await rereadAnswers(tx, ids, reading);
  const { orgId } = requireContext();
  const { extractorVersion, brandSetVersion } = reading;
  const versions = { extractorVersion, brandSetVersion };
  if (unread.length > 0)
    await tx
      .insert(recomputeNote)
      .values(unread.map((note) => ({ orgId, recomputeId, ...note, ...versions })))
      .onConflictDoUpdate({
        target: [recomputeNote.orgId, recomputeNote.recomputeId, recomputeNote.answerId],
        set: { reason: sql`excluded.reason`, ...versions },
      });
  const done = found.done + ids.length;
  await changeRecompute(tx, recomputeId, {
    state: "reading",
    done,
    total: Math.max(total, done),
    ...versions,
  });
  return ok({ left: true });
}

/** What it has to read in all: counted anew when somebody changed the brands meanwhile. */
async function totalOf(tx: TenantTransaction, row: RecomputeRow, reading: CurrentReading): Promise<number> {
  const isSame =
    row.brandSetVersion === reading.brandSetVersion && row.extractorVersion === reading.extractorVersion;
  return isSame ? row.total : row.done + (await countStale(tx, row.projectId, reading));
}
