import type { Page } from "@playwright/test";

/** The narrowest phone, and what a window of 1280 pixels shows when its reader zooms to 200 %. */
export const NARROW = [
  { width: 320, height: 640 },
  { width: 640, height: 450 },
] as const;

/** How many pixels of the page lie beyond its right edge. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Controls that can be seen and are not wholly inside the window's width, nor inside a box of their own that scrolls. */
export async function controlsOutOfReach(page: Page): Promise<string[]> {
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
