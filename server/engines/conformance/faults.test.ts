import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AskId, newId } from "@/server/kernel/id";
import { askEngine } from "../ask-engine";
import type { AskDeps } from "../define-engine";
import { EngineError } from "../engine-error";
import { engines, getEngine } from "../registry";
import { type FaultInput, FaultKind } from "../sandbox/faults";
import { sandboxMarket } from "../sandbox/market";
import { type Sandbox, startSandbox } from "../sandbox/start-sandbox";
import { mintedAsk } from "../testing/minted-ask";
import { answerCases } from "./answer-cases";
import { alteredCases, faultCases, lost, safe } from "./failure-cases";
import { formatLimits } from "./format-limits";

const prompt = sandboxMarket.prompts[1]?.text ?? "";
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ mode: "seeded" });
});
afterAll(() => sandbox.close());

async function setFaults(faults: FaultInput[]): Promise<void> {
  const body = JSON.stringify({ faults });
  const response = await fetch(`${sandbox.url}/__sandbox/faults`, { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
}

async function bill(): Promise<number> {
  return Number((await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json())).calls);
}

async function failureOf(
  engineId: string,
  deps: AskDeps,
  askId: AskId = newId<AskId>(),
): Promise<EngineError> {
  const error: unknown = await askEngine(engineId, mintedAsk(prompt, askId), deps).catch((thrown) => thrown);
  if (error instanceof EngineError) return error;
  throw new Error(`expected an EngineError, got ${String(error)}`);
}

describe.each(engines)("$id", ({ id }) => {
  const deps = (timeoutMs = 10_000) => ({ environment: { ENGINE_SANDBOX_URL: sandbox.url }, timeoutMs });

  it.each(Object.entries(faultCases))(
    "names the fault %s, bills it rightly and answers the next try",
    async (name, expected) => {
      const kind = FaultKind.parse(name);
      await setFaults([{ kind, firstAttempts: 1, retryAfterSeconds: 3 }]);
      const askId = newId<AskId>();
      const before = await bill();
      const failure = await failureOf(id, deps(expected.kind === "timeout" ? 150 : 10_000), askId);
      const { bill: billed, ...facts } = expected;
      expect(failure).toMatchObject(facts);
      expect((await bill()) - before).toBe(billed);
      if (kind === "rate_limited") expect(failure).toMatchObject({ httpStatus: 429, retryAfterMs: 3000 });
      const reply = await askEngine(id, mintedAsk(prompt, askId), deps());
      expect(reply.httpStatus).toBe(200);
    },
  );

  it.each(Object.entries(alteredCases))(
    "bills the fault %s as the answer that it is, and reads it as %s",
    async (name, caseName) => {
      await setFaults([{ kind: FaultKind.parse(name), firstAttempts: 1 }]);
      const before = await bill();
      const { body } = await askEngine(id, mintedAsk(prompt), deps());
      const said = formatLimits[id]?.[caseName]?.state ?? answerCases[caseName].state;
      // A market's answer that is empty or missing anyway stays so when it is cut.
      const { state } = getEngine(id).parse(body);
      expect([said, ...(name === "truncated_answer" ? ["empty", "no_answer_shown"] : [])]).toContain(state);
      expect((await bill()) - before).toBe(1);
    },
  );

  it("gets the whole answer of a body that trickles, given the time", async () => {
    await setFaults([{ kind: "slow_loris", delayMs: 200 }]);
    const { body } = await askEngine(id, mintedAsk(prompt), deps());
    expect(getEngine(id).parse(body).state).not.toBe("provider_error");
    await setFaults([]);
  });

  it("strikes a given share of asks, the same ones each time", async () => {
    await setFaults([{ kind: "server_error", share: 0.3 }]);
    const outcomes = await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        const askId = `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
        const reply = await askEngine(id, mintedAsk(prompt, askAs(askId)), deps()).catch(() => null);
        return reply === null;
      }),
    );
    const struck = outcomes.filter(Boolean).length;
    expect(struck).toBeGreaterThan(8);
    expect(struck).toBeLessThan(44);
  });

  it("leaves the other engine alone when a fault is for one", async () => {
    await setFaults([{ kind: "server_error", engine: id }]);
    const others = engines.filter((engine) => engine.id !== id);
    for (const other of others) {
      expect((await askEngine(other.id, mintedAsk(prompt), deps())).httpStatus).toBe(200);
    }
    expect(await failureOf(id, deps())).toMatchObject({ kind: "server_error", httpStatus: 500 });
    await setFaults([]);
  });

  it("says that nobody listens, which is safe to try again", async () => {
    const closed = await startSandbox({ mode: "seeded" });
    await closed.close();
    const failure = await failureOf(id, { environment: { ENGINE_SANDBOX_URL: closed.url } });
    expect(failure).toMatchObject({ kind: "network", ...safe });
  });

  it("ends when its caller cancels, and counts as perhaps paid", async () => {
    await setFaults([{ kind: "slow" }]);
    const controller = new AbortController();
    const failing = failureOf(id, { ...deps(), signal: controller.signal });
    await waitForWork();
    controller.abort();
    expect(await failing).toMatchObject({ kind: "cancelled", ...lost });
    await setFaults([]);
  });

  it("doesn't ask without a key, and says which variable to set", async () => {
    const before = await bill();
    const failure = await failureOf(id, { environment: {} });
    expect(failure).toMatchObject({ kind: "not_ready", retryable: false, mayHaveBeenPaid: false });
    expect(failure.message).toMatch(/has no key: set [A-Z_]+/);
    expect(await bill()).toBe(before);
  });

  it("keeps keys and the vendor's prose out of its messages", async () => {
    await setFaults([{ kind: "server_error" }]);
    const failure = await failureOf(id, deps());
    expect(failure.message).not.toMatch(/sandbox|Bearer|Basic|had an error/);
    await setFaults([]);
  });
});

async function waitForWork(): Promise<void> {
  for (;;) {
    const log = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
    if (log.inFlight > 0) return;
  }
}

/** Guarantees an AskId: its argument is written as a UUID above. */
function askAs(text: string): AskId {
  return text as AskId;
}
