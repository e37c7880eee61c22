import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { reapplyMeanings } from "@/server/analysis";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { type AnswerReading, readAnswer } from "@/server/reading";
import { lockDecisions, reapplyDecisions } from "@/server/review";
import type { CurrentReading } from "./current-reading";
import { replaceFindings } from "./replace-findings";

/** An answer with what it was read from. */
interface StoredBody extends Record<string, unknown> {
  readonly id: AnswerId;
  readonly text: string;
  readonly prompt: string;
  /** Null where no body has the answer's hash. */
  readonly parser: string | null;
  readonly body: Buffer | null;
}

/** An answer that keeps its facts, and why. */
export interface Unread {
  readonly answerId: AnswerId;
  readonly reason: string;
}

/**
 * Reads these answers again from their stored bodies and replaces what was read out of them. What people decided and what
 * the analysis model held is put on top again. Returns those that couldn't be read: their facts are as they were.
 */
export async function rereadAnswers(
  tx: TenantTransaction,
  answerIds: readonly AnswerId[],
  reading: CurrentReading,
): Promise<Unread[]> {
  // Items before answers, as whoever decides has them: two that wait for each other would both lose.
  await lockDecisions(tx, answerIds);
  const stored = await lockBodies(tx, answerIds);
  const unread: Unread[] = [];
  const read = new Map<AnswerId, AnswerReading>();
  for (const answer of stored) {
    const found = readAgain(answer, reading);
    if (typeof found === "string") unread.push({ answerId: answer.id, reason: found });
    else read.set(answer.id, found);
  }
  const before = await replaceFindings(tx, read);
  await reapplyMeanings(tx, before);
  const moved = stored.filter(({ id, text }) => read.get(id) && read.get(id)?.parsed.text !== text);
  const decided = await lockDecisions(tx, [...read.keys()]);
  await reapplyDecisions(tx, decided, new Set(moved.map(({ id }) => id)));
  return unread;
}

/** No row that refers to one of them comes in until the transaction ends: no item, mention or judgement. */
async function lockBodies(tx: TenantTransaction, answerIds: readonly AnswerId[]): Promise<StoredBody[]> {
  const { rows } = await tx.execute<StoredBody>(sql`
    select w.id, w.text, p.text as prompt, b.parser, b.body
    from tracking.answer w
    join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id
    left join lateral (select parser, body from tracking.raw_body
      where org_id = w.org_id and ask_id = w.ask_id and sha256 = w.raw_sha256 limit 1) b on true
    where w.org_id = ${requireContext().orgId} and w.id = any(${sql.param([...answerIds])}::uuid[])
    order by w.id for update of w`);
  return rows;
}

/** What stands in the body now; in words, why nothing can be read there. */
function readAgain({ parser, body, prompt }: StoredBody, reading: CurrentReading): AnswerReading | string {
  if (parser === null || body === null) return "The engine's own response isn't stored any more.";
  try {
    const found = readAnswer({ parser, body, prompt, ...reading });
    if (found.parsed.state !== "provider_error") return found;
    return `The stored response can't be read any more: ${found.parsed.reason ?? "no answer stands in it"}.`;
  } catch {
    return "The stored response is damaged: it can't be unpacked.";
  }
}
