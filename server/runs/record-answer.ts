import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { type AnswerState, answer, citation, type GridEngine, mention, type Surface } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { settleAsk } from "@/server/credits";
import { findEngine, parseRawBody } from "@/server/engines";
import { extractAnswer } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
import {
  type AnswerId,
  type AskId,
  BrandId,
  newId,
  type ProjectId,
  type PromptId,
  type ReservationId,
  type RunId,
} from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { brandSetOf } from "./brand-set";
import { endAsk } from "./end-ask";

interface BoughtAsk extends Record<string, unknown> {
  readonly askState: string;
  readonly leaseToken: string | null;
  readonly runId: RunId;
  readonly projectId: ProjectId;
  readonly promptId: PromptId;
  readonly engineId: string;
  readonly surface: Surface;
  readonly credits: number;
  readonly grid: readonly GridEngine[];
  readonly sandbox: boolean;
  readonly observedAt: string;
  readonly reservationId: ReservationId | null;
  readonly parser: string;
  readonly body: Buffer;
  readonly sha256: string;
}

/**
 * Step *record*: reads the raw body that stands under `leaseToken`, parses and extracts it, stores the answer and settles
 * its price, all in one transaction fenced by the lease. A second call changes nothing. A provider error ends the ask as
 * failed and is never charged; an answer on a closed reservation is stored uncharged.
 */
export async function recordAnswer(askId: AskId, leaseToken: string): Promise<Result<void>> {
  const recorded = await withTenant(async (tx) => {
    const bought = await lockBoughtAsk(tx, askId, leaseToken);
    if (!bought) return err(notFound("raw body under this lease"));
    const { runId } = bought;
    if (bought.askState !== "claimed") return ok({ runId, maybeLast: true });
    if (bought.leaseToken !== leaseToken)
      return err(new AppError("lease_lost", "Another worker holds this ask."));
    return ok({ runId, maybeLast: await storeAnswer(tx, askId, bought) });
  });
  if (!recorded.ok) return recorded;
  return recorded.value.maybeLast ? announceIfFinished(recorded.value.runId) : ok(undefined);
}

async function lockBoughtAsk(
  tx: TenantTransaction,
  askId: AskId,
  leaseToken: string,
): Promise<BoughtAsk | undefined> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<BoughtAsk>(sql`
    select a.state as "askState", a.lease_token as "leaseToken", a.run_id as "runId", r.project_id as "projectId",
      r.reservation_id as "reservationId",
      a.prompt_id as "promptId", a.engine_id as "engineId", a.surface, a.credits, r.grid, r.sandbox,
      a.observed_at as "observedAt", b.parser, b.body, b.sha256
    from tracking.ask a
    join tracking.run r on r.org_id = a.org_id and r.id = a.run_id
    join tracking.raw_body b on b.org_id = a.org_id and b.ask_id = a.id and b.lease_token = ${leaseToken}
    where a.org_id = ${orgId} and a.id = ${askId}
    for no key update of a`);
  return rows[0];
}

/** Returns whether the run may be at its end. */
async function storeAnswer(tx: TenantTransaction, askId: AskId, bought: BoughtAsk): Promise<boolean> {
  const { orgId } = requireContext();
  const parsed = parseRawBody(bought.parser, gunzipSync(bought.body).toString("utf8"));
  const brandSet = await brandSetOf(tx, bought.projectId);
  const found = extractAnswer({ text: parsed.text, sources: parsed.citations, brandSet });
  const charged = await settle(tx, askId, bought, parsed.state);
  const answerId = newId<AnswerId>();
  await tx.insert(answer).values({
    orgId,
    id: answerId,
    askId,
    runId: bought.runId,
    projectId: bought.projectId,
    promptId: bought.promptId,
    engineId: bought.engineId,
    surface: bought.surface,
    state: parsed.state,
    text: parsed.text,
    rawSha256: bought.sha256,
    modelRequested: parsed.modelRequested,
    modelServed: parsed.modelServed,
    searchTriggered: parsed.searchTriggered,
    searchQueries: parsed.searchQueries,
    usage: parsed.usage ?? {},
    costMicros: parsed.costMicros,
    finish: parsed.finish,
    contract: findEngine(bought.parser)?.contract ?? bought.parser,
    extractorVersion: found.extractorVersion,
    brandSetVersion: found.brandSetVersion,
    charged,
    sandbox: bought.sandbox,
    observedAt: new Date(bought.observedAt),
  });
  if (found.mentions.length > 0) {
    await tx
      .insert(mention)
      .values(
        found.mentions.map((each) => ({ ...each, orgId, answerId, brandId: BrandId.parse(each.brandId) })),
      );
  }
  if (found.citations.length > 0) {
    await tx.insert(citation).values(
      found.citations.map((each, index) => ({
        ...each,
        orgId,
        answerId,
        ordinal: index + 1,
        ownerBrandId: each.ownerBrandId === null ? null : BrandId.parse(each.ownerBrandId),
      })),
    );
  }
  const failed = parsed.state === "provider_error";
  return endAsk(tx, askId, failed ? "failed" : "answered", failed ? parsed.reason : null);
}

/** Credits taken for an answer in this state: none for a provider error, the page's own weight where none was shown. */
async function settle(
  tx: TenantTransaction,
  askId: AskId,
  bought: BoughtAsk,
  state: AnswerState,
): Promise<number> {
  const weight = bought.grid.find((engine) => engine.engineId === bought.engineId)?.noAnswerShownCredits;
  const credits =
    state === "no_answer_shown" ? Math.min(weight ?? bought.credits, bought.credits) : bought.credits;
  if (state === "provider_error" || credits === 0 || bought.reservationId === null) return 0;
  const settled = await settleAsk(tx, { askId, reservationId: bought.reservationId, credits });
  if (!settled.ok) throw settled.error;
  return settled.value.charged;
}
