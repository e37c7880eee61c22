import type { Browser } from "@playwright/test";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, type StorageState, test } from "../fixtures/test";
import { withEmptyApp } from "./empty-app";
import { loadedScriptBytes } from "./loaded-scripts";

/** Gzipped kilobytes (of 1,000 bytes) that a page may load above what an empty app loads. */
const BUDGET = 120;

const PAGES = [
  "/demo",
  PATHS.demo,
  `${PATHS.demo}/answers`,
  `${PATHS.demo}/runs`,
  `${PATHS.demo}/prompts`,
  `${PATHS.demo}/brands`,
  `${PATHS.demo}/import`,
];

test("each page of the dashboard loads at most 120 kB of script above an empty app", async ({
  browser,
  session,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const kilobytes = async (url: string) => {
    const context = await browser.newContext({ storageState: session });
    const bytes = await loadedScriptBytes(await context.newPage(), url);
    await context.close();
    return bytes / 1000;
  };
  const empty = await withEmptyApp(kilobytes);
  const rows: { page: string; kB: string; above: number }[] = [];
  for (const page of [...PAGES, ...(await pagesBehindLinks(browser, session, `${baseURL}`))]) {
    const loaded = await kilobytes(`${baseURL}${page}`);
    rows.push({ page, kB: loaded.toFixed(1), above: Math.round((loaded - empty) * 10) / 10 });
  }
  const lines = rows.map(
    ({ page, kB, above }) =>
      `${page.replace(/[0-9a-f-]{36}$/, "…").padEnd(44)}${kB.padStart(8)}${String(above).padStart(8)}`,
  );
  process.stdout.write(
    `page, kB of gzipped script, above the empty app (${empty.toFixed(1)} kB):\n${lines.join("\n")}\n`,
  );
  // The empty app itself is measured: Next and React are somewhere near 140 kB.
  expect(empty).toBeGreaterThan(50);
  expect(rows.filter(({ above }) => above > BUDGET)).toEqual([]);
});

/** A run's page and an answer's: their addresses hold ids that chance makes. */
async function pagesBehindLinks(
  browser: Browser,
  storageState: StorageState,
  baseURL: string,
): Promise<string[]> {
  const context = await browser.newContext({ storageState, baseURL });
  const page = await context.newPage();
  const paths: string[] = [];
  for (const list of [`${PATHS.demo}/runs`, `${PATHS.demo}/answers`]) {
    await page.goto(list);
    const link = page.getByRole("table").getByRole("link").first();
    paths.push((await link.getAttribute("href")) ?? list);
  }
  await context.close();
  return paths;
}
