import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("the chosen colour scheme stays: over pages, reloads and against the system's", async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/demo");
  await hydrated(page);
  const light = await background();
  await page.getByRole("group", { name: "Colour scheme" }).getByTitle("Dark").click();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
  await page.goto(PATHS.demo);
  expect(await background()).toBe(dark);
  await page.goto("/");
  expect(await background()).toBe(dark);

  await page.goto("/demo");
  await hydrated(page);
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.getByRole("group", { name: "Colour scheme" }).getByTitle("As the system").click();
  expect(await background()).toBe(light);
});

test("a page in the chosen scheme never flashes the other one", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/demo");
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
      if (seen.length < 30) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 10);
  const seen = await page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
  expect(seen).toHaveLength(1);
});
