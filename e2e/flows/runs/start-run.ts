import type { Locator, Page } from "@playwright/test";
import { hydrated } from "../../fixtures/hydrated";
import { expect } from "../../fixtures/test";

/** The engines that the flows ask; the sandbox has every one. */
export const FLOW_ENGINES = ["ChatGPT", "Google AI Mode"];

/** Ticks these engines of the window that starts a run, and no other. */
export async function askOnly(dialog: Locator, labels: readonly string[]): Promise<void> {
  for (const item of await dialog.getByRole("group", { name: "Engines" }).getByRole("listitem").all()) {
    const matches = await Promise.all(labels.map((label) => item.getByText(label, { exact: true }).count()));
    await item.getByRole("checkbox").setChecked(matches.some((found) => found > 0));
  }
}

/** From the project's runs, through the window with the price, to the page of the run that it started. */
export async function startRun(page: Page, projectPath: string): Promise<void> {
  await page.goto(`${projectPath}/runs`);
  await hydrated(page);
  await page.getByRole("button", { name: "Start a run" }).first().click();
  const dialog = page.getByRole("dialog");
  await askOnly(dialog, FLOW_ENGINES);
  await dialog.getByRole("button", { name: /^Start for/ }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
}

/** The numbers of the run's page by their words: Price, Reserved, Settled, Released. */
export async function creditsOf(
  page: Page,
  what: "Price" | "Reserved" | "Settled" | "Released",
): Promise<number> {
  const row = page
    .getByLabel("Credits")
    .locator("div")
    .filter({ has: page.getByText(what, { exact: true }) });
  return Number((await row.locator("dd").first().textContent())?.replaceAll(",", ""));
}

/** Waits until the page tells, also to a screen reader, that the run has ended, and as what. */
export async function endsAs(
  page: Page,
  state: "complete" | "partial" | "failed" | "cancelled",
): Promise<void> {
  const status = page.getByRole("main").getByRole("status").first();
  await expect(status).toContainText(`The run has ended: ${state}.`, { timeout: 120_000 });
}
