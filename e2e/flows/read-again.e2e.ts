import { hydrated } from "../fixtures/hydrated";
import { flowPath } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("a new name is told, the stored answers are read again, and the old series stays beside the new one", async ({
  page,
}) => {
  const [overview, brands] = [flowPath("read again"), `${flowPath("read again")}/brands`];
  await page.goto(overview);
  const trend = page.getByRole("img", { name: /Presence on ChatGPT over 3 windows/ });
  const before = await trend.getAttribute("aria-label");
  // Control: nothing was read the old way yet.
  await expect(page.getByRole("button", { name: "Read again, free" })).toHaveCount(0);

  await page.goto(brands);
  await hydrated(page);
  await page.getByRole("link", { name: "Edit Halvorn" }).click();
  await page.getByRole("textbox", { name: "Add an alias" }).fill("Hv Desks");
  await page.getByRole("textbox", { name: "Add an alias" }).press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Halvorn is saved.")).toBeVisible();
  await page.goto(brands);
  await hydrated(page);
  await expect(page.getByText("180 answers read the old way")).toBeVisible();
  await page.getByRole("button", { name: "Read again, free" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Read the stored answers again?" });
  await expect(dialog).toContainText("no credit is charged");
  await dialog.getByRole("button", { name: "Read again" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("180 answers read again", { exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText("read the old way")).toHaveCount(0);

  await page.goto(overview);
  expect(await trend.getAttribute("aria-label")).not.toBe(before);
  await expect(page.getByText(/^As they were read before /).first()).toBeVisible();
  await page.getByText("The same numbers as a table").first().click();
  const table = page.getByRole("table", { name: "Presence on ChatGPT, window by window" });
  await expect(table.getByRole("columnheader", { name: /^As they were read before/ })).toBeVisible();
  await expect(table.getByRole("row")).toHaveCount(4);
});
