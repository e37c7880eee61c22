import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { answer, judgement, prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { type BrandDefinition, compileBrandSet, extractAnswer, type Span } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import { type AnswerId, BrandId, type RunId } from "@/server/kernel/id";
import { readBrands } from "@/server/projects";
import { disambiguationTask } from "../tasks/disambiguation";

/** A brand whose name stands in an answer only in ways that the rules can't settle. */
export interface Question {
  readonly answerId: AnswerId;
  readonly brandId: BrandId;
  readonly brand: BrandDefinition;
  readonly text: string;
  /** Where the name stands. */
  readonly spans: readonly Span[];
  /** Other brands of the project that the answer names. */
  readonly context: readonly string[];
}

export interface QuestionPage {
  readonly questions: readonly Question[];
  /** The answers that were looked at. */
  readonly answerIds: readonly AnswerId[];
  /** The last answer that was looked at; null: there are no more. */
  readonly last: AnswerId | null;
}

const ANSWERS = 50;

/**
 * What is open in the next answers of a run, in the order of their ids: undecided by the rules, and not judged by this
 * version of the prompt. Answers that were read with other brands than the project has now are left alone.
 */
export async function readQuestions(
  tx: TenantTransaction,
  runId: RunId,
  after: AnswerId | null,
): Promise<QuestionPage> {
  const { orgId } = requireContext();
  const answers = await tx
    .select({
      id: answer.id,
      text: answer.text,
      prompt: prompt.text,
      projectId: answer.projectId,
      brandSetVersion: answer.brandSetVersion,
    })
    .from(answer)
    .innerJoin(prompt, and(eq(prompt.orgId, answer.orgId), eq(prompt.id, answer.promptId)))
    .where(
      and(
        eq(answer.orgId, orgId),
        eq(answer.runId, runId),
        inArray(answer.state, ["answered", "truncated"]),
        after === null ? undefined : gt(answer.id, after),
      ),
    )
    .orderBy(asc(answer.id))
    .limit(ANSWERS);
  const [first] = answers;
  if (!first) return { questions: [], answerIds: [], last: null };
  const brands = await readBrands(tx, first.projectId);
  const brandSet = compileBrandSet(brands);
  const answerIds = answers.map(({ id }) => id);
  const judged = await readJudged(tx, answerIds);
  const questions = answers
    .filter(({ brandSetVersion }) => brandSetVersion === brandSet.version)
    .flatMap(({ id, text, prompt: asked }) => {
      const { ambiguous, mentions } = extractAnswer({ text, prompt: asked, sources: [], brandSet });
      const named = new Set(mentions.map(({ brandId }) => brandId));
      const context = brands.filter((brand) => named.has(brand.id)).map(({ name }) => name);
      return ambiguous.flatMap(({ brandId, spans }) => {
        const brand = brands.find((each) => each.id === brandId);
        if (!brand || judged.has(`${id} ${brandId}`)) return [];
        return [{ answerId: id, brandId: BrandId.parse(brandId), brand, text, spans, context }];
      });
    });
  return { questions, answerIds, last: answers.length < ANSWERS ? null : (answers.at(-1)?.id ?? null) };
}

async function readJudged(tx: TenantTransaction, answerIds: readonly AnswerId[]): Promise<Set<string>> {
  const { id, prompt: instruction } = disambiguationTask;
  const rows = await tx
    .select({ answerId: judgement.answerId, brandId: judgement.brandId })
    .from(judgement)
    .where(
      and(
        eq(judgement.orgId, requireContext().orgId),
        inArray(judgement.answerId, [...answerIds]),
        eq(judgement.task, id),
        eq(judgement.promptVersion, instruction.version),
      ),
    );
  return new Set(rows.map(({ answerId, brandId }) => `${answerId} ${brandId}`));
}
