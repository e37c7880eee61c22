export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const script = (file: string, ...args: string[]) => ({
  command: process.execPath,
  args: ["--import", "tsx", file, ...args],
});

/** What `npm run verify` checks: everything that needs no database, slowest first so that two at a time end together. */
export const PARTS: readonly Part[] = [
  { name: "types", command: "tsc", args: ["--noEmit"] },
  { name: "format and lint", command: "biome", args: ["check", "--error-on-warnings"] },
  { name: "dead code", command: "knip", args: ["--no-progress", "--treat-config-hints-as-errors"] },
  { name: "boundaries", ...script("scripts/check-boundaries.ts") },
  { name: "migrations", ...script("scripts/lint-migrations.ts") },
  { name: "decisions", ...script("scripts/check-decisions.ts") },
  { name: "doc links", ...script("scripts/check-doc-links.ts") },
  { name: "lock file", command: process.execPath, args: ["scripts/complete-lock.mjs", "--check"] },
];
