import { build, type Plugin } from "esbuild";

export const RECOMPUTE_SCRIPT = "server/reproducibility/script/recompute.gen.mjs";

/** Some libraries ask for Node's own modules by `require`. */
const BANNER = `// Made by scripts/build-recompute.ts of server/reproducibility/script/recompute.ts and what it uses.
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);`;

/** Our modules do nothing when they are loaded: those that the script doesn't use are left out of it. */
const unusedModulesOut: Plugin = {
  name: "unused-modules-out",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(@\/|\.)/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === unusedModulesOut || resolveDir.includes("node_modules")) return null;
      const found = await resolve(path, { resolveDir, kind, pluginData: unusedModulesOut });
      return { ...found, sideEffects: false };
    });
  },
};

/** One file of the product's own code and the libraries that it counts with, which runs on Node alone. */
export async function buildRecompute(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["server/reproducibility/script/recompute.ts"],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node22",
    plugins: [unusedModulesOut],
    legalComments: "eof",
    banner: { js: BANNER },
  });
  return outputFiles[0]?.text ?? "";
}
