import { stat } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { slice } from "../fixtures/long-run";
import { expect, memberTest as test } from "../fixtures/test";
import { differingPixels } from "./compare";
import type { Screen } from "./screen";
import { SCREENS } from "./screens";
import { baselineOf, frameOf, showScreen, skipUnlessPinned, VIEWPORTS } from "./show-screen";

test.use({ viewport: VIEWPORTS.desktop, colorScheme: "light" });

const SPOILT = screenNamed("overview");

/** What a careless change might do, each the smallest that an eye would still find. */
const SPOILERS: readonly { readonly what: string; readonly css: string }[] = [
  { what: "one element is shifted by 2 pixels", css: "h1 { position: relative; left: 2px }" },
  {
    what: "one element is moved down by 2 pixels",
    css: "select[name], label { position: relative; top: 2px }",
  },
  { what: "one colour token is another by a little", css: ":root { --line: #d9d4c7 }" },
  { what: "the token of faint text is another by a little", css: ":root { --ink-faint: #706c62 }" },
  { what: "headings have another weight", css: "h2 { font-weight: 600 }" },
  { what: "the points of a chart are missing", css: "svg circle { display: none }" },
  { what: "corners are less round", css: "main select { border-radius: 4px }" },
];

for (const { what, css } of SPOILERS) {
  test(`the comparison fails when ${what}, and leaves three images`, async ({ page }, info) => {
    skipUnlessPinned(info);
    await showScreen(page, SPOILT);
    await page.addStyleTag({ content: css });
    expect(await comparison(page, SPOILT)).toMatch(/\d+ pixels .* are different/);
    await expectThreeImages(info);
  });
}

test("the comparison passes when nothing was spoilt", async ({ page }, info) => {
  skipUnlessPinned(info);
  await showScreen(page, SPOILT);
  expect(await comparison(page, SPOILT)).toBe("");
  await expect(stat(info.outputPath("overview-desktop-light-diff.png"))).rejects.toThrow(/ENOENT/);
});

const QUIET = ["overview", "answers", "runs"];
const TIMES = slice(5, 20);

test(`${TIMES} unchanged renderings of ${QUIET.length} screens differ in no pixel`, async ({
  page,
}, info) => {
  skipUnlessPinned(info);
  test.setTimeout(300_000);
  let differing = 0;
  for (const screen of QUIET.map(screenNamed)) {
    let first: Buffer | undefined;
    for (let time = 0; time < TIMES; time += 1) {
      await showScreen(page, screen);
      const rendering = await page.screenshot({
        ...(await frameOf(page, screen)),
        animations: "disabled",
      });
      first ??= rendering;
      const pixels = await differingPixels(page, first, rendering);
      differing += pixels;
      if (pixels === 0) continue;
      await info.attach(`${screen.name}-first`, { body: first, contentType: "image/png" });
      await info.attach(`${screen.name}-${time}`, { body: rendering, contentType: "image/png" });
    }
  }
  process.stdout.write(`${TIMES * QUIET.length} unchanged renderings: ${differing} differing pixels\n`);
  info.annotations.push({ type: "differing pixels", description: String(differing) });
  expect(differing).toBe(0);
});

/** What the comparison with the baseline says: nothing when they are the same. */
async function comparison(page: Page, screen: Screen): Promise<string> {
  return expect(page)
    .toHaveScreenshot(baselineOf(screen, "desktop", "light"), await frameOf(page, screen))
    .then(
      () => "",
      (error: Error) => error.message,
    );
}

/** In the test's own folder; the report that follows a failure names them. */
async function expectThreeImages(info: TestInfo): Promise<void> {
  for (const kind of ["expected", "actual", "diff"]) {
    const name = `overview-desktop-light-${kind}.png`;
    expect((await stat(info.outputPath(name))).size).toBeGreaterThan(1_000);
    expect(info.attachments.map((attachment) => attachment.name)).toContain(name);
  }
}

function screenNamed(name: string): Screen {
  const found = SCREENS.find((screen) => screen.name === name);
  if (!found) throw new Error(`no screen is called ${name}`);
  return found;
}
