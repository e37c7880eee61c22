import type { Locator, Page } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";

export interface Screen {
  /** The first part of its baselines' names. */
  readonly name: string;
  readonly path: string;
  /** The way from that page to the screen, where its own address holds an id that chance makes. */
  readonly via?: (page: Page) => Promise<void>;
  /** The page's first heading, when it is there. */
  readonly heading: string | RegExp;
  /** What a visitor does there: opens a menu, a dialog. Ends when the effect can be seen. */
  readonly act?: (page: Page) => Promise<void>;
  /** Left out: both. */
  readonly on?: "desktop" | "phone";
  /** For visitors, without a sign-in; or on the app that can't read metrics, and whose dead letters are seeded. */
  readonly as?: "visitor" | "blind";
  /** Compared as one sees it without scrolling: a list of any length draws no more rows than that. */
  readonly unscrolled?: true;
  /** What chance makes, and a comparison has to leave out: hashes of what holds ids. */
  readonly mask?: (page: Page) => Locator;
}

/** Presses a button, and waits for what it opens. */
export async function press(page: Page, button: string | RegExp, opens: "menu" | "dialog"): Promise<void> {
  await page.getByRole("button", { name: button }).filter({ visible: true }).first().click();
  await page.getByRole(opens).waitFor();
}

/** Follows the link, and waits until it has led somewhere. */
export async function follow(link: Locator): Promise<void> {
  const page = link.page();
  await link.waitFor();
  await hydrated(page);
  const before = page.url();
  await link.click();
  await page.waitForURL((url) => url.href !== before);
}

/** What a comparison leaves out: hashes of what holds ids. */
export function hashes(page: Page): Locator {
  return page.getByText(/^([0-9a-f]{64}|[0-9a-f]{16})$/);
}
