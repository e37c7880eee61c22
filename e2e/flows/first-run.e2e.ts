import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";

/**
 * `steps`: what somebody does who comes from nowhere, each press and each text that is typed. On the phone they change one
 * thing more: how often is asked.
 */
const SIZES = [
  { name: "desktop", width: 1280, height: 800, repeats: 3, steps: 9 },
  { name: "phone", width: 390, height: 844, repeats: 1, steps: 10 },
] as const;

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, "nothing stands beside the page").toBe(false);
}

/** Presses and types, and counts it. */
function counted(page: Page) {
  let steps = 0;
  return {
    steps: () => steps,
    async press(name: string | RegExp) {
      steps += 1;
      await page.getByRole("button", { name }).first().click();
    },
    async type(label: string, text: string) {
      steps += 1;
      await page.getByLabel(label).first().fill(text);
    },
  };
}

for (const { name, repeats, steps, ...viewport } of SIZES)
  test(`a stranger has numbers after ${steps} steps: link, organisation, site, price, run (${name})`, async ({
    page,
    complaints,
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    const does = counted(page);
    const email = `first-run-${process.pid}-${name}@example.com`;
    await page.goto("/sign-in");
    await does.type("E-mail address", email);
    await does.press("E-mail me a link");
    await expect(async () => {
      await page.goto("/dev/mailbox");
      await expect(page.getByText(`To ${email}`).first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.getByRole("article").filter({ hasText: email }).first().getByRole("link").click();
    await does.press("Sign in to CiteStreak");
    await page.waitForURL("/welcome");
    await does.type("Its name", `First ${process.pid} ${name}`);
    await does.press("Create organisation");

    // Step 1: the site, read through the guard.
    await page.waitForURL(/\/start$/);
    await hydrated(page);
    await accessible(page);
    await does.type("Its website", "https://www.halvorn.example/desks");
    await does.press("Read the site");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Is this your brand/);

    // Step 2: what was suggested. What is left half way is there again.
    await accessible(page);
    await expect(page.getByLabel("Brand name")).toHaveValue("Halvorn");
    await expect(page.getByLabel("Category", { exact: true })).toHaveValue("standing desks");
    await expect(page.getByRole("list", { name: "Aliases" })).toContainText("Halvorn Desks");
    await expect(page.getByRole("list", { name: "Rivals" })).toContainText("Verticore");
    await expect(page.getByRole("list", { name: "Prompts" }).getByRole("listitem")).toHaveCount(10);
    await page.goto("/enter");
    await page.getByRole("main").getByRole("link", { name: "Continue" }).click();
    await expect(page.getByLabel("Brand name")).toHaveValue("Halvorn");
    await hydrated(page);
    await does.press("Continue to engines and price");

    // Step 3: the month's free credits pay for it, and not for all of it.
    await page.waitForURL(/\/start\/main\/halvorn$/);
    const price = page.getByLabel("Price");
    await expect(price).toContainText("10 prompts × 2 engines × 3 repeats");
    if (repeats !== 3) {
      await does.type("Repeats", String(repeats));
      await expect(price).toContainText("× 1 repeat:");
    }
    await expect(price).toContainText(/of 200 left after/);
    await accessible(page);
    await does.press(/^Start for \d+ credits$/);

    // Step 4: the run, and below it the numbers.
    const main = page.getByRole("main");
    await expect(main.getByRole("progressbar", { name: "Ended asks" })).toBeVisible();
    await accessible(page);
    await expect(main.getByText(`${20 * repeats} of ${20 * repeats} asks ended`)).toBeVisible({
      timeout: 45_000,
    });
    const open = main.getByRole("link", { name: "Open the overview" });
    await expect(open).toBeVisible({ timeout: 20_000 });
    await expect(main).toContainText(`${10 * repeats} answers, 10 prompts`);
    await open.click();
    await page.waitForURL(/\/main\/halvorn$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halvorn");
    await expect(page.getByRole("main")).toContainText(/answers, 10 prompts/);
    expect(does.steps()).toBe(steps);
    await page.goto("/enter");
    await expect(page.getByText("Continue setting up")).toBeHidden();
    expect(complaints).toEqual([]);
  });

test("a site that can’t be read says why and leaves the form; what is refused loses nothing", async ({
  page,
}) => {
  const email = `first-run-${process.pid}-closed@example.com`;
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(page.getByText(`To ${email}`).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("article").filter({ hasText: email }).first().getByRole("link").click();
  await page.getByRole("button", { name: "Sign in to CiteStreak" }).click();
  await page.getByLabel("Its name").fill(`Closed ${process.pid}`);
  await page.getByRole("button", { name: "Create organisation" }).click();
  await page.waitForURL(/\/start$/);
  await hydrated(page);
  await page.getByLabel("Its website").fill("no site");
  await page.getByRole("button", { name: "Read the site" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "is not a website" })).toBeVisible();
  await expect(page.getByLabel("Its website")).toHaveValue("no site");
  await page.getByLabel("Its website").fill("closed.example");
  await page.getByRole("button", { name: "Read the site" }).click();
  await expect(page.getByText("robots.txt asks not to be read")).toBeVisible();
  await accessible(page);
  await page.getByLabel("Category", { exact: true }).fill("standing desks");
  // The same name as the brand's own: typed, never added, and refused with everything still there.
  await page.getByLabel("Add a rival").fill("closed");
  await page.getByRole("button", { name: "Suggest prompts" }).click();
  await expect(page.getByRole("list", { name: "Prompts" }).getByRole("listitem").first()).toBeVisible();
  await page.getByRole("button", { name: "Continue to engines and price" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "already belongs to" })).toBeVisible();
  await expect(page.getByLabel("Add a rival")).toHaveValue("closed");
  await expect(page.getByLabel("Category", { exact: true })).toHaveValue("standing desks");
  await page.getByLabel("Add a rival").fill("Verticore");
  await page.getByRole("button", { name: "Continue to engines and price" }).click();
  await page.waitForURL(/\/start\/main\/closed$/);
});
