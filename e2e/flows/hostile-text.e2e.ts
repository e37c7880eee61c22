import type { Page } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { MARKERS } from "../fixtures/seed/hostile-text";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

const SCREENS = ["", "/answers", "/answers?q=script", "/runs", "/prompts", "/brands", "/import"];

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
]) {
  test.describe(`hostile text at ${viewport.width} pixels`, () => {
    test.use({ viewport });

    for (const screen of SCREENS)
      test(`stays text on ${screen || "the overview"}`, async ({ page, complaints }) => {
        const harm = await watchForHarm(page);
        await page.goto(`${PATHS.rough}${screen}`);
        await hydrated(page);
        await expect(
          page
            .getByText(/<b>Bold/)
            .filter({ visible: true })
            .first(),
        ).toBeVisible();
        await expectNoHarm(page, harm);
        expect(complaints).toEqual([]);
      });

    test("stays text on the page of every answer", async ({ page, complaints }) => {
      const harm = await watchForHarm(page);
      await page.goto(`${PATHS.rough}/answers`);
      await hydrated(page);
      const links = page.getByRole("table").getByRole("link");
      // On a phone the list draws them as one scrolls: those of the first screen have to do.
      const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      expect(targets.length).toBeGreaterThan(3);
      for (const target of targets) {
        await page.goto(target);
        await hydrated(page);
        await expectNoHarm(page, harm);
        await page.getByRole("heading", { name: "Raw body" }).click();
        await expect(page.getByText(/Hash verified: this is what was stored/)).toBeVisible();
        await expectNoHarm(page, harm);
      }
      expect(complaints).toEqual([]);
    });
  });
}

test("hostile text can be read as it is: markup as markup, a long word as a long word", async ({ page }) => {
  await page.goto(`${PATHS.rough}/answers`);
  await page
    .getByRole("link", { name: /onerror=alert\(2\)/ })
    .last()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(MARKERS.tags);
  await expect(page.getByRole("main")).toContainText(MARKERS.breakout);
  await expect(page.getByRole("main")).toContainText(MARKERS.word);
});

test("no link of an answer runs a script, and those that leave the site tell it nothing", async ({
  page,
}) => {
  await page.goto(`${PATHS.rough}/answers`);
  await page.getByRole("link", { name: /aaaaaaaaaa/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("aaaaaaaaaa");
  const links = await page
    .getByRole("main")
    .locator("a")
    .evaluateAll((all) =>
      all
        .filter((a) => a instanceof HTMLAnchorElement)
        .map(({ protocol, origin, rel }) => ({ protocol, origin, rel })),
    );
  const { origin } = new URL(page.url());
  const leaving = links.filter((link) => link.origin !== origin);
  expect(leaving.length).toBeGreaterThan(0);
  for (const { protocol, rel } of leaving) {
    expect(["http:", "https:"]).toContain(protocol);
    expect(rel).toContain("noreferrer");
    expect(rel).toContain("nofollow");
  }
});

test("the watch for harm sees harm: an element, a dialog, a width", async ({ page }) => {
  const harm = await watchForHarm(page);
  await page.goto("/demo");
  await hydrated(page);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<h1 id="injected">x</h1><p style="width: 9999px">wide</p>`,
    );
    setTimeout(() => alert(1));
  });
  await expect.poll(() => harm.dialogs).toEqual(["1"]);
  await expect(expectNoHarm(page, { dialogs: [] })).rejects.toThrow();
});

interface Harm {
  readonly dialogs: string[];
}

async function watchForHarm(page: Page): Promise<Harm> {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  return { dialogs };
}

/** Nothing of the text became an element, ran, or made the page wider than its window. */
async function expectNoHarm(page: Page, { dialogs }: Harm): Promise<void> {
  expect(dialogs).toEqual([]);
  const found = await page.evaluate(() => ({
    injected: document.querySelectorAll(
      "#injected, iframe, object, embed, [onerror], [onload], [onmouseover]",
    ).length,
    images: [...document.images].filter((image) => !image.src.startsWith(location.origin)).length,
    scripts: [...document.querySelectorAll("a[href^='javascript:' i], a[href^='data:text/html' i]")].length,
    sideways: document.documentElement.scrollWidth - window.innerWidth,
  }));
  expect(found).toMatchObject({ injected: 0, images: 0, scripts: 0 });
  expect(found.sideways).toBeLessThanOrEqual(0);
}
