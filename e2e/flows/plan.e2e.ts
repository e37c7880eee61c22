import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("a week is planned by keyboard: what it costs, what it can tell, and how many prompts a change takes", async ({
  page,
}) => {
  await page.goto(`${PATHS.demo}/prompts`);
  await hydrated(page);
  await page.getByRole("button", { name: "Plan a week" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Plan a week" });
  const plan = dialog.getByRole("region", { name: "Plan" });
  await expect(plan).toContainText("credits a week");
  const costOf = async () =>
    Number(((await plan.textContent()) ?? "").match(/([\d,]+) credits a week/)?.[1]?.replaceAll(",", ""));
  const small = await costOf();
  const prompts = dialog.getByRole("spinbutton", { name: "Prompts" });
  await prompts.fill("0");
  await expect(dialog.getByText("A whole number from 1 to 2000.")).toBeVisible();
  await expect(plan).toBeHidden();
  await prompts.fill("100");
  await expect(plan).toContainText(/Levels: ± \d+ points on prompts like these \(market\)/);
  await expect.poll(costOf).toBeGreaterThan(small);
  await dialog.getByRole("combobox", { name: "Answers a week" }).selectOption("1");
  await expect(plan).toContainText("none can be told from one answer a prompt");
  await dialog.getByRole("combobox", { name: "Answers a week" }).selectOption("28");
  await expect(plan).toContainText(
    /Changes: [\d.]+ points? from one week to the next are found four times in five/,
  );
  const button = plan.getByRole("button", { name: /^Try \d+$/ });
  const wanted = ((await button.textContent()) ?? "").replace(/\D/g, "");
  await button.press("Enter");
  await expect(prompts).toHaveValue(wanted);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Plan a week" })).toBeFocused();
});
