import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import { unwrap } from "@/server/kernel/result";
import { planPanel, quoteRun } from "@/server/runs";
import { createScene, outside } from "./testing/run-scene";

testDatabase();
outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 12).map(({ text }) => text);
const ENGINES = ["chatgpt", "google_ai_mode"];

test("a week of the panel as it is costs what a run of so many repeats is quoted, and a month 4.35 weeks", async () => {
  const scene = await createScene({ credits: 1000, prompts: PROMPTS });
  const wanted = { ...scene, engineIds: ENGINES };
  const [plan, quote] = await asOrg(scene.orgId, async () => {
    const planned = unwrap(await planPanel({ ...wanted, prompts: PROMPTS.length, answers: 7, rate: 0.3 }));
    return [planned, unwrap(await quoteRun({ ...wanted, repeats: 7 }))];
  });
  expect(plan).toMatchObject({
    unbranded: PROMPTS.length,
    branded: 0,
    asksAWeek: quote.asks,
    creditsAWeek: quote.credits,
    weeksLeft: Math.floor(1000 / quote.credits),
  });
  expect(plan.creditsAMonth / plan.creditsAWeek).toBeCloseTo(4.348, 1);
  expect(plan.says[0]).toMatch(/^Levels: ± \d+ points/);
});

test("more prompts cost more and sharpen levels; of a few there are counts alone", async () => {
  const scene = await createScene({ credits: 1000, prompts: PROMPTS });
  const of = (prompts: number) =>
    asOrg(scene.orgId, async () =>
      unwrap(await planPanel({ ...scene, engineIds: ENGINES, prompts, answers: 7, rate: 0.3 })),
    );
  const [few, some, many] = [await of(5), await of(25), await of(100)];
  expect(few.precision).toBeNull();
  expect(many.creditsAWeek).toBe(4 * some.creditsAWeek);
  expect(many.precision?.market).toBeLessThan(0.6 * (some.precision?.market ?? 0));
});

test("a panel of another org, and one that isn't this project's, can't be planned", async () => {
  const [mine, theirs] = [
    await createScene({ credits: 10, prompts: PROMPTS }),
    await createScene({ credits: 10, prompts: PROMPTS }),
  ];
  const planned = await asOrg(mine.orgId, () =>
    planPanel({
      projectId: mine.projectId,
      panelVersionId: theirs.panelVersionId,
      engineIds: ENGINES,
      prompts: 20,
      answers: 7,
      rate: 0.3,
    }),
  );
  expect(planned.ok ? null : planned.error.code).toBe("not_found");
});
