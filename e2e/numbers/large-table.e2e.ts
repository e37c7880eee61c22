import type { Page } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";
import { type LongestTask, watchLongTasks } from "./long-tasks";

const LIMIT_MS = 100;
/** So often is tried for one that is fast by the clock; and by the processor alone. */
const [PASSES, MOST_PASSES] = [2, 4];

type Pass = Readonly<Record<string, LongestTask>>;

// A trace photographs the page at each step, which is a long task of its own.
test.use({ trace: "off" });

/**
 * Judged by the clock, as a visitor would. Where other work keeps the machine from running the page, no pass is fast by the
 * clock: then what the page itself asked of the processor is judged.
 */
test("no task is longer than 100 ms while 10,000 answers are scrolled through and filtered", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const longest = await watchLongTasks(page);
  const passes: Pass[] = [];
  const isAnyFast = (measure: keyof LongestTask) => passes.some((pass) => isFast(pass, measure));
  const isEnough = () => isAnyFast("byTheClock") || (passes.length >= PASSES && isAnyFast("ofTheProcessor"));
  while (passes.length < MOST_PASSES && !isEnough()) passes.push(await goThrough(page, longest));
  const words = passes.map(wordsOf).join("; again: ");
  process.stdout.write(`longest tasks over 10,000 answers, clock (processor) in ms: ${words}\n`);
  expect(isAnyFast("byTheClock") || isAnyFast("ofTheProcessor"), words).toBe(true);
});

test("a script that blocks the page is seen, by the clock and on the processor", async ({ page }) => {
  const longest = await watchLongTasks(page);
  await page.goto("/demo");
  await hydrated(page);
  const blocking = (ms: number) =>
    longest(() =>
      page.evaluate((blockedFor) => {
        setTimeout(() => {
          for (const end = performance.now() + blockedFor; performance.now() < end; );
        });
      }, ms),
    );
  expect((await blocking(150)).byTheClock).toBeGreaterThan(LIMIT_MS);
  // Longer, because the machine may let others run in between.
  expect((await blocking(600)).ofTheProcessor).toBeGreaterThan(LIMIT_MS);
});

/** Everything that a visitor does with the table, and the longest task of each. */
async function goThrough(
  page: Page,
  longest: (work: () => Promise<void>) => Promise<LongestTask>,
): Promise<Pass> {
  const opening = await longest(async () => {
    await page.goto(`${PATHS.large}/answers`);
    await hydrated(page);
    await expect(page.getByText("10,000 answers")).toBeVisible();
  });
  const loading = await longest(() => scrollToTheEnd(page));
  const scrolling = await longest(async () => {
    await scroll(page, -1);
    await scroll(page, 1);
  });
  const filtering = await longest(async () => {
    await choose(page, "Engine", "chatgpt");
    await choose(page, "State", "answered");
    await choose(page, "Engine", "");
    await choose(page, "State", "");
  });
  return { opening, loading, scrolling, filtering };
}

/** Down to the last row, past every page that is loaded on the way. */
async function scrollToTheEnd(page: Page): Promise<void> {
  const shown = page.getByText("All 10,000 shown.");
  while (!(await shown.isVisible()))
    await page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame += 1) {
        window.scrollBy({ top: 2_000, behavior: "instant" });
        await new Promise(requestAnimationFrame);
      }
    });
}

/** Through all rows in 200 jumps, up or down, each drawn. */
async function scroll(page: Page, direction: 1 | -1): Promise<void> {
  await page.evaluate(async (way) => {
    const top = (document.documentElement.scrollHeight / 200) * way;
    for (let frame = 0; frame < 200; frame += 1) {
      window.scrollBy({ top, behavior: "instant" });
      await new Promise(requestAnimationFrame);
    }
  }, direction);
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole("combobox", { name: field, exact: true }).selectOption(value);
  await expect(page).toHaveURL((url) => (url.searchParams.get(field.toLowerCase()) ?? "") === value);
  await expect(page.getByRole("search")).toHaveAttribute("aria-busy", "false");
}

function isFast(pass: Pass, measure: keyof LongestTask): boolean {
  return Object.values(pass).every((task) => task[measure] <= LIMIT_MS);
}

function wordsOf(pass: Pass): string {
  return Object.entries(pass)
    .map(([what, { byTheClock, ofTheProcessor }]) => {
      return `${what} ${Math.round(byTheClock)} (${Math.round(ofTheProcessor)})`;
    })
    .join(", ");
}
