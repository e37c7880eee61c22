import { inspect as inspectValue } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { getBalance } from "@/server/credits";
import { removeEngineKey, saveEngineKey } from "@/server/engine-keys";
import { everyStoredText } from "@/server/engine-keys/testing/every-stored-text";
import { TEST_MASTER_KEYS } from "@/server/engine-keys/testing/test-master-keys";
import { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { buyAnswer, listRunOptions, quoteRun, requestRun, reserveRun } from "@/server/runs";
import { claimAsk } from "./claim-ask";
import { keyRecorder } from "./testing/key-recorder";
import { createScene, driveRun, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const { sandboxUrl } = outside();
const vendor = keyRecorder(sandboxUrl);

const OWN = `own${crypto.randomUUID().replaceAll("-", "")}Z9aB`;
const PLATFORM = "the-platforms-own-key-0001";
const asked = (key: string) => `Bearer ${key}`;

beforeEach(async () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  vi.stubEnv("OPENAI_BASE_URL", `${vendor.url()}/v1`);
  vi.stubEnv("OPENAI_API_KEY", PLATFORM);
  vi.stubEnv("KEY_ENCRYPTION_KEYS", TEST_MASTER_KEYS);
  vi.stubEnv("CHATGPT_DAILY_CEILING_USD", "");
  await inspect("delete from ops.spend");
  vendor.seen.length = 0;
  vendor.refuse(false);
});

type Scene = Awaited<ReturnType<typeof scene>>;
const scene = () => createScene({ credits: 1_000, prompts: ["Which desk is quiet?"] });
const bring = ({ orgId }: Scene, secret: string = OWN) =>
  asOrg(orgId, async () => unwrap(await saveEngineKey({ provider: "openai", secret })));
const wanted = ({ projectId, panelVersionId }: Scene) => ({
  projectId,
  panelVersionId,
  engineIds: ["chatgpt"],
  repeats: 1,
});
const request = (org: Scene) =>
  asOrg(org.orgId, () => requestRun({ ...wanted(org), idempotencyKey: crypto.randomUUID() }));

/** Asks all of a new run of the org, and returns its asks as they ended. */
async function run(org: Scene) {
  const { runId } = unwrap(await request(org));
  const asks = () =>
    inspect("select id, state, failure, held_micros from tracking.ask where run_id = $1", [runId]);
  await driveRun(org.orgId, runId, async () => (await asks()).map(({ id }) => AskId.parse(id)));
  return asks();
}
const spent = () => inspect("select scope, micros from ops.spend where scope like 'engine:%'");
const creditsOf = ({ orgId }: Scene) => asOrg(orgId, async () => unwrap(await getBalance()).available);

describe("an org's own key", () => {
  test("is what its asks are bought with, and nobody else's; without it they are bought with the platform's", async () => {
    const [own, other] = [await scene(), await scene()];
    await bring(own);
    expect(await run(own)).toMatchObject([{ state: "answered" }]);
    await run(other);
    unwrap(await asOrg(own.orgId, () => removeEngineKey({ provider: "openai" })));
    await run(own);
    expect(vendor.seen).toEqual([asked(OWN), asked(PLATFORM), asked(PLATFORM)]);
  });

  test("costs the org itself: its calls count against no ceiling, and the credits are the same", async () => {
    const [own, other] = [await scene(), await scene()];
    await bring(own);
    expect(await run(own)).toMatchObject([{ held_micros: null }]);
    expect(await spent()).toEqual([]);
    await run(other);
    expect(await spent()).toMatchObject([{ scope: "engine:chatgpt" }]);
    expect(await creditsOf(own)).toBe(await creditsOf(other));
  });

  test("works where the platform's ceiling is reached, and where the platform has no key at all", async () => {
    const [own, other] = [await scene(), await scene()];
    await bring(own);
    vi.stubEnv("CHATGPT_DAILY_CEILING_USD", "0");
    expect(await run(own)).toMatchObject([{ state: "answered" }]);
    expect(await run(other)).toMatchObject([{ state: "failed" }]);
    vi.stubEnv("OPENAI_API_KEY", "");
    vi.stubEnv("CHATGPT_DAILY_CEILING_USD", "");
    const optionOf = async ({ orgId, projectId }: Scene) => {
      const { engines } = await asOrg(orgId, async () => unwrap(await listRunOptions({ projectId })));
      return engines.find(({ engineId }) => engineId === "chatgpt");
    };
    expect(await optionOf(own)).toMatchObject({ problem: null });
    expect(await optionOf(other)).toMatchObject({ problem: expect.stringMatching(/OPENAI_API_KEY/) });
    expect(await asOrg(own.orgId, () => quoteRun(wanted(own)))).toMatchObject({ ok: true });
    expect(await run(own)).toMatchObject([{ state: "answered" }]);
    expect(await request(other)).toMatchObject({ ok: false, error: { code: "engine_unavailable" } });
    expect(vendor.seen).toEqual([asked(OWN), asked(OWN)]);
  });

  test("that can't be opened any more is never passed over for the platform's: the ask fails, unbought and free", async () => {
    const own = await scene();
    await bring(own);
    vi.stubEnv("KEY_ENCRYPTION_KEYS", `2:${Buffer.alloc(32, 8).toString("base64")}`);
    expect(await run(own)).toMatchObject([
      { state: "failed", failure: expect.stringMatching(/can’t be opened/) },
    ]);
    vi.stubEnv("KEY_ENCRYPTION_KEYS", "");
    expect(await run(own)).toMatchObject([
      { state: "failed", failure: expect.stringMatching(/can’t be opened/) },
    ]);
    expect([vendor.seen, await creditsOf(own)]).toEqual([[], 1_000]);
  });

  test("is not used with a sandbox, which is asked with no key", async () => {
    const own = await scene();
    await bring(own);
    vi.stubEnv("ENGINE_SANDBOX_URL", vendor.url());
    expect(await run(own)).toMatchObject([{ state: "answered" }]);
    expect(vendor.seen).toEqual([asked("sandbox")]);
  });

  test("takes no hold's place: what a lost call of the platform's may have cost stays counted", async () => {
    const own = await scene();
    const { runId } = unwrap(await request(own));
    await asOrg(own.orgId, async () => unwrap(await reserveRun(runId)));
    const [ask] = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    const askId = AskId.parse(ask?.id);
    await asOrg(own.orgId, async () => unwrap(await claimAsk(askId)));
    const [held] = await spent();
    await inspect("update tracking.ask set lease_until = now() - interval '1 minute' where id = $1", [askId]);
    await bring(own);
    await driveAskOf(own, askId);
    expect(vendor.seen).toEqual([asked(OWN)]);
    expect(await spent()).toEqual([held]);
  });
});

const driveAskOf = async ({ orgId }: Scene, askId: AskId) =>
  asOrg(orgId, async () => unwrap(await buyAnswer(askId, true)));

test("the key stands nowhere, whatever the vendor does with it: not in rows, step outputs, failures or what is printed", async () => {
  const own = await scene();
  await bring(own);
  await run(own);
  vendor.refuse(true);
  const [failed] = await run(own);
  expect(failed).toMatchObject({ state: "failed", failure: expect.stringMatching(/ChatGPT/) });
  const { runId } = unwrap(await request(own));
  await asOrg(own.orgId, async () => unwrap(await reserveRun(runId)));
  const [ask] = await inspect("select id from tracking.ask where run_id = $1", [runId]);
  const claim = await asOrg(own.orgId, async () => unwrap(await claimAsk(AskId.parse(ask?.id))));
  const printed = `${JSON.stringify(claim)} ${inspectValue(claim, { depth: 9, showHidden: true })}`;
  expect(printed).toContain("Z9aB");
  const stored = await everyStoredText(inspect);
  for (const form of [
    OWN,
    Buffer.from(OWN).toString("hex"),
    Buffer.from(OWN).toString("base64").slice(4, -4),
  ]) {
    expect(printed).not.toContain(form);
    expect(stored.text).not.toContain(form);
  }
  expect(vendor.seen).toEqual([asked(OWN), asked(OWN)]);
  report(
    "secrets",
    `asks bought with a customer's key, one of them refused by a vendor that repeats it: 0 hits in ${stored.rows} rows`,
  );
});
