import { and, eq } from "drizzle-orm";
import { answer, ask, panel, panelVersion, prompt, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { AnswerUsage, capturedAnswerParser, findEngine, parseRawBody } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { AnswerId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type AnswerDto, AnswerInput } from "./contract";
import { readCell } from "./read-cell";
import { readAnswerBrands, readAnswerCitations } from "./read-findings";
import { type RawBody, readRawBody } from "./read-raw-body";

/** Everything of one answer, for every role: what came, what was read out of it, how it was asked, and its cell. */
export async function getAnswer(input: AnswerInput): Promise<Result<AnswerDto>> {
  const parsed = parseInput(AnswerInput, input);
  if (!parsed.ok) return parsed;
  const { answerId } = parsed.value;
  return withTenant<AnswerDto>(async (tx) => {
    const found = await readAnswer(tx, answerId);
    if (!found) return err(notFound("answer"));
    const { stored, asked } = found;
    const raw = await readRawBody(tx, answerId);
    const engine = findEngine(stored.engineId);
    return ok({
      ...stored,
      reason: reasonOf(stored.state, asked.failure, raw),
      engine: {
        engineId: stored.engineId,
        label: engine?.label ?? stored.engineId,
        observability: raw?.facts.parser === capturedAnswerParser ? null : (engine?.observability ?? null),
      },
      locale: asked.locale,
      repeat: asked.repeat,
      prompt: found.prompt,
      panel: found.panel,
      run: { ...found.run, requestedAt: found.run.requestedAt.toISOString() },
      brands: await readAnswerBrands(tx, stored.projectId, answerId),
      citations: await readAnswerCitations(tx, answerId),
      cell: await readCell(tx, answerId, stored.observedAt),
      usage: AnswerUsage.safeParse(stored.usage).data ?? null,
      observedAt: stored.observedAt.toISOString(),
      recordedAt: stored.recordedAt.toISOString(),
      rawBody: raw?.facts ?? null,
    });
  });
}

async function readAnswer(tx: TenantTransaction, answerId: AnswerId) {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({
      stored: {
        answerId: answer.id,
        projectId: answer.projectId,
        engineId: answer.engineId,
        text: answer.text,
        state: answer.state,
        sandbox: answer.sandbox,
        surface: answer.surface,
        modelRequested: answer.modelRequested,
        modelServed: answer.modelServed,
        searchTriggered: answer.searchTriggered,
        searchQueries: answer.searchQueries,
        usage: answer.usage,
        costMicros: answer.costMicros,
        charged: answer.charged,
        finish: answer.finish,
        contract: answer.contract,
        extractorVersion: answer.extractorVersion,
        brandSetVersion: answer.brandSetVersion,
        observedAt: answer.observedAt,
        recordedAt: answer.recordedAt,
      },
      asked: { locale: ask.locale, repeat: ask.repeat, failure: ask.failure },
      prompt: { promptId: prompt.id, text: prompt.text, intent: prompt.intent },
      panel: { name: panel.name, version: panelVersion.version },
      run: { runId: run.id, kind: run.kind, state: run.state, requestedAt: run.requestedAt },
    })
    .from(answer)
    .innerJoin(ask, and(eq(ask.orgId, answer.orgId), eq(ask.id, answer.askId)))
    .innerJoin(prompt, and(eq(prompt.orgId, answer.orgId), eq(prompt.id, answer.promptId)))
    .innerJoin(
      panelVersion,
      and(eq(panelVersion.orgId, prompt.orgId), eq(panelVersion.id, prompt.panelVersionId)),
    )
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .innerJoin(run, and(eq(run.orgId, answer.orgId), eq(run.id, answer.runId)))
    .where(and(eq(answer.orgId, orgId), eq(answer.id, answerId)))
    .prepare("get_answer")
    .execute();
  return found;
}

/** A reason isn't stored: the ask keeps why it failed, and for other states the body is read again. */
function reasonOf(state: AnswerDto["state"], failure: string | null, raw: RawBody | null): string | null {
  if (state === "answered") return null;
  if (failure !== null || raw === null) return failure;
  return parseRawBody(raw.facts.parser, raw.body).reason;
}
