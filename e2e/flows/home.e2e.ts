import { expect, test } from "../fixtures/test";

const SCREENS = [
  { name: "desktop", width: 1280, height: 900 },
  { name: "phone", width: 390, height: 844 },
  { name: "the narrowest phone", width: 320, height: 640 },
] as const;

for (const { name, ...viewport } of SCREENS) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`the home page on ${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test("says what it is, fits its width, and complains of nothing", async ({
        page,
        complaints,
      }, info) => {
        await page.goto("/", { waitUntil: "networkidle" });
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(/name you/i);
        await expect(page.getByRole("img", { name: /intervals overlap/ })).toBeVisible();
        await expect(page.getByText("example from the sandbox", { exact: true })).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await page.screenshot({ path: info.outputPath("home.png"), fullPage: true });
      });
    });
  }
}

test("the home page follows the reader's colour scheme", async ({ page }) => {
  const background = async (colorScheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  };
  expect(await background("light")).not.toBe(await background("dark"));
});

test("the home page can be read without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("table")).toContainText("early: 36 %");
  await context.close();
});

test("every link on the home page leads somewhere", async ({ page, request }) => {
  await page.goto("/");
  const targets = await page
    .locator("a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(targets.length).toBeGreaterThan(3);
  for (const target of new Set(targets)) {
    if (target.startsWith("#")) await expect(page.locator(target)).toHaveCount(1);
    else expect((await request.get(target)).status()).toBe(200);
  }
});
