import type { FalseAlarms } from "@/server/reports";
import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("the overview leads to the false alarms, whose numbers are those that the API gives", async ({
  page,
}) => {
  const asked = page.waitForRequest(/reports\.changes/);
  await page.goto(PATHS.demo);
  await hydrated(page);
  await page.getByRole("link", { name: /report a change where there is none/ }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("False alarms");

  const projectId = (await asked).url().match(/projectId%22%3A%22([0-9a-f-]{36})/)?.[1];
  const input = encodeURIComponent(JSON.stringify({ org: "demo", projectId }));
  const response = await page.request.get(`/api/trpc/reports.falseAlarms?input=${input}`);
  const check: FalseAlarms = (await response.json()).result.data;
  expect(check.total.tested).toBeGreaterThan(20);

  const { changed, tested } = check.total;
  const alarms = changed.count === 1 ? "false alarm" : "false alarms";
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    `${changed.count} ${alarms} in ${tested} comparisons`,
  );
  const table = page.getByRole("region", { name: "False alarms by engine" });
  for (const { engine, ...counts } of check.engines) {
    const cells = table.getByRole("row", { name: engine }).getByRole("cell");
    await expect(cells.nth(0)).toHaveText(String(counts.clusters));
    await expect(cells.nth(1)).toHaveText(String(counts.tested));
    for (const [index, rule] of (["changed", "significant", "apart"] as const).entries())
      await expect(cells.nth(2 + index)).toContainText(`${counts[rule].count} of ${counts.tested}`);
    await expect(cells.nth(5)).toHaveText(`${counts.controls.found} of ${counts.controls.answers} answers`);
  }
  expect(check.engines.reduce((sum, engine) => sum + engine.tested, 0)).toBe(tested);

  await page.locator("[data-provenance='false_alarms_changed']").first().press("Enter");
  await expect(page.getByRole("dialog")).toContainText(`${changed.count} of ${tested} comparisons`);
});
