import type { Page } from "@playwright/test";
import { expect, memberTest } from "../fixtures/test";
import { testAs } from "../fixtures/test-as";
import { SCREENS } from "../visual/screens";
import { showScreen } from "../visual/show-screen";

const PHONE = { width: 320, height: 640 };
/** What a window of 1280 pixels shows when its reader zooms to 200 %. */
const ZOOMED = { width: 640, height: 450 };

for (const screen of SCREENS.filter(({ on }) => on !== "desktop")) {
  const check = testAs(screen.as);
  check.describe(screen.name, () => {
    check.use({ viewport: PHONE, deviceScaleFactor: 2 });

    check(
      "needs no sideways scrolling at 320 pixels and at 200 %, and no control is out of reach",
      async ({ page }) => {
        await showScreen(page, screen);
        for (const size of [PHONE, ZOOMED]) {
          await page.setViewportSize(size);
          expect.soft(await sidewaysScroll(page), `at ${size.width}`).toBeLessThanOrEqual(0);
          expect.soft(await controlsOutOfReach(page), `at ${size.width}`).toEqual([]);
        }
      },
    );
  });
}

memberTest.describe("at 320 pixels", () => {
  memberTest.use({ viewport: PHONE });

  memberTest("a control and a text that stick out are caught", async ({ page }) => {
    await page.goto("/demo");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.evaluate(() => {
      const html = `<button style="position: absolute; left: 300px; width: 90px">Out</button><p style="width: 400px">Wide</p>`;
      document.querySelector("main")?.insertAdjacentHTML("beforeend", html);
    });
    expect(await sidewaysScroll(page)).toBeGreaterThan(0);
    expect(await controlsOutOfReach(page)).toEqual(["BUTTON Out"]);
  });
});

/** How many pixels of the page lie beyond its right edge. */
async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Controls that can be seen and are not wholly inside the window's width, nor inside a box of their own that scrolls. */
async function controlsOutOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inScroller = (element: Element): boolean => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth)
          return true;
      }
      return false;
    };
    return [...document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex='0']")]
      .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        return width > 1 && (left < -0.5 || right > window.innerWidth + 0.5) && !inScroller(control);
      })
      .map((control) => `${control.tagName} ${(control.textContent ?? "").trim().slice(0, 40)}`);
  });
}
