import { hydrated } from "../../fixtures/hydrated";
import { holdingBack, refusing, setFaults } from "../../fixtures/sandbox-controls";
import { flowPath, PATHS } from "../../fixtures/seed/orgs";
import { runSql } from "../../fixtures/seed/run-sql";
import { readStage } from "../../fixtures/stage";
import { expect, memberTest as test } from "../../fixtures/test";
import { creditsOf, endsAs, startRun } from "./start-run";

const { sandboxUrl, databaseUrls } = readStage();

test.afterEach(async () => {
  await setFaults(sandboxUrl, []);
  await runSql(databaseUrls.superuser, "healthy-engines");
});

test("a cancelled run keeps what was answered, asks nothing more, and gives the rest back", async ({
  page,
}) => {
  await setFaults(sandboxUrl, [holdingBack("google_ai_mode")]);
  await startRun(page, flowPath("cancelled run"));
  await expect(page.getByRole("main")).toContainText("3 of 6 asks ended: 3 answered");
  await page.getByRole("button", { name: "Cancel the run" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this run?" });
  await expect(dialog).toContainText("goes back when the run closes");
  await dialog.getByRole("button", { name: "Cancel the run" }).click();
  await expect(dialog).toBeHidden();
  await endsAs(page, "cancelled");
  await expect(page.getByRole("main")).toContainText("6 of 6 asks ended: 3 answered, 3 cancelled");
  const [reserved, settled, released] = [
    await creditsOf(page, "Reserved"),
    await creditsOf(page, "Settled"),
    await creditsOf(page, "Released"),
  ];
  expect(settled).toBeGreaterThan(0);
  expect(released).toBeGreaterThan(0);
  expect(settled + released).toBe(reserved);
  await page.reload();
  await endsAs(page, "cancelled");
});

test("asks that failed are named with their reason, cost nothing, and can be asked again for their price", async ({
  page,
}) => {
  await setFaults(sandboxUrl, [refusing("google_ai_mode")]);
  await startRun(page, flowPath("failed asks"));
  await endsAs(page, "partial");
  await expect(page.getByRole("main")).toContainText("3 asks failed");
  await expect(page.getByRole("main")).toContainText("Nothing was charged for them.");
  const first = page.url();
  const settled = await creditsOf(page, "Settled");
  expect(settled).toBeLessThan(await creditsOf(page, "Price"));

  await setFaults(sandboxUrl, []);
  await page.getByRole("button", { name: /^Ask the 3 failed asks again for/ }).click();
  const start = page.getByRole("dialog").getByRole("button", { name: /^Start for/ });
  const price = Number((await start.textContent())?.match(/\d+/)?.[0]);
  await start.click();
  await page.waitForURL((url) => url.href !== first && /\/runs\/[0-9a-f-]{36}$/.test(url.pathname));
  await endsAs(page, "complete");
  await expect(page.getByRole("main")).toContainText("3 of 3 asks ended: 3 answered");
  expect(await creditsOf(page, "Price")).toBe(price);

  await page.goto(first);
  await endsAs(page, "partial");
  await expect(page.getByRole("button", { name: /failed asks again/ })).toHaveCount(0);
});

test("a run that the wallet can't pay is refused before anything is asked, with what is missing", async ({
  page,
}) => {
  await page.goto(`${PATHS.poor}/runs`);
  await hydrated(page);
  await page.getByRole("button", { name: "Start a run" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/\d+ credits missing/);
  await expect(dialog.getByRole("button", { name: /^Start/ })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByText("Nothing was asked yet")).toBeVisible();
});
