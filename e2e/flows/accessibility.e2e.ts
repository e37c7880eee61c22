import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, memberTest } from "../fixtures/test";
import { testAs } from "../fixtures/test-as";
import { SCREENS } from "../visual/screens";
import { SCHEMES, showScreen, VIEWPORTS } from "../visual/show-screen";

for (const screen of SCREENS) {
  const check = testAs(screen.as);
  check.describe(screen.name, () => {
    check.use({ viewport: VIEWPORTS[screen.on ?? "desktop"] });

    check("has no serious or critical fault of accessibility, light and dark", async ({ page }) => {
      await showScreen(page, screen);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await finishTransitions(page);
        expect.soft(await faultsOf(page), colorScheme).toEqual([]);
      }
    });
  });
}

memberTest(
  "a page with a fault is caught: a field without a name, text too pale to read",
  async ({ page }) => {
    await page.goto("/demo");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.evaluate(() => {
      document
        .querySelector("main")
        ?.insertAdjacentHTML(
          "beforeend",
          `<input><p style="color: #bbb; background: #fff">Too pale to read</p>`,
        );
    });
    const faults = await faultsOf(page);
    expect(faults.some((fault) => fault.startsWith("label:"))).toBe(true);
    expect(faults.some((fault) => fault.startsWith("color-contrast:"))).toBe(true);
  },
);

/** Colours change over a moment, in which they may not be told apart. */
async function finishTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) animation.finish();
  });
}

/** Each fault that axe calls serious or critical: its rule, and where. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Base UI's guards at the ends of an open layer: hidden, and whoever tabs onto one is passed on at once.
    .exclude("[data-base-ui-focus-guard]")
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
