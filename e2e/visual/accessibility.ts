import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that a scheme of colours can break: all others were asked of the same page already. */
export const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Each fault that axe calls serious or critical, of all rules or of some: its rule, and where. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  await finishTransitions(page);
  const { violations } = await new AxeBuilder({ page })
    // In the page itself, which has no frames: the other mode carries what was right about each element to a page of its own.
    .setLegacyMode(true)
    .options({
      resultTypes: ["violations"],
      selectors: false,
      ...(rules && { runOnly: { type: "rule", values: rules } }),
    })
    // Base UI's guards at the ends of an open layer: hidden, and whoever tabs onto one is passed on at once.
    .exclude("[data-base-ui-focus-guard]")
    .analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Colours change over a moment, in which they may not be told apart. */
async function finishTransitions(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) animation.finish();
  });
}
