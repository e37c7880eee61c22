import { hydrated } from "../fixtures/hydrated";
import { tabTo } from "../fixtures/keyboard";
import { flowPath } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("by keyboard: a fact is added, a statement turns out wrong, its link leads into the text, and archiving is undone", async ({
  page,
}) => {
  await page.goto(`${flowPath("checked facts")}/said`);
  await hydrated(page);
  const list = page.getByRole("region", { name: "List of statements" });
  await expect(list.getByRole("listitem")).toContainText(["No fact says"]);
  await tabTo(page.getByRole("link", { name: "Facts (0)" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Facts about Halvorn");
  await hydrated(page);

  await tabTo(page.getByRole("button", { name: "Add a fact" }));
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Add a fact" });
  await expect(form.getByLabel("About")).toBeFocused();
  await page.keyboard.type("Founding");
  await tabTo(form.getByLabel("Fact", { exact: true }));
  await page.keyboard.type("Founded in 2014");
  await page.keyboard.press("Enter");
  await expect(form.getByText(/Write a year/)).toBeVisible();
  await tabTo(form.getByLabel("Year or date"));
  await page.keyboard.type("2014");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(page.getByRole("main")).toContainText("Founded in 2014");

  await expect(async () => {
    await page.goto(`${flowPath("checked facts")}/said?verdict=wrong`);
    await expect(list.getByRole("listitem")).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await expect(list.getByRole("listitem")).toContainText("Fact: Founded in 2014");
  await hydrated(page);
  await tabTo(list.getByRole("link", { name: /was founded in 2011/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/answers\/[0-9a-f-]{36}#said-\d+$/);
  const place = page.locator(":focus");
  await expect(place).toHaveText("Halvorn");
  await expect(place).toBeInViewport();
  await expect(page.getByRole("main")).toContainText("What it says about Halvorn");

  await page.goto(`${flowPath("checked facts")}/brands`);
  await page.getByRole("link", { name: "Facts about Halvorn" }).click();
  await expect(page.getByText("1 wrong")).toBeVisible();
  await hydrated(page);
  await tabTo(page.getByRole("button", { name: "Archive Founded in 2014" }));
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Archive it" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Archived", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Archived", exact: true })).toBeHidden();
});
