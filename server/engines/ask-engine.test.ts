import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from "vitest";
import type { ReservationToken } from "@/server/credits";
import { askEngine } from "./ask-engine";
import type { AskRequest } from "./define-engine";
import { engines, getEngine } from "./registry";
import { sandboxMarket } from "./sandbox/market";
import { type Sandbox, startSandbox } from "./sandbox/start-sandbox";
import { mintedAsk } from "./testing/minted-ask";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ mode: "seeded", seed: 7 });
});
afterAll(() => sandbox.close());

const prompt = sandboxMarket.prompts[0]?.text ?? "";
const environment = () => ({ ENGINE_SANDBOX_URL: sandbox.url });

async function paidCalls(): Promise<number> {
  const log = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
  return Number(log.calls);
}

describe.each(engines.map(({ id }) => id))("%s over HTTP", (id) => {
  it("gives back an answer that its own parser reads", async () => {
    const reply = await askEngine(id, mintedAsk(prompt), { environment: environment() });
    expect(reply.httpStatus).toBe(200);
    expect(reply.latencyMs).toBeGreaterThanOrEqual(0);
    expect(getEngine(id).parse(reply.body).state).not.toBe("provider_error");
  });

  it("gives the same answer to the same ask, and counts both purchases", async () => {
    const ask = mintedAsk(prompt);
    const before = await paidCalls();
    const first = await askEngine(id, ask, { environment: environment() });
    const second = await askEngine(id, mintedAsk(prompt, ask.askId), { environment: environment() });
    expect(second.body).toBe(first.body);
    expect((await paidCalls()) - before).toBe(2);
  });

  it("buys nothing with a token that credits didn't mint", async () => {
    const { token, ...ask } = mintedAsk(prompt);
    const lookAlike: ReservationToken = { ...token };
    const parsed: ReservationToken = JSON.parse(JSON.stringify(token));
    const before = await paidCalls();
    for (const forged of [lookAlike, parsed]) {
      const asked = askEngine(id, { ...ask, token: forged }, { environment: environment() });
      await expect(asked).rejects.toThrow("no reservation");
    }
    expect(await paidCalls()).toBe(before);
  });

  it("buys nothing with a token of another ask", async () => {
    const { token } = mintedAsk(prompt);
    const asked = askEngine(id, { ...mintedAsk(prompt), token }, { environment: environment() });
    await expect(asked).rejects.toThrow("another ask");
  });
});

it("an ask without a reservation token does not type-check", () => {
  expectTypeOf<AskRequest["token"]>().toEqualTypeOf<ReservationToken>();
  const { token: _token, ...without } = mintedAsk(prompt);
  // @ts-expect-error the token is not optional
  expectTypeOf(askEngine).toBeCallableWith("chatgpt", without);
});

it("two engines asked through the sandbox agree on nothing but the market", async () => {
  const bodies = await Promise.all(
    engines.map(({ id }) => askEngine(id, mintedAsk(prompt), { environment: environment() })),
  );
  expect(new Set(bodies.map(({ body }) => body)).size).toBe(engines.length);
});
