import { mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SEED_PACKAGES, SEED_TARGETS, SEEDED_IMPORTS } from "./seeded-violations";

/** Writes a small project of seeded imports into a new temporary folder, and returns its path. The caller removes it. */
export async function plantSeeds(): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "boundaries-")));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const { dependencies, devDependencies, undeclared } = SEED_PACKAGES;
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  await write(
    "package.json",
    JSON.stringify({ dependencies: versions(dependencies), devDependencies: versions(devDependencies) }),
  );
  for (const name of [...dependencies, ...devDependencies, ...undeclared]) {
    await write(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    );
    await write(`node_modules/${name}/index.js`, "module.exports = {};\n");
  }
  await write("node_modules/next/headers.js", "module.exports = {};\n");
  for (const path of SEED_TARGETS)
    await write(path, "export const value = 1;\nexport type Value = number;\n");
  for (const seed of SEEDED_IMPORTS) {
    const line = seed.type
      ? `import type { Value } from "${seed.to}";\nexport const seed: Value = 1;\n`
      : `import { value } from "${seed.to}";\nexport const seed = value;\nexport type Value = number;\n`;
    await write(seed.from, line);
  }
  return root;
}
