import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, memberTest } from "../fixtures/test";
import { testAs } from "../fixtures/test-as";
import { SCREENS } from "../visual/screens";
import { showScreen, VIEWPORTS } from "../visual/show-screen";

/** The rules that a scheme of colours can break: all others were asked of the same page already. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

for (const screen of SCREENS) {
  const check = testAs(screen.as);
  check.describe(screen.name, () => {
    check.use({ viewport: VIEWPORTS[screen.on ?? "desktop"] });

    check("has no serious or critical fault of accessibility, light and dark", async ({ page }) => {
      await showScreen(page, screen);
      await page.emulateMedia({ colorScheme: "light" });
      await finishTransitions(page);
      expect.soft(await faultsOf(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      await finishTransitions(page);
      expect.soft(await faultsOf(page, OF_COLOUR), "dark").toEqual([]);
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
    const ofColour = await faultsOf(page, OF_COLOUR);
    expect(ofColour.filter((fault) => !fault.startsWith("color-contrast:"))).toEqual([]);
    expect(ofColour).not.toEqual([]);
  },
);

/** Colours change over a moment, in which they may not be told apart. */
async function finishTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) animation.finish();
  });
}

/** Each fault that axe calls serious or critical, of all rules or of some: its rule, and where. */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"], ...(rules && { runOnly: { type: "rule", values: rules } }) })
    // Base UI's guards at the ends of an open layer: hidden, and whoever tabs onto one is passed on at once.
    .exclude("[data-base-ui-focus-guard]")
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
