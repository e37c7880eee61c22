import { and, eq, isNull, sql } from "drizzle-orm";
import { citationCheck, pageVisit, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { analyse, supportTask } from "@/server/analysis";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { AnswerId, type RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { type OutboundWorld, realWorld } from "@/server/outbound";
import type { SupportOutcome } from "../contract";
import { readCheckSetting } from "../read-check-setting";
import type { Span } from "../rules/clauses-about";
import { FACT_RULES_VERSION } from "../rules/rules-version";
import { judgeSupport } from "./judge-support";
import { type LookedAt, lookAtPage } from "./look-at-page";
import { sentenceOf } from "./sentence-of";
import { drawnCitations, type TakenPage, takePages } from "./take-pages";

/** Sentences of a run that are held against one page. */
const SENTENCES_A_PAGE = 20;
const EXCERPT = 500;

interface Leaning {
  readonly answerId: AnswerId;
  readonly sentence: Span;
  readonly words: string;
}

/**
 * Looks at the next cited pages of a run, and holds the sentences that lean on them against them: each page once a run, and
 * never more than the run and the org's day may have. Nothing of a page is kept but a short excerpt. Call it until `looked`
 * is 0. For our own jobs alone.
 */
export async function checkPages(
  runId: RunId,
  world: OutboundWorld = realWorld,
): Promise<Result<{ looked: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("have pages looked at"));
  const { orgId } = requireContext();
  const taken = await withTenant(async (tx) => {
    const [found] = await tx
      .select({ projectId: run.projectId })
      .from(run)
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    if (!found) return err(notFound("run"));
    const pages = await takePages(tx, runId, found.projectId);
    const { share } = await readCheckSetting(tx, found.projectId);
    const leaning = await Promise.all(pages.map((page) => readLeaning(tx, runId, share, page)));
    return ok(pages.map((page, index) => ({ page, leaning: leaning[index] ?? [] })));
  });
  if (!taken.ok) return taken;
  for (const { page, leaning } of taken.value) {
    const checked = await checkPage(runId, page, leaning, world);
    if (!checked.ok) return checked;
  }
  return ok({ looked: taken.value.length });
}

interface LeaningRow extends Record<string, unknown> {
  readonly answerId: string;
  readonly text: string;
  readonly span: Span;
}

/** The sentences that lean on a page, one of each answer. */
async function readLeaning(
  tx: TenantTransaction,
  runId: RunId,
  share: number,
  { url }: TakenPage,
): Promise<Leaning[]> {
  const { rows } = await tx.execute<LeaningRow>(sql`
    select d.answer_id as "answerId", d.text, d.span from (${drawnCitations(runId, share)}) d
    where d.canonical_url = ${url} order by d.answer_id limit ${SENTENCES_A_PAGE}`);
  return rows.flatMap(({ answerId, text, span }) => {
    const sentence = sentenceOf(text, span);
    if (sentence === null) return [];
    const words = text.slice(sentence.start, sentence.end);
    return [{ answerId: AnswerId.parse(answerId), sentence, words }];
  });
}

async function checkPage(
  runId: RunId,
  { url, urlSha256 }: TakenPage,
  leaning: readonly Leaning[],
  world: OutboundWorld,
): Promise<Result<void>> {
  const { orgId } = requireContext();
  const looked = await lookAtPage(url, world);
  const checks: (typeof citationCheck.$inferInsert)[] = [];
  for (const { answerId, sentence, words } of leaning) {
    const judged = await judge(words, looked);
    if (!judged.ok) return judged;
    checks.push({ orgId, answerId, runId, urlSha256, ...sentence, ...judged.value });
  }
  const { status, trouble, textSha256 } = looked;
  return withTenant<void>(async (tx) => {
    await tx
      .update(pageVisit)
      .set({ status, refusal: trouble, textSha256, fetchedAt: sql`now()` })
      .where(
        and(
          eq(pageVisit.orgId, orgId),
          eq(pageVisit.runId, runId),
          eq(pageVisit.urlSha256, urlSha256),
          isNull(pageVisit.fetchedAt),
        ),
      );
    if (checks.length > 0) await tx.insert(citationCheck).values(checks).onConflictDoNothing();
    return ok(undefined);
  });
}

interface JudgedSupport {
  readonly outcome: SupportOutcome;
  readonly why: string | null;
  readonly excerpt: string | null;
  readonly judgedBy: string;
  readonly confidence: number;
}

const OF_MODEL = {
  supports: "supports",
  partly: "partly",
  contradicts: "unsupported",
  unrelated: "unsupported",
} as const;

/** By rule; where the rules are unsure, by the analysis model on the passage that they found. */
async function judge(sentence: string, { text, trouble }: LookedAt): Promise<Result<JudgedSupport>> {
  if (trouble !== null)
    return ok({
      outcome: "unchecked",
      why: trouble,
      excerpt: null,
      judgedBy: FACT_RULES_VERSION,
      confidence: 1,
    });
  const { outcome, confidence, start, end } = judgeSupport(sentence, text);
  const passage = text.slice(start, end);
  const excerpt = passage === "" ? null : shortened(passage);
  const byRules = { outcome, why: null, excerpt, judgedBy: FACT_RULES_VERSION, confidence };
  if (passage === "") return ok(byRules);
  const opinion = {
    value: { outcome: outcome === "unsupported" ? ("unrelated" as const) : outcome, quote: "" },
    confidence,
    judge: FACT_RULES_VERSION,
  };
  const asked = await analyse(
    supportTask,
    { sentence: sentence.slice(0, 2_000), passage: passage.slice(0, 4_000) },
    opinion,
  );
  if (!asked.ok) return asked;
  const { value, promptVersion, judge: judgedBy } = asked.value;
  if (value === null || promptVersion === null) return ok(byRules);
  const answered = { outcome: OF_MODEL[value.outcome], judgedBy: `${judgedBy} ${promptVersion}` };
  return ok({ ...byRules, ...answered, confidence: asked.value.confidence });
}

/** At most EXCERPT characters, cut between them. */
function shortened(passage: string): string {
  const line = passage.replace(/\s+/g, " ").trim();
  return line.length <= EXCERPT ? line : `${[...line.slice(0, EXCERPT - 2)].slice(0, -1).join("")}…`;
}
