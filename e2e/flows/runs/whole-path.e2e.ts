import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { hydrated } from "../../fixtures/hydrated";
import { recomputeBundle } from "../../fixtures/recompute-bundle";
import { setFaults } from "../../fixtures/sandbox-controls";
import { flowPath } from "../../fixtures/seed/orgs";
import { readStage } from "../../fixtures/stage";
import { expect, test } from "../../fixtures/test";
import { askOnly, creditsOf, endsAs, FLOW_ENGINES } from "./start-run";

const { sandboxUrl } = readStage();
const project = flowPath("first run");

test.afterEach(() => setFaults(sandboxUrl, []));

test("from the sign-in to a run that one watches, its numbers, an answer of it, and all of them as a file", async ({
  page,
  complaints,
}) => {
  await page.goto(`${project}/runs`);
  await page.getByRole("button", { name: "Enter the demo" }).click();
  await expect(page).toHaveURL(`${project}/runs`);
  await expect(page.getByText("Nothing was asked yet")).toBeVisible();
  await hydrated(page);

  // One engine is slow, so that there is something to watch.
  await setFaults(sandboxUrl, [{ kind: "slow", engine: "google_ai_mode", delayMs: 4_000 }]);
  await page.getByRole("button", { name: "Start a run" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Start a run" });
  await askOnly(dialog, FLOW_ENGINES);
  await expect(dialog.getByLabel("Price")).toContainText("3 prompts × 2 engines × 1 repeat");
  const start = dialog.getByRole("button", { name: /^Start for/ });
  const price = Number((await start.textContent())?.match(/\d+/)?.[0]);
  expect(price).toBeGreaterThan(0);
  await start.click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);

  const progress = page.getByRole("progressbar", { name: "Ended asks" });
  await expect(progress).toHaveAttribute("aria-valuetext", "3 of 6");
  expect(await creditsOf(page, "Reserved")).toBe(price);
  await expect(page.getByRole("main")).toContainText("Still held");
  await expect(progress).toHaveAttribute("aria-valuetext", "6 of 6", { timeout: 120_000 });
  await endsAs(page, "complete");
  await page.getByRole("button", { name: /^Notifications, \d+ new/, exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Notifications" }).getByRole("link").first()).toContainText(
    /Run complete\s*new/,
  );
  await page.keyboard.press("Escape");
  const settled = await creditsOf(page, "Settled");
  expect(settled + (await creditsOf(page, "Released"))).toBe(price);

  await page.getByRole("link", { name: "See its answers" }).click();
  await expect(page.getByText("6 answers match")).toBeVisible();
  const exporting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const rows: Record<string, string>[] = parse(await readFile(await (await exporting).path(), "utf8"), {
    columns: true,
    bom: true,
  });
  expect(rows).toHaveLength(6);
  expect(new Set(rows.map((row) => row.engine_id)).size).toBe(2);

  const first = page.getByRole("table").getByRole("link").first();
  const question = await first.textContent();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question ?? "");
  await expect(page.getByRole("main")).toContainText("Hash verified");

  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halvorn");
  for (const engine of FLOW_ENGINES)
    await expect(page.getByRole("heading", { level: 2, name: engine })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/3 answers, 3 prompts/);
  await recomputes(page);
  expect(complaints).toEqual([]);
});

/** Takes the bundle of the overview away, and lets its own script compute every number again. */
async function recomputes(page: Page): Promise<void> {
  const taking = page.waitForEvent("download");
  await page.getByRole("button", { name: "Reproduce" }).click();
  const { said } = await recomputeBundle(await readFile(await (await taking).path()));
  expect(said).toMatch(/[1-9]\d* numbers recomputed by method v\d+, 0 faults\n$/);
}
