import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Built by scripts/build-recompute.ts, which a test holds it against. */
const BUILT = "server/reproducibility/script/recompute.gen.mjs";

/** The script that every bundle holds: one file that needs Node alone. */
export async function readScript(): Promise<Uint8Array> {
  return readFile(join(process.cwd(), BUILT));
}
