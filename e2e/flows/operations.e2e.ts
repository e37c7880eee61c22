import { addOperator, removeOperator } from "@/db/operators";
import { DEMO_PERSON } from "../../scripts/demo/demo-person";
import { failJobs, mendJob, recordOf } from "../fixtures/failed-jobs";
import { hydrated } from "../fixtures/hydrated";
import { tabTo } from "../fixtures/keyboard";
import { readStage } from "../fixtures/stage";
import { expect, memberTest, test } from "../fixtures/test";

const LIST = "/operations/dead-letters";
const OF_FUNCTION = `${LIST}?function=citestreak-close-run`;

// One after the other: one of them takes the operator's right away for a moment.
memberTest.describe.configure({ mode: "serial" });

memberTest("a job that failed for good is found, retried from its screen, and succeeds", async ({ page }) => {
  const [job] = await failJobs();
  if (!job) throw new Error("no job failed");
  await page.goto(LIST);
  const entry = page.getByRole("article").filter({ hasText: job.runId });
  await expect(entry).toContainText("No such run.");
  await expect(entry).toContainText("nothing-yet");
  await entry.getByRole("link", { name: "close-run" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("close-run");
  await expect(page.getByRole("region", { name: "The event as JSON" })).toContainText(job.runId);
  await expect(page.getByText("Nobody has done anything about it yet.")).toBeVisible();
  await mendJob(job);
  await hydrated(page);
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page).toHaveURL(LIST);
  await expect(page.getByText("close-run runs again")).toBeVisible();
  await expect(page.getByText(job.runId)).toHaveCount(0);
  await expect
    .poll(() => recordOf(job))
    .toEqual({ status: "completed", interventions: ["retried"], audit: ["dead_letter.retry"] });
});

memberTest("a dead letter is dropped by keyboard, after a window that says what goes", async ({ page }) => {
  const [job] = await failJobs();
  if (!job) throw new Error("no job failed");
  await page.goto(OF_FUNCTION);
  await hydrated(page);
  await tabTo(page.getByRole("article").filter({ hasText: job.runId }).getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("close-run");
  await hydrated(page);
  await tabTo(page.getByRole("button", { name: "Drop", exact: true }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Drop this dead letter?" });
  await expect(dialog).toContainText("deleted");
  await expect(dialog).toContainText("the janitor");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Drop", exact: true })).toBeFocused();
  expect(await recordOf(job)).toMatchObject({ status: "failed", interventions: [], audit: [] });
  await page.keyboard.press("Enter");
  await tabTo(dialog.getByRole("button", { name: "Drop it" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(OF_FUNCTION);
  await expect(page.getByText("close-run dropped")).toBeVisible();
  await expect(page.getByText(job.runId)).toHaveCount(0);
  expect(await recordOf(job)).toEqual({
    status: "gone",
    interventions: ["dropped"],
    audit: ["dead_letter.drop"],
  });
});

memberTest("a letter that somebody else has handled meanwhile says by whom", async ({ page, context }) => {
  const [job] = await failJobs();
  if (!job) throw new Error("no job failed");
  await page.goto(`${LIST}/${job.letterId}`);
  await hydrated(page);
  const other = await context.newPage();
  await other.goto(`${LIST}/${job.letterId}`);
  await hydrated(other);
  await other.getByRole("button", { name: "Drop", exact: true }).click();
  await other.getByRole("button", { name: "Drop it" }).click();
  await expect(other).toHaveURL(LIST);
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Handled already");
  await expect(page.getByText(`Dropped by ${DEMO_PERSON.name}`)).toBeVisible();
  expect((await recordOf(job)).interventions).toEqual(["dropped"]);
});

memberTest("all letters of a function are retried after a question with their number", async ({ page }) => {
  const jobs = await failJobs(23);
  await page.goto(OF_FUNCTION);
  await hydrated(page);
  await page.getByRole("button", { name: /^Retry all 2\d$/ }).click();
  const dialog = page.getByRole("dialog", { name: /^Retry 2\d dead letters\?$/ });
  await dialog.getByRole("button", { name: /^Retry all/ }).click();
  await expect(page.getByText(/^2\d dead letters of close-run retried$/)).toBeVisible();
  await expect(dialog).toBeHidden();
  for (const job of jobs) expect((await recordOf(job)).interventions).toEqual(["retried"]);
});

memberTest("the list goes on page by page, and back to the latest", async ({ page }) => {
  await failJobs(30);
  await page.goto(OF_FUNCTION);
  await expect(page.getByRole("article")).toHaveCount(25);
  await page.getByRole("link", { name: "Earlier ones" }).click();
  await expect(page.getByRole("link", { name: "Latest" })).toBeVisible();
  await expect(page).toHaveURL(/after=/);
  await page.getByRole("link", { name: "Latest" }).click();
  await expect(page).toHaveURL(OF_FUNCTION);
});

memberTest(
  "who is no operator sees the 404 of a page that isn't there, from the next request on",
  async ({ page }) => {
    const { owner } = readStage().databaseUrls;
    const seen = async (path: string) => {
      const response = await page.goto(path);
      return { status: response?.status(), text: await page.getByRole("main").textContent() };
    };
    expect((await seen(LIST)).status).toBe(200);
    await removeOperator(owner, DEMO_PERSON.email);
    try {
      const nowhere = await seen("/operations-of-nobody");
      expect(nowhere.status).toBe(404);
      for (const path of [LIST, "/operations", `${LIST}/0198d000-0000-7000-8000-000000000001`])
        expect(await seen(path), path).toEqual(nowhere);
      const call = await page.request.get("/api/trpc/operations.deadLetters.count");
      const unknown = await page.request.get("/api/trpc/operations.deadLetters.nothing");
      expect([call.status(), unknown.status()]).toEqual([404, 404]);
      const words = async (response: typeof call) => (await response.json()).error.message;
      expect(await words(call)).toBe((await words(unknown)).replace("nothing", "count"));
    } finally {
      await addOperator(owner, DEMO_PERSON.email);
    }
    expect((await seen(LIST)).status).toBe(200);
  },
);

test("a visitor is led to the sign-in, and back", async ({ page }) => {
  await page.goto(LIST);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole("button", { name: "Enter the demo" }).click();
  await expect(page).toHaveURL(LIST);
});
