import type { Page } from "@playwright/test";
import { hydrated } from "../../fixtures/hydrated";
import { expect } from "../../fixtures/test";

/** From the project's runs, through the window with the price, to the page of the run that it started. */
export async function startRun(page: Page, projectPath: string): Promise<void> {
  await page.goto(`${projectPath}/runs`);
  await hydrated(page);
  await page.getByRole("button", { name: "Start a run" }).first().click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Start for/ })
    .click();
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
  await expect(status).toContainText(`The run has ended: ${state}.`, { timeout: 20_000 });
}
