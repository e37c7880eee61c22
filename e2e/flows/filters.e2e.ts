import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("a filter stands in the address: a link shows what its sender saw, and the way back keeps it", async ({
  page,
  context,
}) => {
  await page.goto(`${PATHS.demo}/answers`);
  await hydrated(page);
  await page.getByRole("combobox", { name: "Engine" }).selectOption({ label: "ChatGPT" });
  await page.getByRole("combobox", { name: "State" }).selectOption({ label: "Refused" });
  await expect(page).toHaveURL(`${PATHS.demo}/answers?engine=chatgpt&state=refused`);
  const matching = page.getByText(/^\d+ answers? match/);
  await expect(matching).toBeVisible();
  const count = await matching.textContent();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByText(count ?? "none")).toBeVisible();
  await expect(other.getByRole("combobox", { name: "State" })).toHaveValue("refused");
  await other.close();

  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByText("How it was asked and read")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`${PATHS.demo}/answers?engine=chatgpt&state=refused`);
  await expect(page.getByText(count ?? "none")).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).click();
  await expect(page).toHaveURL(`${PATHS.demo}/answers`);
  await expect(page.getByText("784 answers")).toBeVisible();
});

test("the window chosen on the overview stands in its address, and a made-up one is refused in words", async ({
  page,
}) => {
  await page.goto(PATHS.demo);
  await hydrated(page);
  await page.getByRole("combobox", { name: "Window" }).selectOption({ label: "19–25 Oct 2026" });
  await expect(page).toHaveURL(`${PATHS.demo}?window=2026-10-19`);
  await expect(page.getByText("standing desks · window 19–25 Oct 2026")).toBeVisible();
  const response = await page.goto(`${PATHS.demo}?window=1066-10-14&engine=../../etc&trend=<script>`);
  expect(response?.status()).toBeLessThan(500);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
