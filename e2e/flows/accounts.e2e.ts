import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

let made = 0;
const newAddress = () => {
  made += 1;
  return `stranger-${process.pid}-${made}@example.com`;
};

/** Asks for a link, and opens it out of the mailbox. */
async function openLink(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(page.getByText(`To ${email}`).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("article").filter({ hasText: email }).first().getByRole("link").click();
}

async function enter(page: Page, email: string): Promise<void> {
  await openLink(page, email);
  await page.getByRole("button", { name: "Sign in to CiteStreak" }).click();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
])
  test(`a stranger gets in by themselves: link, mailbox, organisation, dashboard (${viewport.width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto("/sign-in");
    await accessible(page);
    await openLink(page, newAddress());
    await accessible(page);
    const spent = page.url();
    await page.getByRole("button", { name: "Sign in to CiteStreak" }).click();
    await page.waitForURL("/welcome");
    await accessible(page);
    const name = `Stranger <b>&"’ ${process.pid} ${viewport.width}`;
    await page.getByLabel("Its name").fill(name);
    await page.getByRole("button", { name: "Create organisation" }).click();
    await page.waitForURL(/\/stranger-[^/]*\/start$/);
    await page.getByRole("link", { name: "Skip for now" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Projects");
    await page.goto("/enter");
    await page.waitForURL(/\/stranger-/);
    // The link has done its work.
    await page.goto(spent);
    await page.getByRole("button", { name: "Sign in to CiteStreak" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "doesn’t work any more" })).toBeVisible();
  });

test("what is no address stays in its field, with what is wrong with it", async ({ page }) => {
  await page.goto("/sign-in");
  const field = page.getByLabel("E-mail address");
  await page
    .locator("form")
    .first()
    .evaluate((form) => form.setAttribute("novalidate", ""));
  await field.fill(`<script>alert(1)</script>`);
  await page.getByRole("button", { name: "E-mail me a link" }).click();
  await expect(page.getByText(/is not an e-mail address/)).toBeVisible();
  await expect(field).toHaveValue(`<script>alert(1)</script>`);
});

test("signed out everywhere in one browser is signed out in the other at its next page", async ({
  browser,
  baseURL,
}) => {
  const email = newAddress();
  const open = async () => {
    const page = await (await browser.newContext({ baseURL: baseURL ?? "" })).newPage();
    await enter(page, email);
    await page.waitForURL("/welcome");
    return page;
  };
  const [first, second] = [await open(), await open()];
  expect((await second.request.get("/api/trpc/me.get")).status()).toBe(200);
  await first.getByRole("button", { name: "Sign out everywhere" }).click();
  await first.waitForURL("/sign-in");
  expect((await second.request.get("/api/trpc/me.get")).status()).toBe(401);
  await second.goto("/enter");
  await expect(second).toHaveURL(/\/sign-in/);
});

test("a person is called otherwise from then on, and what is no name stays in its field", async ({
  page,
}) => {
  await enter(page, newAddress());
  await page.waitForURL("/welcome");
  await page.goto("/account");
  await accessible(page);
  const field = page.getByLabel("Your name");
  await field.fill("   ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill(`Bea <i>"Brandt"</i>`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue(`Bea <i>"Brandt"</i>`);
});

test("the account of nobody leads to the sign-in, and back", async ({ page }) => {
  await page.goto("/account");
  await expect(page).toHaveURL("/sign-in?next=/account");
});
