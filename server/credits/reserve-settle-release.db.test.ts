import { expect, test } from "vitest";
import { createTestOrg, createTestProject, createTestRun, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import {
  authoriseAsk,
  readBalance,
  readRunCredits,
  releaseReservation,
  reserveCredits,
  settleAsk,
} from "./index";

testDatabase();

test("a run reserves its price, settles its answers and gets the rest back", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const project = await createTestProject(orgId);
  const { runId, askIds } = await createTestRun(orgId, project, { asks: 4 });
  const reservationId = await inOrg(orgId, async (tx) =>
    unwrap(await reserveCredits(tx, { runId, amount: 40 })),
  );
  expect((await inOrg(orgId, readBalance)).balance).toBe(60);
  for (const askId of askIds.slice(0, 3)) {
    const token = await inOrg(orgId, async (tx) => unwrap(await authoriseAsk(tx, askId)));
    expect(token).toMatchObject({ reservationId, askId, credits: 10 });
    const settled = await inOrg(orgId, (tx) =>
      settleAsk(tx, { askId, reservationId, credits: token.credits }),
    );
    expect(unwrap(settled)).toEqual({ charged: 10 });
  }
  expect(unwrap(await inOrg(orgId, (tx) => releaseReservation(tx, { reservationId })))).toEqual({
    released: 10,
  });
  expect((await inOrg(orgId, readBalance)).balance).toBe(70);
  expect(await inOrg(orgId, (tx) => readRunCredits(tx, runId))).toEqual({
    reserved: 40,
    settled: 30,
    released: 10,
  });
});
