import { hydrated } from "../fixtures/hydrated";
import { tabTo } from "../fixtures/keyboard";
import { flowPath } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";
import { endsAs, startRun } from "./runs/start-run";

test("an engine's page is reached from the menu by keyboard, and says what it shows and what is sent", async ({
  page,
}) => {
  await page.goto("/nothing-yet");
  await hydrated(page);
  await tabTo(page.getByRole("button", { name: /Switch project/ }).filter({ visible: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Engines", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("/nothing-yet/engines");
  await expect(page.getByRole("list", { name: "Engines" }).getByRole("listitem")).toHaveCount(9);
  await hydrated(page);
  await tabTo(page.getByRole("link", { name: "Google AI Mode", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForURL("/nothing-yet/engines/google_ai_mode");
  const main = page.getByRole("main");
  await expect(main).toContainText("Not observable");
  await expect(main).toContainText("dataforseo-ai-mode/live-advanced/desktop/v1");
  await expect(main).toContainText("0.location_code");
  await expect(main).toContainText("1 credit an answer");
  await expect(main).toContainText("Here its answers are made up");
});

test("an engine's health is fed by our own asks: what a run buys is counted on its page", async ({
  page,
}) => {
  const callsOf = async () => {
    await page.goto("/flows/engines/chatgpt");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ChatGPT");
    const row = page.getByRole("row", { name: /^Answered/ });
    if ((await row.count()) === 0) return 0;
    return Number(
      (await row.getByRole("cell").first().textContent())?.match(/^[\d,]+/)?.[0]?.replaceAll(",", ""),
    );
  };
  const before = await callsOf();
  await startRun(page, flowPath("engine health"));
  await endsAs(page, "complete");
  await page.getByRole("table").getByRole("link", { name: "ChatGPT" }).click();
  await page.waitForURL("/flows/engines/chatgpt");
  await expect.poll(callsOf, { timeout: 120_000 }).toBeGreaterThanOrEqual(before + 3);
});

test("a run asks by itself what the newest one asked, and two engines to begin with", async ({ page }) => {
  const ticked = async (project: string) => {
    await page.goto(`${project}/runs`);
    await hydrated(page);
    await page.getByRole("button", { name: "Start a run" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Start a run" });
    await expect(dialog.getByRole("button", { name: /^Start for \d+ credits/ })).toBeEnabled();
    return dialog.getByRole("checkbox", { checked: true }).count();
  };
  expect(await ticked("/empty/main/no-runs-yet")).toBe(2);
  expect(await ticked("/demo/main/states-of-runs")).toBe(2);
  const dialog = page.getByRole("dialog", { name: "Start a run" });
  await expect(dialog.getByRole("checkbox", { name: /Google AI Mode/ })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: /Perplexity/ })).not.toBeChecked();
});
