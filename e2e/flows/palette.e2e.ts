import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("by keyboard alone: a page, a brand, a search in the answers and the colours are a few letters away", async ({
  page,
}) => {
  await page.goto(PATHS.demo);
  await hydrated(page);
  const open = async (letters: string) => {
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Where to" });
    await expect(field).toBeFocused();
    await page.keyboard.type(letters);
  };

  await open("sour");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${PATHS.demo}/sources`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources");

  await open("kestr");
  await expect(page.getByRole("option", { name: "Kestrel", exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/brands\/[0-9a-f-]{36}$/);

  await open("standing motor");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${PATHS.demo}/answers?q=standing%20motor`);

  await open("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await open("nothing is called that");
  await page.getByRole("combobox", { name: "Where to" }).fill("zzzz");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeHidden();
});

test("from outside of a project one gets into any of them", async ({ page }) => {
  await page.goto("/demo");
  await hydrated(page);
  await page.getByRole("button", { name: /^Go to/ }).click();
  await page.getByRole("combobox", { name: "Where to" }).fill("states");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(PATHS.states);
});
