import { hydrated } from "../fixtures/hydrated";
import { flowPath } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("a panel is scheduled, changed, paused, resumed and set free again, with its price said before", async ({
  page,
}) => {
  await page.goto(`${flowPath("scheduled runs")}/runs`);
  await page.getByRole("link", { name: "Schedules" }).click();
  await expect(page.getByText("Nothing is scheduled")).toBeVisible();
  await hydrated(page);
  await page.getByRole("button", { name: "Schedule a panel" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Schedule a panel" });

  // What can't be saved says why, and what was chosen stays.
  await dialog.getByRole("button", { name: "Mondays" }).press("Enter");
  await dialog.getByRole("checkbox", { name: "Monday" }).press("Space");
  await expect(dialog.getByText("Choose at least one day.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Schedule it" })).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "Tuesday" }).press("Space");
  const price = dialog.getByRole("status").filter({ hasText: "a month" });
  const aMonth = async () =>
    Number(
      ((await price.textContent()) ?? "").match(/about ([\d,]+) credits? a month/)?.[1]?.replaceAll(",", ""),
    );
  await expect(price).toBeVisible();
  const weekly = await aMonth();
  await dialog.getByRole("button", { name: "Every day" }).press("Enter");
  // Rounded once each.
  await expect.poll(aMonth).toBeGreaterThanOrEqual(weekly * 7 - 4);
  await dialog.getByRole("radio", { name: "Always at the same time" }).press("Space");
  await dialog.getByLabel("At", { exact: true }).fill("06:45");
  await dialog.getByRole("combobox", { name: "Time zone" }).selectOption("Asia/Tokyo");
  await dialog.getByRole("button", { name: "Schedule it" }).press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Every day at 06:45, Asia/Tokyo")).toBeVisible();
  await expect(page.getByText(/^\w{3}, \d+ \w{3} \d{4}, 06:45$/)).toBeVisible();
  await expect(page.getByText(/The [\d,]+ credits there are last/)).toBeVisible();

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("radio", { name: /random minute/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Every day, at a random minute, Asia/Tokyo")).toBeVisible();

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("none while it is paused")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();

  await page.getByRole("button", { name: "Remove" }).click();
  const sure = page.getByRole("dialog", { name: /^Remove the schedule/ });
  await sure.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await sure.getByRole("button", { name: "Remove the schedule" }).click();
  await expect(page.getByText("Nothing is scheduled")).toBeVisible();
});
