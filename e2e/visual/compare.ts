import type { Page } from "@playwright/test";

/**
 * How many pixels of two PNGs differ, by whatever little; all of them when their sizes do. Decoded by the browser itself,
 * on the page that is open.
 */
export async function differingPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  return page.evaluate(
    async (sources) => {
      const images = await Promise.all(
        sources.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), {
            width: image.naturalWidth,
            height: image.naturalHeight,
          });
          const context = canvas.getContext("2d");
          if (!context) throw new Error("the browser has no canvas");
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, canvas.width, canvas.height);
        }),
      );
      const [a, b] = images;
      if (!a || !b) throw new Error("two images are compared");
      if (a.width !== b.width || a.height !== b.height)
        return Math.max(a.width * a.height, b.width * b.height);
      const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
      return left.reduce((count, pixel, index) => count + (pixel === right[index] ? 0 : 1), 0);
    },
    [one.toString("base64"), other.toString("base64")],
  );
}
