import fc from "fast-check";
import { expect } from "vitest";
import type { Result } from "@/server/kernel/result";
import { clawBack } from "../claw-back";
import { holdDispute } from "../hold-dispute";
import { releaseDispute } from "../release-dispute";
import { attempt } from "./in-org";
import { type Command, command, type Ledger, nth } from "./ledger-commands";
import type { LedgerModel } from "./ledger-model";

/** What billing calls. A control hands in one that is wrong. */
export interface PaymentVerbs {
  readonly clawBack: typeof clawBack;
  readonly holdDispute: typeof holdDispute;
  readonly releaseDispute: typeof releaseDispute;
}

export const paymentVerbs: PaymentVerbs = { clawBack, holdDispute, releaseDispute };

/** A webhook as it came, to be delivered again: the amount that the model expects of it now, or the refusal. */
type Webhook =
  | { readonly kind: "refund"; readonly id: string; readonly lot: number; readonly credits: number }
  | { readonly kind: "dispute"; readonly id: string; readonly lot: number; readonly credits: number }
  | { readonly kind: "won"; readonly id: string };

/** Every kind of webhook about money that was paid, new ones and ones that came before. */
export function paymentCommands(verbs: PaymentVerbs): fc.Arbitrary<Command>[] {
  const delivered = new WeakMap<LedgerModel, Webhook[]>();

  async function deliver(webhook: Webhook, model: LedgerModel, { orgId }: Ledger): Promise<void> {
    const { id } = webhook;
    const expected = expectedOf(webhook, model);
    if (expected === undefined) return;
    delivered.set(model, [...(delivered.get(model) ?? []), webhook]);
    if (webhook.kind === "won") {
      const done = await attempt(orgId, (tx) => verbs.releaseDispute(tx, { disputeId: id }));
      expect(outcome(done, (value) => value.released)).toBe(expected);
      return;
    }
    const { credits } = webhook;
    const grantKey = nth(model.lots, webhook.lot)?.grantKey ?? "";
    const taken = await attempt(orgId, (tx) =>
      webhook.kind === "refund"
        ? verbs.clawBack(tx, { refundId: id, grantKey, credits })
        : verbs.holdDispute(tx, { disputeId: id, grantKey, credits }),
    );
    expect(outcome(taken, (value) => value.taken)).toBe(expected);
  }

  const send = (name: string, webhook: Webhook) =>
    command(name, (model, real) => deliver(webhook, model, real));
  const payment = fc.record({
    id: fc.nat({ max: 9 }).map(String),
    lot: fc.nat({ max: 7 }),
    credits: fc.integer({ min: 1, max: 40 }),
  });
  return [
    payment.map((of) =>
      send(`refund ${of.id} of ${of.credits} from lot ${of.lot}`, { kind: "refund", ...of }),
    ),
    payment.map((of) =>
      send(`dispute ${of.id} of ${of.credits} from lot ${of.lot}`, { kind: "dispute", ...of }),
    ),
    payment.map(({ id }) => send(`dispute ${id} is won`, { kind: "won", id })),
    // Lost: the ledger is told nothing, and everything stays as it is.
    payment.map(({ id }) => command(`dispute ${id} is lost`, async () => {})),
    fc.nat({ max: 30 }).map((which) =>
      command(`webhook ${which} comes again`, async (model, real) => {
        const again = nth(delivered.get(model) ?? [], which);
        if (again) await deliver(again, model, real);
      }),
    ),
  ];
}

function outcome<T>(result: Result<T>, amount: (value: T) => number): number | string {
  return result.ok ? amount(result.value) : result.error.code;
}

/** What the verb has to return, after the model was changed by it; undefined where there is no lot to speak of. */
function expectedOf(webhook: Webhook, model: LedgerModel): number | string | undefined {
  if (webhook.kind === "won") {
    const dispute = model.disputes.get(webhook.id);
    if (!dispute) return "not_found";
    if (!dispute.won) {
      dispute.won = true;
      dispute.lot.onHold -= dispute.amount;
      dispute.lot.remainder += dispute.amount;
    }
    return dispute.amount;
  }
  const { id, credits } = webhook;
  const lot = nth(model.lots, webhook.lot);
  if (!lot) return undefined;
  const before = webhook.kind === "refund" ? model.refunds.get(id) : model.disputes.get(id)?.amount;
  if (before !== undefined) return before;
  if (webhook.kind === "refund") {
    if (lot.clawedBack + credits > lot.granted) return "conflict";
    lot.clawedBack += credits;
    model.refunds.set(id, credits);
  } else {
    if (lot.onHold + credits > lot.granted) return "conflict";
    lot.onHold += credits;
    model.disputes.set(id, { lot, amount: credits, won: false });
  }
  lot.remainder -= credits;
  return credits;
}
