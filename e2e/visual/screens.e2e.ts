import { readdir } from "node:fs/promises";
import { expect, test } from "../fixtures/test";
import { testAs } from "../fixtures/test-as";
import { SCREENS } from "./screens";
import {
  baselineNames,
  baselineOf,
  frameOf,
  SCHEMES,
  showScreen,
  skipUnlessPinned,
  VIEWPORT_NAMES,
  VIEWPORTS,
} from "./show-screen";

for (const viewport of VIEWPORT_NAMES) {
  for (const screen of SCREENS.filter(({ on }) => on === undefined || on === viewport)) {
    const check = testAs(screen.as);
    check.describe(`${screen.name} on ${viewport}`, () => {
      check.use({ viewport: VIEWPORTS[viewport] });

      check("looks as it did, light and dark", async ({ page, complaints }, info) => {
        skipUnlessPinned(info);
        await showScreen(page, screen);
        for (const scheme of SCHEMES) {
          await page.emulateMedia({ colorScheme: scheme });
          await expect
            .soft(page)
            .toHaveScreenshot(baselineOf(screen, viewport, scheme), await frameOf(page, screen));
        }
        expect(complaints.filter((complaint) => complaint.startsWith("left the site"))).toEqual([]);
      });
    });
  }
}

test("every baseline belongs to a screen of the table", async () => {
  const kept = await readdir("e2e/visual/baselines");
  expect(kept.filter((name) => !baselineNames().includes(name))).toEqual([]);
});
