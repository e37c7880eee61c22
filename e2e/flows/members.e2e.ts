import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, memberTest } from "../fixtures/test";

const PAGE = "/flows/settings/members";

memberTest(
  "somebody is invited, joins out of the mailbox in another browser, gets another role, and is removed",
  async ({ page, browser, baseURL }) => {
    const email = `guest-${process.pid}-${Date.now()}@example.com`;
    await page.goto("/flows");
    await page.getByRole("button", { name: /Switch project/ }).click();
    await page.getByRole("menuitem", { name: "Members" }).click();
    await page.waitForURL(PAGE);
    await expect(page.getByText("The only owner. An organisation needs one")).toBeVisible();
    await expect(page.getByRole("button", { name: "Leave", exact: true })).toHaveCount(0);

    await invite(page, "no-address");
    await expect(page.getByText("It is not an e-mail address.")).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).click();
    await invite(page, email);
    const open = page
      .getByRole("list", { name: "Invitations" })
      .getByRole("listitem")
      .filter({ hasText: email });
    await expect(open).toContainText("Member");
    await accessible(page);

    const context = await browser.newContext({
      baseURL: baseURL ?? "",
      storageState: { cookies: [], origins: [] },
    });
    const guest = await context.newPage();
    await openMail(guest, email, "An invitation to");
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Join Flows");
    await accessible(guest);
    await guest.getByRole("link", { name: "Sign in to join" }).click();
    await guest.getByLabel("E-mail address").fill(email);
    await guest.getByRole("button", { name: "E-mail me a link" }).click();
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
    await openMail(guest, email, "Your link to CiteStreak");
    await guest.getByRole("button", { name: "Sign in to CiteStreak" }).click();
    await guest.waitForURL(/\/invite\?/);
    const invitation = guest.url();
    await guest.getByRole("button", { name: "Join", exact: true }).click();
    await guest.waitForURL("/flows");
    await guest.goto(invitation);
    await expect(guest.getByText("You are a member already.")).toBeVisible();

    await page.goto(PAGE);
    const name = email.slice(0, email.indexOf("@"));
    const member = page
      .getByRole("list", { name: "Members" })
      .getByRole("listitem")
      .filter({ hasText: email });
    await expect(open).toHaveCount(0);
    await page.getByRole("button", { name: `Change role of ${name}` }).click();
    await page.getByRole("combobox", { name: "Role" }).selectOption("Viewer");
    await page.getByRole("button", { name: "Save role" }).click();
    await expect(member).toContainText("Viewer");
    await guest.goto(PAGE);
    await expect(guest.getByRole("list", { name: "Members" })).toContainText(email);
    await expect(guest.getByRole("button", { name: "Invite", exact: true })).toHaveCount(0);

    await page.getByRole("button", { name: `Remove ${name}` }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
    await expect(member).toHaveCount(0);
    await guest.goto("/flows");
    await expect(guest.getByRole("heading", { level: 1 })).toHaveText(/There is no(thing| page)/);
    await guest.goto(invitation);
    await expect(guest.getByText("This invitation doesn’t work any more")).toBeVisible();
    await context.close();

    // What was done is on record.
    await page.getByRole("button", { name: /Switch project/ }).click();
    await page.getByRole("menuitem", { name: "Audit log" }).click();
    const log = page.getByRole("list", { name: /^Audit log/ }).getByRole("listitem");
    await expect(log.filter({ hasText: `removed a member: ${name}` })).toHaveCount(1);
    await page.getByLabel("What", { exact: true }).selectOption("accepted an invitation");
    await page.waitForURL(/action=invite\.accept/);
    await expect(log.filter({ hasText: `${name} accepted an invitation` })).toHaveCount(1);
    await expect(log.filter({ hasText: "removed a member" })).toHaveCount(0);
    await accessible(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
    expect(lines[0]).toContain("at,actor,who,action");
    expect(lines.slice(1).every((line) => line.includes("invite.accept"))).toBe(true);
    expect(lines.some((line) => line.includes(name))).toBe(true);
    await page.getByLabel("From", { exact: true }).fill("2100-01-01");
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  },
);

async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("dialog").getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
}

/** Follows the link of the newest mail of that subject to that address. */
async function openMail(page: Page, email: string, subject: string): Promise<void> {
  const mail = page.getByRole("article").filter({ hasText: email }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/dev/mailbox");
    await expect(mail).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.getByRole("link").click();
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude("[data-base-ui-focus-guard]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
}
