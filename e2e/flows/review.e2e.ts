import { hydrated } from "../fixtures/hydrated";
import { tabTo } from "../fixtures/keyboard";
import { flowPath, PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

const desk = `${flowPath("reviewed answers")}/review`;

test("by keyboard: an item is decided with a note, another brand is chosen, a decision is undone, an alias is offered, and quality is measured", async ({
  page,
}) => {
  await page.goto(desk);
  await hydrated(page);
  await tabTo(page.getByRole("button", { name: "Start reviewing" }));
  await page.keyboard.press("Enter");
  const missed = page.getByRole("region", { name: /^Which brands does this answer name/ });
  await expect(missed).toBeFocused();
  await tabTo(page.getByLabel("Note"));
  await page.keyboard.type("no other is there");
  // A letter that is typed is no answer.
  await expect(missed).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(missed).toBeFocused();
  await page.keyboard.press("n");
  const latest = page.getByRole("listitem").filter({ hasText: "No brand was missed" });
  await expect(latest).toContainText("no other is there");

  await expect(missed).toContainText("If you want a cheap one");
  await expect(missed).toHaveAttribute("aria-busy", "false");
  await expect(missed).toBeFocused();
  await page.keyboard.press("s");
  const named = page.getByRole("region", { name: "Is Halvorn named here?" });
  await expect(named).toBeFocused();
  await expect(named.locator("mark").first()).toHaveText("Halvorn");
  await page.keyboard.press("o");
  await expect(named.getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Should “Halvorn” always be /)).toBeVisible();
  await expect(page.getByRole("link", { name: "Make it an alias" })).toHaveAttribute(
    "href",
    /alias=Halvorn$/,
  );

  const wrong = page.getByRole("listitem").filter({ hasText: "Halvorn: it is" });
  await wrong.getByRole("button", { name: /^Undo/ }).press("Enter");
  await expect(wrong).toHaveCount(0);
  await expect(named).toBeFocused();
  await page.keyboard.press("y");
  await expect(page.getByRole("listitem").filter({ hasText: "Halvorn: yes, this brand" })).toBeVisible();

  await page.getByRole("link", { name: "Measured quality" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Measured quality");
  await expect(page.getByRole("row", { name: /^Nov 2026/ })).toContainText("1 of 1");
  await expect(page.getByRole("main")).toContainText("no fact has been decided by two people yet");
});

test("somebody else's queue is not there", async ({ page }) => {
  const response = await page.goto(`${PATHS.other}/review`);
  expect(response?.status()).toBe(404);
  expect((await page.goto(`${PATHS.withoutRuns}/review`))?.status(), "control").toBe(200);
});
