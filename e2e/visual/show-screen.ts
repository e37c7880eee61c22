import { expect, type Page, type TestInfo } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { readStage } from "../fixtures/stage";
import type { Screen } from "./screen";
import { SCREENS } from "./screens";

export const VIEWPORTS = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export const VIEWPORT_NAMES = ["desktop", "phone"] as const;
export const SCHEMES = ["light", "dark"] as const;

/** Below that a page repeats what stands above: rows, series. It would make baselines large and find nothing more. */
const TALLEST = 1_000;

/** The moment that the browser's clock stands at. */
const NOW = new Date("2026-11-22T12:00:00Z");

const UNPINNED =
  "Only the pinned Chromium draws the same pixels everywhere, and it runs on 64-bit Linux: nothing was compared.";

export function skipUnlessPinned(info: TestInfo): void {
  info.skip(!readStage().browser.pinned, UNPINNED);
}

/** Whether pictures can be compared here; where they can't, the test says so. */
export function isPinned(info: TestInfo): boolean {
  const { pinned } = readStage().browser;
  if (!pinned) info.annotations.push({ type: "not compared", description: UNPINNED });
  return pinned;
}

/** Opens the screen as its baselines want it: clock stopped, fonts there, controls awake, nothing loading or moving. */
export async function showScreen(page: Page, screen: Screen): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await page.emulateMedia({ reducedMotion: "reduce" });
  // What a page that failed shows as its request id.
  await page.setExtraHTTPHeaders({ "x-request-id": "request-of-the-test" });
  await page.goto(screen.path);
  await screen.via?.(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(screen.heading);
  await hydrated(page);
  await expect(page.locator("[data-loading]")).toHaveCount(0);
  await screen.act?.(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** What of the page is compared: all of it from its top down to a height, or the viewport while something lies over it. */
export async function frameOf(page: Page, screen: Screen) {
  const mask = screen.mask ? { mask: [screen.mask(page)] } : {};
  if (screen.act || screen.unscrolled) return { fullPage: false, ...mask };
  const { width, height } = await page.evaluate(() => {
    window.scrollTo({ top: 0, behavior: "instant" });
    return {
      width: document.documentElement.clientWidth,
      height: document.documentElement.scrollHeight,
    };
  });
  return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) }, ...mask };
}

/** `overview-phone-dark.png` */
export function baselineOf(
  screen: Screen,
  viewport: keyof typeof VIEWPORTS,
  scheme: (typeof SCHEMES)[number],
): string {
  return `${screen.name}-${viewport}-${scheme}.png`;
}

/** The file of every baseline that the table of screens asks for. */
export function baselineNames(): string[] {
  return SCREENS.flatMap((screen) =>
    VIEWPORT_NAMES.filter((viewport) => (screen.on ?? viewport) === viewport).flatMap((viewport) =>
      SCHEMES.map((scheme) => baselineOf(screen, viewport, scheme)),
    ),
  );
}
