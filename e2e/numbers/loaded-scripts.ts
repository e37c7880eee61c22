import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Bytes of every script file that the page loads until the network is quiet, each gzipped. */
export async function loadedScriptBytes(page: Page, url: string): Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.set(
      response.url(),
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const bytes = await Promise.all(sizes.values());
  return bytes.reduce((sum, size) => sum + size, 0);
}
