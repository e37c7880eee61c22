import type { AnswerState, GridEngine, Surface } from "@/db/schema";
import { statement } from "@/db/statement";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { correctHold, type HeldCost } from "@/server/ceiling";
import { settleAsk } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError, notFound } from "@/server/kernel/errors";
import type { AskId, ProjectId, PromptId, ReservationId, RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { readAnswer } from "@/server/reading";
import { announceIfFinished } from "./announce-if-finished";
import { brandSetOf, type ReadBrands } from "./brand-set";
import { storeAnswer } from "./store-answer";

interface BoughtAsk extends HeldCost {
  readonly askState: string;
  readonly leaseToken: string | null;
  readonly runId: RunId;
  readonly projectId: ProjectId;
  readonly promptId: PromptId;
  readonly prompt: string;
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
    const [found, brands] = await Promise.all([
      lockBought(tx, [requireContext().orgId, askId, leaseToken]),
      brandSetOf(tx, askId),
    ]);
    const bought = found.rows[0];
    if (!bought) return err(notFound("raw body under this lease"));
    const { runId } = bought;
    if (bought.askState !== "claimed") return ok({ runId, maybeLast: true });
    if (bought.leaseToken !== leaseToken)
      return err(new AppError("lease_lost", "Another worker holds this ask."));
    const maybeLast = await recordBought(tx, askId, leaseToken, bought, brands);
    crashPoint("record/before-commit");
    return ok({ runId, maybeLast });
  });
  crashPoint("record/after-commit");
  if (!recorded.ok) return recorded;
  return recorded.value.maybeLast ? announceIfFinished(recorded.value.runId) : ok(undefined);
}

const lockBought = statement<BoughtAsk>(
  "lock_bought_ask",
  `select a.state as "askState", a.lease_token as "leaseToken", a.run_id as "runId", r.project_id as "projectId",
     r.reservation_id as "reservationId", a.prompt_id as "promptId", p.text as prompt, a.engine_id as "engineId", a.surface, a.credits,
     a.held_micros::text as "heldMicros", a.held_on::text as "heldOn", r.grid, r.sandbox, a.observed_at::text as "observedAt", b.parser, b.body, b.sha256
   from tracking.ask a
   join tracking.run r on r.org_id = a.org_id and r.id = a.run_id
   join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
   join tracking.raw_body b on b.org_id = a.org_id and b.ask_id = a.id and b.lease_token = $3
   where a.org_id = $1 and a.id = $2
   for no key update of a`,
);

/** Returns whether the run may be at its end. */
async function recordBought(
  tx: TenantTransaction,
  askId: AskId,
  leaseToken: string,
  bought: BoughtAsk,
  brands: ReadBrands,
): Promise<boolean> {
  const reading = readAnswer({ ...bought, ...brands });
  const facts = {
    ask_id: askId,
    run_id: bought.runId,
    project_id: bought.projectId,
    prompt_id: bought.promptId,
    engine_id: bought.engineId,
    surface: bought.surface,
    raw_sha256: bought.sha256,
    sandbox: bought.sandbox,
    observed_at: bought.observedAt,
  };
  // Sent together, run in this order: the answer's row takes what was charged from the settlement before it.
  const [, maybeLast] = await Promise.all([
    settle(tx, askId, bought, reading.parsed.state),
    storeAnswer(tx, leaseToken, facts, reading),
    correctHold(tx, bought, reading.parsed.costMicros),
  ]);
  return maybeLast;
}

/** Charges for an answer in this state: nothing for a provider error, the page's own weight where none was shown. */
async function settle(
  tx: TenantTransaction,
  askId: AskId,
  bought: BoughtAsk,
  state: AnswerState,
): Promise<void> {
  const weight = bought.grid.find((engine) => engine.engineId === bought.engineId)?.noAnswerShownCredits;
  const credits =
    state === "no_answer_shown" ? Math.min(weight ?? bought.credits, bought.credits) : bought.credits;
  if (state === "provider_error" || credits === 0 || bought.reservationId === null) return;
  const settled = await settleAsk(tx, { askId, reservationId: bought.reservationId, credits });
  if (!settled.ok) throw settled.error;
}
