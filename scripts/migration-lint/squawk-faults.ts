import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Findings = z.array(
  z.object({ line: z.number(), rule_name: z.string(), message: z.string(), level: z.string() }),
);

const SQUAWK = squawkBinary();
const CONFIG = fileURLToPath(new URL("./squawk.toml", import.meta.url));

/**
 * What squawk (https://squawkhq.com) says of one migration: locks that stop the app, rewrites, changes that break the
 * version before. Each as `line: rule: message`. Throws when squawk itself fails.
 */
export async function squawkFaults(name: string, sql: string): Promise<string[]> {
  const transaction = sql.startsWith("-- no-transaction")
    ? "--no-assume-in-transaction"
    : "--assume-in-transaction";
  const args = ["--config", CONFIG, "--reporter", "json", transaction, "--stdin-filepath", name];
  const printed = await new Promise<string>((resolve, reject) => {
    const child = execFile(SQUAWK, args, (error, stdout, stderr) => {
      // Exit code 1 means findings, which are on stdout as JSON; anything else is squawk's own failure.
      if (error && !stdout.trim().startsWith("[")) reject(new Error(`squawk failed on ${name}: ${stderr}`));
      else resolve(stdout);
    });
    child.stdin?.end(sql);
  });
  return Findings.parse(JSON.parse(printed.trim() || "[]")).map(
    (finding) => `line ${finding.line + 1}: ${finding.rule_name}: ${finding.message}`,
  );
}

/** The package's own answer to where its program for this platform is: starting that saves a Node process a call. */
function squawkBinary(): string {
  const squawk = createRequire(import.meta.url)("squawk-cli/js/index.js") as { getBinaryPath(): string };
  return squawk.getBinaryPath();
}
