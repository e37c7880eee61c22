import { hydrated } from "../fixtures/hydrated";
import { expect, memberTest as test } from "../fixtures/test";

test("a workspace is made and gets another name; a name that is taken is refused and stays typed", async ({
  page,
}) => {
  await page.goto("/flows");
  await hydrated(page);
  await page.getByRole("button", { name: "New workspace" }).click();
  const dialog = page.getByRole("dialog", { name: "New workspace" });
  await dialog.getByLabel("Its name").fill("Main");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("There is a workspace “Main” already");
  await expect(dialog.getByLabel("Its name")).toHaveValue("Main");
  await dialog.getByLabel("Its name").fill("A client");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "A client" })).toBeVisible();

  await page.getByRole("button", { name: "Rename A client" }).click();
  const rename = page.getByRole("dialog", { name: "Rename A client" });
  await rename.getByLabel("Another name").fill("Another client");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Another client" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Another client" })).toContainText("No project in it yet.");
});
