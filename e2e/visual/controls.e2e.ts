// What screens.e2e.ts asks of every screen can say no.
import { expect, memberTest as test } from "../fixtures/test";
import { faultsOf, OF_COLOUR } from "./accessibility";
import { controlsOutOfReach, NARROW, sidewaysScroll } from "./reach";

test("a page with a fault is caught: a field without a name, text too pale to read", async ({ page }) => {
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
});

test.describe("at 320 pixels", () => {
  test.use({ viewport: NARROW[0] });

  test("a control and a text that stick out are caught", async ({ page }) => {
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
