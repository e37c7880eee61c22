import type { Page } from "@playwright/test";
import { PATHS } from "../fixtures/seed/orgs";

export interface Screen {
  /** The first part of its baselines' names. */
  readonly name: string;
  readonly path: string;
  /** The page's first heading, when it is there. */
  readonly heading: string | RegExp;
  /** What a visitor does first: opens a menu, a dialog. Ends when the effect can be seen. */
  readonly act?: (page: Page) => Promise<void>;
  /** Left out: both. */
  readonly on?: "desktop" | "phone";
  /** For visitors, without a sign-in. */
  readonly open?: true;
}

/** Every screen that has baselines: in two viewports and two colour schemes each. */
export const SCREENS: readonly Screen[] = [
  { name: "home", path: "/", heading: /name you/i, open: true },
  { name: "sign-in", path: "/sign-in", heading: "Sign in", open: true },
  { name: "projects", path: "/demo", heading: "Projects" },
  { name: "projects-none", path: "/nothing-yet", heading: "Projects" },
  { name: "not-yours", path: PATHS.other, heading: "There is no page at this address." },
  { name: "no-such-project", path: "/demo/main/nothing", heading: "There is nothing here that you may see." },
  {
    name: "project-menu",
    path: "/demo",
    heading: "Projects",
    act: (page) => press(page, /Switch project/, "menu"),
  },
  {
    name: "phone-menu",
    path: PATHS.demo,
    heading: "Halvorn",
    on: "phone",
    act: (page) => press(page, "Menu", "dialog"),
  },
  {
    name: "credits",
    path: "/demo",
    heading: "Projects",
    on: "desktop",
    act: (page) => press(page, /^Credits/, "dialog"),
  },
];

async function press(page: Page, button: string | RegExp, opens: "menu" | "dialog"): Promise<void> {
  await page.getByRole("button", { name: button }).filter({ visible: true }).click();
  await page.getByRole(opens).waitFor();
}
