// Each screen is opened once a viewport, and everything is asked of it there: its looks in both schemes of colours, on a
// desktop what axe finds, on a phone whether all of it can be reached at 320 pixels and at 200 %.
import { readdir } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { expect, test } from "../fixtures/test";
import { testAs } from "../fixtures/test-as";
import { faultsOf, OF_COLOUR } from "./accessibility";
import { controlsOutOfReach, NARROW, sidewaysScroll } from "./reach";
import type { Screen } from "./screen";
import { SCREENS } from "./screens";
import {
  baselineNames,
  baselineOf,
  frameOf,
  isPinned,
  SCHEMES,
  showScreen,
  VIEWPORT_NAMES,
  VIEWPORTS,
} from "./show-screen";

type Viewport = (typeof VIEWPORT_NAMES)[number];

for (const viewport of VIEWPORT_NAMES) {
  for (const screen of SCREENS.filter(({ on }) => on === undefined || on === viewport)) {
    const check = testAs(screen.as);
    check.describe(`${screen.name} on ${viewport}`, () => {
      check.use({ viewport: VIEWPORTS[viewport] });

      check("looks as it did, can be read by all, and reached", async ({ page, complaints }, info) => {
        await showScreen(page, screen);
        await compareLooks(page, screen, viewport, info);
        if ((screen.on ?? "desktop") === viewport) await expectNoFaults(page);
        if (viewport === "phone") await expectAllInReach(page);
        expect(complaints.filter((complaint) => complaint.startsWith("left the site"))).toEqual([]);
      });
    });
  }
}

test("every baseline belongs to a screen of the table", async () => {
  const kept = await readdir("e2e/visual/baselines");
  expect(kept.filter((name) => !baselineNames().includes(name))).toEqual([]);
});

async function compareLooks(page: Page, screen: Screen, viewport: Viewport, info: TestInfo): Promise<void> {
  if (!isPinned(info)) return;
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect
      .soft(page)
      .toHaveScreenshot(baselineOf(screen, viewport, scheme), await frameOf(page, screen));
  }
}

/** No serious or critical fault of accessibility, light and dark. */
async function expectNoFaults(page: Page): Promise<void> {
  // Axe is asked in the page alone.
  expect(page.frames()).toHaveLength(1);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await faultsOf(page, OF_COLOUR), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect.soft(await faultsOf(page), "light").toEqual([]);
}

/** No sideways scrolling, and no control out of reach. */
async function expectAllInReach(page: Page): Promise<void> {
  for (const size of NARROW) {
    await page.setViewportSize(size);
    expect.soft(await sidewaysScroll(page), `at ${size.width}`).toBeLessThanOrEqual(0);
    expect.soft(await controlsOutOfReach(page), `at ${size.width}`).toEqual([]);
  }
}
