import type { Page } from "@playwright/test";
import { expect, memberTest } from "../fixtures/test";

const PAGE = "/nothing-yet/settings/engine-keys";
const GOOD = "a-key-of-a-person-WXYZ";

memberTest(
  "a key is given, refused in words, given right, shown as its last four, tested and removed",
  async ({ page }) => {
    await page.goto("/nothing-yet");
    await page.getByRole("button", { name: /Switch project/ }).click();
    await page.getByRole("menuitem", { name: "Engine keys" }).click();
    await page.waitForURL(PAGE);
    await page.getByRole("button", { name: "Add key of OpenAI" }).first().click();
    await giveKey(page, "refused-key-0001");
    await expect(page.getByRole("alert")).toContainText("OpenAI refused this key");
    await giveKey(page, GOOD);
    const openai = page.getByRole("listitem").filter({ hasText: "For ChatGPT" }).first();
    await expect(openai).toContainText("Working");
    await expect(openai).toContainText("ends in WXYZ");
    expect(await page.content()).not.toContain(GOOD);

    await page.getByRole("button", { name: "Replace of OpenAI" }).first().click();
    await expect(page.getByLabel("API key")).toHaveValue("");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Test the key of OpenAI" }).first().click();
    await expect(page.getByText(/tested a moment ago|knows this key/).first()).toBeVisible();
    await page.getByRole("button", { name: "Remove the key of OpenAI" }).first().click();
    await page.getByRole("button", { name: "Remove it" }).click();
    await expect(openai).toContainText("No key of yours");
  },
);

async function giveKey(page: Page, key: string): Promise<void> {
  const field = page.getByLabel("API key");
  await expect(field).toHaveAttribute("type", "password");
  await field.fill(key);
  await page.getByRole("button", { name: "Test and save" }).click();
}
