import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { expect, test } from "vitest";
import { buildRecompute, RECOMPUTE_SCRIPT } from "./recompute-script";

test("the script that bundles hold is built of the method as it is (else: scripts/build-recompute.ts)", async () => {
  const [built, kept] = await Promise.all([buildRecompute(), readFile(RECOMPUTE_SCRIPT, "utf8")]);
  expect(built === kept).toBe(true);
});

test("it imports nothing but Node's own modules", async () => {
  const kept = await readFile(RECOMPUTE_SCRIPT, "utf8");
  const imported = [...kept.matchAll(/(?:^import .* from |\brequire\d*\()"([^"]+)"\)?;?/gm)].map(
    ([, module]) => module,
  );
  expect(imported.length).toBeGreaterThan(2);
  expect(imported.filter((module) => !isBuiltin(module ?? ""))).toEqual([]);
});
