import { readFile, writeFile } from "node:fs/promises";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";
import { differingPixels } from "./compare";
import { SCHEMES, showScreen, skipUnlessPinned } from "./show-screen";

// The pictures of the product that the home page shows are the product, not drawings of it: twice as many pixels as the
// baselines, of the overview's upper part.
test.use({ deviceScaleFactor: 2 });

const PICTURES = [
  { name: "overview", viewport: { width: 1280, height: 860 } },
  { name: "overview-phone", viewport: { width: 390, height: 780 } },
] as const;

for (const { name, viewport } of PICTURES) {
  for (const colorScheme of SCHEMES) {
    test.describe(() => {
      test.use({ viewport, colorScheme });

      test(`the home page's picture ${name}-${colorScheme} is what the overview looks like`, async ({
        page,
      }, info) => {
        skipUnlessPinned(info);
        await showScreen(page, { name, path: PATHS.demo, heading: "Halvorn" });
        const seen = await page.screenshot({ animations: "disabled", caret: "hide" });
        const file = `public/screens/${name}-${colorScheme}.png`;
        if (info.config.updateSnapshots === "changed") await writeFile(file, seen);
        const shown = await readFile(file);
        await page.goto("/sign-in");
        const differing = await differingPixels(page, seen, shown);
        if (differing > 0) await info.attach("seen", { body: seen, contentType: "image/png" });
        expect(differing, `${file}: npm run test:visual -- --update`).toBe(0);
      });
    });
  }
}
