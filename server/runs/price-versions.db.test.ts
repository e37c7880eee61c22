import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { engines, sandboxMarket } from "@/server/engines";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);

test("a price version keeps what an answer was expected to cost; another expectation is another version, and a run keeps its own", async () => {
  const scene = await createScene({ credits: 100, prompts: PROMPTS });
  const versionOf = async (idempotencyKey: string) => {
    const wanted = { ...scene, engineIds: ["chatgpt"], idempotencyKey };
    const { runId } = await asOrg(scene.orgId, async () => unwrap(await requestRun(wanted)));
    const [row] = await inspect("select price_version, grid from tracking.run where id = $1", [runId]);
    expect(JSON.stringify(row?.grid)).not.toMatch(/micros/i);
    return Number(row?.price_version);
  };
  const estimates = async (version: number) =>
    Object.fromEntries(
      (
        await inspect("select engine_id, estimate_micros from catalog.price where version = $1", [version])
      ).map((row) => [String(row.engine_id), row.estimate_micros]),
    );
  const first = await versionOf("first");
  expect(await versionOf("again")).toBe(first);
  expect(await estimates(first)).toEqual(
    Object.fromEntries(engines.map(({ id, estimateMicros }) => [id, estimateMicros])),
  );
  await inspect(
    `insert into catalog.price (version, engine_id, credits, no_answer_shown_credits, estimate_micros)
     select version + 1, engine_id, credits, no_answer_shown_credits, estimate_micros + 1 from catalog.price where version = $1`,
    [first],
  );
  expect(await versionOf("later")).toBe(first + 2);
  const [kept] = await inspect(
    "select price_version from tracking.run where org_id = $1 order by requested_at, id limit 1",
    [scene.orgId],
  );
  expect(kept?.price_version).toBe(first);
});
