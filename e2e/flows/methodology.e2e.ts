import { Methodology } from "@/server/methodology";
import { expect, test } from "../fixtures/test";

test("the method names every metric with its formula, and is the same as JSON", async ({
  page,
  request,
  complaints,
}) => {
  const method = Methodology.parse(await (await request.get("/methodology/v1.json")).json());
  expect(method.metrics.length).toBeGreaterThan(15);
  await page.goto("/methodology", { waitUntil: "networkidle" });
  for (const { id, label, formula, denominator } of method.metrics) {
    const metric = page.locator(`article[id="${id}"]`);
    await expect(metric.getByRole("heading", { level: 3 })).toHaveText(label);
    await expect(metric).toContainText(formula);
    await expect(metric).toContainText(denominator);
  }
  for (const { state } of method.answerStates)
    await expect(
      page.getByRole("rowheader", { name: state.replaceAll("_", " "), exact: true }),
    ).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the method is readable without JavaScript, with the measured tables", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/methodology");
  await expect(page.getByRole("row", { name: /Market interval: at least 94 %/ }).first()).toBeVisible();
  await expect(page.getByRole("row", { name: /^all 808/ })).toBeVisible();
  await context.close();
});

test("every link of the method into this site leads somewhere, and a report that isn't there is a 404", async ({
  page,
  request,
}) => {
  await page.goto("/methodology");
  const targets = await page
    .locator("main a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const own = [...new Set(targets)].filter((target) => target.startsWith("/"));
  expect(own.length).toBeGreaterThanOrEqual(4);
  for (const target of own) expect((await request.get(target)).status(), target).toBe(200);
  for (const target of targets.filter((each) => each.startsWith("#")))
    await expect(page.locator(target)).toHaveCount(1);
  expect((await request.get("/methodology/weather")).status()).toBe(404);
});
