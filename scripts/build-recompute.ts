// Builds the script that reproducibility bundles hold, of the method as it is. After a change of server/metrics:
//   node scripts/bootstrap.mjs scripts/build-recompute.ts
import { writeFile } from "node:fs/promises";
import { buildRecompute, RECOMPUTE_SCRIPT } from "./reproducibility/recompute-script";

await writeFile(RECOMPUTE_SCRIPT, await buildRecompute());
