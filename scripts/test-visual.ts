// Compares every screen with its baseline; --update writes the baselines that differ anew, and removes those of screens
// that are gone. What follows is handed to Playwright: `npm run test:visual -- -g overview`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { baselineNames } from "../e2e/visual/show-screen";

const BASELINES = "e2e/visual/baselines";
const args = process.argv.slice(2);
const update = args.includes("--update");

if (update) {
  const wanted = new Set(baselineNames());
  const orphans = (await readdir(BASELINES)).filter((name) => !wanted.has(name));
  for (const name of orphans) await rm(join(BASELINES, name));
}
const rest = args.filter((arg) => arg !== "--update");
const playwright = spawn(
  "playwright",
  [
    "test",
    "e2e/visual/screens.e2e.ts",
    "e2e/visual/product-pictures.e2e.ts",
    ...(update ? ["--update-snapshots=changed"] : []),
    ...rest,
  ],
  { stdio: "inherit" },
);
const [code] = await once(playwright, "exit");
process.exitCode = code ?? 1;
